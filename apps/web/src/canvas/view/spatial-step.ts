/** Which element comes next when an arrow key moves the focus over the picture. */
import { type Box, centreOf } from '@strideboard/model';

/** A direction on the canvas. */
export type Direction = 'left' | 'right' | 'up' | 'down';

/** Something with a place. */
export interface Placed<Id> {
  readonly id: Id;
  readonly box: Box;
}

/** How much sideways distance counts against distance ahead. */
const SIDEWAYS = 2;

/** The nearest thing in a direction from a place, things straight ahead first; `null` when there is none. */
export function nextInDirection<Id>(from: Placed<Id>, direction: Direction, all: readonly Placed<Id>[]): Id | null {
  const start = centreOf(from.box);
  let best: { readonly id: Id; readonly cost: number } | null = null;
  for (const other of all) {
    if (other.id === from.id) continue;
    const centre = centreOf(other.box);
    const [dx, dy] = [centre.x - start.x, centre.y - start.y];
    const ahead = direction === 'left' ? -dx : direction === 'right' ? dx : direction === 'up' ? -dy : dy;
    const aside = direction === 'left' || direction === 'right' ? Math.abs(dy) : Math.abs(dx);
    if (ahead <= 0) continue;
    const cost = ahead + SIDEWAYS * aside;
    if (best === null || cost < best.cost) best = { id: other.id, cost };
  }
  return best?.id ?? null;
}

/** The thing whose centre is nearest to a place; `null` for none. */
export function nearest<Id>(place: Box, all: readonly Placed<Id>[]): Id | null {
  const start = centreOf(place);
  let best: { readonly id: Id; readonly cost: number } | null = null;
  for (const { id, box } of all) {
    const centre = centreOf(box);
    const cost = Math.hypot(centre.x - start.x, centre.y - start.y);
    if (best === null || cost < best.cost) best = { id, cost };
  }
  return best?.id ?? null;
}
