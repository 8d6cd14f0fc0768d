/** External entities, processes, data stores and notes on the underlay, as their style sheet has them. */
import type { Box } from '@strideboard/model';
import { glyphPath, LOCK_PATH, type SceneElement } from '@strideboard/render';
import { borderWidth, dashesOf, type PaintJob } from './job.ts';
import { paintBadges } from './paint-badges.ts';
import { paintBlock, paintFarName } from './paint-text.ts';

/** Below this size on screen an icon is a smudge, px. */
const LEAST_GLYPH_PX = 5;
/** A shadow of two px is not seen from afar. */
const LEAST_SHADOW_ZOOM = 0.6;

/** The whole element with its badges. */
export function paintElement(job: PaintJob, element: SceneElement): void {
  const { palette } = job;
  if (element.shape === 'store') paintStore(job, element);
  else paintShape(job, element);
  if (job.zoom > 0.09) paintContent(job, element);
  if (element.locked) paintLock(job, element, element.shape === 'store' ? 0 : borderWidth(job, palette.lines.element));
  paintBadges(job, element);
}

function paintContent(job: PaintJob, element: SceneElement): void {
  const { pen, palette } = job;
  const { box, glyph, title, subtitle, shape } = element;
  pen.globalAlpha = element.outOfScope ? palette.outOfScope : 1;
  const isNote = shape === 'note';
  if (job.distance === 'far' && !isNote) paintFarName(job, element, palette.ink);
  else {
    if (glyph !== null && glyph.size * job.zoom >= LEAST_GLYPH_PX) paintGlyph(job, element);
    paintBlock(job, title, { x: box.x, y: box.y, fill: palette.ink, weight: isNote ? 400 : 600 });
    if (subtitle !== null && job.distance !== 'far') {
      paintBlock(job, subtitle, { x: box.x, y: box.y, fill: palette.ink3 });
    }
  }
  pen.globalAlpha = 1;
}

function paintGlyph(job: PaintJob, { box, glyph, kind }: SceneElement): void {
  if (glyph === null) return;
  const { pen, palette } = job;
  const scale = glyph.size / 24;
  pen.save();
  pen.translate(box.x + glyph.x, box.y + glyph.y);
  pen.scale(scale, scale);
  pen.strokeStyle = palette.ink2;
  pen.lineWidth = 1.6;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.stroke(job.path(glyphPath(glyph.name, kind)));
  pen.restore();
}

/** Pill, rectangle and note: an area with a border inside its edge. */
function paintShape(job: PaintJob, element: SceneElement): void {
  const { pen, palette, zoom } = job;
  const { shape, kind, outOfScope } = element;
  const isReference = kind === 'ref';
  const isNote = shape === 'note';
  if (palette.hasShadow && !outOfScope && !isReference && zoom >= LEAST_SHADOW_ZOOM) paintShadow(job, element);
  const width = borderWidth(job, palette.lines.element);
  trace(job, element, width / 2);
  pen.fillStyle = isReference ? palette.ground : isNote ? palette.noteFill : palette.raised;
  pen.fill();
  pen.strokeStyle = isNote ? palette.noteLine : palette.outline;
  pen.lineWidth = width;
  pen.lineCap = 'butt';
  if (outOfScope) pen.setLineDash(dashesOf(job, width));
  pen.stroke();
  if (outOfScope) pen.setLineDash([]);
  if (!isReference) return;
  // Shown by reference: a second line inside.
  trace(job, element, width + 2.5);
  pen.strokeStyle = palette.outline;
  pen.lineWidth = 1;
  pen.stroke();
}

function trace({ pen, zoom }: PaintJob, { box, shape }: SceneElement, inset: number): void {
  const [x, y, width, height] = [box.x + inset, box.y + inset, box.width - 2 * inset, box.height - 2 * inset];
  pen.beginPath();
  if (shape === 'rectangle' || (shape === 'note' && zoom < 0.2)) pen.rect(x, y, width, height);
  else if (shape === 'note') pen.roundRect(x, y, width, height, [3, 3, 14, 3]);
  else pen.roundRect(x, y, width, height, Math.min(width, height) / 2);
}

function paintShadow(job: PaintJob, element: SceneElement): void {
  const { pen } = job;
  const box: Box = { ...element.box, y: element.box.y + 1 };
  trace(job, { ...element, box }, -0.5);
  pen.globalAlpha = 0.05;
  pen.fillStyle = '#17202e';
  pen.fill();
  pen.globalAlpha = 1;
}

/** Two rules, open at the sides. */
function paintStore(job: PaintJob, { box, kind, outOfScope }: SceneElement): void {
  const { pen, palette } = job;
  const { x, y, width, height } = box;
  const rule = borderWidth(job, palette.lines.store);
  pen.fillStyle = kind === 'ref' ? palette.ground : palette.raised;
  pen.fillRect(x, y, width, height);
  pen.fillStyle = palette.flow;
  if (outOfScope) {
    pen.strokeStyle = palette.flow;
    pen.lineWidth = rule;
    pen.setLineDash(dashesOf(job, rule));
    pen.beginPath();
    for (const at of [y + rule / 2, y + height - rule / 2]) {
      pen.moveTo(x, at);
      pen.lineTo(x + width, at);
    }
    pen.stroke();
    pen.setLineDash([]);
  } else {
    pen.fillRect(x, y, width, rule);
    pen.fillRect(x, y + height - rule, width, rule);
  }
  if (kind !== 'ref') return;
  pen.fillRect(x, y + rule + 2, width, 1);
  pen.fillRect(x, y + height - rule - 3, width, 1);
}

/** A small padlock at the lower left corner; `border` is the width of the element's own, px. */
export function paintLock(job: PaintJob, { box }: SceneElement, border: number): void {
  const { pen, palette } = job;
  pen.save();
  pen.translate(box.x + border + 18, box.y + box.height - border);
  pen.beginPath();
  pen.arc(0, 0, 7.4, 0, 2 * Math.PI);
  pen.fillStyle = palette.ground;
  pen.fill();
  pen.strokeStyle = palette.outline;
  pen.lineWidth = 1;
  pen.stroke();
  pen.strokeStyle = palette.ink2;
  pen.lineWidth = 1.3;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.stroke(job.path(LOCK_PATH));
  pen.restore();
}

/** Between an element and the ring around it, px. */
const RING_GAP = 3;
const PEER_GAP = 7;

/** Rings of what is selected, by me or somebody else, and too much to be handed to the page. */
export function paintRings(job: PaintJob, element: SceneElement): void {
  const mark = job.marks.get(element.id);
  const { palette } = job;
  if (mark !== undefined) paintRing(job, element, { gap: PEER_GAP - palette.lines.ring, colour: mark.colour });
  if (job.selected.has(element.id)) paintRing(job, element, { gap: RING_GAP, colour: palette.accent });
}

function paintRing(
  job: PaintJob,
  { box, shape, boundary }: SceneElement,
  { gap, colour }: { readonly gap: number; readonly colour: string },
): void {
  const { pen, palette } = job;
  const width = palette.lines.ring;
  const by = gap + width / 2;
  const radius = shape === 'pill' ? box.height / 2 + by : boundary === null ? 2 + by : 14 + by;
  pen.beginPath();
  pen.roundRect(box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by, radius);
  pen.strokeStyle = colour;
  // Thin rings of many things far away must still be seen.
  pen.lineWidth = Math.max(width, 1.2 / job.zoom);
  pen.stroke();
}
