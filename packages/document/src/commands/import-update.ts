/** Taking over what a model says about things that are on the board already: what they mean, not where they are. */

import type { Element, Flow, Model } from '@strideboard/model';
import { equalValues } from '../equality.ts';
import type { Gesture } from '../gesture.ts';
import type { Placed } from './import-place.ts';
import { splitLocked } from './locked.ts';

/** What is compared. */
export interface UpdateRequest {
  /** The model under the ids that things have on the board. */
  readonly whole: Model;
  /** Ids of what is on the board already. */
  readonly there: ReadonlySet<string>;
  /** Identities in the file that were given, by id on the board. */
  readonly sources: ReadonlyMap<string, string>;
  readonly placed: Placed;
}

/** Plans the updates. `changed` are the ids of what differs, `locked` of what would differ but is locked. */
export function planUpdates(
  gesture: Gesture,
  { whole, there, sources, placed }: UpdateRequest,
): { readonly changed: readonly string[]; readonly locked: readonly string[] } {
  const updates = new Map<string, readonly Update[]>();
  const differing = (root: 'nodes' | 'edges', id: string, keys: Readonly<Record<string, unknown>>): void => {
    const found = Object.entries(keys).flatMap(([key, value]) =>
      equalValues(gesture.value(root, id, key), value) ? [] : [{ root, key, value }],
    );
    if (found.length > 0) updates.set(id, found);
  };
  for (const element of whole.elements) {
    const known = there.has(element.id) ? gesture.element(element.id) : undefined;
    if (known !== undefined)
      differing('nodes', element.id, { ...elementKeys(element, known), ...sourceKey(known, sources) });
  }
  for (const flow of whole.flows) {
    const known = there.has(flow.id) ? gesture.flow(flow.id) : undefined;
    if (known === undefined) continue;
    const [from, to] = [placed.diagramOf(flow.source), placed.diagramOf(flow.target)];
    const ends = from !== undefined && from === to ? { ends: [flow.source, flow.target] } : {};
    differing('edges', flow.id, { ...flowKeys(flow), ...ends, ...sourceKey(known, sources) });
  }
  const { free, locked } = splitLocked(gesture, [...updates.keys()]);
  for (const id of free) for (const { root, key, value } of updates.get(id) ?? []) gesture.put(root, id, key, value);
  return { changed: free, locked };
}

interface Update {
  readonly root: 'nodes' | 'edges';
  readonly key: string;
  readonly value: unknown;
}

/** What people added on the board (further properties, a scope, notes) stays where the model says nothing about it. */
function commonKeys({ label, properties, evidence, outOfScope }: Element | Flow): Record<string, unknown> {
  return {
    label: label || null,
    ...Object.fromEntries(Object.entries(properties).map(([name, value]) => [`p.${name}`, value])),
    ...Object.fromEntries(
      Object.entries(evidence).map(([name, { source, evidence: proof, by, at }]) => [
        `e.${name}`,
        [source, proof, by, at],
      ]),
    ),
    ...(outOfScope === null ? {} : { oos: outOfScope }),
  };
}

function elementKeys(element: Element, known: Element): Record<string, unknown> {
  if (element.kind === 'ref') return {};
  return {
    ...commonKeys(element),
    kind: element.kind,
    type: element.type || null,
    ...(known.kind === 'boundary' ? { style: element.style === 'trust' ? null : element.style } : {}),
  };
}

const flowKeys = (flow: Flow): Record<string, unknown> => ({
  ...commonKeys(flow),
  label2: flow.returnLabel || null,
  order: flow.order || null,
  dir: flow.direction,
});

/** What was drawn by hand and is now found in a file takes over its identity there. */
function sourceKey(
  { id, importedFrom }: Element | Flow,
  sources: ReadonlyMap<string, string>,
): Record<string, unknown> {
  const source = sources.get(id);
  return importedFrom === null && source !== undefined ? { src: source } : {};
}
