/** Simple places: boxes of one size in rows, and rows of boxes of many sizes. An automatic layout may do better later. */

import type { Box } from '@strideboard/model';

/** Width and height, px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Space around and between boxes, px, and room for the label of a boundary at its top. */
const GAP = 40;
const HEAD = 60;

/** Places boxes in rows, about half as many rows as columns, in the order given; tells how large the boundary around them must be, px. */
export function placeInRows(sizes: readonly Size[]): { readonly boxes: readonly Box[]; readonly around: Size } {
  const columns = Math.max(1, Math.ceil(Math.sqrt(sizes.length * 2)));
  const boxes: Box[] = [];
  let y = HEAD;
  let right = 0;
  for (let start = 0; start < sizes.length; start += columns) {
    const row = sizes.slice(start, start + columns);
    let x = GAP;
    for (const { width, height } of row) {
      boxes.push({ x, y, width, height });
      x += width + GAP;
    }
    right = Math.max(right, x);
    y += Math.max(...row.map(({ height }) => height)) + GAP;
  }
  return { boxes, around: { width: Math.max(right, SMALLEST.width), height: Math.max(y, SMALLEST.height) } };
}

/** An empty boundary still shows its name. */
const SMALLEST: Size = { width: 240, height: 140 };
