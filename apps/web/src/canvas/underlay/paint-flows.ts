/** Flows on the underlay: all lines first, then labels, then badges, so that no line runs over a label. */
import type { CanvasPoint } from '@strideboard/model';
import type { SceneFlow } from '@strideboard/render';
import { gateShape, headShape } from '../diagram/flow-shapes.ts';
import { isLegible, type PaintJob } from './job.ts';
import { paintFlowBadge } from './paint-badges.ts';

/** How much lines and heads grow when they are seen from afar. */
const MOST_GROWTH = 1.75;
/** Below this zoom a head is smaller than the line is wide. */
const LEAST_HEAD_ZOOM = 0.09;
/** From here on lines are drawn as they are, below from point to point, no nearer than this on screen, px. */
const LEAST_CURVE_ZOOM = 0.35;
const STEP_PX = 5;
/** A path of many lines is slow to fill in, one line at a time as well. */
const BATCH = 64;

/** Everything of these flows. */
export function paintFlows(job: PaintJob, flows: readonly SceneFlow[]): void {
  const { palette, far, zoom } = job;
  const grown = Math.min(far, MOST_GROWTH);
  const usual = flows.filter(({ outOfScope }) => !outOfScope);
  for (const isCrossing of [false, true]) {
    const width = (isCrossing ? palette.lines.crossing : palette.lines.flow) * grown;
    const lines = usual.filter(({ crosses }) => crosses.length > 0 === isCrossing);
    paintLines(job, lines, width);
  }
  for (const flow of flows) if (flow.outOfScope) paintOutOfScope(job, flow, grown);
  if (zoom >= LEAST_HEAD_ZOOM) paintHeads(job, flows, grown);
  for (const flow of flows) if (job.selected.has(flow.id) || job.marks.has(flow.id)) paintHalo(job, flow);
  if (job.distance === 'very-far') return;
  for (const flow of flows) paintLabel(job, flow);
  if (job.distance === 'near') for (const flow of flows) paintFlowBadge(job, flow);
}

function paintLines(job: PaintJob, flows: readonly SceneFlow[], width: number): void {
  const { pen, palette, zoom } = job;
  pen.strokeStyle = palette.flow;
  pen.lineWidth = width;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  if (zoom >= LEAST_CURVE_ZOOM) {
    for (const { d } of flows) pen.stroke(job.path(d));
    return;
  }
  for (let from = 0; from < flows.length; from += BATCH) {
    pen.beginPath();
    for (const { points } of flows.slice(from, from + BATCH)) trace(pen, points, zoom);
    pen.stroke();
  }
}

/** The way from point to point, leaving out what would be too near to the last one to be seen. */
function trace(pen: CanvasRenderingContext2D, points: readonly CanvasPoint[], zoom: number): void {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return;
  const reach = STEP_PX / zoom;
  let at = first;
  pen.moveTo(first.x, first.y);
  for (const point of points) {
    if (Math.abs(point.x - at.x) + Math.abs(point.y - at.y) < reach) continue;
    pen.lineTo(point.x, point.y);
    at = point;
  }
  if (at !== last) pen.lineTo(last.x, last.y);
}

function paintOutOfScope(job: PaintJob, { d, crosses }: SceneFlow, grown: number): void {
  const { pen, palette } = job;
  pen.globalAlpha = palette.outOfScope;
  pen.strokeStyle = palette.flow;
  pen.lineWidth = (crosses.length > 0 ? palette.lines.crossing : palette.lines.flow) * grown;
  pen.setLineDash([6, 5]);
  pen.stroke(job.path(d));
  pen.setLineDash([]);
  pen.globalAlpha = 1;
}

/** Heads, and the gates where a flow crosses. */
function paintHeads(job: PaintJob, flows: readonly SceneFlow[], grown: number): void {
  const { pen, palette } = job;
  pen.fillStyle = palette.flow;
  pen.strokeStyle = palette.flow;
  const shapes = flows.flatMap(({ heads }) => heads.map(headShape));
  const gates = flows.flatMap(({ marks }) => marks.map(gateShape));
  for (let from = 0; from < shapes.length; from += BATCH) {
    const heads = new Path2D(shapes.slice(from, from + BATCH).join(''));
    pen.fill(heads);
    pen.lineWidth = Math.max(0, (palette.lines.crossing - 1.25) * grown);
    if (pen.lineWidth * job.zoom > 0.3) pen.stroke(heads);
  }
  pen.lineWidth = 1.75;
  for (let from = 0; from < gates.length; from += BATCH)
    pen.stroke(new Path2D(gates.slice(from, from + BATCH).join('')));
}

/** What is selected, by me or somebody else, and too much to be handed to the page. */
function paintHalo(job: PaintJob, { id, d }: SceneFlow): void {
  const { pen, palette } = job;
  const isMine = job.selected.has(id);
  pen.globalAlpha = 0.28;
  pen.strokeStyle = isMine ? palette.accent : (job.marks.get(id)?.colour ?? palette.accent);
  pen.lineWidth = 9;
  pen.stroke(job.path(d));
  pen.globalAlpha = 1;
  if (!isMine) return;
  pen.lineWidth = palette.lines.flow;
  pen.stroke(job.path(d));
}

const TEXT = 11;
const MOST_NUMBER_GROWTH = 2.25;

/** Number and label on a plate; from afar the number alone. */
function paintLabel(job: PaintJob, { label, outOfScope }: SceneFlow): void {
  if (label === null) return;
  const { pen, palette, far } = job;
  const { box, number, lines } = label;
  if (job.distance === 'far') {
    if (number === null) return;
    const size = TEXT * Math.min(far, MOST_NUMBER_GROWTH);
    if (!isLegible(job, size)) return;
    pen.globalAlpha = outOfScope ? palette.outOfScope : 1;
    pen.font = `640 ${size}px ${palette.font}`;
    pen.textAlign = 'center';
    const [x, y] = [box.x + box.width / 2, number.y + 4 * (size / TEXT - 1)];
    pen.strokeStyle = palette.ground;
    pen.lineWidth = 8;
    pen.strokeText(number.text, x, y);
    pen.fillStyle = palette.ink;
    pen.fillText(number.text, x, y);
    pen.globalAlpha = 1;
    return;
  }
  pen.beginPath();
  pen.roundRect(box.x, box.y, box.width, box.height, 5);
  pen.fillStyle = palette.ground;
  pen.fill();
  pen.globalAlpha = outOfScope ? palette.outOfScope : 1;
  pen.textAlign = 'left';
  if (number !== null) {
    pen.font = `640 ${TEXT}px ${palette.font}`;
    pen.fillStyle = palette.ink;
    pen.fillText(number.text, number.x, number.y);
  }
  pen.font = `400 ${TEXT}px ${palette.font}`;
  pen.fillStyle = palette.ink2;
  for (const { text, x, y } of lines) pen.fillText(text, x, y);
  pen.globalAlpha = 1;
}
