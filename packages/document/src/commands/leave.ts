import { accept, refuse, type Verb } from '../gesture.ts';
import { unique } from '../placing.ts';
import type { MembershipArguments } from './join.ts';

/** Takes elements out of a further boundary; their place and parent stay. */
export const leave: Verb<MembershipArguments> = {
  name: 'leave',
  undoable: true,
  root: 'nodes',
  plan(gesture, { ids, boundary }) {
    if (ids.length === 0) return refuse('nothing-given');
    const unknown = ids.filter((id) => gesture.element(id) === undefined);
    if (unknown.length > 0) return refuse('unknown-id', unknown);
    for (const id of unique(ids)) gesture.put('nodes', id, `in.${boundary}`, null);
    return accept(unique(ids));
  },
};
