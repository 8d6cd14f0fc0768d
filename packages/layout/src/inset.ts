/** How far from the box of a boundary its content must stay: the row of its name, and for free forms the corners that lie outside. */

import {
  boundaryCurve,
  type Box,
  type CanvasPoint,
  type Element,
  holdsPoint,
  segmentsMeet,
  type Side,
} from '@strideboard/model';
import { INSIDE } from './metrics.ts';

/** Distances from each side, px. */
export type Inset = Readonly<Record<Side, number>>;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The inset for content of this size. A free form grows so that an upright box of that size fits into it. */
export function outlineInset(boundary: Element, content: Size): Inset {
  const plain: Inset = { top: INSIDE.top, right: INSIDE.side, bottom: INSIDE.bottom, left: INSIDE.side };
  if (boundary.shape.kind !== 'poly') return plain;
  const free = freeRectangle(boundary);
  const width = (content.width + 2 * INSIDE.side) / free.width;
  const height = (content.height + INSIDE.top + INSIDE.bottom) / free.height;
  return {
    top: plain.top + free.y * height,
    right: plain.right + (1 - free.x - free.width) * width,
    bottom: plain.bottom + (1 - free.y - free.height) * height,
    left: plain.left + free.x * width,
  };
}

/** Corners of candidates lie on a grid of this many lines. */
const LINES = 12;
const SCALE = 1_000;

/** The largest box found inside the outline, in parts of the boundary's own box; its middle where the outline is too thin for one. */
function freeRectangle(boundary: Element): Box {
  const outline = boundaryCurve(boundary, { x: 0, y: 0, width: SCALE, height: SCALE });
  let best: Box = { x: 0.35, y: 0.35, width: 0.3, height: 0.3 };
  let bestArea = 0;
  for (let left = 0; left < LINES; left++)
    for (let top = 0; top < LINES; top++)
      for (let right = LINES; right > left; right--)
        for (let bottom = LINES; bottom > top; bottom--) {
          const area = (right - left) * (bottom - top);
          if (area <= bestArea) break;
          const box = {
            x: left / LINES,
            y: top / LINES,
            width: (right - left) / LINES,
            height: (bottom - top) / LINES,
          };
          if (!isInside(outline, box)) continue;
          best = box;
          bestArea = area;
        }
  return best;
}

function isInside(outline: readonly CanvasPoint[], part: Box): boolean {
  // A hair smaller, so that touching the outline counts as inside.
  const box: Box = {
    x: part.x * SCALE + 1,
    y: part.y * SCALE + 1,
    width: part.width * SCALE - 2,
    height: part.height * SCALE - 2,
  };
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const corners = [
    { x: box.x, y: box.y },
    { x: box.x + box.width, y: box.y },
    { x: box.x + box.width, y: box.y + box.height },
    { x: box.x, y: box.y + box.height },
  ];
  let crossings = 0;
  const far = { x: -SCALE, y: middle.y + 0.123 };
  for (const [at, a] of outline.entries()) {
    const b = outline[(at + 1) % outline.length] ?? a;
    if (holdsPoint(box, a)) return false;
    for (const [side, corner] of corners.entries()) {
      const next = corners[(side + 1) % corners.length] ?? corner;
      if (segmentsMeet(a, b, corner, next)) return false;
    }
    if (segmentsMeet(a, b, middle, far)) crossings += 1;
  }
  return crossings % 2 === 1;
}
