/** How far from the box of a boundary its content must stay: the row of its name, and for free forms the corners that lie outside. */

import {
  boundaryCurve,
  type Box,
  type CanvasPoint,
  type Element,
  type ElementId,
  holdsPoint,
  segmentsMeet,
  type Side,
} from '@strideboard/model';
import type { Size } from './label-size.ts';
import { INSIDE } from './metrics.ts';

/** Distances from each side, px. */
export type Inset = Readonly<Record<Side, number>>;

/** The inset of a boundary for content of some size. A free form grows so that an upright box of that size fits into it. */
export type InsetOf = (boundary: Element, content: Size) => Inset;

/** Measures insets; each outline is looked at once. */
export function createInsets(): InsetOf {
  const plain: Inset = { top: INSIDE.top, right: INSIDE.side, bottom: INSIDE.bottom, left: INSIDE.side };
  const known = new Map<ElementId, Box>();
  return (boundary, content) => {
    if (boundary.shape.kind !== 'poly') return plain;
    const free = known.get(boundary.id) ?? freeRectangle(boundary);
    known.set(boundary.id, free);
    const width = (content.width + 2 * INSIDE.side) / free.width;
    const height = (content.height + INSIDE.top + INSIDE.bottom) / free.height;
    return {
      top: plain.top + free.y * height,
      right: plain.right + (1 - free.x - free.width) * width,
      bottom: plain.bottom + (1 - free.y - free.height) * height,
      left: plain.left + free.x * width,
    };
  };
}

/** Candidates are made of cells: this many across and down. */
const CELLS = 12;
const SCALE = 1_200;
const CELL = SCALE / CELLS;

/** The largest box found inside the outline, in parts of the boundary's own box; its middle where the outline is too thin for one. */
function freeRectangle(boundary: Element): Box {
  const outline = boundaryCurve(boundary, { x: 0, y: 0, width: SCALE, height: SCALE });
  const heights = Array.from({ length: CELLS }, () => 0);
  let best: Box = { x: 0.35, y: 0.35, width: 0.3, height: 0.3 };
  let bestArea = 0;
  for (let row = 0; row < CELLS; row++) {
    for (let column = 0; column < CELLS; column++)
      heights[column] = isInside(outline, column, row) ? (heights[column] ?? 0) + 1 : 0;
    for (let left = 0; left < CELLS; left++) {
      let height = CELLS;
      for (let right = left; right < CELLS; right++) {
        height = Math.min(height, heights[right] ?? 0);
        const area = height * (right - left + 1);
        if (area <= bestArea) continue;
        bestArea = area;
        best = {
          x: left / CELLS,
          y: (row + 1 - height) / CELLS,
          width: (right - left + 1) / CELLS,
          height: height / CELLS,
        };
      }
    }
  }
  return best;
}

/** Whether the cell lies wholly inside; touching the outline counts as inside. */
function isInside(outline: readonly CanvasPoint[], column: number, row: number): boolean {
  const box: Box = { x: column * CELL + 1, y: row * CELL + 1, width: CELL - 2, height: CELL - 2 };
  const right = { x: box.x + box.width, y: box.y };
  const below = { x: box.x, y: box.y + box.height };
  const opposite = { x: right.x, y: below.y };
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 + 0.123 };
  const far = { x: -SCALE, y: middle.y + 0.456 };
  let crossings = 0;
  for (const [at, a] of outline.entries()) {
    const b = outline[(at + 1) % outline.length] ?? a;
    if (holdsPoint(box, a) || segmentsMeet(a, b, box, opposite) || segmentsMeet(a, b, right, below)) return false;
    if (segmentsMeet(a, b, middle, far)) crossings += 1;
  }
  return crossings % 2 === 1;
}
