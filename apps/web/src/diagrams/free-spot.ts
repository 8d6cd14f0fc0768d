/** Where an element shown on another diagram finds room. */
import { absoluteBoxes, type Box, type DiagramId, type Model, overlaps, unionOf } from '@strideboard/model';

const GAP_PX = 40;
const GRID_PX = 10;

/** The left upper corner of a free place among or beside what is drawn, canvas px. `diagram` as elements name it. */
export function freeSpot(
  { elements }: Pick<Model, 'elements'>,
  diagram: DiagramId | null,
  { width, height }: Pick<Box, 'width' | 'height'>,
): { readonly x: number; readonly y: number } {
  const all = absoluteBoxes(elements);
  const boxes = elements.flatMap((element) => (element.diagram === diagram ? (all.get(element.id) ?? []) : []));
  const around = unionOf(boxes);
  if (around === null) return { x: onGrid(-width / 2), y: onGrid(-height / 2) };
  const bottom = around.y + around.height;
  // Column by column: behind the last one everything is free.
  for (let x = onGrid(around.x); ; x += onGrid(width + GAP_PX)) {
    for (let y = onGrid(around.y); y === onGrid(around.y) || y + height <= bottom; y += onGrid(height + GAP_PX)) {
      const wanted = { x: x - GAP_PX / 2, y: y - GAP_PX / 2, width: width + GAP_PX, height: height + GAP_PX };
      if (!boxes.some((box) => overlaps(box, wanted))) return { x, y };
    }
  }
}

const onGrid = (value: number): number => Math.round(value / GRID_PX) * GRID_PX;
