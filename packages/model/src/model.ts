/** The threat model as every reader sees it: plain, immutable, valid facts. Everything computable is computed elsewhere. */

import type { Decision } from './decision.ts';
import type { Element, Scalar, Stamp } from './element.ts';
import type { Flow } from './flow.ts';
import type { DiagramId, ElementId, FlowId } from './ids.ts';
import { EMPTY_REGISTER, type Register } from './register.ts';

/** The newest schema this code writes and fully understands. */
export const SCHEMA = 1;

/** What the model is about. Texts may be empty. */
export interface ModelMeta {
  readonly title: string;
  readonly summary: string;
  readonly owner: string;
  readonly reviewers: readonly string[];
  readonly system: string;
  /** Who began the model and when. */
  readonly created: Stamp | null;
}

/** Choices that hold for the whole model. `packs` are `[id, version]`. */
export interface ModelSettings {
  readonly schema: number;
  readonly packs: readonly (readonly [string, string])[];
  /** Risk scale, crossing mode and the like, by name. */
  readonly method: Readonly<Record<string, Scalar>>;
  /** Grid step, px; 0 = none. */
  readonly grid: number;
  /** Values new things start with, by name. */
  readonly defaults: Readonly<Record<string, Scalar>>;
}

/** The grid step of a model that says nothing else, px. */
export const DEFAULT_GRID = 10;

/** One diagram (tab) of the model. */
export interface Diagram {
  readonly id: DiagramId;
  readonly title: string;
  /** The element this diagram details, or `null`. */
  readonly details: ElementId | null;
  readonly z: string;
}

/** Something odd in the stored facts that a reader worked around. For people; not a threat. */
export interface ModelIssue {
  readonly code: ModelIssueCode;
  readonly ids: readonly string[];
}

/** Permanent codes of {@link ModelIssue}; each has a sentence in the word catalogue. */
export type ModelIssueCode =
  | 'kind-unknown'
  | 'value-unreadable'
  | 'parent-cycle'
  | 'parent-missing'
  | 'flow-end-missing'
  | 'membership-cycle'
  | 'reference-broken'
  | 'flow-across-diagrams'
  | 'diagram-missing'
  | 'card-cluster-cycle'
  | 'votes-over-limit'
  | 'tree-cycle'
  | 'tree-orphan'
  | 'schema-newer';

/** Somebody who worked on the model: decisions, comments and records name people by principal only. */
export interface Contributor {
  readonly name: string;
  /** CSS hex */
  readonly colour: string;
}

/** The whole model. Elements come parents first in (z, id) order; flows in (z, id) order; decisions by threat id. */
export interface Model extends Register {
  readonly meta: ModelMeta;
  readonly settings: ModelSettings;
  readonly diagrams: readonly Diagram[];
  readonly elements: readonly Element[];
  readonly flows: readonly Flow[];
  readonly decisions: Readonly<Record<string, Decision>>;
  /** By principal, in order of principals. */
  readonly people: Readonly<Record<string, Contributor>>;
}

/** A model with nothing in it. */
export const EMPTY_MODEL: Model = Object.freeze({
  meta: Object.freeze({ title: '', summary: '', owner: '', reviewers: [], system: '', created: null }),
  settings: Object.freeze({ schema: SCHEMA, packs: [], method: {}, grid: DEFAULT_GRID, defaults: {} }),
  diagrams: [],
  elements: [],
  flows: [],
  decisions: {},
  people: {},
  ...EMPTY_REGISTER,
});

/** Look-up tables over one model. */
export interface ModelIndex {
  readonly elements: ReadonlyMap<ElementId, Element>;
  readonly flows: ReadonlyMap<FlowId, Flow>;
  /** Direct children by parent; `null` holds the top level. */
  readonly children: ReadonlyMap<ElementId | null, readonly Element[]>;
  /** Flows that start or end at an element; a self-loop once. */
  readonly flowsOf: ReadonlyMap<ElementId, readonly Flow[]>;
}

/** Builds the look-up tables in one pass over the model. */
export function indexModel(model: Pick<Model, 'elements' | 'flows'>): ModelIndex {
  const elements = new Map(model.elements.map((element) => [element.id, element]));
  const flows = new Map(model.flows.map((flow) => [flow.id, flow]));
  const children = new Map<ElementId | null, Element[]>();
  const flowsOf = new Map<ElementId, Flow[]>();
  const add = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [value]);
    else list.push(value);
  };
  for (const element of model.elements) add(children, element.parent, element);
  for (const flow of model.flows) {
    add(flowsOf, flow.source, flow);
    if (flow.target !== flow.source) add(flowsOf, flow.target, flow);
  }
  return { elements, flows, children, flowsOf };
}
