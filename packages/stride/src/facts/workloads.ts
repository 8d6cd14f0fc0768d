/**
 * What runs inside what: a group that has boundary kinds among its members (a pod drawn as a boundary) takes up the group's other members
 * inside such a boundary. The boundary is then judged for all of them, once, and they inherit from it.
 */

import type { Element, ElementId } from '@strideboard/model';
import type { PackIndex } from '@strideboard/packs';
import type { Graph } from './graph.ts';

/** Answers who is taken up by whom. */
export interface Workloads {
  /** The nearest boundary of the group around the element; `null` where there is none. A boundary is never taken up. */
  hostOf(element: Element, group: string): Element | null;
  /** Members of the group that the boundary takes up, sorted by id; empty for anything that is no boundary of the group. */
  guestsOf(boundary: Element, group: string): readonly Element[];
  /** The groups that were asked for. */
  groups(): readonly string[];
}

const NONE: readonly Element[] = [];

/** Builds the answers; each group is worked out when it is first asked for. */
export function createWorkloads(graph: Graph, index: PackIndex): Workloads {
  interface Hosting {
    readonly hosts: ReadonlyMap<ElementId, Element>;
    readonly guests: ReadonlyMap<ElementId, readonly Element[]>;
  }
  const byGroup = new Map<string, Hosting>();

  const work = (group: string): Hosting => {
    const known = byGroup.get(group);
    if (known !== undefined) return known;
    const hosts = new Map<ElementId, Element>();
    const guests = new Map<ElementId, Element[]>();
    const hasBoundaries = graph.elements.some(
      (element) => element.kind === 'boundary' && index.matches(element, group),
    );
    for (const element of hasBoundaries ? graph.elements : NONE) {
      if (element.kind === 'boundary' || !index.matches(element, group)) continue;
      const host = graph.outward(element.id).find((boundary) => index.matches(boundary, group));
      if (host === undefined) continue;
      hosts.set(element.id, host);
      const list = guests.get(host.id);
      if (list === undefined) guests.set(host.id, [element]);
      else list.push(element);
    }
    const hosting = { hosts, guests };
    byGroup.set(group, hosting);
    return hosting;
  };

  return {
    hostOf: (element, group) =>
      element.kind === 'boundary' || index.group(group) === null ? null : (work(group).hosts.get(element.id) ?? null),
    guestsOf: (boundary, group) => (index.group(group) === null ? NONE : (work(group).guests.get(boundary.id) ?? NONE)),
    groups: () => [...byGroup.keys()],
  };
}
