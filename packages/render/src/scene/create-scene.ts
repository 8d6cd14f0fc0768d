/**
 * From a model to its scene, and from a scene to the next. An update gives exactly what a new scene would give, reusing every item that
 * comes out the same. The order is part of the contract:
 *
 * 1. which elements are shown, at which absolute boxes; redraw those whose record, box, depth or meaning changed;
 * 2. plan the flows that changed, whose ends moved, or whose pair gained or lost a flow;
 * 3. settle the ends of every element that a planned flow touches or touched: neighbours on a side give way to each other;
 * 4. redraw the flows whose plan, ends, crossings or crossed boundaries changed.
 */

import {
  absoluteBoxes,
  type Box,
  type Element,
  type ElementId,
  findCrossings,
  type Flow,
  type FlowId,
  isSameBox,
  type Model,
} from '@strideboard/model';
import type { PackIndex } from '@strideboard/packs';
import { boundsOfItems } from './bounds.ts';
import { drawElement } from './element-item.ts';
import { drawFlow } from './flow-item.ts';
import { foldModel } from './fold.ts';
import type { SceneElement, SceneFlow } from './items.ts';
import { moveElements } from './move-elements.ts';
import type { Scene, SceneOptions, SceneState, ShownElement } from './scene.ts';
import { planFlows, type Settle, settleFlows } from './plan-flows.ts';
import { showDiagram } from './show-diagram.ts';

type Drawable = Pick<Model, 'elements' | 'flows' | 'diagrams'>;

/** Draws one diagram of a model. */
export function createScene(model: Drawable, pack: PackIndex, options: SceneOptions = {}): Scene {
  const nothing: SceneState = {
    model: { elements: [], flows: [], diagrams: [] },
    pack,
    options,
    folded: null,
    boxes: new Map(),
    shown: new Map(),
    flows: new Map(),
    plans: new Map(),
    offsets: new Map(),
    crossings: new Map(),
  };
  return advance(
    { elements: [], flows: [], elementById: new Map(), flowById: new Map(), bounds: null, state: nothing },
    model,
  );
}

/** The scene of a later model, same pack and options. Unchanged items are the same objects; an unchanged model gives the same scene. */
export function updateScene(previous: Scene, model: Drawable): Scene {
  const before = previous.state.model;
  const isSame =
    before.elements === model.elements && before.flows === model.flows && before.diagrams === model.diagrams;
  return isSame ? previous : (moveElements(previous, model) ?? advance(previous, model));
}

function advance(previous: Scene, model: Drawable): Scene {
  const { pack, options } = previous.state;
  const folded = foldModel(model, options.opened ?? NOT_OPENED, previous.state.folded);
  const { shown, flows } = showDiagram(folded, options);
  const boxes = reuseBoxes(absoluteBoxes(folded.model.elements), previous.state.boxes);
  const { elementById, redrawn } = drawElements({ previous, shown, boxes, pack });
  const crossings = hasSameStructure(previous.state, model, boxes) ? previous.state.crossings : findCrossings(model);
  const planned = planFlows({ previous, flows, boxes, redrawn });
  const offsets = settleFlows({ previous, elementById, planned, redrawn });
  const flowById = drawFlows({
    previous,
    elementById,
    planned,
    offsets,
    crossings,
    boxes,
    shown: indexOf(folded.model),
    gathered: folded.gathered,
    isFolded: folded.inside.size > 0,
    redrawn,
  });

  const elements = paintingOrder(elementById);
  const flowItems = [...flowById.values()];
  return {
    elements,
    flows: flowItems,
    elementById,
    flowById,
    bounds: boundsOfItems(elements, flowItems),
    state: { model, pack, options, folded, boxes, shown, flows, plans: planned.plans, offsets, crossings },
  };
}

const NOT_OPENED: ReadonlySet<ElementId> = new Set();

const indexOf = (model: Drawable): ReadonlyMap<ElementId, Element> =>
  new Map(model.elements.map((element) => [element.id, element]));

/** Equal boxes keep their identity, so that later steps compare by it. */
function reuseBoxes(
  now: ReadonlyMap<ElementId, Box>,
  before: ReadonlyMap<ElementId, Box>,
): ReadonlyMap<ElementId, Box> {
  const reused = new Map<ElementId, Box>();
  for (const [id, box] of now) {
    const old = before.get(id);
    reused.set(id, old !== undefined && isSameBox(old, box) ? old : box);
  }
  return reused;
}

interface DrawElements {
  readonly previous: Scene;
  readonly shown: ReadonlyMap<ElementId, ShownElement>;
  readonly boxes: ReadonlyMap<ElementId, Box>;
  readonly pack: PackIndex;
}

/** `redrawn` holds every element whose drawing is new, other, or gone. */
function drawElements({ previous, shown, boxes, pack }: DrawElements): {
  readonly elementById: ReadonlyMap<ElementId, SceneElement>;
  readonly redrawn: ReadonlySet<ElementId>;
} {
  const elementById = new Map<ElementId, SceneElement>();
  const redrawn = new Set<ElementId>();
  for (const [id, now] of shown) {
    const box = boxes.get(id);
    if (box === undefined) continue;
    const old = previous.elementById.get(id);
    const before = previous.state.shown.get(id);
    const isSame =
      old !== undefined &&
      old.box === box &&
      before?.element === now.element &&
      before.meant === now.meant &&
      before.depth === now.depth &&
      before.folds === now.folds;
    if (isSame) {
      elementById.set(id, old);
    } else {
      elementById.set(id, drawElement({ ...now, box, pack }));
      redrawn.add(id);
    }
  }
  for (const id of previous.elementById.keys()) if (!elementById.has(id)) redrawn.add(id);
  return { elementById, redrawn };
}

/** Whether nothing that decides about crossings changed: memberships, kinds, references, flow ends; with line boundaries also places. */
function hasSameStructure(
  { model: before, boxes: boxesBefore }: SceneState,
  model: Drawable,
  boxes: ReadonlyMap<ElementId, Box>,
): boolean {
  if (before.elements.length !== model.elements.length || before.flows.length !== model.flows.length) return false;
  const hasLines = model.elements.some((element) => element.kind === 'boundary' && element.shape.kind === 'line');
  const isSameElement = (element: Element, at: number): boolean => {
    const old = before.elements[at];
    if (old === element) return !hasLines || boxes.get(element.id) === boxesBefore.get(element.id);
    if (hasLines) return false;
    return (
      old !== undefined &&
      old.id === element.id &&
      old.kind === element.kind &&
      old.parent === element.parent &&
      old.of === element.of &&
      old.shape === element.shape &&
      old.memberOf.join() === element.memberOf.join()
    );
  };
  const isSameFlow = (flow: Flow, at: number): boolean => {
    const old = before.flows[at];
    if (old === flow) return true;
    return (
      !hasLines && old !== undefined && old.id === flow.id && old.source === flow.source && old.target === flow.target
    );
  };
  return model.elements.every(isSameElement) && model.flows.every(isSameFlow);
}

interface DrawFlows extends Settle {
  readonly offsets: ReadonlyMap<FlowId, readonly [number, number]>;
  readonly crossings: ReadonlyMap<FlowId, readonly ElementId[]>;
  readonly boxes: ReadonlyMap<ElementId, Box>;
  /** Every element of the model, also of other diagrams: a crossed boundary may be shown elsewhere only. */
  readonly shown: ReadonlyMap<ElementId, Element>;
  readonly gathered: ReadonlyMap<FlowId, readonly FlowId[]>;
  /** Whether a collapsed boundary hides something. */
  readonly isFolded: boolean;
}

const NONE: readonly ElementId[] = [];
const ALONE: readonly FlowId[] = [];

function drawFlows(input: DrawFlows): ReadonlyMap<FlowId, SceneFlow> {
  const { previous, elementById, planned, offsets, crossings, boxes, shown, gathered, isFolded, redrawn } = input;
  const flowById = new Map<FlowId, SceneFlow>();
  for (const [id, plan] of planned.plans) {
    const old = previous.flowById.get(id);
    const gathers = gathered.get(id) ?? ALONE;
    const all = crossings.get(id) ?? NONE;
    const crosses = isFolded ? all.filter((boundary) => shown.has(boundary)) : all;
    const ends = offsets.get(id) ?? [0, 0];
    const endsBefore = previous.state.offsets.get(id);
    const isSame =
      old !== undefined &&
      !planned.replanned.has(id) &&
      (old.gathers === gathers || old.gathers.join() === gathers.join()) &&
      endsBefore?.[0] === ends[0] &&
      endsBefore[1] === ends[1] &&
      (old.crosses === crosses || old.crosses.join() === crosses.join()) &&
      !crosses.some((boundary) => redrawn.has(boundary));
    if (isSame) {
      flowById.set(id, old);
      continue;
    }
    const [source, target] = [elementById.get(plan.flow.source), elementById.get(plan.flow.target)];
    if (source === undefined || target === undefined) continue;
    const crossed = crosses.flatMap((boundary) => {
      const [element, box] = [shown.get(boundary), boxes.get(boundary)];
      return element !== undefined && box !== undefined && elementById.has(boundary) ? [{ element, box }] : [];
    });
    flowById.set(id, drawFlow({ plan, offsets: ends, source, target, crosses, crossed, gathers }));
  }
  return flowById;
}

/** Boundaries by depth below everything else; otherwise as the model orders them. */
function paintingOrder(elementById: ReadonlyMap<ElementId, SceneElement>): readonly SceneElement[] {
  return [...elementById.values()].sort((a, b) => a.zIndex - b.zIndex);
}
