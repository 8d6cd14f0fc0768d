/** Which siblings hang together by flows. */

import type { Element, ElementId, Flow } from '@strideboard/model';
import type { Board } from './board.ts';

/** A flow between two of the members or what lies in them. */
export interface LiftedFlow {
  readonly flow: Flow;
  /** The member that is or holds the source; `null` for somewhere else. */
  readonly from: ElementId | null;
  /** The member that is or holds the target; `null` for somewhere else. */
  readonly to: ElementId | null;
}

/** Tells for the ends of every flow which member they lie in. Flows with neither end in a member are left out. */
export function liftFlows(board: Board, members: readonly Element[]): readonly LiftedFlow[] {
  const chosen = new Set(members.map(({ id }) => id));
  const homes = new Map<ElementId, ElementId | null>();
  const home = (id: ElementId): ElementId | null => {
    const known = homes.get(id);
    if (known !== undefined) return known;
    const found = [id, ...board.ancestors(id)].find((at) => chosen.has(at)) ?? null;
    homes.set(id, found);
    return found;
  };
  return board.flows.flatMap((flow) => {
    const [from, to] = [home(flow.source), home(flow.target)];
    return from === null && to === null ? [] : [{ flow, from, to }];
  });
}

/** Members in groups that flows join, each group and all groups in the order of the members; the last tells which groups a flow leaves. */
export function findComponents(
  members: readonly Element[],
  flows: readonly LiftedFlow[],
): readonly { readonly members: readonly Element[]; readonly isOpen: boolean }[] {
  const leaders = new Map<ElementId | null, ElementId | null>();
  const leader = (id: ElementId | null): ElementId | null => {
    let at = id;
    for (let next = leaders.get(at); next !== undefined && next !== at; next = leaders.get(at)) at = next;
    if (at !== id) leaders.set(id, at);
    return at;
  };
  for (const { from, to } of flows) {
    const [a, b] = [leader(from), leader(to)];
    // Whatever hangs together with somewhere else is led by it.
    if (a !== b) leaders.set(a === null ? b : a, a === null ? a : b);
  }
  const groups = new Map<ElementId | null, Element[]>();
  for (const member of members) {
    const key = leader(member.id);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [member]);
    else group.push(member);
  }
  return [...groups].map(([key, group]) => ({ members: group, isOpen: key === null }));
}
