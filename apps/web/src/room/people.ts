/** The others without what changes many times a second: for lists and menus that are not to be drawn again with every cursor. */
import { useState, useSyncExternalStore } from 'react';
import type { Peer, Peers } from './peers.ts';
import { useRoom } from './use-room.ts';

/** One other person's browser, as a list needs it. */
export interface PersonHere extends Pick<Peer, 'client' | 'principal' | 'name' | 'colour'> {
  readonly role: Peer['presence']['user']['role'];
  /** Principal of the person they follow; their own while they lead. */
  readonly follow: string | null;
}

/** The list; the same one until somebody comes, goes, or changes in one of these respects. */
export function createPeople(peers: Pick<Peers, 'list'>): () => readonly PersonHere[] {
  let signature = '';
  let people: readonly PersonHere[] = [];
  return () => {
    const now = peers.list().map(
      ({ client, principal, name, colour, presence }): PersonHere => ({
        ...{ client, principal, name, colour },
        role: presence.user.role,
        follow: presence.follow,
      }),
    );
    const next = JSON.stringify(now);
    if (next !== signature) [signature, people] = [next, now];
    return people;
  };
}

/** The others; renders again only when that list changes. */
export function usePeople(): readonly PersonHere[] {
  const { peers } = useRoom();
  const [list] = useState(() => createPeople(peers));
  return useSyncExternalStore(peers.subscribe, list);
}

/** Who follows me, each person once. */
export function followersOf(people: readonly PersonHere[], me: string | null): readonly PersonHere[] {
  const found = people.filter(({ follow, principal }) => follow !== null && follow === me && principal !== me);
  return found.filter(({ principal }, at) => found.findIndex((one) => one.principal === principal) === at);
}
