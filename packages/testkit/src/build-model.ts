/** Small models for tests: say what matters, the rest takes sensible defaults. */

import {
  assemble,
  compareText,
  type Decision,
  type Diagram,
  defaultSize,
  diagramId,
  EMPTY_MODEL,
  type Element,
  type ElementKind,
  elementId,
  type Flow,
  flowId,
  type Model,
  type ModelMeta,
  type ModelSettings,
  type Register,
} from '@strideboard/model';

/** An element by plain strings; everything but the id may be left out. */
export interface ElementParts extends Partial<Omit<Element, 'id' | 'parent' | 'memberOf' | 'diagram' | 'of'>> {
  readonly id: string;
  readonly parent?: string | null;
  readonly memberOf?: readonly string[];
  readonly diagram?: string | null;
  readonly of?: string | null;
}

/** A flow by plain strings; everything but id and ends may be left out. */
export interface FlowParts extends Partial<Omit<Flow, 'id' | 'source' | 'target' | 'diagram'>> {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly diagram?: string | null;
}

/** A model by its parts. */
export interface ModelParts {
  readonly meta?: Partial<ModelMeta>;
  readonly settings?: Partial<ModelSettings>;
  readonly diagrams?: readonly (Partial<Omit<Diagram, 'id' | 'details'>> & {
    readonly id: string;
    readonly details?: string;
  })[];
  readonly elements?: readonly ElementParts[];
  readonly flows?: readonly FlowParts[];
  readonly decisions?: Readonly<Record<string, Partial<Decision>>>;
  readonly people?: Model['people'];
  readonly register?: Partial<Register>;
}

/** A complete element: a process of default size at the origin unless told otherwise. */
export function buildElement({
  id,
  parent = null,
  memberOf = [],
  diagram = null,
  of = null,
  ...given
}: ElementParts): Element {
  const kind: ElementKind = given.kind ?? 'process';
  return {
    kind,
    type: '',
    label: '',
    x: 0,
    y: 0,
    ...defaultSize(kind),
    z: 'a0',
    properties: {},
    evidence: {},
    outOfScope: null,
    shape: { kind: 'box' },
    style: 'trust',
    lock: null,
    collapsed: false,
    importedFrom: null,
    created: null,
    notes: '',
    ...given,
    id: elementId(id),
    parent: parent === null ? null : elementId(parent),
    memberOf: memberOf.map(elementId).sort(),
    diagram: diagram === null ? null : diagramId(diagram),
    of: of === null ? null : elementId(of),
  };
}

/** A complete one-way flow. */
export function buildFlow({ id, source, target, diagram = null, ...given }: FlowParts): Flow {
  return {
    direction: 'one',
    label: '',
    returnLabel: '',
    order: '',
    route: null,
    ports: [null, null],
    labelPlace: null,
    properties: {},
    evidence: {},
    outOfScope: null,
    z: 'a0',
    importedFrom: null,
    created: null,
    notes: '',
    ...given,
    id: flowId(id),
    source: elementId(source),
    target: elementId(target),
    diagram: diagram === null ? null : diagramId(diagram),
  };
}

/**
 * A valid model. Elements are put in model order (parents first, then z, then id).
 * @throws when parts contradict each other (an unknown parent or end, a cycle), naming the ids: a wrong fixture is a broken test.
 */
export function buildModel(parts: ModelParts): Model {
  const given = (parts.elements ?? []).map(buildElement);
  const flows = (parts.flows ?? []).map(buildFlow);
  const diagrams = (parts.diagrams ?? []).map(({ id, details, ...diagram }) => ({
    title: '',
    z: 'a0',
    ...diagram,
    id: diagramId(id),
    details: details === undefined ? null : elementId(details),
  }));
  diagrams.sort((a, b) => compareText(a.z, b.z) || compareText(a.id, b.id));
  const assembled = assemble(
    given.map((element) => ({ element, deleted: false, issues: [] })),
    flows.map((flow) => ({ flow, deleted: false, issues: [] })),
    diagrams,
  );
  const misplaced = given.filter((element) => {
    const shown = assembled.elements.find(({ id }) => id === element.id);
    return shown?.parent !== element.parent || shown.memberOf.length !== element.memberOf.length;
  });
  const contradictions = assembled.issues.filter(({ code }) => code !== 'flow-across-diagrams');
  if (contradictions.length > 0 || misplaced.length > 0) {
    const found = [
      ...contradictions.map(({ code, ids }) => `${code} ${ids.join(', ')}`),
      ...misplaced.map(({ id }) => id),
    ];
    throw new Error(`buildModel: the parts contradict each other: ${found.join('; ')}`);
  }
  return {
    ...EMPTY_MODEL,
    ...parts.register,
    people: parts.people ?? {},
    meta: { ...EMPTY_MODEL.meta, ...parts.meta },
    settings: { ...EMPTY_MODEL.settings, ...parts.settings },
    diagrams,
    elements: assembled.elements,
    flows: assembled.flows,
    decisions: Object.fromEntries(
      Object.entries(parts.decisions ?? {})
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([threat, decision]) => [
          threat,
          { state: 'open', basis: '', by: 'tester', at: 0, fields: {}, ...decision },
        ]),
    ),
  };
}
