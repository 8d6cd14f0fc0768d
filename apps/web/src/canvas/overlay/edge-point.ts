/** Where a straight line between two boxes leaves the first one. */
import { type Box, type CanvasPoint, centreOf } from '@strideboard/model';

/** The point on the edge of `box` towards the centre of `other`, canvas px; the centre itself when the centres coincide. */
export function edgePoint(box: Box, other: Box): CanvasPoint {
  const from = centreOf(box);
  const to = centreOf(other);
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  if (dx === 0 && dy === 0) return from;
  const reach = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : box.width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : box.height / 2 / Math.abs(dy),
  );
  return { x: from.x + dx * reach, y: from.y + dy * reach };
}
