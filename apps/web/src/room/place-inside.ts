/** Where an element comes to lie when it is put into a boundary from a field instead of by dragging. */
import { type Box, type CanvasPoint, encloses } from '@strideboard/model';

const SIDE_PX = 16;
const TOP_PX = 36;

/** The nearest top-left corner at which the box lies inside the boundary; where it already does, or cannot, it stays or goes to the corner. */
export function placeInside(box: Box, boundary: Box): CanvasPoint {
  if (encloses(boundary, box)) return { x: box.x, y: box.y };
  const left = boundary.x + SIDE_PX;
  const top = boundary.y + TOP_PX;
  const right = boundary.x + boundary.width - SIDE_PX - box.width;
  const bottom = boundary.y + boundary.height - SIDE_PX - box.height;
  return { x: Math.round(clamp(box.x, left, right)), y: Math.round(clamp(box.y, top, bottom)) };
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));
