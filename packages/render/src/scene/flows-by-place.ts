/** Which flows something concerns, remembered for as long as the flows stay the same. */
import type { ElementId, Flow, FlowId } from '@strideboard/model';

const none: readonly never[] = [];

/** Remembers what is worked out of an object, as long as that is in use. */
function remembered<From extends object, Made>(make: (from: From) => Made): (from: From) => Made {
  const known = new WeakMap<From, Made>();
  return (from) => {
    const old = known.get(from);
    if (old !== undefined) return old;
    const made = make(from);
    known.set(from, made);
    return made;
  };
}

function add<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

const endsOf = remembered((flows: ReadonlyMap<FlowId, Flow>) => {
  const lists = new Map<ElementId, Flow[]>();
  for (const flow of flows.values()) for (const end of new Set([flow.source, flow.target])) add(lists, end, flow);
  return lists;
});

const basesOf = remembered((flows: ReadonlyMap<FlowId, Flow>) => {
  const lists = new Map<ElementId, Flow[]>();
  for (const flow of flows.values()) if (flow.route?.base != null) add(lists, flow.route.base, flow);
  return lists;
});

const crossingsOf = remembered((crossings: ReadonlyMap<FlowId, readonly ElementId[]>) => {
  const lists = new Map<ElementId, FlowId[]>();
  for (const [id, crossed] of crossings) for (const boundary of crossed) add(lists, boundary, id);
  return lists;
});

/** Flows that begin or end at an element, in their own order. */
export const flowsAt = (flows: ReadonlyMap<FlowId, Flow>, id: ElementId): readonly Flow[] =>
  endsOf(flows).get(id) ?? none;

/** Flows whose waypoints are measured from an element. */
export const flowsBasedOn = (flows: ReadonlyMap<FlowId, Flow>, id: ElementId): readonly Flow[] =>
  basesOf(flows).get(id) ?? none;

/** Flows that cross a boundary. */
export const flowsAcross = (crossings: ReadonlyMap<FlowId, readonly ElementId[]>, id: ElementId): readonly FlowId[] =>
  crossingsOf(crossings).get(id) ?? none;
