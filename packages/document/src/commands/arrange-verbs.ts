/** Verbs that tidy: arrange, order, collapse, lock; and that draw boundaries around things and take them away. */

import {
  type BoundaryShape,
  type BoundaryStyle,
  BOUNDARY_STYLES,
  type Box,
  createContainment,
  type ElementId,
  type FlowId,
  topMost,
  unionOf,
  withDescendants,
  writeElement,
  readElement,
} from '@strideboard/model';
import { LIMITS } from '@strideboard/wire';
import { equalValues } from '../equality.ts';
import { accept, type Gesture, refuse, type Verb } from '../gesture.ts';
import { liftOut, orderBetween, unique } from '../placing.ts';
import { arrange, unknownElements } from './arrange.ts';
import { create } from './create.ts';
import { deletion } from './delete.ts';
import { bulkResult, splitLocked } from './locked.ts';
import { planBox } from './resize.ts';

/** Where things go among their siblings. */
const ORDERS = ['front', 'back', 'forward', 'backward'] as const;
/** Arguments of {@link reorder}. */
export interface ReorderArguments {
  readonly ids: readonly (ElementId | FlowId)[];
  readonly to: (typeof ORDERS)[number];
}

/** Changes the order in which elements are drawn among their siblings, or flows among flows. */
const reorder: Verb<ReorderArguments> = {
  name: 'reorder',
  undoable: true,
  root: 'nodes',
  plan(gesture, { ids, to }) {
    if (ids.length === 0) return refuse('nothing-given');
    if (!ORDERS.includes(to)) return refuse('value-unreadable', ids);
    const unknown = ids.filter((id) => gesture.element(id) === undefined && gesture.flow(id) === undefined);
    if (unknown.length > 0) return refuse('unknown-id', unknown);
    const { free, locked } = splitLocked(gesture, unique(ids));
    const groups = new Map<ElementId | null | 'flows', Set<string>>();
    for (const id of free) {
      const home = gesture.flow(id) === undefined ? (gesture.element(id)?.parent ?? null) : ('flows' as const);
      groups.set(home, (groups.get(home) ?? new Set()).add(id));
    }
    for (const [home, chosen] of groups) {
      const siblings = home === 'flows' ? gesture.model.flows : (gesture.index.children.get(home) ?? []);
      planOrder(gesture, { root: home === 'flows' ? 'edges' : 'nodes', siblings, chosen, to });
    }
    return bulkResult(free, locked);
  },
};

interface OrderPlan {
  readonly root: 'nodes' | 'edges';
  /** In drawing order, back to front. */
  readonly siblings: readonly { readonly id: string; readonly z: string }[];
  readonly chosen: ReadonlySet<string>;
  readonly to: ReorderArguments['to'];
}

function planOrder(gesture: Gesture, { root, siblings, chosen, to }: OrderPlan): void {
  const moving = siblings.filter(({ id }) => chosen.has(id));
  const rest = siblings.filter(({ id }) => !chosen.has(id));
  const last = siblings.findLastIndex(({ id }) => chosen.has(id));
  const first = siblings.findIndex(({ id }) => chosen.has(id));
  const below = siblings.slice(0, first).length;
  const passed = siblings.slice(0, last + 1).filter(({ id }) => !chosen.has(id)).length;
  const at =
    to === 'front'
      ? rest.length
      : to === 'back'
        ? 0
        : to === 'forward'
          ? Math.min(rest.length, passed + 1)
          : Math.max(0, below - 1);
  let lower = rest[at - 1]?.z ?? null;
  const upper = rest[at]?.z ?? null;
  for (const { id } of moving) {
    lower = orderBetween(lower, upper);
    gesture.put(root, id, 'z', lower);
  }
}

/** Collapses boundaries for everybody, or opens them. */
const collapse: Verb<{ readonly ids: readonly ElementId[]; readonly on: boolean }> = {
  name: 'collapse',
  undoable: true,
  root: 'nodes',
  plan(gesture, { ids, on }) {
    const problem = unknownElements(gesture, ids);
    if (problem !== null) return problem;
    const open = ids.filter((id) => !gesture.isParent(id));
    if (open.length > 0) return refuse('not-a-boundary', open);
    for (const id of unique(ids)) gesture.put('nodes', id, 'col', on ? 1 : null);
    return accept(unique(ids));
  },
};

/** Locks elements, boundaries with what is inside, or lifts that: a courtesy anybody with edit rights may lift. */
const lock: Verb<{ readonly ids: readonly ElementId[]; readonly on: boolean }> = {
  name: 'lock',
  undoable: true,
  root: 'nodes',
  plan(gesture, { ids, on }) {
    const problem = unknownElements(gesture, ids);
    if (problem !== null) return problem;
    const all = withDescendants(ids, gesture.model.elements);
    for (const { id, lock: held } of all)
      if ((held !== null) !== on) gesture.put('nodes', id, 'lock', on ? gesture.stamp : null);
    return accept(all.map(({ id }) => id));
  },
};

/** Room around what a boundary is drawn around, px; more at the top, where its name stands. */
const PADDING = { side: 24, top: 44 };

/** Arguments of {@link wrap}. */
export interface WrapArguments {
  readonly ids: readonly ElementId[];
  /** Boundary kind of a pack; `''` for none. */
  readonly type: string;
  readonly label?: string;
  readonly style?: BoundaryStyle;
}

/** Draws a boundary around elements and takes them in, each at its place. Gives the boundary's id, then what it took in. */
const wrap: Verb<WrapArguments> = {
  name: 'wrap',
  undoable: true,
  root: 'nodes',
  plan(gesture, { ids, type, label, style }) {
    const problem = unknownElements(gesture, ids);
    if (problem !== null) return problem;
    const { free, locked } = splitLocked(gesture, topMost(ids, gesture.model.elements));
    const [first] = free;
    const box = unionOf(free.map((id) => gesture.box(id)));
    if (first === undefined || box === null) return bulkResult([], locked);
    const diagrams = new Set(free.map((id) => gesture.element(id)?.diagram ?? null));
    if (diagrams.size > 1) return refuse('other-diagram', free);
    const { ancestors } = createContainment(gesture.model);
    const above = free.map((id) => new Set(ancestors(id)));
    const parent = [...ancestors(first)].find((id) => above.every((set) => set.has(id))) ?? null;
    const origin = parent === null ? { x: 0, y: 0 } : gesture.box(parent);
    const result = create.plan(gesture, {
      kind: 'boundary',
      type,
      at: { parent, x: box.x - PADDING.side - origin.x, y: box.y - PADDING.top - origin.y },
      size: { width: box.width + 2 * PADDING.side, height: box.height + PADDING.top + PADDING.side },
      ...(label === undefined ? {} : { label }),
      ...(style === undefined ? {} : { style }),
      diagram: gesture.element(first)?.diagram ?? null,
      adopt: free,
    });
    return result.ok ? bulkResult(result.ids, locked) : result;
  },
};

/** Takes a boundary away and keeps what is inside at its place, waypoints included. */
const dissolve: Verb<{ readonly boundary: ElementId }> = {
  name: 'dissolve',
  undoable: true,
  root: 'nodes',
  plan(gesture, { boundary }) {
    const element = gesture.element(boundary);
    if (element === undefined) return refuse('unknown-id', [boundary]);
    if (element.kind !== 'boundary') return refuse('not-a-boundary', [boundary]);
    if (splitLocked(gesture, [boundary]).locked.length > 0) return refuse('all-locked', [boundary]);
    return deletion.plan(gesture, { ids: [boundary], children: 'lift' });
  },
};

/** Arguments of {@link reshape}; what is absent stays. */
export interface ReshapeArguments {
  readonly boundary: ElementId;
  readonly shape?: BoundaryShape;
  readonly style?: BoundaryStyle;
  /** The box the corners of the shape lie in, absolute canvas px; what is inside stays where it is. */
  readonly box?: Box;
}

/** Changes the shape, box or line style of a boundary. A line has no inside, so what is inside must be moved out first, or is with `lift`. */
const reshape: Verb<ReshapeArguments & { readonly lift?: boolean }> = {
  name: 'reshape',
  undoable: true,
  root: 'nodes',
  plan(gesture, { boundary, shape, style, box, lift = false }) {
    const element = gesture.element(boundary);
    if (element === undefined) return refuse('unknown-id', [boundary]);
    if (element.kind !== 'boundary') return refuse('not-a-boundary', [boundary]);
    if (shape === undefined && style === undefined && box === undefined) return refuse('nothing-given', [boundary]);
    if (splitLocked(gesture, [boundary]).locked.length > 0) return refuse('all-locked', [boundary]);
    if (style !== undefined) {
      if (!BOUNDARY_STYLES.includes(style)) return refuse('value-unreadable', [boundary]);
      gesture.put('nodes', boundary, 'style', style === 'trust' ? null : style);
    }
    if (box !== undefined && !planBox(gesture, { id: boundary, box })) return refuse('out-of-range', [boundary]);
    if (shape === undefined) return accept([boundary]);
    if (shape.kind !== 'box' && shape.points.length > LIMITS.pathPoints) return refuse('out-of-range', [boundary]);
    const record = writeElement({ ...element, shape });
    if (!equalValues(readElement(boundary, record).element.shape, shape)) return refuse('value-unreadable', [boundary]);
    const inside = gesture.model.elements.filter(
      ({ parent, memberOf }) => parent === boundary || memberOf.includes(boundary),
    );
    if (shape.kind === 'line' && inside.length > 0) {
      if (!lift) return refuse('has-children', [boundary]);
      liftOut(gesture, new Set([boundary]), new Set());
      for (const { id, memberOf } of inside)
        if (memberOf.includes(boundary)) gesture.put('nodes', id, `in.${boundary}`, null);
    }
    gesture.put('nodes', boundary, 'shape', record['shape'] ?? null);
    return accept([boundary]);
  },
};

/** By the name they are called with. */
export const arrangeVerbs = Object.freeze({ arrange, reorder, collapse, lock, wrap, dissolve, reshape });
