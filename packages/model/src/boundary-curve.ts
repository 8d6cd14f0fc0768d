/** The outlines of boundaries as points. */

import { type Element, isClosedBoundary } from './element.ts';
import type { Box, CanvasPoint } from './geometry.ts';

const CURVE_STEPS = 12;

/** The outline of a poly or line boundary as points in canvas px (a smooth curve is sampled); the four corners for a box. */
export function boundaryCurve(element: Pick<Element, 'kind' | 'shape'>, box: Box | undefined): readonly CanvasPoint[] {
  if (box === undefined) return [];
  if (element.shape.kind === 'box') {
    const { x, y, width, height } = box;
    return [
      { x, y },
      { x: x + width, y },
      { x: x + width, y: y + height },
      { x, y: y + height },
    ];
  }
  const corners = element.shape.points.map(([x, y]) => ({
    x: box.x + (x / 10_000) * box.width,
    y: box.y + (y / 10_000) * box.height,
  }));
  if (element.shape.curve === 'straight' || corners.length < 3) return corners;
  return smoothPolyline(corners, isClosedBoundary(element));
}

/** Samples a Catmull–Rom curve through the points, {@link CURVE_STEPS} pieces a segment. */
function smoothPolyline(points: readonly CanvasPoint[], closed: boolean): readonly CanvasPoint[] {
  const count = points.length;
  const at = (i: number): CanvasPoint => {
    const wrapped = closed ? (i + count) % count : Math.min(count - 1, Math.max(0, i));
    return points[wrapped] ?? { x: 0, y: 0 };
  };
  const samples: CanvasPoint[] = [];
  const segments = closed ? count : count - 1;
  for (let i = 0; i < segments; i++) {
    for (let step = 0; step < CURVE_STEPS; step++) {
      samples.push(catmullRom([at(i - 1), at(i), at(i + 1), at(i + 2)], step / CURVE_STEPS));
    }
  }
  samples.push(closed ? at(0) : at(count - 1));
  return samples;
}

function catmullRom(
  [p0, p1, p2, p3]: readonly [CanvasPoint, CanvasPoint, CanvasPoint, CanvasPoint],
  t: number,
): CanvasPoint {
  const blend = (a: number, b: number, c: number, d: number): number =>
    0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
  return { x: blend(p0.x, p1.x, p2.x, p3.x), y: blend(p0.y, p1.y, p2.y, p3.y) };
}
