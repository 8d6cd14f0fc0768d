/**
 * The model as judgement sees it: references resolved to what they stand for, everything sorted by id, flows by their resolved ends,
 * containment and crossings from the model's own rules. Positions, labels and list order leave no mark here, except where a flow meets a
 * line boundary, which only geometry can tell.
 */

import {
  compareText,
  createContainment,
  type Element,
  type ElementId,
  type Flow,
  type FlowId,
  findCrossings,
  type Model,
} from '@strideboard/model';

/** A flow with its ends resolved. */
export interface JudgedFlow {
  readonly flow: Flow;
  readonly source: Element;
  readonly target: Element;
}

/** Look-ups over one model. */
export interface Graph {
  /** Everything that is judged as an element, sorted by id: no references, no notes. */
  readonly elements: readonly Element[];
  readonly flows: readonly JudgedFlow[];
  element(id: ElementId): Element | null;
  /** Closed boundaries that hold the element or one of its references, sorted by id. */
  enclosing(id: ElementId): readonly Element[];
  /** The same, nearest first: spatial parents before memberships on each step outward. */
  outward(id: ElementId): readonly Element[];
  /** Elements inside a boundary at any depth, references resolved, without repeats, sorted by id. */
  inside(id: ElementId): readonly Element[];
  /** Boundaries the flow crosses, sorted by id. */
  crossed(id: FlowId): readonly Element[];
  /** Flows that bring data to the element: a two-way flow does so at both ends. */
  arriving(id: ElementId): readonly JudgedFlow[];
  /** Flows that take data away from the element. */
  leaving(id: ElementId): readonly JudgedFlow[];
  /** Whether any flow crosses the boundary. */
  isCrossed(id: ElementId): boolean;
}

const NO_ELEMENTS: readonly Element[] = [];
const NO_FLOWS: readonly JudgedFlow[] = [];

/** Builds the look-ups in one pass; containment is computed on demand and remembered. */
export function createGraph(model: Pick<Model, 'elements' | 'flows'>): Graph {
  const byId = new Map(model.elements.map((element) => [element.id, element]));
  const referencesTo = new Map<ElementId, Element[]>();
  for (const element of model.elements) {
    if (element.kind !== 'ref' || element.of === null) continue;
    append(referencesTo, element.of, element);
  }
  /** What a reference stands for; `null` for notes, references that lead nowhere, and unknown ids. */
  const resolve = (id: ElementId): Element | null => {
    const element = byId.get(id);
    const meant = element?.kind === 'ref' && element.of !== null ? byId.get(element.of) : element;
    return meant === undefined || meant.kind === 'ref' || meant.kind === 'note' ? null : meant;
  };

  const elements = model.elements
    .filter((element) => element.kind !== 'ref' && element.kind !== 'note')
    .sort((a, b) => compareText(a.id, b.id));
  const flows: JudgedFlow[] = [];
  const arriving = new Map<ElementId, JudgedFlow[]>();
  const leaving = new Map<ElementId, JudgedFlow[]>();
  for (const flow of [...model.flows].sort((a, b) => compareText(a.id, b.id))) {
    const source = resolve(flow.source);
    const target = resolve(flow.target);
    if (source === null || target === null) continue;
    const judged = { flow, source, target };
    flows.push(judged);
    append(leaving, source.id, judged);
    append(arriving, target.id, judged);
    if (flow.direction === 'two' && source !== target) {
      append(leaving, target.id, judged);
      append(arriving, source.id, judged);
    }
  }

  const containment = createContainment(model);
  const crossings = new Map<FlowId, readonly Element[]>();
  const crossedBoundaries = new Set<ElementId>();
  for (const [id, boundaries] of findCrossings(model, containment)) {
    crossings.set(id, sorted(boundaries, byId));
    for (const boundary of boundaries) crossedBoundaries.add(boundary);
  }
  const enclosingCache = new Map<ElementId, readonly Element[]>();
  const outwardCache = new Map<ElementId, readonly Element[]>();
  const insideCache = new Map<ElementId, readonly Element[]>();

  const enclosing = (id: ElementId): readonly Element[] =>
    remember(enclosingCache, id, () => sorted(containment.enclosing(id), byId));

  const outward = (id: ElementId): readonly Element[] =>
    remember(outwardCache, id, () => {
      const holders = new Set(enclosing(id));
      const found = new Set<Element>();
      let ring: readonly ElementId[] = [id];
      const visited = new Set<ElementId>(ring);
      while (ring.length > 0) {
        const next: ElementId[] = [];
        const step = (to: ElementId | null): void => {
          if (to === null || visited.has(to)) return;
          visited.add(to);
          next.push(to);
          const holder = byId.get(to);
          if (holder !== undefined && holders.has(holder)) found.add(holder);
        };
        const here = ring.map((at) => byId.get(at)).filter((element) => element !== undefined);
        for (const element of here) step(element.parent);
        for (const element of here) [...element.memberOf].sort(compareText).forEach(step);
        for (const element of here) {
          const references = [...(referencesTo.get(element.id) ?? [])].sort((a, b) => compareText(a.id, b.id));
          for (const reference of references) step(reference.id);
        }
        ring = next;
      }
      return [...found];
    });

  const inside = (id: ElementId): readonly Element[] =>
    remember(insideCache, id, () => {
      const found = new Set<Element>();
      for (const element of containment.inside(id)) {
        const meant = resolve(element.id);
        if (meant !== null && meant.id !== id) found.add(meant);
      }
      return [...found].sort((a, b) => compareText(a.id, b.id));
    });

  return {
    elements,
    flows,
    element: (id) => byId.get(id) ?? null,
    enclosing,
    outward,
    inside,
    crossed: (id) => crossings.get(id) ?? NO_ELEMENTS,
    arriving: (id) => arriving.get(id) ?? NO_FLOWS,
    leaving: (id) => leaving.get(id) ?? NO_FLOWS,
    isCrossed: (id) => crossedBoundaries.has(id),
  };
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function remember<K, V>(cache: Map<K, V>, key: K, compute: () => V): V {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const value = compute();
  cache.set(key, value);
  return value;
}

function sorted(ids: Iterable<ElementId>, byId: ReadonlyMap<ElementId, Element>): readonly Element[] {
  return [...ids]
    .sort(compareText)
    .map((id) => byId.get(id))
    .filter((element) => element !== undefined);
}
