/** How near the start something is. */

import type { Element, ElementId } from '@strideboard/model';
import { type BlastPart, RING_IDS, type RingId } from '@strideboard/packs';
import type { World } from '../facts/world.ts';
import type { Whereabouts } from './blast-radius.ts';

/** Builds the answer for one start: the innermost ring that both are in. */
export function createRings(world: World, { rings }: BlastPart, start: Element): (element: Element) => Whereabouts {
  const ordered = RING_IDS.map((id) => rings.find((ring) => ring.id === id)).filter((ring) => ring !== undefined);
  const members = ordered.map((ring) => ({ id: ring.id, holds: membership(world, ring, start) }));
  return (element) => members.find(({ holds }) => holds(element))?.id ?? 'outside';
}

/** The ring is everything in the boundaries of its kinds around the start; where none is drawn at all, what the pack says belongs to it. */
function membership(
  { graph, index }: World,
  { within, otherwise }: BlastPart['rings'][number],
  start: Element,
): (element: Element) => boolean {
  const chosen = (element: Element, selectors: readonly string[]): boolean =>
    selectors.some((selector) => index.matches(element, selector));
  const isDrawn = graph.elements.some((element) => element.kind === 'boundary' && chosen(element, within));
  if (!isDrawn) {
    return chosen(start, otherwise) ? (element) => chosen(element, otherwise) : () => false;
  }
  const around = [start, ...graph.enclosing(start.id)].filter(
    (boundary) => boundary.kind === 'boundary' && chosen(boundary, within),
  );
  const ids = new Set<ElementId>(
    around.flatMap((boundary) => [boundary.id, ...graph.inside(boundary.id).map(({ id }) => id)]),
  );
  return (element) => ids.has(element.id);
}

/** Each ring and the outside with nothing in it. */
export const noWhereabouts = (): Record<RingId | 'outside', number> => ({
  'same-node': 0,
  'same-cluster': 0,
  outside: 0,
});
