import { type ElementId, type SubjectId, withDescendants } from '@strideboard/model';
import { refuse, type Verb } from '../gesture.ts';
import { liftOut, liftRoutes, unique } from '../placing.ts';
import { bulkResult, splitLocked } from './locked.ts';

/** Arguments of {@link deletion}; `children: 'lift'` keeps what is inside deleted boundaries, in place. */
export interface DeleteArguments {
  readonly ids: readonly SubjectId[];
  readonly children?: 'with' | 'lift';
}

/** Deletes elements and flows softly, with what is inside and every attached flow. Gives the ids of all that went. */
export const deletion: Verb<DeleteArguments> = {
  name: 'delete',
  undoable: true,
  root: 'nodes',
  plan(gesture, { ids, children = 'with' }) {
    if (ids.length === 0) return refuse('nothing-given');
    const unknown = ids.filter((id) => gesture.element(id) === undefined && gesture.flow(id) === undefined);
    if (unknown.length > 0) return refuse('unknown-id', unknown);
    const { free, locked } = splitLocked(gesture, unique(ids));
    const chosen = free.flatMap((id) => gesture.element(id)?.id ?? []);
    const going: ReadonlySet<ElementId> = new Set(
      children === 'lift' ? chosen : withDescendants(chosen, gesture.model.elements).map(({ id }) => id),
    );
    const flows = gesture.model.flows.filter(
      (flow) => going.has(flow.source) || going.has(flow.target) || free.includes(flow.id),
    );
    const tuple = [...gesture.stamp, gesture.id];
    if (children === 'lift') {
      liftOut(gesture, going);
      const out = liftRoutes(gesture, going);
      if (out !== null) return refuse('out-of-range', [out]);
    }
    for (const id of going) gesture.put('nodes', id, 'del', tuple);
    for (const { id } of flows) gesture.put('edges', id, 'del', tuple);
    return bulkResult([...going, ...flows.map(({ id }) => id)], locked);
  },
};
