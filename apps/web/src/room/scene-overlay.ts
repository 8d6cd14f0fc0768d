/** Laying drags and resizes in progress over a model. Elements that are not touched keep their identity. */
import {
  absoluteBoxes,
  type Box,
  type Element,
  type ElementId,
  type Flow,
  type FlowId,
  type Model,
  type Workshop,
} from '@strideboard/model';
import type { LocalDrag } from '../session/session-store.ts';
import type { Peer } from './peers.ts';

/** A resize in progress: the new box, absolute canvas px. */
export interface PendingResize {
  readonly id: ElementId;
  readonly box: Box;
}

/** A flow shown another way: other waypoints, another place of its label, other sides. */
interface PendingFlow {
  readonly id: FlowId;
  readonly change: Partial<Pick<Flow, 'route' | 'labelPlace' | 'ports'>>;
}

/** A boundary shown in another form. */
interface PendingShape {
  readonly id: ElementId;
  readonly box: Box;
  readonly shape: Element['shape'];
}

/** Copies that a drag would make. */
interface PendingCopies {
  readonly elements: readonly Element[];
  readonly flows: readonly Flow[];
}

/** Everything on its way to new places. */
interface PendingLayout {
  /** Relative to the parent's top-left corner. */
  readonly boxes: ReadonlyMap<ElementId, Box>;
  /** Flows that give up their bends and the place of their label. */
  readonly straight: ReadonlySet<FlowId>;
}

/** What a gesture shows without writing it; one at a time. */
export interface Pending {
  readonly layout?: PendingLayout;
  readonly resize?: PendingResize;
  readonly flow?: PendingFlow;
  readonly shape?: PendingShape;
  readonly copies?: PendingCopies;
}

/** The model as a gesture shows it. */
export function withPending(model: Model, { layout, resize, flow, shape, copies }: Pending): Model {
  if (layout !== undefined) return withLayout(model, layout);
  let shown = withResize(model, resize ?? shape ?? null);
  if (shape !== undefined) {
    const elements = shown.elements.map((element) =>
      element.id === shape.id ? { ...element, shape: shape.shape } : element,
    );
    shown = { ...shown, elements };
  }
  if (flow !== undefined) {
    const flows = shown.flows.map((each) => (each.id === flow.id ? { ...each, ...flow.change } : each));
    shown = { ...shown, flows };
  }
  if (copies === undefined) return shown;
  return { ...shown, elements: [...shown.elements, ...copies.elements], flows: [...shown.flows, ...copies.flows] };
}

function withLayout(model: Model, { boxes, straight }: PendingLayout): Model {
  const elements = model.elements.map((element) => {
    const box = boxes.get(element.id);
    return box === undefined ? element : { ...element, ...box };
  });
  const flows = model.flows.map((flow) => (straight.has(flow.id) ? { ...flow, route: null, labelPlace: null } : flow));
  return { ...model, elements, flows };
}

/** How far an element is from its stored place, canvas px. What is inside moves along. */
export interface Offset {
  readonly dx: number;
  readonly dy: number;
}

interface Drags {
  readonly own: LocalDrag | null;
  readonly peers: readonly Peer[];
  readonly elements: readonly Element[];
  /** Elements as they were stored when another person's drag of them was first seen, by client and id. */
  readonly starts: ReadonlyMap<string, Element>;
}

/**
 * The offsets of everything that is being dragged. My own drag wins over another person's of the same element. Another person's offset no
 * longer counts once the element's stored place has changed since: the drop has arrived before the word that the drag is over.
 */
export function offsetsOf({ own, peers, elements, starts }: Drags): {
  readonly offsets: ReadonlyMap<ElementId, Offset>;
  readonly starts: ReadonlyMap<string, Element>;
} {
  const offsets = new Map<ElementId, Offset>();
  const seen = new Map<string, Element>();
  const dragging = peers.filter(({ presence }) => presence.drag !== null);
  if (dragging.length > 0) {
    const byId = new Map<string, Element>(elements.map((element) => [element.id, element]));
    for (const { client, presence } of dragging) {
      const { drag } = presence;
      for (const id of drag?.ids ?? []) {
        const element = byId.get(id);
        if (element === undefined || drag === null) continue;
        const key = `${client} ${id}`;
        const start = starts.get(key) ?? element;
        seen.set(key, start);
        if (!samePlace(start, element)) continue;
        offsets.set(element.id, { dx: drag.dx, dy: drag.dy });
      }
    }
  }
  if (own !== null) for (const id of own.ids) offsets.set(id, { dx: own.dx, dy: own.dy });
  return { offsets, starts: seen };
}

const samePlace = (a: Element, b: Element): boolean => a.parent === b.parent && a.x === b.x && a.y === b.y;

/** The model with elements shown away from their stored places. */
export function withOffsets(model: Model, offsets: ReadonlyMap<ElementId, Offset>): Model {
  if (offsets.size === 0) return model;
  const elements = model.elements.map((element) => {
    const offset = offsets.get(element.id);
    if (offset === undefined || (offset.dx === 0 && offset.dy === 0)) return element;
    return { ...element, x: element.x + offset.dx, y: element.y + offset.dy };
  });
  return elements.some((element, at) => element !== model.elements[at]) ? { ...model, elements } : model;
}

/** The model with one element shown in another box, its content staying where it is on the canvas. */
export function withResize(model: Model, resize: PendingResize | null): Model {
  if (resize === null) return model;
  const box = absoluteBoxes(model.elements).get(resize.id);
  if (box === undefined) return model;
  const { width, height } = resize.box;
  const [dx, dy] = [resize.box.x - box.x, resize.box.y - box.y];
  if (dx === 0 && dy === 0 && width === box.width && height === box.height) return model;
  const elements = model.elements.map((element) => {
    if (element.id === resize.id) return { ...element, x: element.x + dx, y: element.y + dy, width, height };
    if (element.parent === resize.id) return { ...element, x: element.x - dx, y: element.y - dy };
    return element;
  });
  return { ...model, elements };
}

/** Shows as locked what a facilitator has locked. An element keeps its identity from call to call; without such locks the model is as it was. */
export function createFrozenOverlay(): (model: Model, locks: Workshop['locks']) => Model {
  const frozen = new WeakMap<Element, Element>();
  let last: { readonly model: Model; readonly locks: Workshop['locks']; readonly shown: Model } | null = null;
  const freeze = (element: Element, { by, at }: Workshop['locks'][number]): Element => {
    const known = frozen.get(element) ?? { ...element, lock: { by, at } };
    frozen.set(element, known);
    return known;
  };
  return (model, locks) => {
    if (locks.length === 0) return model;
    if (last?.model === model && last.locks === locks) return last.shown;
    const byId = new Map(locks.map((lock) => [lock.id, lock]));
    const elements = model.elements.map((element) => {
      const lock = byId.get(element.id);
      return lock === undefined || element.lock !== null ? element : freeze(element, lock);
    });
    last = { model, locks, shown: { ...model, elements } };
    return last.shown;
  };
}
