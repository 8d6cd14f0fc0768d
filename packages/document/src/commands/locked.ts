/** Which of several things are locked: bulk verbs leave those alone and name them. */

import { lockKey } from '@strideboard/wire';
import type { CommandResult, Gesture } from '../gesture.ts';
import { accept, refuse } from '../gesture.ts';
import { plainAt } from '../roots.ts';

/** Ids split into those that may be changed and those that are locked, by a person or (for all but facilitators) by a facilitator. */
export function splitLocked<Id extends string>(
  gesture: Gesture,
  ids: readonly Id[],
): { readonly free: readonly Id[]; readonly locked: readonly Id[] } {
  const isLocked = (id: Id): boolean => {
    if ((gesture.element(id)?.lock ?? null) !== null) return true;
    if (gesture.author.role === 'facilitate') return false;
    const root = gesture.flow(id) === undefined ? 'nodes' : 'edges';
    return plainAt(gesture.roots.locks, lockKey(root, id)) !== null;
  };
  return { free: ids.filter((id) => !isLocked(id)), locked: ids.filter(isLocked) };
}

/** The result of a bulk verb: what it was about, and what it left alone; refused when everything was locked. */
export function bulkResult(done: readonly string[], locked: readonly string[]): CommandResult {
  if (done.length === 0 && locked.length > 0) return refuse('all-locked', locked);
  return locked.length === 0 ? accept(done) : { ok: true, ids: done, skipped: locked };
}
