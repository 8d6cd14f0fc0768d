/** Curves of the tool: connectors and line boundaries are quadratic, and their handle lies on the curve, halfway. */

import type { RawObject, RawPoint } from './raw-drawing.ts';

/** Points a curve becomes, its ends included. */
const POINTS = 16;
/** A handle closer to the straight line than this leaves it straight, px. */
const STRAIGHT = 0.5;

/**
 * The curve as points, canvas px; two for a straight one. The handle is the point at half the way, not the control point of the curve: that
 * is 2·handle − (from + to)/2. (Checked against the stored threats of real files: read as the control point, crossings are missed.)
 */
export function sampleCurve({ from, handle, to }: NonNullable<RawObject['curve']>): readonly RawPoint[] {
  if (isStraight(from, handle, to)) return [from, to];
  const control = [2 * handle[0] - (from[0] + to[0]) / 2, 2 * handle[1] - (from[1] + to[1]) / 2] as const;
  return Array.from({ length: POINTS }, (_, at): RawPoint => {
    const t = at / (POINTS - 1);
    const blend = (axis: 0 | 1): number =>
      (1 - t) ** 2 * from[axis] + 2 * t * (1 - t) * control[axis] + t ** 2 * to[axis];
    return [blend(0), blend(1)];
  });
}

function isStraight([ax, ay]: RawPoint, [x, y]: RawPoint, [bx, by]: RawPoint): boolean {
  const length = Math.hypot(bx - ax, by - ay);
  if (length === 0) return Math.hypot(x - ax, y - ay) <= STRAIGHT;
  const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length;
  const apart = Math.abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length;
  return apart <= STRAIGHT && along >= 0 && along <= length;
}
