import { createContainment, type ElementId } from '@strideboard/model';
import { accept, refuse, type Verb } from '../gesture.ts';
import { unique } from '../placing.ts';
import { joinLoops } from './drop.ts';

/** Arguments of {@link join} and of leaving. */
export interface MembershipArguments {
  readonly ids: readonly ElementId[];
  readonly boundary: ElementId;
}

/** Makes elements members of a further closed boundary; those that are inside it anyway stay as they are. */
export const join: Verb<MembershipArguments> = {
  name: 'join',
  undoable: true,
  root: 'nodes',
  plan(gesture, { ids, boundary }) {
    if (ids.length === 0) return refuse('nothing-given');
    const unknown = ids.filter((id) => gesture.element(id) === undefined);
    if (unknown.length > 0) return refuse('unknown-id', unknown);
    if (!gesture.isParent(boundary)) return refuse('not-a-boundary', [boundary]);
    if (joinLoops(gesture, ids, [boundary]).length > 0) return refuse('inside-itself', [boundary]);
    const { ancestors } = createContainment(gesture.model);
    for (const id of unique(ids)) {
      if (!ancestors(id).includes(boundary)) gesture.put('nodes', id, `in.${boundary}`, 1);
    }
    return accept(unique(ids));
  },
};
