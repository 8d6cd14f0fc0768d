/**
 * From records as read to a valid model: whatever was merged, the same records give the same picture everywhere, nothing is written back.
 * Order matters and is part of the contract: cut parent cycles (dead elements included) → absolute places (through dead ancestors) →
 * lift out of dead or unusable parents, keeping the absolute place → sort → memberships → flows → issues.
 * Input is hostile: every step is linear but for sorting and for memberships of boundaries in boundaries (see cycle-guard.ts).
 */

import { type Element, isClosedBoundary } from './element.ts';
import { compareText, type Flow } from './flow.ts';
import type { CanvasPoint } from './geometry.ts';
import type { ElementId } from './ids.ts';
import { withMemberships } from './memberships.ts';
import { acrossDiagrams, onDiagrams } from './on-diagrams.ts';
import type { Diagram, ModelIssue } from './model.ts';
import type { ReadElement, ReadFlow } from './stored.ts';

/** What {@link assemble} gives: elements parents first in (z, id) order, flows in (z, id) order, and what was odd. */
export interface Assembled {
  readonly elements: readonly Element[];
  readonly flows: readonly Flow[];
  readonly issues: readonly ModelIssue[];
}

/**
 * Turns read records into valid elements and flows; `diagrams` are the live ones in their order. Pure and total; unchanged input objects are reused.
 */
export function assemble(
  readElements: Iterable<ReadElement>,
  readFlows: Iterable<ReadFlow>,
  diagrams: readonly Pick<Diagram, 'id'>[] = [],
): Assembled {
  const issues: ModelIssue[] = [];
  const all = new Map<ElementId, ReadElement>();
  for (const read of [...readElements].sort((a, b) => compareText(a.element.id, b.element.id)))
    all.set(read.element.id, read);

  const parents = cutCycles(all, issues);
  const places = absolutePlaces(all, parents);
  const shown = liveElements(all, issues);
  const lifted = lift({ all, parents, places, shown, issues });
  const elements = onDiagrams(withMemberships(sortDepthFirst(lifted), issues), diagrams, issues);
  const flows = liveFlows(readFlows, lifted, issues);
  issues.push(...acrossDiagrams(flows, elements, diagrams));
  for (const read of all.values()) {
    if (!read.deleted) for (const code of read.issues) issues.push({ code, ids: [read.element.id] });
  }
  return { elements, flows, issues };
}

type Records = ReadonlyMap<ElementId, ReadElement>;

/** Parent by id with every cycle cut at its smallest id (I3). Ids come in sorted order, so the first seen on a cycle is the smallest. */
function cutCycles(all: Records, issues: ModelIssue[]): ReadonlyMap<ElementId, ElementId | null> {
  const parents = new Map<ElementId, ElementId | null>();
  for (const [id, { element }] of all) {
    parents.set(id, element.parent !== null && all.has(element.parent) ? element.parent : null);
    if (element.parent !== null && !all.has(element.parent) && !all.get(id)?.deleted) {
      issues.push({ code: 'parent-missing', ids: [id, element.parent] });
    }
  }
  const settled = new Set<ElementId>();
  for (const start of all.keys()) {
    const path = new Map<ElementId, number>();
    let at: ElementId | null = start;
    while (at !== null && !settled.has(at) && !path.has(at)) {
      path.set(at, path.size);
      at = parents.get(at) ?? null;
    }
    if (at !== null && path.has(at)) {
      const cycle = [...path.keys()].slice(path.get(at)).sort(compareText);
      const [smallest] = cycle;
      if (smallest !== undefined) parents.set(smallest, null);
      if (cycle.some((id) => all.get(id)?.deleted === false)) issues.push({ code: 'parent-cycle', ids: cycle });
    }
    for (const id of path.keys()) settled.add(id);
  }
  return parents;
}

function absolutePlaces(
  all: Records,
  parents: ReadonlyMap<ElementId, ElementId | null>,
): ReadonlyMap<ElementId, CanvasPoint> {
  const places = new Map<ElementId, CanvasPoint>();
  for (const start of all.keys()) {
    const chain: ElementId[] = [];
    for (let at: ElementId | null = start; at !== null && !places.has(at); at = parents.get(at) ?? null) chain.push(at);
    for (const id of chain.reverse()) {
      const element = all.get(id)?.element;
      const parent = parents.get(id) ?? null;
      const origin = parent === null ? undefined : places.get(parent);
      places.set(id, { x: (origin?.x ?? 0) + (element?.x ?? 0), y: (origin?.y ?? 0) + (element?.y ?? 0) });
    }
  }
  return places;
}

/** Live elements; a reference to something dead, missing or itself a reference is hidden. */
function liveElements(all: Records, issues: ModelIssue[]): ReadonlySet<ElementId> {
  const shown = new Set<ElementId>();
  for (const [id, { element, deleted }] of all) {
    if (deleted) continue;
    if (element.kind === 'ref') {
      const target = element.of === null ? undefined : all.get(element.of);
      if (target === undefined || target.deleted || target.element.kind === 'ref') {
        issues.push({ code: 'reference-broken', ids: [id] });
        continue;
      }
    }
    shown.add(id);
  }
  return shown;
}

interface Lift {
  readonly all: Records;
  readonly parents: ReadonlyMap<ElementId, ElementId | null>;
  readonly places: ReadonlyMap<ElementId, CanvasPoint>;
  readonly shown: ReadonlySet<ElementId>;
  readonly issues: ModelIssue[];
}

/** Gives each shown element the nearest live closed boundary above it as parent (I2), keeping its absolute place. */
function lift({ all, parents, places, shown }: Lift): ReadonlyMap<ElementId, Element> {
  const holderOf = nearestHolder(parents, (id) => shown.has(id) && isParentable(all.get(id)));
  const result = new Map<ElementId, Element>();
  for (const id of shown) {
    const element = all.get(id)?.element;
    if (element === undefined) continue;
    const parent = holderOf(id);
    if (parent === element.parent) {
      result.set(id, element);
      continue;
    }
    const here = places.get(id) ?? { x: 0, y: 0 };
    const origin = (parent === null ? undefined : places.get(parent)) ?? { x: 0, y: 0 };
    result.set(id, { ...element, parent, x: here.x - origin.x, y: here.y - origin.y });
  }
  return result;
}

/** Answers what the nearest usable element above an id is. What a walk passes is remembered, so that no part of a chain is walked twice. */
function nearestHolder(
  parents: ReadonlyMap<ElementId, ElementId | null>,
  isUsable: (id: ElementId) => boolean,
): (id: ElementId) => ElementId | null {
  const known = new Map<ElementId, ElementId | null>();
  return (id) => {
    const passed: ElementId[] = [];
    let below = id;
    let holder = known.get(id);
    while (holder === undefined) {
      passed.push(below);
      const parent = parents.get(below) ?? null;
      if (parent === null || isUsable(parent)) holder = parent;
      else {
        below = parent;
        holder = known.get(parent);
      }
    }
    for (const walked of passed) known.set(walked, holder);
    return holder;
  };
}

const isParentable = (read: ReadElement | undefined): boolean => read !== undefined && isClosedBoundary(read.element);

/** Depth first, siblings by (z, id), so that parents precede children (I5). Iterative: depth is the author's choice, the stack is ours. */
function sortDepthFirst(elements: ReadonlyMap<ElementId, Element>): readonly Element[] {
  const children = new Map<ElementId | null, Element[]>();
  for (const element of elements.values()) {
    const siblings = children.get(element.parent);
    if (siblings === undefined) children.set(element.parent, [element]);
    else siblings.push(element);
  }
  const inDrawingOrder = (a: Element, b: Element): number => compareText(a.z, b.z) || compareText(a.id, b.id);
  const sorted: Element[] = [];
  const stack = (children.get(null) ?? []).sort(inDrawingOrder).reverse();
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    sorted.push(element);
    const below = (children.get(element.id) ?? []).sort(inDrawingOrder);
    for (let i = below.length - 1; i >= 0; i--) {
      const child = below[i];
      if (child !== undefined) stack.push(child);
    }
  }
  return sorted;
}

/** Live flows with two live ends (I4), by (z, id); a flow whose end is gone is hidden and named. */
function liveFlows(
  readFlows: Iterable<ReadFlow>,
  elements: ReadonlyMap<ElementId, Element>,
  issues: ModelIssue[],
): readonly Flow[] {
  const flows: Flow[] = [];
  const sorted = [...readFlows].sort((a, b) => compareText(a.flow.id, b.flow.id));
  for (const { flow, deleted, issues: found } of sorted) {
    if (deleted) continue;
    for (const code of found) issues.push({ code, ids: [flow.id] });
    if (elements.has(flow.source) && elements.has(flow.target)) flows.push(flow);
    else issues.push({ code: 'flow-end-missing', ids: [flow.id] });
  }
  return flows.sort((a, b) => compareText(a.z, b.z) || compareText(a.id, b.id));
}
