/**
 * The next scene where nothing but places and sizes of some elements changed, as in every frame of a drag. It costs what moved, what is inside
 * it and the flows at it, and gives exactly what a new scene would give; where it could not, it gives nothing.
 */

import {
  type Box,
  type Element,
  type ElementId,
  type Flow,
  type FlowId,
  isSameBox,
  type Model,
} from '@strideboard/model';
import { boundsOfItems } from './bounds.ts';
import { drawElement } from './element-item.ts';
import { drawFlow } from './flow-item.ts';
import { byFlowOrder, type FlowPlan, planFlow, settleEnds } from './flow-plan.ts';
import { flowsAcross, flowsAt, flowsBasedOn } from './flows-by-place.ts';
import type { SceneElement, SceneFlow } from './items.ts';
import { withValues } from './patched-map.ts';
import type { Scene, SceneState, ShownElement } from './scene.ts';

type Drawable = Pick<Model, 'elements' | 'flows' | 'diagrams'>;
type Ends = readonly [number, number];

/** Fields that say where an element is. */
const PLACE: ReadonlySet<string> = new Set(['x', 'y', 'width', 'height']);
/** With more than this share of the elements on the move, everything is as well looked at; so many may always move. */
const MOST = 0.2;
const MOST_OF_FEW = 100;

/** What is other than before. */
interface Moved {
  /** Elements whose record is other. */
  readonly records: ReadonlyMap<ElementId, Element>;
  /** Boxes that are other. */
  readonly boxes: ReadonlyMap<ElementId, Box>;
  /** References, whose look follows what they stand for. */
  readonly references: readonly Element[];
}

/** The scene with elements at their new places; `null` when more than places changed. */
export function moveElements(previous: Scene, model: Drawable): Scene | null {
  const { state } = previous;
  const before = state.model;
  if (before.flows !== model.flows || before.diagrams !== model.diagrams) return null;
  if ((state.folded?.inside.size ?? 0) > 0) return null;
  const moved = whatMoved(state, model);
  if (moved === null) return null;
  const shown = shownAnew(state, moved);
  const boxes = withValues(state.boxes, moved.boxes);
  const redrawn = new Map<ElementId, SceneElement>();
  for (const id of new Set([...shown.keys(), ...moved.boxes.keys()])) {
    const [now, box, old] = [shown.get(id) ?? state.shown.get(id), boxes.get(id), previous.elementById.get(id)];
    if (now === undefined || box === undefined || old === undefined) continue;
    const drawn = drawElement({ ...now, box, pack: state.pack });
    if (drawn.zIndex !== old.zIndex) return null;
    redrawn.set(id, drawn);
  }
  const next = { ...state, model, boxes, shown: withValues(state.shown, shown) };
  // A model without collapsed boundaries is its own folding.
  const folded = state.folded === null ? null : { ...state.folded, model };
  return withFlows(previous, { ...next, folded }, { redrawn, boxes: moved.boxes });
}

/** `null` when an element is new, gone, elsewhere in the order or other in more than its place, or when lines are about. */
function whatMoved({ model: before, boxes: oldBoxes }: SceneState, { elements }: Drawable): Moved | null {
  if (before.elements.length !== elements.length) return null;
  const records = new Map<ElementId, Element>();
  const boxes = new Map<ElementId, Box>();
  const references: Element[] = [];
  for (const [at, element] of elements.entries()) {
    const { id, parent } = element;
    const old = before.elements[at];
    // What crosses a line is decided by places.
    if (element.kind === 'boundary' && element.shape.kind === 'line') return null;
    if (element.kind === 'ref') references.push(element);
    if (old !== element) {
      if (old === undefined || !differsInPlace(old, element)) return null;
      records.set(id, element);
    }
    if (old === element && (parent === null || !boxes.has(parent))) continue;
    const origin = parent === null ? undefined : (boxes.get(parent) ?? oldBoxes.get(parent));
    const { width, height } = element;
    const oldBox = oldBoxes.get(id);
    const box = { x: (origin?.x ?? 0) + element.x, y: (origin?.y ?? 0) + element.y, width, height };
    if (oldBox === undefined || !isSameBox(oldBox, box)) boxes.set(id, box);
  }
  return records.size + boxes.size > elements.length * MOST + MOST_OF_FEW ? null : { records, boxes, references };
}

function differsInPlace(old: Element, now: Element): boolean {
  const keys = Object.keys(now) as (keyof Element)[]; // its own keys
  return keys.length === Object.keys(old).length && keys.every((key) => PLACE.has(key) || old[key] === now[key]);
}

/** The records that are other, on this diagram, and references to them. */
function shownAnew({ shown }: SceneState, { records, references }: Moved): Map<ElementId, ShownElement> {
  const anew = new Map<ElementId, ShownElement>();
  for (const [id, element] of records) {
    const old = shown.get(id);
    if (old === undefined) continue;
    const meant = old.meant.id === id ? element : (records.get(old.meant.id) ?? old.meant);
    anew.set(id, { ...old, element, meant });
  }
  for (const { id } of references) {
    const old = shown.get(id);
    const meant = old === undefined ? undefined : records.get(old.meant.id);
    if (old !== undefined && meant !== undefined && !anew.has(id)) anew.set(id, { ...old, meant });
  }
  return anew;
}

interface Redrawn {
  readonly redrawn: ReadonlyMap<ElementId, SceneElement>;
  /** Boxes that are other. */
  readonly boxes: ReadonlyMap<ElementId, Box>;
}

function withFlows(previous: Scene, state: SceneState, { redrawn, boxes }: Redrawn): Scene {
  const elementById = withValues(previous.elementById, redrawn);
  const plans = plansAnew(state, redrawn, boxes);
  const planned: SceneState = { ...state, plans: withValues(state.plans, plans) };
  const ends = [...plans.values()].flatMap(({ flow }) => [flow.source, flow.target]);
  const settled = settledAnew(planned, elementById, new Set([...redrawn.keys(), ...ends]));
  const next: SceneState = { ...planned, offsets: withValues(state.offsets, settled) };
  const across = [...redrawn.keys()].flatMap((id) => flowsAcross(state.crossings, id));
  const drawn = new Map<FlowId, SceneFlow>();
  for (const id of new Set([...plans.keys(), ...settled.keys(), ...across])) {
    const flow = flowAnew(previous, next, { id, elementById });
    if (flow !== null) drawn.set(id, flow);
  }
  const elements = replaced(previous.elements, redrawn);
  const flows = replaced(previous.flows, drawn);
  const flowById = withValues(previous.flowById, drawn);
  return { elements, flows, elementById, flowById, bounds: boundsOfItems(elements, flows), state: next };
}

const replaced = <Item extends { readonly id: string }>(
  items: readonly Item[],
  anew: ReadonlyMap<string, Item>,
): readonly Item[] => (anew.size === 0 ? items : items.map((item) => anew.get(item.id) ?? item));

/** Plans of the flows at what was redrawn, and of those whose waypoints moved. */
function plansAnew(
  { flows, boxes: allBoxes, plans }: SceneState,
  redrawn: ReadonlyMap<ElementId, SceneElement>,
  boxes: ReadonlyMap<ElementId, Box>,
): Map<FlowId, FlowPlan> {
  const concerned = new Set<Flow>();
  for (const id of redrawn.keys()) for (const flow of flowsAt(flows, id)) concerned.add(flow);
  for (const id of boxes.keys()) for (const flow of flowsBasedOn(flows, id)) concerned.add(flow);
  const anew = new Map<FlowId, FlowPlan>();
  for (const flow of concerned) {
    const key = plans.get(flow.id)?.laneKey ?? null;
    const isLane = (other: Flow): boolean => plans.get(other.id)?.laneKey === key;
    const lanes = key === null ? [flow] : flowsBetween(flows, flow).filter(isLane).sort(byFlowOrder);
    const plan = planFlow(flow, allBoxes, lanes);
    if (plan !== null) anew.set(flow.id, plan);
  }
  return anew;
}

/** Flows among which all of the flow's pair are: those at its less busy end, since a hub has one pair for each of its many flows. */
function flowsBetween(flows: SceneState['flows'], { source, target }: Flow): readonly Flow[] {
  const [atSource, atTarget] = [flowsAt(flows, source), flowsAt(flows, target)];
  return atSource.length < atTarget.length ? atSource : atTarget;
}

/** The ends that come to lie elsewhere. */
function settledAnew(
  { flows, plans, offsets }: SceneState,
  elementById: ReadonlyMap<ElementId, SceneElement>,
  concerned: ReadonlySet<ElementId>,
): Map<FlowId, Ends> {
  const settled = new Map<FlowId, Ends>();
  for (const id of concerned) {
    const element = elementById.get(id);
    if (element === undefined) continue;
    const at = flowsAt(flows, id).flatMap((flow) => plans.get(flow.id) ?? []);
    for (const [flow, [source, target]] of settleEnds(element, at)) {
      const [oldSource, oldTarget] = settled.get(flow) ?? offsets.get(flow) ?? [0, 0];
      const ends: Ends = [source ?? oldSource, target ?? oldTarget];
      if (ends[0] !== oldSource || ends[1] !== oldTarget) settled.set(flow, ends);
    }
  }
  return settled;
}

interface FlowAnew {
  readonly id: FlowId;
  readonly elementById: ReadonlyMap<ElementId, SceneElement>;
}

function flowAnew(
  { flowById }: Scene,
  { plans, offsets, boxes, shown }: SceneState,
  { id, elementById }: FlowAnew,
): SceneFlow | null {
  const [old, plan] = [flowById.get(id), plans.get(id)];
  if (old === undefined || plan === undefined) return null;
  const [source, target] = [elementById.get(plan.flow.source), elementById.get(plan.flow.target)];
  if (source === undefined || target === undefined) return null;
  const { crosses, gathers } = old;
  const crossed = crosses.flatMap((boundary) => {
    const [element, box] = [shown.get(boundary)?.element, boxes.get(boundary)];
    return element !== undefined && box !== undefined && elementById.has(boundary) ? [{ element, box }] : [];
  });
  return drawFlow({ plan, offsets: offsets.get(id) ?? [0, 0], source, target, crosses, crossed, gathers });
}
