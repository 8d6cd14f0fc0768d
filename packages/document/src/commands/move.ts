import { type ElementId, topMost } from '@strideboard/model';
import { refuse, type Verb } from '../gesture.ts';
import { coordinate } from '../placing.ts';
import { bulkResult, splitLocked } from './locked.ts';

/** Arguments of {@link move}: how far, canvas px. */
export interface MoveArguments {
  readonly ids: readonly ElementId[];
  readonly dx: number;
  readonly dy: number;
}

/** Moves elements within their parents; what is inside moves along. Gives the top-most ids. */
export const move: Verb<MoveArguments> = {
  name: 'move',
  undoable: true,
  root: 'nodes',
  plan(gesture, { ids, dx, dy }) {
    if (ids.length === 0) return refuse('nothing-given');
    const unknown = ids.filter((id) => gesture.element(id) === undefined);
    if (unknown.length > 0) return refuse('unknown-id', unknown);
    const { free: moved, locked } = splitLocked(gesture, topMost(ids, gesture.model.elements));
    for (const id of moved) {
      // As stored, not as fitted: an element that waits for its deleted parent keeps waiting for it.
      const stored = gesture.stored(id)?.element;
      const [x, y] = [coordinate((stored?.x ?? 0) + dx), coordinate((stored?.y ?? 0) + dy)];
      if (x === null || y === null) return refuse('out-of-range', [id]);
      gesture.put('nodes', id, 'at', [stored?.parent ?? null, x, y]);
    }
    return bulkResult(moved, locked);
  },
};
