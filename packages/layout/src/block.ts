/** Boxes that belong together, and how several groups of boxes are put into rows. */

import type { Box, ElementId } from '@strideboard/model';
import { ASPECT, GAP } from './metrics.ts';

/** A group of boxes with places relative to the group's top-left corner, px. */
export interface Block {
  readonly width: number;
  readonly height: number;
  readonly boxes: ReadonlyMap<ElementId, Box>;
}

/** A group with nothing in it. */
const EMPTY_BLOCK: Block = { width: 0, height: 0, boxes: new Map() };

/** All boxes moved by the same way. */
export function shifted(boxes: ReadonlyMap<ElementId, Box>, dx: number, dy: number): ReadonlyMap<ElementId, Box> {
  return new Map([...boxes].map(([id, box]) => [id, { ...box, x: box.x + dx, y: box.y + dy }]));
}

/**
 * Puts blocks into rows, in the order given, `gap` px apart, as near to the wished proportion as rows allow. Of the widths that a first row may have the one
 * that wastes least is taken.
 */
export function packRows(blocks: readonly Block[], gap = GAP): Block {
  const [first] = blocks;
  if (first === undefined) return EMPTY_BLOCK;
  if (blocks.length === 1) return first;
  const widest = Math.max(...blocks.map(({ width }) => width));
  const area = blocks.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0);
  const wanted = Math.sqrt(area * ASPECT);
  const limits = [0.8, 1, 1.2, 1.5].map((factor) => Math.max(widest, wanted * factor));
  const packings = [...new Set(limits)].map((limit) => inRows(blocks, limit, gap));
  return packings.reduce((best, packing) => (cost(packing) < cost(best) ? packing : best));
}

/** The area that a screen of the wished proportion needs to show it. */
function cost({ width, height }: Block): number {
  const side = Math.max(width, height * ASPECT);
  return (side * side) / ASPECT;
}

function inRows(blocks: readonly Block[], limit: number, gap: number): Block {
  const boxes = new Map<ElementId, Box>();
  let [x, y, rowHeight, width] = [0, 0, 0, 0];
  for (const block of blocks) {
    if (x > 0 && x + block.width > limit) {
      y += rowHeight + gap;
      x = rowHeight = 0;
    }
    for (const [id, box] of shifted(block.boxes, x, y)) boxes.set(id, box);
    width = Math.max(width, x + block.width);
    rowHeight = Math.max(rowHeight, block.height);
    x += block.width + gap;
  }
  return { width, height: y + rowHeight, boxes };
}
