import { type ElementId, topMost, withDescendants } from '@strideboard/model';
import { accept, type CommandResult, type Gesture, refuse, type Verb } from '../gesture.ts';
import { type NewElement, planElement } from '../new-element.ts';
import { coordinate, settleAncestors } from '../placing.ts';
import { refusedKeys } from '../writes.ts';

/** Arguments of {@link create}: what the new element is, and what a boundary is drawn around. */
export interface CreateArguments extends NewElement {
  /** Elements that a new boundary takes in, wherever they are; each keeps its absolute place. */
  readonly adopt?: readonly ElementId[];
}

/**
 * Creates one element or boundary, above its siblings. Gives its id, then the top-most ids it took in; what a facilitator has locked is
 * not taken in.
 */
export const create: Verb<CreateArguments> = {
  name: 'create',
  undoable: true,
  root: 'nodes',
  plan(gesture, { adopt = [], ...element }) {
    const created = planElement(gesture, element);
    const [id] = created.ok ? created.ids : [];
    if (id === undefined || adopt.length === 0) return created;
    if (element.kind !== 'boundary' || element.shape?.kind === 'line') return refuse('not-a-boundary');
    return planAdoption(gesture, { boundary: id, at: element.at, adopt });
  },
};

interface Adoption {
  readonly boundary: string;
  readonly at: NewElement['at'];
  readonly adopt: readonly ElementId[];
}

function planAdoption(gesture: Gesture, { boundary, at, adopt }: Adoption): CommandResult {
  const { elements } = gesture.model;
  const unknown = adopt.filter((id) => gesture.element(id) === undefined);
  if (unknown.length > 0) return refuse('unknown-id', unknown);
  const chosen = topMost(adopt, elements);
  const { byLock } = refusedKeys(
    gesture.roots,
    gesture.author,
    chosen.map((key) => ({ root: 'nodes', key })),
  );
  const adopted = chosen.filter((id) => !byLock.includes(id));
  const { parent } = at;
  if (parent !== null && withDescendants(adopted, elements).some(({ id }) => id === parent)) {
    return refuse('inside-itself', [parent]);
  }
  const around = parent === null ? { x: 0, y: 0 } : gesture.box(parent);
  const origin = { x: around.x + Math.round(at.x), y: around.y + Math.round(at.y) };
  for (const id of adopted) {
    const here = gesture.box(id);
    const [x, y] = [coordinate(here.x - origin.x), coordinate(here.y - origin.y)];
    if (x === null || y === null) return refuse('out-of-range', [id]);
    gesture.put('nodes', id, 'at', [boundary, x, y]);
  }
  if (parent !== null) settleAncestors(gesture, parent, new Set(adopted));
  return accept([boundary, ...adopted]);
}
