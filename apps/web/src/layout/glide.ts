/** Elements gliding to new places. Only shown: nothing is written on the way. */
import type { Box, Element, ElementId } from '@strideboard/model';

/** How long a glide takes, ms. */
export const GLIDE_MS = 260;
/** With more elements the pictures in between cost more than they explain. */
export const GLIDE_LIMIT = 400;

/** Boxes at a share of the way, 0..1, slowing down towards the end; both relative to the parent. */
export function boxesOnTheWay(
  elements: readonly Element[],
  to: ReadonlyMap<ElementId, Box>,
  share: number,
): ReadonlyMap<ElementId, Box> {
  const eased = 1 - (1 - share) ** 3;
  const between = (a: number, b: number): number => Math.round(a + (b - a) * eased);
  return new Map(
    elements.flatMap((from): [ElementId, Box][] => {
      const end = to.get(from.id);
      if (end === undefined) return [];
      return [
        [
          from.id,
          {
            x: between(from.x, end.x),
            y: between(from.y, end.y),
            width: between(from.width, end.width),
            height: between(from.height, end.height),
          },
        ],
      ];
    }),
  );
}

/** Shows every share of the way until the end or until `stopped`; whether it came to the end. `nextFrame` gives the time of the frame, ms. */
export async function glide(
  show: (share: number) => void,
  stopped: () => boolean,
  nextFrame: () => Promise<number>,
): Promise<boolean> {
  const start = await nextFrame();
  for (let now = start; now - start < GLIDE_MS; now = await nextFrame()) {
    if (stopped()) return false;
    show((now - start) / GLIDE_MS);
  }
  return !stopped();
}
