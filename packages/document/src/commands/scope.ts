import type { SubjectId } from '@strideboard/model';
import { LIMITS } from '@strideboard/wire';
import { accept, refuse, type Verb } from '../gesture.ts';
import { unique } from '../placing.ts';

/** Arguments of {@link scope}; `null` brings back into scope, an empty reason is allowed and flagged. */
export interface ScopeArguments {
  readonly ids: readonly SubjectId[];
  readonly reason: string | null;
}

/** Puts elements and flows out of scope with a reason, or back in. */
export const scope: Verb<ScopeArguments> = {
  name: 'scope',
  undoable: true,
  root: 'nodes',
  plan(gesture, { ids, reason }) {
    if (ids.length === 0) return refuse('nothing-given');
    const unknown = ids.filter((id) => gesture.element(id) === undefined && gesture.flow(id) === undefined);
    if (unknown.length > 0) return refuse('unknown-id', unknown);
    if (reason !== null && reason.length > LIMITS.text) return refuse('text-too-long', ids);
    for (const id of unique(ids)) gesture.put(gesture.flow(id) === undefined ? 'nodes' : 'edges', id, 'oos', reason);
    return accept(unique(ids));
  },
};
