/** What changed in a model, with everything it takes to follow: the new versions of what came or changed, and the ids of what went. */

import type { Element, ElementId, Flow, FlowId, Model, ModelDiff } from '@strideboard/model';

/** A change of a model's elements and flows. */
export interface ModelChange {
  readonly elements: { readonly put: readonly Element[]; readonly gone: readonly ElementId[] };
  readonly flows: { readonly put: readonly Flow[]; readonly gone: readonly FlowId[] };
}

/** How to find the new versions. */
export interface ModelLookup {
  readonly elements: ReadonlyMap<ElementId, Element>;
  readonly flows: ReadonlyMap<FlowId, Flow>;
}

/** The change that a difference tells of. */
export const changeOf = (
  { elements, flows }: Pick<ModelDiff, 'elements' | 'flows'>,
  now: ModelLookup,
): ModelChange => ({
  elements: {
    put: [...elements.added, ...elements.changed].flatMap((id) => now.elements.get(id) ?? []),
    gone: elements.removed,
  },
  flows: { put: [...flows.added, ...flows.changed].flatMap((id) => now.flows.get(id) ?? []), gone: flows.removed },
});

/** Everything of a model, as a change from nothing. */
export const wholeModel = ({ elements, flows }: Pick<Model, 'elements' | 'flows'>): ModelChange => ({
  elements: { put: elements, gone: [] },
  flows: { put: flows, gone: [] },
});

/** Whether there is nothing to follow. */
export const isNoChange = ({ elements, flows }: ModelChange): boolean =>
  elements.put.length + elements.gone.length + flows.put.length + flows.gone.length === 0;
