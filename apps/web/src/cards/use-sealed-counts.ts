/** How many hidden cards each of the others has; nothing else of them is known to anybody. */
import { useState, useSyncExternalStore } from 'react';
import type { Peers } from '../room/peers.ts';
import { useRoom } from '../room/use-room.ts';

/** One other person who writes. */
export interface SealedCount {
  readonly principal: string;
  readonly name: string;
  readonly colour: string;
  readonly count: number;
}

/** The others who may write cards, by name, each person once; the same list until a number or a name changes. */
export function useSealedCounts(): readonly SealedCount[] {
  const { peers, connection } = useRoom();
  const [list] = useState(() => createCounts(peers, () => connection.state().principal));
  return useSyncExternalStore(peers.subscribe, list);
}

/** Follows the presence of the others. */
function createCounts(peers: Pick<Peers, 'list'>, me: () => string | null): () => readonly SealedCount[] {
  let known: readonly SealedCount[] = [];
  let signature = '';
  return () => {
    const people = new Map<string, SealedCount>();
    for (const { principal, name, colour, presence } of peers.list()) {
      if (principal === me() || presence.user.role === 'view') continue;
      // Two tabs of one person say the same, the newer one first.
      const count = Math.max(presence.sealed ?? 0, people.get(principal)?.count ?? 0);
      people.set(principal, { principal, name, colour, count });
    }
    const now = [...people.values()];
    const next = JSON.stringify(now);
    if (next !== signature) [signature, known] = [next, now];
    return known;
  };
}
