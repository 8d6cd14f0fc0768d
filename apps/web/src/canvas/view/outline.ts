/** Boundaries that are no boxes: their corners on the canvas, and back. Plain geometry, canvas px. */
import {
  type BoundaryShape,
  type Box,
  boundaryCurve,
  type CanvasPoint,
  type Element,
  unionOf,
} from '@strideboard/model';
import { distanceToLine } from '@strideboard/render';

/** The unit of stored corners: ten-thousandths of the box. */
const UNIT = 10_000;
/** A box is at least this wide and high, px: a straight line has no area. */
const LEAST = 10;

/** A free form or line: its shape with the box its corners lie in. */
export interface Outline {
  readonly box: Box;
  readonly shape: Exclude<BoundaryShape, { readonly kind: 'box' }>;
}

type Curve = Outline['shape']['curve'];

/** The shape through corners on the canvas. */
export function outlineThrough(
  corners: readonly CanvasPoint[],
  { kind, curve }: { readonly kind: Outline['shape']['kind']; readonly curve: Curve },
): Outline {
  const around = unionOf(corners.map(({ x, y }) => ({ x, y, width: 0, height: 0 }))) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  };
  const box = {
    x: Math.round(around.x),
    y: Math.round(around.y),
    width: Math.max(LEAST, Math.round(around.width)),
    height: Math.max(LEAST, Math.round(around.height)),
  };
  const part = (value: number, from: number, length: number): number =>
    Math.min(UNIT, Math.max(0, Math.round(((value - from) / length) * UNIT)));
  const points = corners.map(({ x, y }) => [part(x, box.x, box.width), part(y, box.y, box.height)] as const);
  return { box, shape: { kind, points, curve } };
}

/** The corners of a boundary on the canvas; of a box its four. */
export function cornersOf({ kind, shape }: Pick<Element, 'kind' | 'shape'>, box: Box): readonly CanvasPoint[] {
  return boundaryCurve({ kind, shape: shape.kind === 'box' ? shape : { ...shape, curve: 'straight' } }, box);
}

/** The same boundary as another kind of shape: a box keeps its corners as a free form, and its middle as a line. */
export function reshaped(
  { kind, shape }: Pick<Element, 'kind' | 'shape'>,
  box: Box,
  to: Outline['shape']['kind'],
): Outline {
  const corners = cornersOf({ kind, shape }, box);
  const curve = shape.kind === 'box' ? 'straight' : shape.curve;
  if (to === 'line') {
    return outlineThrough(shape.kind === 'box' ? middleOf(box) : corners, { kind: to, curve: 'smooth' });
  }
  return outlineThrough(corners.length < 3 ? [...corners, beside(corners)] : corners, { kind: to, curve });
}

/** Index at which a new corner would stand: after the piece of the outline that is nearest. */
export function cornerIndex(corners: readonly CanvasPoint[], closed: boolean, point: CanvasPoint): number {
  const [first] = corners;
  const way = closed && first !== undefined ? [...corners, first] : corners;
  let [nearest, at] = [Number.POSITIVE_INFINITY, way.length - 1];
  for (let i = 1; i < way.length; i++) {
    const distance = distanceToLine(point, way.slice(i - 1, i + 1));
    if (distance < nearest) [nearest, at] = [distance, i];
  }
  return at;
}

/** A way drawn by hand with the corners that matter: none lies farther from what is kept than `tolerance`. */
export function simplified(way: readonly CanvasPoint[], tolerance: number): readonly CanvasPoint[] {
  const [first, last] = [way[0], way.at(-1)];
  if (first === undefined || last === undefined || way.length < 3) return way;
  let [farthest, at] = [0, 0];
  for (let i = 1; i < way.length - 1; i++) {
    const point = way[i];
    const distance = point === undefined ? 0 : distanceToLine(point, [first, last]);
    if (distance > farthest) [farthest, at] = [distance, i];
  }
  if (farthest <= tolerance) return [first, last];
  return [...simplified(way.slice(0, at + 1), tolerance).slice(0, -1), ...simplified(way.slice(at), tolerance)];
}

const middleOf = ({ x, y, width, height }: Box): readonly CanvasPoint[] =>
  width > height
    ? [
        { x, y: y + height / 2 },
        { x: x + width, y: y + height / 2 },
      ]
    : [
        { x: x + width / 2, y },
        { x: x + width / 2, y: y + height },
      ];

/** A third corner for a line of two. */
function beside([a, b]: readonly CanvasPoint[]): CanvasPoint {
  if (a === undefined || b === undefined) return { x: 0, y: 0 };
  return { x: (a.x + b.x) / 2 + (b.y - a.y) / 2, y: (a.y + b.y) / 2 - (b.x - a.x) / 2 };
}

/** The corners with one more in the middle of the longest side. */
export function withCorner(corners: readonly CanvasPoint[], closed: boolean): readonly CanvasPoint[] {
  const sides = corners.map((corner, at) => {
    const next = corners[(at + 1) % corners.length] ?? corner;
    const isSide = closed || at + 1 < corners.length;
    return { corner, next, length: isSide ? Math.hypot(next.x - corner.x, next.y - corner.y) : -1 };
  });
  const longest = sides.reduce((best, { length }, at) => (length > (sides[best]?.length ?? 0) ? at : best), 0);
  const side = sides[longest];
  if (side === undefined) return corners;
  const middle = { x: Math.round((side.corner.x + side.next.x) / 2), y: Math.round((side.corner.y + side.next.y) / 2) };
  return corners.toSpliced(longest + 1, 0, middle);
}
