/** Badges on the underlay: all of them from near, the worst one from afar, none where they could not be read. */
import type { CanvasPoint } from '@strideboard/model';
import { measureText, pointAlong, type SceneElement, type SceneFlow } from '@strideboard/render';
import { badgePlace } from '../diagram/badge-place.ts';
import { BADGE_SIGNS, type BadgeLevel } from '../../ui/SeverityBadge.tsx';
import { borderWidth, type PaintJob } from './job.ts';

const LEVELS: readonly BadgeLevel[] = ['critical', 'high', 'medium', 'low', 'question'];

/** Below this zoom no thing has badges of its own: boundaries say how many there are inside. */
const LEAST_ZOOM = 0.4;

/** Whether things have badges of their own at a zoom. */
export const hasOwnBadges = (zoom: number): boolean => zoom >= LEAST_ZOOM;

/** As the style sheet has them, px. */
const HEIGHT = 20;
const PADDING = 8;
const GAP = 4;
const CORNER = { top: -11, right: 10 };
/** How far up the worst one moves when it is enlarged, px. */
const LIFT = 6;

interface Pill {
  readonly level: BadgeLevel;
  readonly text: string;
  readonly width: number;
}

/** The badges of an element or boundary. */
export function paintBadges(job: PaintJob, element: SceneElement): void {
  if (!hasOwnBadges(job.zoom)) return;
  const counts = job.counts(element.id, element.boundary?.folds ?? undefined);
  if (counts === '') return;
  const pills = pillsOf(job, counts, element.boundary?.folds != null);
  const border = borderOf(job, element);
  const total = pills.reduce((sum, { width }) => sum + width + GAP, -GAP);
  const place = element.boundary === null ? undefined : badgePlace(element, counts);
  const top = element.box.y + border + (place?.top ?? CORNER.top);
  const right =
    place?.left === undefined
      ? element.box.x + element.box.width - border - CORNER.right
      : element.box.x + border + place.left + total;
  const scale = job.distance === 'far' ? job.far : 1;
  const { pen } = job;
  pen.save();
  pen.translate(right, job.distance === 'far' ? top + HEIGHT - LIFT : top + HEIGHT);
  pen.scale(scale, scale);
  let x = -total;
  for (const pill of pills) {
    paintPill(job, pill, { x, y: -HEIGHT });
    x += pill.width + GAP;
  }
  pen.restore();
}

function pillsOf(job: PaintJob, counts: string, isFolded: boolean): readonly Pill[] {
  const numbers = counts.split(' ').map(Number);
  const found = LEVELS.flatMap((level, at) => {
    const count = numbers[at] ?? 0;
    return count === 0 ? [] : [{ level, text: `${BADGE_SIGNS[level]} ${count}` }];
  });
  if (job.distance !== 'far') return found.map(withWidth);
  // From afar only the worst of the threats; of what stands for several things also how many more there are.
  const [worst] = found;
  if (worst === undefined || worst.level === 'question') return [];
  const more = numbers.slice(LEVELS.indexOf(worst.level) + 1, -1).reduce((sum, count) => sum + count, 0);
  return [withWidth(isFolded && more > 0 ? { ...worst, text: `${worst.text}  +${more}` } : worst)];
}

const withWidth = (pill: Omit<Pill, 'width'>): Pill => ({
  ...pill,
  width: measureText(pill.text, { size: 11, weight: 600 }) + 2 * PADDING,
});

/** One pill with its upper left corner at a point of the pen's space, px. */
function paintPill({ pen, palette }: PaintJob, { level, text, width }: Pill, { x, y }: CanvasPoint): void {
  const { ink, soft } = palette.levels[level];
  pen.beginPath();
  pen.roundRect(x + 0.5, y + 0.5, width - 1, HEIGHT - 1, HEIGHT / 2);
  pen.fillStyle = soft;
  pen.fill();
  pen.lineWidth = 1;
  pen.strokeStyle = ink;
  pen.stroke();
  pen.fillStyle = ink;
  pen.font = `640 11px ${palette.font}`;
  pen.textAlign = 'center';
  pen.fillText(text, x + width / 2, y + 14);
}

/** Findings of a whole block as it is seen from very far, ending at a point on its edge; as large on screen as badges are from near. */
export function paintBlockCounts(job: PaintJob, texts: readonly Omit<Pill, 'width'>[], end: CanvasPoint): void {
  const { pen, zoom } = job;
  const pills = texts.map(withWidth);
  const total = pills.reduce((sum, { width }) => sum + width + GAP, -GAP);
  pen.save();
  pen.translate(end.x, end.y);
  pen.scale(1 / zoom, 1 / zoom);
  let x = -total;
  for (const pill of pills) {
    paintPill(job, pill, { x, y: -HEIGHT / 2 });
    x += pill.width + GAP;
  }
  pen.restore();
}

/** The width of the border that pushes the badges in, px. */
function borderOf(job: PaintJob, { boundary, shape }: SceneElement): number {
  const { lines } = job.palette;
  if (boundary !== null) return borderWidth(job, lines.boundary * job.far);
  return shape === 'store' ? 0 : borderWidth(job, lines.element);
}

const FLOW_HEIGHT = 16;

/** The worst finding of a flow, from near only; questions are left to the panel. */
export function paintFlowBadge(job: PaintJob, flow: SceneFlow): void {
  const { pen, palette } = job;
  const numbers = job.counts(flow.id, flow.gathers).split(' ').map(Number);
  const at = LEVELS.findIndex((level, index) => level !== 'question' && (numbers[index] ?? 0) > 0);
  const level = LEVELS[at];
  if (level === undefined) return;
  const text = `${BADGE_SIGNS[level]} ${numbers[at] ?? 0}`;
  const width = measureText(text, { size: 10, weight: 600 }) + 10;
  const plate = flow.label?.box;
  const { x, y } =
    plate === undefined ? pointAlong(flow.points, 0.5).point : { x: plate.x + plate.width - 2, y: plate.y - 2 };
  pen.beginPath();
  pen.roundRect(x - width / 2, y - FLOW_HEIGHT / 2, width, FLOW_HEIGHT, FLOW_HEIGHT / 2);
  pen.fillStyle = palette.levels[level].soft;
  pen.fill();
  pen.lineWidth = 1;
  pen.strokeStyle = palette.levels[level].ink;
  pen.stroke();
  pen.fillStyle = palette.levels[level].ink;
  pen.font = `640 10px ${palette.font}`;
  pen.textAlign = 'center';
  pen.fillText(text, x, y + 3.5);
}
