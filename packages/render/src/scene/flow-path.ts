/** The line of a flow between two places on outlines. */

import type { CanvasPoint, Side } from '@strideboard/model';
import { distance } from './polyline.ts';
import { angleOf, round, roundPoint } from './round.ts';
import { isUpright, OUTWARD } from './sides.ts';
import type { FlowHead } from './items.ts';

/** One end of a line: its point on the outline and the side it leaves by. */
interface PathEnd {
  readonly point: CanvasPoint;
  readonly side: Side;
}

/** What a line has to do. */
export interface PathInput {
  readonly source: PathEnd;
  readonly target: PathEnd;
  readonly waypoints: readonly CanvasPoint[];
  readonly isLoop: boolean;
  readonly isTwoWay: boolean;
}

/** The drawn line (ending inside its heads), the whole way sampled, and the heads. */
export interface FlowPath {
  readonly d: string;
  readonly points: readonly CanvasPoint[];
  readonly heads: readonly FlowHead[];
}

/** How far from the tip the line ends, px: inside the head. */
const TRIM = 6;
const SAMPLES = 20;
const CORNER_RADIUS = 14;
/** Lines that would bend by no more than this are drawn straight, px. */
const STRAIGHT_ENOUGH = 5;

/** Straight where both ends face each other, a gentle curve otherwise, rounded corners through waypoints, a loop at one side. */
export function layFlowPath(input: PathInput): FlowPath {
  const { source, target, waypoints, isLoop, isTwoWay } = input;
  if (waypoints.length > 0) return throughWaypoints(input);
  if (!isLoop && isNearlyStraight(source, target)) {
    return along([source.point, target.point], isTwoWay);
  }
  const reach = isLoop ? loopReach(source.point, target.point) : bendReach(source, target);
  const start = isTwoWay ? out(source, TRIM) : source.point;
  const end = out(target, TRIM);
  const curve: Curve = [start, out({ ...source, point: start }, reach), out({ ...target, point: end }, reach), end];
  const [a, b, c, d] = curve.map(roundPoint);
  const way = sample(curve);
  return {
    d: `M${text(a)}C${text(b)} ${text(c)} ${text(d)}`,
    points: [...(isTwoWay ? [source.point] : []), ...way, target.point].map(roundPoint),
    heads: [...(isTwoWay ? [headAt(source.point, start)] : []), headAt(target.point, end)],
  };
}

type Curve = readonly [CanvasPoint, CanvasPoint, CanvasPoint, CanvasPoint];

const text = (point: CanvasPoint | undefined): string => `${point?.x ?? 0} ${point?.y ?? 0}`;

const out = ({ point, side }: PathEnd, reach: number): CanvasPoint => ({
  x: point.x + OUTWARD[side].x * reach,
  y: point.y + OUTWARD[side].y * reach,
});

const headAt = (tip: CanvasPoint, from: CanvasPoint): FlowHead => ({ ...roundPoint(tip), angle: angleOf(from, tip) });

function isNearlyStraight(source: PathEnd, target: PathEnd): boolean {
  const [a, b] = [OUTWARD[source.side], OUTWARD[target.side]];
  if (a.x + b.x !== 0 || a.y + b.y !== 0) return false;
  const bend = isUpright(source.side) ? target.point.y - source.point.y : target.point.x - source.point.x;
  return Math.abs(bend) <= STRAIGHT_ENOUGH || distance(source.point, target.point) < 2 * TRIM;
}

const loopReach = (a: CanvasPoint, b: CanvasPoint): number => Math.max(52, distance(a, b) * 1.4);

/** How far the curve leaves each side straight, px. */
function bendReach(source: PathEnd, target: PathEnd): number {
  const [a, b] = [source.point, target.point];
  const ahead = isUpright(source.side) ? Math.abs(b.x - a.x) : Math.abs(b.y - a.y);
  const facing = isUpright(source.side) === isUpright(target.side);
  return facing ? Math.max(18, Math.min(ahead / 2, 160)) : Math.max(18, Math.min(distance(a, b) / 2, 140));
}

function sample([a, b, c, d]: Curve): readonly CanvasPoint[] {
  return Array.from({ length: SAMPLES + 1 }, (_, at) => {
    const t = at / SAMPLES;
    const s = 1 - t;
    const blend = (p: number, q: number, r: number, e: number): number =>
      s * s * s * p + 3 * s * s * t * q + 3 * s * t * t * r + t * t * t * e;
    return { x: blend(a.x, b.x, c.x, d.x), y: blend(a.y, b.y, c.y, d.y) };
  });
}

/** A straight line or corners, each rounded; heads point along the last piece. */
function along(corners: readonly CanvasPoint[], isTwoWay: boolean): FlowPath {
  const first = corners[0] ?? { x: 0, y: 0 };
  const last = corners.at(-1) ?? first;
  const afterFirst = corners[1] ?? last;
  const beforeLast = corners.at(-2) ?? first;
  const start = isTwoWay ? towards(first, afterFirst, TRIM) : first;
  const end = towards(last, beforeLast, TRIM);
  const inner = corners.slice(1, -1);
  let d = `M${text(roundPoint(start))}`;
  const points: CanvasPoint[] = [first];
  inner.forEach((corner, at) => {
    const before = at === 0 ? start : (inner[at - 1] ?? start);
    const after = inner[at + 1] ?? end;
    const radius = Math.min(CORNER_RADIUS, distance(before, corner) / 2, distance(corner, after) / 2);
    const [enter, leave] = [towards(corner, before, radius), towards(corner, after, radius)];
    d += `L${text(roundPoint(enter))}Q${text(roundPoint(corner))} ${text(roundPoint(leave))}`;
    const middle = { x: (enter.x + 2 * corner.x + leave.x) / 4, y: (enter.y + 2 * corner.y + leave.y) / 4 };
    points.push(enter, middle, leave);
  });
  return {
    d: `${d}L${text(roundPoint(end))}`,
    points: [...points, last].map(roundPoint),
    heads: [...(isTwoWay ? [headAt(first, afterFirst)] : []), headAt(last, beforeLast)],
  };
}

const throughWaypoints = ({ source, target, waypoints, isTwoWay }: PathInput): FlowPath =>
  along([source.point, ...waypoints, target.point], isTwoWay);

/** The point at a distance from `from` in the direction of `to`, at most half-way; `from` for equal points. */
function towards(from: CanvasPoint, to: CanvasPoint, reach: number): CanvasPoint {
  const length = distance(from, to);
  if (length === 0) return from;
  const t = Math.min(reach / length, 0.5);
  return { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t };
}

/** The box around a line with room for heads and strokes, px. */
export function boundsOfPath(points: readonly CanvasPoint[]): {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
} {
  const margin = 6;
  const [xs, ys] = [points.map((point) => point.x), points.map((point) => point.y)];
  const [x, y] = [Math.min(...xs) - margin, Math.min(...ys) - margin];
  return {
    x: round(x),
    y: round(y),
    width: round(Math.max(...xs) + margin - x),
    height: round(Math.max(...ys) + margin - y),
  };
}
