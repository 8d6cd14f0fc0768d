/** Measures along a line of points. */

import type { CanvasPoint } from '@strideboard/model';

/** A place on a line: the point and the end points of the piece it lies on. */
export interface PlaceOnLine {
  readonly point: CanvasPoint;
  readonly from: CanvasPoint;
  readonly to: CanvasPoint;
}

/** Distance between two points, px. */
export const distance = (a: CanvasPoint, b: CanvasPoint): number => Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);

/** Length of the whole line, px; 0 for fewer than two points. */
export function lengthOf(points: readonly CanvasPoint[]): number {
  let length = 0;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]];
    if (a !== undefined && b !== undefined) length += distance(a, b);
  }
  return length;
}

/** The place at a fraction 0..1 of the line's length; the origin for no points. */
export function pointAlong(points: readonly CanvasPoint[], fraction: number): PlaceOnLine {
  let left = lengthOf(points) * Math.min(1, Math.max(0, fraction));
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [points[i - 1], points[i]];
    if (from === undefined || to === undefined) continue;
    const piece = distance(from, to);
    if (left <= piece && piece > 0) {
      const t = left / piece;
      return { point: { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t }, from, to };
    }
    left -= piece;
  }
  const last = points.at(-1) ?? { x: 0, y: 0 };
  return { point: last, from: points.at(-2) ?? last, to: last };
}

/** Distance from a point to the nearest place on the line, px; infinite for no points. */
export function distanceToLine(point: CanvasPoint, points: readonly CanvasPoint[]): number {
  let nearest = points[0] === undefined ? Number.POSITIVE_INFINITY : distance(point, points[0]);
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]];
    if (a === undefined || b === undefined) continue;
    const squared = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
    const t =
      squared === 0
        ? 0
        : Math.min(1, Math.max(0, ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / squared));
    nearest = Math.min(nearest, distance(point, { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t }));
  }
  return nearest;
}

/** Where the segments a–b and c–d cross; `null` when they do not or are parallel. */
export function meetingPoint(
  [a, b]: readonly [CanvasPoint, CanvasPoint],
  [c, d]: readonly [CanvasPoint, CanvasPoint],
): CanvasPoint | null {
  const [abx, aby, cdx, cdy] = [b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y];
  const cross = abx * cdy - aby * cdx;
  if (cross === 0) return null;
  const t = ((c.x - a.x) * cdy - (c.y - a.y) * cdx) / cross;
  const u = ((c.x - a.x) * aby - (c.y - a.y) * abx) / cross;
  if (t < 0 || t > 1 || u < 0 || u > 1) return null;
  return { x: a.x + abx * t, y: a.y + aby * t };
}
