/** Moving boxes off obstacles without bringing them onto each other. */

import type { Box, ElementId } from '@strideboard/model';
import { GAP } from './metrics.ts';

/** Whether two boxes are nearer to each other than `gap`, px. */
export const areNear = (a: Box, b: Box, gap: number): boolean =>
  a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap;

/** Rounds of pushing for each obstacle, before everything goes right of all of them. */
const ROUNDS = 3;

/**
 * Pushes boxes to the right or down until none is on an obstacle. With a box goes everything that begins no earlier than it: distances within
 * the moved part stay, and nothing comes nearer to what is left behind.
 */
export function makeRoom(boxes: ReadonlyMap<ElementId, Box>, obstacles: readonly Box[]): ReadonlyMap<ElementId, Box> {
  let moved = boxes;
  for (let round = 0; round < obstacles.length * ROUNDS; round++) {
    const obstacle = obstacles.find((each) => onObstacle(moved, each).length > 0);
    if (obstacle === undefined) return moved;
    moved = pushOff(moved, obstacle);
  }
  if (!obstacles.some((each) => onObstacle(moved, each).length > 0)) return moved;
  const right = Math.max(...obstacles.map(({ x, width }) => x + width));
  const left = Math.min(...[...moved.values()].map(({ x }) => x));
  return new Map([...moved].map(([id, box]) => [id, { ...box, x: box.x + right + GAP - left }]));
}

const onObstacle = (boxes: ReadonlyMap<ElementId, Box>, obstacle: Box): readonly Box[] =>
  [...boxes.values()].filter((box) => areNear(box, obstacle, GAP / 2));

function pushOff(boxes: ReadonlyMap<ElementId, Box>, obstacle: Box): ReadonlyMap<ElementId, Box> {
  const hit = onObstacle(boxes, obstacle);
  const [left, top] = [Math.min(...hit.map(({ x }) => x)), Math.min(...hit.map(({ y }) => y))];
  const right = obstacle.x + obstacle.width + GAP - left;
  const down = obstacle.y + obstacle.height + GAP - top;
  return new Map(
    [...boxes].map(([id, box]) => {
      if (down < right) return [id, box.y >= top ? { ...box, y: box.y + down } : box];
      return [id, box.x >= left ? { ...box, x: box.x + right } : box];
    }),
  );
}
