/** Everything of a model that is not said of a single subject: who is where, what flows, what runs in what. */

import type { Element, Model, SubjectId } from '@strideboard/model';
import type { PackIndex } from '@strideboard/packs';
import { createGraph, type Graph, type JudgedFlow } from './graph.ts';
import { createReach, type Reach } from './reach.ts';
import { createWorkloads, type Workloads } from './workloads.ts';

/** Look-ups over one model. */
export interface Places {
  readonly graph: Graph;
  readonly workloads: Workloads;
  readonly reach: Reach;
}

/** Builds the look-ups. */
export function createPlaces(model: Pick<Model, 'elements' | 'flows'>, index: PackIndex): Places {
  const graph = createGraph(model);
  return { graph, workloads: createWorkloads(graph, index), reach: createReach(graph, index) };
}

/**
 * The subjects whose place is another: everything a look-up says of a subject is compared, each thing in it by id, kind and type, because
 * these are all that a selector sees. What enters and leaves has changed as well. `enclosing` and `hostOf` follow from `outward`.
 */
export function changedPlaces(before: Places, after: Places): ReadonlySet<SubjectId> {
  const changed = new Set<SubjectId>();
  const groups = new Set([...before.workloads.groups(), ...after.workloads.groups()]);
  const old = new Map<SubjectId, Element>(before.graph.elements.map((element) => [element.id, element]));
  for (const element of after.graph.elements) {
    const { id } = element;
    const was = old.get(id);
    old.delete(id);
    if (was === undefined || !isSame(was, element) || !sameAround(before.graph, after.graph, element)) {
      changed.add(id);
      continue;
    }
    if (element.kind !== 'boundary') continue;
    for (const group of groups) {
      if (!sameList(before.workloads.guestsOf(was, group), after.workloads.guestsOf(element, group), isSame))
        changed.add(id);
    }
  }
  for (const id of old.keys()) changed.add(id);

  const oldFlows = new Map(before.graph.flows.map((judged) => [judged.flow.id, judged]));
  for (const judged of after.graph.flows) {
    const { id } = judged.flow;
    const was = oldFlows.get(id);
    oldFlows.delete(id);
    if (was === undefined || !isSameFlow(was, judged)) changed.add(id);
    else if (!sameList(before.graph.crossed(id), after.graph.crossed(id), isSame)) changed.add(id);
  }
  for (const id of oldFlows.keys()) changed.add(id);
  for (const id of after.reach.changedSince(before.reach)) changed.add(id);
  return changed;
}

function sameAround(before: Graph, after: Graph, { id, kind }: Element): boolean {
  return (
    sameList(before.outward(id), after.outward(id), isSame) &&
    sameList(before.arriving(id), after.arriving(id), isSameFlow) &&
    sameList(before.leaving(id), after.leaving(id), isSameFlow) &&
    (kind !== 'boundary' ||
      (before.isCrossed(id) === after.isCrossed(id) && sameList(before.inside(id), after.inside(id), isSame)))
  );
}

const isSame = (a: Element, b: Element): boolean =>
  a === b || (a.id === b.id && a.kind === b.kind && a.type === b.type);

const isSameFlow = (a: JudgedFlow, b: JudgedFlow): boolean =>
  a.flow.id === b.flow.id &&
  a.flow.direction === b.flow.direction &&
  isSame(a.source, b.source) &&
  isSame(a.target, b.target);

function sameList<T>(a: readonly T[], b: readonly T[], same: (a: T, b: T) => boolean): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) {
    const [one, other] = [a[at], b[at]];
    if (one === undefined || other === undefined || !same(one, other)) return false;
  }
  return true;
}
