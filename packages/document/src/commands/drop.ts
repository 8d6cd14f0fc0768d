import { type CanvasPoint, createContainment, type ElementId, topMost, withDescendants } from '@strideboard/model';
import { type Gesture, refuse, type Verb } from '../gesture.ts';
import { coordinate, settleAncestors, unique } from '../placing.ts';
import { bulkResult, splitLocked } from './locked.ts';

/** Arguments of {@link drop}. */
export interface DropArguments {
  readonly ids: readonly ElementId[];
  /** The closed boundary they now move with; `null` for the open canvas. */
  readonly parent: ElementId | null;
  /** New top-left corners of the top-most ids, absolute canvas px. */
  readonly positions: ReadonlyMap<ElementId, CanvasPoint>;
  /** Closed boundaries they now also belong to. */
  readonly join?: readonly ElementId[];
  /** Boundaries they no longer belong to. */
  readonly leave?: readonly ElementId[];
}

/** Puts dragged elements down: place, parent and memberships in one gesture. Gives the top-most ids. */
export const drop: Verb<DropArguments> = {
  name: 'drop',
  undoable: true,
  root: 'nodes',
  plan(gesture, { ids, parent, positions, join = [], leave = [] }) {
    if (ids.length === 0) return refuse('nothing-given');
    const unknown = ids.filter((id) => gesture.element(id) === undefined);
    if (unknown.length > 0) return refuse('unknown-id', unknown);
    const outside = [...(parent === null ? [] : [parent]), ...join].filter((id) => !gesture.isParent(id));
    if (outside.length > 0) return refuse('not-a-boundary', outside);
    const { free: moved, locked } = splitLocked(gesture, topMost(ids, gesture.model.elements));
    const inside = new Set(withDescendants(moved, gesture.model.elements).map(({ id }) => id));
    if (parent !== null && inside.has(parent)) return refuse('inside-itself', [parent]);
    const looping = joinLoops(gesture, moved, join);
    if (looping.length > 0) return refuse('inside-itself', looping);

    const origin = parent === null ? { x: 0, y: 0 } : gesture.box(parent);
    for (const id of moved) {
      const to = positions.get(id);
      if (to === undefined) return refuse('nothing-given', [id]);
      const [x, y] = [coordinate(to.x - origin.x), coordinate(to.y - origin.y)];
      if (x === null || y === null) return refuse('out-of-range', [id]);
      gesture.put('nodes', id, 'at', [parent, x, y]);
      for (const boundary of unique(leave)) gesture.put('nodes', id, `in.${boundary}`, null);
      for (const boundary of unique(join)) if (boundary !== parent) gesture.put('nodes', id, `in.${boundary}`, 1);
    }
    if (parent !== null) settleAncestors(gesture, parent, new Set(moved));
    return bulkResult(moved, locked);
  },
};

/** Boundaries that lie within an element that would join them. */
export function joinLoops(
  gesture: Gesture,
  ids: readonly ElementId[],
  join: readonly ElementId[],
): readonly ElementId[] {
  if (join.length === 0) return [];
  const { enclosing } = createContainment(gesture.model);
  return join.filter((boundary) => ids.some((id) => id === boundary || enclosing(boundary).has(id)));
}
