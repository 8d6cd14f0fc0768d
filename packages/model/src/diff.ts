/** What changed between two models, told by object identity: readers reuse the objects of what did not change. */

import type { ElementId, FlowId } from './ids.ts';
import type { Model } from './model.ts';

/** Ids that came, went or changed; sorted as in the model they are found in. */
export interface Changes<Id> {
  readonly added: readonly Id[];
  readonly removed: readonly Id[];
  readonly changed: readonly Id[];
}

/** The difference between two models. */
export interface ModelDiff {
  readonly elements: Changes<ElementId>;
  readonly flows: Changes<FlowId>;
  /** Threat ids whose decision came, went or changed. */
  readonly decisions: readonly string[];
  /** Whether title and the like, settings or the list of diagrams changed. */
  readonly frame: boolean;
  readonly empty: boolean;
}

/** Compares two models by object identity. Equal content in fresh objects counts as changed. */
export function diffModels(before: Model, after: Model): ModelDiff {
  const elements = changesOf(before.elements, after.elements);
  const flows = changesOf(before.flows, after.flows);
  const decisions = changedKeys(before.decisions, after.decisions);
  const frame = before.meta !== after.meta || before.settings !== after.settings || before.diagrams !== after.diagrams;
  const empty = !frame && decisions.length === 0 && isEmpty(elements) && isEmpty(flows);
  return { elements, flows, decisions, frame, empty };
}

interface Identified<Id> {
  readonly id: Id;
}

const isEmpty = <Id>(changes: Changes<Id>): boolean =>
  changes.added.length + changes.removed.length + changes.changed.length === 0;

function changesOf<Id extends string>(
  before: readonly Identified<Id>[],
  after: readonly Identified<Id>[],
): Changes<Id> {
  if (before === after) return { added: [], removed: [], changed: [] };
  const old = new Map(before.map((item) => [item.id, item]));
  const added: Id[] = [];
  const changed: Id[] = [];
  for (const item of after) {
    const previous = old.get(item.id);
    if (previous === undefined) added.push(item.id);
    else if (previous !== item) changed.push(item.id);
    old.delete(item.id);
  }
  return { added, removed: [...old.keys()], changed };
}

function changedKeys(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): readonly string[] {
  if (before === after) return [];
  const changed = Object.keys(after).filter((key) => before[key] !== after[key]);
  const removed = Object.keys(before).filter((key) => !Object.hasOwn(after, key) && before[key] !== after[key]);
  return [...changed, ...removed].sort();
}
