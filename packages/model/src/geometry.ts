/** Points and boxes in canvas space: CSS pixels at zoom 1, y grows downward. */

/** A point in canvas space, px. */
export interface CanvasPoint {
  readonly x: number;
  readonly y: number;
}

/** An axis-aligned box in canvas space: top-left corner and size, px. */
export interface Box extends CanvasPoint {
  readonly width: number;
  readonly height: number;
}

/** Every stored coordinate is an integer with |v| below this, px. */
export const COORDINATE_LIMIT = 1_000_000;

/** The centre of a box, px. */
export const centreOf = (box: Box): CanvasPoint => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });

/** Whether two boxes are in the same place and of the same size. */
export const isSameBox = (a: Box, b: Box): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

/** The box with so much more on each side, px; less when negative. */
export const grown = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

/** Whether `inner` lies wholly inside `outer`; touching edges count as inside. */
export function encloses(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** Whether the point lies in the box, edges included. */
export const holdsPoint = (box: Box, point: CanvasPoint): boolean =>
  point.x >= box.x && point.y >= box.y && point.x <= box.x + box.width && point.y <= box.y + box.height;

/** Whether the point lies within a closed outline, by the even-odd rule. */
export function isWithin(point: CanvasPoint, outline: readonly CanvasPoint[]): boolean {
  let inside = false;
  for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
    const [a, b] = [outline[i], outline[j]];
    if (a === undefined || b === undefined || a.y > point.y === b.y > point.y) continue;
    if (point.x < ((b.x - a.x) * (point.y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

/** Whether two boxes share any area or edge. */
export const overlaps = (a: Box, b: Box): boolean =>
  a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;

/** The smallest box around all of them; `null` for none. */
export function unionOf(boxes: Iterable<Box>): Box | null {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return left > right ? null : { x: left, y: top, width: right - left, height: bottom - top };
}

/** Whether the segments a–b and c–d touch or cross. */
export function segmentsMeet(a: CanvasPoint, b: CanvasPoint, c: CanvasPoint, d: CanvasPoint): boolean {
  const side = (p: CanvasPoint, q: CanvasPoint, r: CanvasPoint): number =>
    Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x));
  const onSegment = (p: CanvasPoint, q: CanvasPoint, r: CanvasPoint): boolean =>
    Math.min(p.x, q.x) <= r.x && r.x <= Math.max(p.x, q.x) && Math.min(p.y, q.y) <= r.y && r.y <= Math.max(p.y, q.y);
  const abc = side(a, b, c);
  const abd = side(a, b, d);
  const cda = side(c, d, a);
  const cdb = side(c, d, b);
  if (abc !== abd && cda !== cdb) return true;
  return (
    (abc === 0 && onSegment(a, b, c)) ||
    (abd === 0 && onSegment(a, b, d)) ||
    (cda === 0 && onSegment(c, d, a)) ||
    (cdb === 0 && onSegment(c, d, b))
  );
}
