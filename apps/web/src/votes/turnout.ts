/** Who has given dots, as everybody says of themselves. */
import type { Role } from '@strideboard/wire';
import { useState, useSyncExternalStore } from 'react';
import type { Peers } from '../room/peers.ts';
import { useRoom } from '../room/use-room.ts';

/** One person here, whatever number of windows. */
export interface Voter {
  readonly principal: string;
  readonly name: string;
  readonly role: Role;
  readonly gave: boolean;
}

/** The others, each person once, without those who only look on; the same list until something of it changes. */
export function createVoters(peers: Pick<Peers, 'list'>, me: () => string | null): () => readonly Voter[] {
  let signature = '';
  let voters: readonly Voter[] = [];
  return () => {
    const byPrincipal = new Map<string, Voter>();
    for (const { principal, name, presence } of peers.list()) {
      const { role } = presence.user;
      if (role === 'view' || principal === me()) continue;
      const gave = (presence.sealed ?? 0) > 0 || byPrincipal.get(principal)?.gave === true;
      byPrincipal.set(principal, { principal, name, role, gave });
    }
    const now = [...byPrincipal.values()];
    const next = JSON.stringify(now);
    if (next !== signature) [signature, voters] = [next, now];
    return voters;
  };
}

/** The others who can vote. */
export function useVoters(): readonly Voter[] {
  const { peers, connection } = useRoom();
  const [list] = useState(() => createVoters(peers, () => connection.state().principal));
  return useSyncExternalStore(peers.subscribe, list);
}
