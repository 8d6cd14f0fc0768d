/** Sides of elements: which ones a flow leaves and enters by, and where on the outline a place on a side lies. */

import { type Box, type CanvasPoint, centreOf, encloses, type Flow, holdsPoint, type Side } from '@strideboard/model';
import type { SceneElement } from './items.ts';
import { distance, meetingPoint } from './polyline.ts';

/** Direction away from an element at each side. */
export const OUTWARD: Readonly<Record<Side, CanvasPoint>> = {
  top: { x: 0, y: -1 },
  right: { x: 1, y: 0 },
  bottom: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
};

const OPPOSITE: Readonly<Record<Side, Side>> = { top: 'bottom', right: 'left', bottom: 'top', left: 'right' };

/** Whether places on the side differ in y (left and right) rather than in x. */
export const isUpright = (side: Side): boolean => side === 'left' || side === 'right';

/** The side a self-loop takes when nobody chose one: away from the badges at the top and the flows that mostly run sideways. */
const LOOP_SIDE: Side = 'bottom';

/** The sides a flow leaves its source and enters its target by: the chosen ports, otherwise what the places of both suggest. */
export function sidesOf(
  flow: Flow,
  source: Box,
  target: Box,
  waypoints: readonly CanvasPoint[],
): readonly [Side, Side] {
  const [fromPort, toPort] = flow.ports;
  if (flow.source === flow.target && waypoints.length === 0) {
    const side = fromPort ?? toPort ?? LOOP_SIDE;
    return [side, side];
  }
  const [first, last] = [waypoints[0], waypoints.at(-1)];
  if (first !== undefined && last !== undefined) {
    return [fromPort ?? facingSides(source, asBox(first))[0], toPort ?? facingSides(target, asBox(last))[0]];
  }
  const [from, to] = facingSides(source, target);
  return [fromPort ?? from, toPort ?? to];
}

const asBox = ({ x, y }: CanvasPoint): Box => ({ x, y, width: 0, height: 0 });

/** Slightly favours sideways flows: elements are wider than high. */
const SIDEWAYS = 0.8;

function facingSides(a: Box, b: Box): readonly [Side, Side] {
  if (encloses(a, b) || encloses(b, a)) {
    const [outer, inner] = encloses(a, b) ? [a, b] : [b, a];
    const side = nearestSide(inner, outer);
    return [side, side];
  }
  const gapX = Math.max(b.x - a.x - a.width, a.x - b.x - b.width);
  const gapY = Math.max(b.y - a.y - a.height, a.y - b.y - b.height);
  const [from, to] = [centreOf(a), centreOf(b)];
  const isSideways =
    gapX >= 0 ? gapY < 0 || gapX >= gapY * SIDEWAYS : gapY < 0 && Math.abs(from.x - to.x) > Math.abs(from.y - to.y);
  const side: Side = isSideways ? (to.x >= from.x ? 'right' : 'left') : to.y >= from.y ? 'bottom' : 'top';
  return [side, OPPOSITE[side]];
}

function nearestSide(inner: Box, outer: Box): Side {
  const gaps: readonly (readonly [Side, number])[] = [
    ['right', outer.x + outer.width - inner.x - inner.width],
    ['left', inner.x - outer.x],
    ['bottom', outer.y + outer.height - inner.y - inner.height],
    ['top', inner.y - outer.y],
  ];
  return gaps.reduce((best, gap) => (gap[1] < best[1] ? gap : best))[0];
}

/** Half the usable length of a side, px: corners are left out, so that no flow ends where the outline turns away. */
export function halfRange({ shape, box }: SceneElement, side: Side): number {
  const [along, across] = isUpright(side) ? [box.height, box.width] : [box.width, box.height];
  if (shape === 'pill') {
    const corner = Math.min(along, across) / 2;
    return Math.max(0, along / 2 - corner * 0.42);
  }
  return Math.max(0, along / 2 - Math.min(12, along / 5));
}

/** The point of the outline at an offset from the middle of a side, px; on round and free forms the real outline, not the box. */
export function pointOnSide(element: SceneElement, side: Side, offset: number): CanvasPoint {
  const { box, shape } = element;
  const centre = centreOf(box);
  const out = OUTWARD[side];
  const [along, across] = isUpright(side) ? [box.height, box.width] : [box.width, box.height];
  let reach = across / 2;
  if (shape === 'pill') {
    const radius = Math.min(along, across) / 2;
    const beyond = Math.min(radius, Math.max(0, Math.abs(offset) - (along / 2 - radius)));
    reach -= radius - Math.sqrt(radius * radius - beyond * beyond);
  }
  const point = isUpright(side)
    ? { x: centre.x + out.x * reach, y: centre.y + offset }
    : { x: centre.x + offset, y: centre.y + out.y * reach };
  return shape === 'polygon' ? onOutline(point, centre, element.outlinePoints) : point;
}

/** Where the way from the box's edge to its centre first meets the outline; the edge itself where it never does. */
function onOutline(edge: CanvasPoint, centre: CanvasPoint, outline: readonly CanvasPoint[]): CanvasPoint {
  let best: CanvasPoint | null = null;
  for (let i = 0; i < outline.length; i++) {
    const [a, b] = [outline[i], outline[(i + 1) % outline.length]];
    const met = a === undefined || b === undefined ? null : meetingPoint([edge, centre], [a, b]);
    if (met !== null && (best === null || distance(edge, met) < distance(edge, best))) best = met;
  }
  return best ?? edge;
}

/** How far from the middle of a side a flow would like to end: straight across where both boxes overlap, else leaning to the other. */
export function wishOnSide(own: Box, side: Side, other: Box): number {
  const [start, length, otherStart, otherLength] = isUpright(side)
    ? [own.y, own.height, other.y, other.height]
    : [own.x, own.width, other.x, other.width];
  const centre = start + length / 2;
  const [low, high] = [Math.max(start, otherStart), Math.min(start + length, otherStart + otherLength)];
  if (high >= low && !holdsPoint(own, centreOf(other))) return (low + high) / 2 - centre;
  const away = otherStart + otherLength / 2 - centre;
  return Math.max(-length / 6, Math.min(length / 6, away / 8));
}

/** Length over which two boxes face each other along a side, px; 0 when they do not. */
export function sharedLength(own: Box, side: Side, other: Box): number {
  const [start, length, otherStart, otherLength] = isUpright(side)
    ? [own.y, own.height, other.y, other.height]
    : [own.x, own.width, other.x, other.width];
  return Math.max(0, Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart));
}
