/** What a whole scene fills. */
import type { Box } from '@strideboard/model';
import type { SceneElement, SceneFlow } from './items.ts';

/** Around all items with the names of boundaries, canvas px; `null` without items. Makes nothing on the way, since every frame of a drag asks. */
export function boundsOfItems(elements: readonly SceneElement[], flows: readonly SceneFlow[]): Box | null {
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [right, bottom] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const take = ({ x, y, width, height }: Box): void => {
    if (x < left) left = x;
    if (y < top) top = y;
    if (x + width > right) right = x + width;
    if (y + height > bottom) bottom = y + height;
  };
  for (const { box, boundary } of elements) {
    take(box);
    if (boundary?.tag) take(boundary.tag.box);
  }
  for (const { bounds } of flows) take(bounds);
  return left > right ? null : { x: left, y: top, width: right - left, height: bottom - top };
}
