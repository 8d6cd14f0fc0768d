/** What changed in a model, with everything it takes to follow: the new versions of what came or changed, and the ids of what went. */

import type { AppliedControl, Element, ElementId, Flow, FlowId, Model, ModelDiff } from '@strideboard/model';

/** What of a model is judged. Without `applied` no control is in place. */
export type JudgedModel = Pick<Model, 'elements' | 'flows'> & Partial<Pick<Model, 'applied'>>;

/** A change of a model's elements, flows and applied controls. */
export interface ModelChange {
  readonly elements: { readonly put: readonly Element[]; readonly gone: readonly ElementId[] };
  readonly flows: { readonly put: readonly Flow[]; readonly gone: readonly FlowId[] };
  /** All of them, where one is other than before. */
  readonly applied?: readonly AppliedControl[];
}

/** How to find the new versions. */
export interface ModelLookup {
  readonly elements: ReadonlyMap<ElementId, Element>;
  readonly flows: ReadonlyMap<FlowId, Flow>;
}

/** The change that a difference tells of; `applied` where controls are applied otherwise than before. */
export const changeOf = (
  { elements, flows }: Pick<ModelDiff, 'elements' | 'flows'>,
  now: ModelLookup,
  applied: readonly AppliedControl[] | null = null,
): ModelChange => ({
  elements: {
    put: [...elements.added, ...elements.changed].flatMap((id) => now.elements.get(id) ?? []),
    gone: elements.removed,
  },
  flows: { put: [...flows.added, ...flows.changed].flatMap((id) => now.flows.get(id) ?? []), gone: flows.removed },
  ...(applied === null ? {} : { applied }),
});

/** Everything of a model, as a change from nothing. */
export const wholeModel = ({ elements, flows, applied = [] }: JudgedModel): ModelChange => ({
  elements: { put: elements, gone: [] },
  flows: { put: flows, gone: [] },
  applied,
});

/** Whether there is nothing to follow. */
export const isNoChange = ({ elements, flows, applied }: ModelChange): boolean =>
  applied === undefined && elements.put.length + elements.gone.length + flows.put.length + flows.gone.length === 0;

/** Two changes as one: the later one knows better. */
export const mergeChanges = (earlier: ModelChange, later: ModelChange): ModelChange => {
  const applied = later.applied ?? earlier.applied;
  return {
    elements: mergeDelta<ElementId, Element>(earlier.elements, later.elements),
    flows: mergeDelta<FlowId, Flow>(earlier.flows, later.flows),
    ...(applied === undefined ? {} : { applied }),
  };
};

interface Delta<Id, Item> {
  readonly put: readonly Item[];
  readonly gone: readonly Id[];
}

function mergeDelta<Id extends string, Item extends { readonly id: Id }>(
  earlier: Delta<Id, Item>,
  later: Delta<Id, Item>,
): Delta<Id, Item> {
  const put = new Map(earlier.put.map((item) => [item.id, item]));
  const gone = new Set(earlier.gone);
  for (const id of later.gone) {
    put.delete(id);
    gone.add(id);
  }
  for (const item of later.put) {
    put.set(item.id, item);
    gone.delete(item.id);
  }
  return { put: [...put.values()], gone: [...gone] };
}
