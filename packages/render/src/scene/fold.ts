/**
 * What collapsed boundaries make of a model: their content is not there, they are small, and the flows of their content end at them, one
 * line for all between the same two. What comes out the same as before stays the same object, so that nothing is drawn again for it.
 */

import { collapsedInto, type Element, type ElementId, type Flow, type FlowId, type Model } from '@strideboard/model';

type Foldable = Pick<Model, 'elements' | 'flows' | 'diagrams'>;

/** The size a collapsed boundary is drawn with unless it is smaller, px. */
export const FOLDED_SIZE = { width: 180, height: 60 } as const;

/** A model with its collapsed boundaries folded. */
export interface Folded {
  readonly model: Foldable;
  /** What each collapsed boundary hides, in model order. */
  readonly inside: ReadonlyMap<ElementId, readonly ElementId[]>;
  /** The flows that one drawn flow stands for, in model order, where they are more than one. */
  readonly gathered: ReadonlyMap<FlowId, readonly FlowId[]>;
  /** What the next folding reuses. */
  readonly made: ReadonlyMap<ElementId | FlowId, Made>;
}

type Made =
  | { readonly from: Element; readonly element: Element }
  | { readonly from: readonly Flow[]; readonly flow: Flow };

const NOTHING: Pick<Folded, 'inside' | 'gathered' | 'made'> = {
  inside: new Map(),
  gathered: new Map(),
  made: new Map(),
};

/** Folds the collapsed boundaries of a model, except those in `opened`. A model without any comes back as it is. */
export function foldModel(model: Foldable, opened: ReadonlySet<ElementId>, previous: Folded | null = null): Folded {
  const isFolded = (element: Element): boolean =>
    element.collapsed && element.kind === 'boundary' && element.shape.kind !== 'line' && !opened.has(element.id);
  if (!model.elements.some(isFolded)) return { model, ...NOTHING };
  const asOpened =
    opened.size === 0
      ? model.elements
      : model.elements.map((element) => (opened.has(element.id) ? { ...element, collapsed: false } : element));
  const hiddenIn = collapsedInto(asOpened);
  const made = new Map<ElementId | FlowId, Made>();
  const inside = listInside(hiddenIn, previous);
  const elements = model.elements.flatMap((element) => {
    if (hiddenIn.has(element.id)) return [];
    if (!isFolded(element)) return [element];
    if (!inside.has(element.id)) inside.set(element.id, []);
    const old = previous?.made.get(element.id);
    const kept = old !== undefined && 'element' in old && old.from === element ? old : null;
    const small = kept ?? { from: element, element: folded(element) };
    made.set(element.id, small);
    return [small.element];
  });
  const { flows, gathered } = gather({ flows: model.flows, hiddenIn, previous, made });
  return { model: { elements, flows, diagrams: model.diagrams }, inside, gathered, made };
}

const folded = (element: Element): Element => ({
  ...element,
  width: Math.min(element.width, FOLDED_SIZE.width),
  height: Math.min(element.height, FOLDED_SIZE.height),
  shape: { kind: 'box' },
});

/** What each one hides; equal lists stay the same. */
function listInside(
  hiddenIn: ReadonlyMap<ElementId, ElementId>,
  previous: Folded | null,
): Map<ElementId, readonly ElementId[]> {
  const lists = new Map<ElementId, ElementId[]>();
  for (const [id, holder] of hiddenIn) {
    const list = lists.get(holder);
    if (list === undefined) lists.set(holder, [id]);
    else list.push(id);
  }
  const inside = new Map<ElementId, readonly ElementId[]>();
  for (const [holder, list] of lists) {
    const old = previous?.inside.get(holder);
    inside.set(holder, old !== undefined && sameList(old, list) ? old : list);
  }
  return inside;
}

interface Gather {
  readonly flows: readonly Flow[];
  readonly hiddenIn: ReadonlyMap<ElementId, ElementId>;
  readonly previous: Folded | null;
  readonly made: Map<ElementId | FlowId, Made>;
}

function gather({ flows, hiddenIn, previous, made }: Gather): {
  readonly flows: readonly Flow[];
  readonly gathered: ReadonlyMap<FlowId, readonly FlowId[]>;
} {
  const bundles = new Map<string, Flow[]>();
  const ends = ({ source, target }: Flow) => ({
    source: hiddenIn.get(source) ?? source,
    target: hiddenIn.get(target) ?? target,
  });
  const isOutside = (flow: Flow): boolean => !hiddenIn.has(flow.source) && !hiddenIn.has(flow.target);
  for (const flow of flows) {
    if (isOutside(flow)) continue;
    const { source, target } = ends(flow);
    if (source === target) continue;
    const key = source < target ? `${source}|${target}` : `${target}|${source}`;
    const bundle = bundles.get(key);
    if (bundle === undefined) bundles.set(key, [flow]);
    else bundle.push(flow);
  }
  const standsFor = new Map<FlowId, readonly Flow[]>();
  for (const bundle of bundles.values()) if (bundle[0] !== undefined) standsFor.set(bundle[0].id, bundle);
  const gathered = new Map<FlowId, readonly FlowId[]>();
  const shown = flows.flatMap((flow) => {
    if (isOutside(flow)) return [flow];
    const bundle = standsFor.get(flow.id);
    if (bundle === undefined) return [];
    const { source, target } = ends(flow);
    const old = previous?.made.get(flow.id);
    const isSame =
      old !== undefined &&
      'flow' in old &&
      sameList(old.from, bundle) &&
      old.flow.source === source &&
      old.flow.target === target;
    const drawn = isSame ? old : { from: bundle, flow: bundled(flow, bundle, ends) };
    made.set(flow.id, drawn);
    if (bundle.length > 1) {
      gathered.set(
        flow.id,
        bundle.map(({ id }) => id),
      );
    }
    return [drawn.flow];
  });
  return { flows: shown, gathered };
}

/** One line for all of them: both heads when they go both ways, their number instead of a label. */
function bundled(flow: Flow, bundle: readonly Flow[], endsOf: (flow: Flow) => Pick<Flow, 'source' | 'target'>): Flow {
  const ends = endsOf(flow);
  const straight = { ...flow, ...ends, route: null, labelPlace: null, ports: [null, null] } as const;
  if (bundle.length === 1) return straight;
  const isTwoWay = bundle.some((each) => each.direction === 'two' || endsOf(each).source !== ends.source);
  return {
    ...straight,
    direction: isTwoWay ? 'two' : 'one',
    order: '',
    label: `× ${bundle.length}`,
    returnLabel: '',
    outOfScope: bundle.every(({ outOfScope }) => outOfScope !== null) ? flow.outOfScope : null,
  };
}

const sameList = <Item>(a: readonly Item[], b: readonly Item[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at]);
