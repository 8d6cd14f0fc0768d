/**
 * Keeps one canvas below the page's own drawing in step with the diagram. It is painted again only where something changed; panning moves
 * it and paints what comes into view; zooming enlarges it until there is time to paint, so that a view never waits for the painting.
 */
import { type Box, type ElementId, grown, unionOf } from '@strideboard/model';
import type { Scene, SceneElement, SceneFlow } from '@strideboard/render';
import type { AnalysisState } from '../../analysis/analysis-knowledge.ts';
import type { Bench } from '../bench.ts';
import { countsAsText } from '../diagram/counts-text.ts';
import type { PeerMark } from '../diagram/peer-marks.ts';
import { distanceAt } from '../view/distance.ts';
import { farFactor } from '../view/viewport.ts';
import { isSameNesting, totalsOf } from './block-counts.ts';
import { changedBoxes, reachAt } from './changed-boxes.ts';
import { createFarNames } from './far-lines.ts';
import type { PaintItems, PaintJob } from './job.ts';
import { paint } from './paint.ts';
import { createPaintClock } from './paint-clock.ts';
import { type Palette, readPalette } from './palette.ts';
import {
  boxOf,
  isOnSheet,
  missingOn,
  placeOf,
  rectOf,
  type Sheet,
  sheetFor,
  type SheetRect,
  wholeOf,
} from './sheet.ts';

/** What is shown. */
interface Shown {
  readonly scene: Scene;
  /** The colour scheme in force. */
  readonly theme: string;
  /** Selected and marked things that the page itself does not show. */
  readonly selected: ReadonlySet<string>;
  readonly marks: ReadonlyMap<string, PeerMark>;
  /** What the page itself draws instead. */
  readonly left: ReadonlySet<string>;
  readonly badges: AnalysisState['badges'];
}

/** The canvas at work. */
export interface Underlay {
  /** Shows this from now on. */
  show(shown: Shown): void;
  /** Paints everything again, since what it is painted with has changed. */
  refresh(): void;
  dispose(): void;
}

/** Paths remembered at most; a board has as many as it has flows and icons. */
const MOST_PATHS = 30_000;

/** Starts on a canvas of the page. */
export function createUnderlay(canvas: HTMLCanvasElement, { room, session, scenes }: Bench): Underlay {
  let shown: Shown | null = null;
  let palette: Palette | null = null;
  let sheet: Sheet | null = null;
  let dirty: Box | 'all' | null = null;
  let totals: { readonly of: Shown; readonly map: ReadonlyMap<ElementId, readonly number[]> } | null = null;
  const paths = new Map<string, Path2D>();
  const farName = createFarNames();
  const spare = document.createElement('canvas');

  const path = (data: string): Path2D => {
    const known = paths.get(data);
    if (known !== undefined) return known;
    if (paths.size > MOST_PATHS) paths.clear();
    const made = new Path2D(data);
    paths.set(data, made);
    return made;
  };
  const countsOf =
    ({ badges }: Shown): PaintJob['counts'] =>
    (id, others = []) =>
      badges.size === 0 ? '' : countsAsText(badges, room.index(), { id, others });
  const blockTotals = (of: Shown) => (element: SceneElement) => {
    if (
      totals === null ||
      totals.of.badges !== of.badges ||
      !isSameNesting(totals.of.scene.elements, of.scene.elements)
    )
      totals = { of, map: totalsOf(of.scene.elements, countsOf(of)) };
    return totals.map.get(element.id) ?? null;
  };

  const paintRects = (on: Sheet, now: Shown, rects: readonly SheetRect[]): void => {
    const pen = canvas.getContext('2d');
    if (pen === null) return;
    palette ??= readPalette(canvas.parentElement ?? canvas, now.theme);
    const unit = on.zoom * on.ratio;
    for (const rect of rects) {
      pen.save();
      pen.setTransform(1, 0, 0, 1, 0, 0);
      pen.beginPath();
      pen.rect(rect.left, rect.top, rect.width, rect.height);
      pen.clip();
      pen.clearRect(rect.left, rect.top, rect.width, rect.height);
      pen.setTransform(unit, 0, 0, unit, -on.left, -on.top);
      const job: PaintJob = {
        ...{ pen, zoom: on.zoom, ratio: on.ratio, distance: distanceAt(on.zoom), far: farFactor(on.zoom) },
        ...{ palette, selected: now.selected, marks: now.marks },
        ...{ counts: countsOf(now), farName, path },
      };
      const around = grown(boxOf(on, rect), reachAt(on.zoom));
      paint(job, parted(scenes.grid(now.scene).query(around), now.left), blockTotals(now));
      pen.restore();
    }
  };
  const place = (): void => {
    if (sheet === null) return;
    const { x, y, scale } = placeOf(sheet, session.getState().viewport);
    canvas.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
  };
  /** Takes over what stays of the present sheet and paints the rest. */
  const goTo = (next: Sheet, now: Shown): void => {
    const before = dirty === 'all' ? null : sheet;
    const missing = before === null ? [wholeOf(next)] : missingOn(next, before);
    const isWhole = before === null || (missing[0]?.height === next.height && missing[0].width === next.width);
    if (canvas.width !== next.width || canvas.height !== next.height) {
      canvas.width = next.width;
      canvas.height = next.height;
      canvas.style.width = `${next.width / next.ratio}px`;
      canvas.style.height = `${next.height / next.ratio}px`;
    } else if (!isWhole) shift(before.left - next.left, before.top - next.top);
    sheet = next;
    paintRects(next, now, missing);
  };
  const shift = (dx: number, dy: number): void => {
    const pen = canvas.getContext('2d');
    const copy = spare.getContext('2d');
    if (pen === null || copy === null) return;
    if (spare.width !== canvas.width || spare.height !== canvas.height) {
      spare.width = canvas.width;
      spare.height = canvas.height;
    }
    copy.globalCompositeOperation = 'copy';
    copy.drawImage(canvas, 0, 0);
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(spare, dx, dy);
  };

  /** Brings the sheet up to date with everything that is known. */
  const paintNow = (): void => {
    const { viewport, canvasSize } = session.getState();
    if (shown === null || canvasSize.width === 0) return;
    const now = shown;
    const ratio = devicePixelRatio;
    const isRight = sheet?.ratio === ratio && isOnSheet(sheet, viewport, canvasSize);
    if (sheet === null || !isRight || dirty === 'all') goTo(sheetFor(viewport, canvasSize, ratio), now);
    if (dirty !== null && dirty !== 'all' && sheet !== null) {
      const rect = rectOf(sheet, dirty);
      if (rect !== null) paintRects(sheet, now, [rect]);
    }
    dirty = null;
    place();
  };
  const clock = createPaintClock(paintNow);

  const follow = (): void => {
    const { viewport, canvasSize } = session.getState();
    if (sheet === null || shown === null) return;
    place();
    if (sheet.zoom !== viewport.zoom && sheet.ratio === devicePixelRatio) {
      dirty = 'all';
      clock.soon();
    } else if (sheet.ratio !== devicePixelRatio || !isOnSheet(sheet, viewport, canvasSize)) clock.now();
  };
  const stop = session.subscribe((now, before) => {
    if (now.viewport !== before.viewport || now.canvasSize !== before.canvasSize) follow();
  });

  return {
    show(next) {
      const before = shown;
      shown = next;
      if (before === null || before.theme !== next.theme) {
        palette = null;
        dirty = 'all';
        clock.now();
        return;
      }
      const boxes = changedBoxes(before, next);
      const isNow = before.left !== next.left;
      // Who goes from one block to another changes what both say, wherever on them that stands.
      const isSame = isSameNesting(before.scene.elements, next.scene.elements) && before.badges === next.badges;
      if (!isSame) dirty = 'all';
      else if (boxes.length > 0 && dirty !== 'all') {
        const reach = reachAt(session.getState().viewport.zoom);
        dirty = unionOf([...(dirty === null ? [] : [dirty]), ...boxes.map((box) => grown(box, reach))]);
      }
      if (dirty === null) return;
      if (isNow) clock.now();
      else clock.soon();
    },
    refresh() {
      dirty = 'all';
      clock.soon();
    },
    dispose() {
      stop();
      clock.dispose();
    },
  };
}

/** Items by the layer they are painted in, without those that are left out. */
function parted(items: readonly (SceneElement | SceneFlow)[], left: ReadonlySet<string>): PaintItems {
  const boundaries: SceneElement[] = [];
  const flows: SceneFlow[] = [];
  const elements: SceneElement[] = [];
  for (const item of items) {
    if (left.has(item.id)) continue;
    if (item.item === 'flow') flows.push(item);
    else if (item.boundary === null) elements.push(item);
    else boundaries.push(item);
  }
  return { boundaries, flows, elements };
}
