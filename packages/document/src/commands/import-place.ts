/** Where the elements and flows of a model that is brought in go: on which diagram, in which boundary, at which place and order. */

import {
  absoluteBoxes,
  type Box,
  type CanvasPoint,
  type DiagramId,
  type Element,
  type ElementId,
  type Flow,
  type Model,
  type Route,
  unionOf,
  writeElement,
  writeFlow,
} from '@strideboard/model';
import type { Gesture } from '../gesture.ts';
import { coordinate, orderAbove, orderAboveSiblings } from '../placing.ts';
import type { Creation } from '../writes.ts';

/** Free space between what is on the board and what comes beside it, px. */
const GAP = 80;

/** What is placed. */
export interface PlacingRequest {
  /** The whole model under its new ids. */
  readonly whole: Model;
  /** What of it is not on the board yet. */
  readonly fresh: Model;
  /** Where the middle goes; `beside` what is there; or the `same` place as in the model. */
  readonly at: CanvasPoint | 'beside' | 'same';
  /** The diagram for what is on the model's first one. */
  readonly target: DiagramId | null;
}

/** New elements, flows and diagrams, ready to be created. */
export interface Placed {
  readonly creations: readonly Creation[];
  /** Ids of the elements and flows among them. */
  readonly ids: readonly string[];
  /** Ids of what cannot be shown: references to nothing, flows without an end or across diagrams. */
  readonly leftOut: readonly string[];
  /** The diagram an element is on once this is done; `null` = the only one; `undefined` = there is no such element. */
  diagramOf(id: string): DiagramId | null | undefined;
}

/** Places everything new; `null` when something would lie outside the canvas. */
export function placeNew(gesture: Gesture, request: PlacingRequest): Placed | null {
  const diagrams = planDiagrams(gesture, request);
  const { whole, fresh } = request;
  const isFresh = new Set<string>(fresh.elements.map(({ id }) => id));
  const boxes = absoluteBoxes(whole.elements);
  const by = offsetOf(gesture, request, diagrams.home, boxes);
  const placed = new Map<string, Element>();
  const leftOut: string[] = [];
  const nextOrder = createOrders(gesture);
  const boardDiagram = (id: string): DiagramId | null | undefined => {
    const element = gesture.element(id);
    return element === undefined ? undefined : (element.diagram ?? diagrams.first);
  };
  const diagramOf = (id: string): DiagramId | null | undefined =>
    placed.has(id) ? placed.get(id)?.diagram : boardDiagram(id);
  const isShown = (id: ElementId): boolean => placed.has(id) || gesture.element(id) !== undefined;

  for (const element of fresh.elements) {
    const { parent, of } = element;
    if (element.kind === 'ref' && (of === null || !(isFresh.has(of) || isReferable(gesture, of)))) {
      leftOut.push(element.id);
      continue;
    }
    const isInside = parent !== null && (placed.has(parent) || (!isFresh.has(parent) && gesture.isParent(parent)));
    const diagram = isInside ? (diagramOf(parent) ?? null) : diagrams.of(element.diagram);
    const shift = diagram === diagrams.home ? by : ORIGIN;
    const box = boxes.get(element.id) ?? { x: element.x, y: element.y };
    const x = coordinate(isInside ? element.x : box.x + shift.x);
    const y = coordinate(isInside ? element.y : box.y + shift.y);
    if (x === null || y === null) return null;
    const isAmongFresh = isInside && placed.has(parent);
    placed.set(element.id, {
      ...element,
      parent: isInside ? parent : null,
      x,
      y,
      z: isAmongFresh ? element.z : nextOrder(isInside ? parent : null),
      memberOf: element.memberOf.filter((id) => isFresh.has(id) || gesture.isParent(id)),
      diagram,
      created: element.created ?? { by: gesture.author.principal, at: gesture.at },
    });
  }

  const flows: Flow[] = [];
  let order = orderAbove(gesture.model.flows.map(({ z }) => z));
  for (const flow of fresh.flows) {
    const [from, to] = [diagramOf(flow.source), diagramOf(flow.target)];
    if (from === undefined || from !== to) {
      leftOut.push(flow.id);
      continue;
    }
    const route = flow.route === null ? null : moved(flow.route, from === diagrams.home ? by : ORIGIN, isShown);
    const created = flow.created ?? { by: gesture.author.principal, at: gesture.at };
    flows.push({ ...flow, route, z: order, diagram: null, created });
    order = orderAbove([order]);
  }
  const creations: Creation[] = [
    ...diagrams.creations,
    ...[...placed.values()].map((element): Creation => {
      return { root: 'nodes', id: element.id, record: writeElement(element), notes: element.notes };
    }),
    ...flows.map((flow): Creation => ({ root: 'edges', id: flow.id, record: writeFlow(flow), notes: flow.notes })),
  ];
  return { creations, ids: [...placed.keys(), ...flows.map(({ id }) => id)], leftOut, diagramOf };
}

const ORIGIN: CanvasPoint = { x: 0, y: 0 };

const isReferable = (gesture: Gesture, id: ElementId): boolean => {
  const element = gesture.element(id);
  return element !== undefined && element.kind !== 'ref';
};

interface Diagrams {
  /** Where what is on the model's first diagram goes. */
  readonly home: DiagramId | null;
  /** The board's first diagram; `null` while none is listed. */
  readonly first: DiagramId | null;
  readonly creations: readonly Creation[];
  /** The diagram on the board for one of the model. */
  of(diagram: DiagramId | null): DiagramId | null;
}

/** The model's first diagram is one of the board's; the others are there already or come as further ones. */
function planDiagrams(gesture: Gesture, { whole, fresh, target }: PlacingRequest): Diagrams {
  const [opening] = whole.diagrams;
  const board = new Set<string>(gesture.model.diagrams.map(({ id }) => id));
  const further = fresh.diagrams.filter(({ id }) => id !== opening?.id);
  const creations: Creation[] = [];
  let first = gesture.model.diagrams[0]?.id ?? null;
  let home = opening !== undefined && board.has(opening.id) ? opening.id : target;
  if (further.length > 0 && first === null) {
    first = home = gesture.newId() as DiagramId; // made here for a diagram
    creations.push({ root: 'diagrams', id: first, notes: null, record: { title: '', z: orderAbove([]) } });
  }
  for (const { id, title, details, z } of further)
    creations.push({ root: 'diagrams', id, notes: null, record: { title, details, z } });
  const known = new Set([...board, ...further.map(({ id }) => id)]);
  return { home, first, creations, of: (diagram) => (diagram !== null && known.has(diagram) ? diagram : home) };
}

/** How far what goes on the home diagram moves, px. */
function offsetOf(
  gesture: Gesture,
  { fresh, at }: PlacingRequest,
  home: DiagramId | null,
  boxes: ReadonlyMap<ElementId, Box>,
): CanvasPoint {
  if (at === 'same') return ORIGIN;
  const content = unionOf(
    fresh.elements.flatMap((element) => (element.diagram === null ? (boxes.get(element.id) ?? []) : [])),
  );
  if (content === null) return ORIGIN;
  if (at !== 'beside')
    return {
      x: Math.round(at.x - content.x - content.width / 2),
      y: Math.round(at.y - content.y - content.height / 2),
    };
  const first = gesture.model.diagrams[0]?.id ?? null;
  const there = unionOf(
    gesture.model.elements.flatMap(({ id, diagram }) => ((diagram ?? first) === home ? [gesture.box(id)] : [])),
  );
  return there === null ? ORIGIN : { x: there.x + there.width + GAP - content.x, y: there.y - content.y };
}

/** Order keys above the children of a parent, one after the other. */
function createOrders(gesture: Gesture): (parent: ElementId | null) => string {
  const highest = new Map<ElementId | null, string>();
  return (parent) => {
    const last = highest.get(parent);
    const next = last === undefined ? orderAboveSiblings(gesture, parent) : orderAbove([last]);
    highest.set(parent, next);
    return next;
  };
}

/** A route goes where its elements go; one that would leave the canvas, or whose base is not shown, is straight again. */
function moved({ base, points }: Route, by: CanvasPoint, isShown: (id: ElementId) => boolean): Route | null {
  if (base !== null) return isShown(base) ? { base, points } : null;
  const shifted: (readonly [number, number])[] = [];
  for (const point of points) {
    const [x, y] = [coordinate(point[0] + by.x), coordinate(point[1] + by.y)];
    if (x === null || y === null) return null;
    shifted.push([x, y]);
  }
  return { base, points: shifted };
}
