import type { SubjectId } from '@strideboard/model';
import { equalValues } from '../equality.ts';
import { accept, refuse, type Verb } from '../gesture.ts';
import { sortedKeys } from '../roots.ts';

/** Arguments of {@link restore}: any of the things that went in a deletion. */
export interface RestoreArguments {
  readonly ids: readonly SubjectId[];
}

/** Brings back deleted things together with everything that went in the same deletion. Gives all ids that came back. */
export const restore: Verb<RestoreArguments> = {
  name: 'restore',
  undoable: true,
  root: 'nodes',
  plan(gesture, { ids }) {
    if (ids.length === 0) return refuse('nothing-given');
    const deletionOf = (id: string): unknown => gesture.value('nodes', id, 'del') ?? gesture.value('edges', id, 'del');
    const alive = ids.filter((id) => deletionOf(id) === null);
    if (alive.length > 0) return refuse('not-deleted', alive);
    const deletions = ids.map(deletionOf);
    const back: string[] = [];
    for (const root of ['nodes', 'edges'] as const) {
      for (const id of sortedKeys(gesture.roots[root])) {
        const tuple = gesture.value(root, id, 'del');
        if (tuple === null || !deletions.some((deletion) => equalValues(deletion, tuple))) continue;
        gesture.restore(root, id);
        back.push(id);
      }
    }
    return accept(back);
  },
};
