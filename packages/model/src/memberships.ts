/** Further memberships as they hold: what is left of the stored ones beside parents and each other. */

import { createCycleGuard } from './cycle-guard.ts';
import { type Element, isClosedBoundary } from './element.ts';
import { compareText } from './flow.ts';
import type { ElementId } from './ids.ts';
import type { ModelIssue } from './model.ts';

/**
 * Drops memberships that are dead, not closed boundaries, redundant, or would close a cycle (I8); only the last is an issue. They are
 * judged in (member, boundary) order, each in the light of those kept before. Takes and gives elements depth first.
 */
export function withMemberships(sorted: readonly Element[], issues: ModelIssue[]): readonly Element[] {
  const places = new Map<ElementId, number>();
  for (const [place, { id }] of sorted.entries()) places.set(id, place);
  // What is directly above each element: its parent, then what is kept. Elements are numbered by their place in the order.
  const above = sorted.map(({ parent }): number[] => (parent === null ? [] : [places.get(parent) ?? 0]));
  const isAncestor = ancestry(above);
  const members = [...sorted.entries()]
    .filter(([, { memberOf }]) => memberOf.length > 0)
    .sort(([, a], [, b]) => compareText(a.id, b.id));
  // Nothing can be within anything but a closed boundary, so only these can close a cycle.
  const sources = members.flatMap(([place, element]) => (isClosedBoundary(element) ? [place] : []));
  const guard = createCycleGuard({ nodeCount: sorted.length, sources, above: (place) => above[place] ?? [] });

  const result = [...sorted];
  for (const [place, element] of members) {
    const isSource = isClosedBoundary(element);
    const kept = element.memberOf.filter((boundary) => {
      const target = places.get(boundary);
      const holder = target === undefined ? undefined : sorted[target];
      if (target === undefined || holder === undefined || !isClosedBoundary(holder)) return false;
      if (target === place || isAncestor(target, place)) return false;
      if (!isSource) return true;
      if (isAncestor(place, target) || guard.closesCycle(place, target)) {
        issues.push({ code: 'membership-cycle', ids: [element.id, boundary] });
        return false;
      }
      above[place]?.push(target);
      guard.added(place, target);
      return true;
    });
    if (kept.length < element.memberOf.length) result[place] = { ...element, memberOf: kept };
  }
  return result;
}

/** Answers whether one element is a spatial ancestor of another. Depth first, what is inside an element follows it without a gap. */
function ancestry(parents: readonly (readonly number[])[]): (ancestor: number, place: number) => boolean {
  const ends = Int32Array.from(parents, (_, place) => place + 1);
  for (let place = parents.length - 1; place >= 0; place--) {
    const parent = parents[place]?.[0];
    if (parent !== undefined) ends[parent] = Math.max(ends[parent] ?? 0, ends[place] ?? 0);
  }
  return (ancestor, place) => ancestor < place && place < (ends[ancestor] ?? 0);
}
