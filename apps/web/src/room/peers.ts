/** The other people on the board, as their presence says and as far as it makes sense. */
import { readPresence } from '@strideboard/document';
import type { Awareness } from 'y-protocols/awareness';

/** One other person's browser. */
export interface Peer {
  /** Their Yjs client id: one per tab. */
  readonly client: number;
  readonly principal: string;
  readonly name: string;
  /** A colour of the fixed list, good under white text. */
  readonly colour: string;
  readonly presence: NonNullable<ReturnType<typeof readPresence>>;
}

/** A list of peers that can be watched. */
export interface Peers {
  /** The others, by name then client; the same list until somebody's presence changes. */
  list(): readonly Peer[];
  subscribe(listener: () => void): () => void;
}

/** Follows the presence of a room. */
export function createPeers(awareness: Awareness): Peers {
  let current: readonly Peer[] | null = null;
  const listeners = new Set<() => void>();
  awareness.on('change', () => {
    current = null;
    for (const listener of [...listeners]) listener();
  });
  return {
    list: () => (current ??= read(awareness)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function read(awareness: Awareness): readonly Peer[] {
  const list: Peer[] = [];
  for (const [client, state] of awareness.getStates()) {
    if (client === awareness.clientID) continue;
    const presence = readPresence(state);
    if (presence?.user == null) continue;
    const { id, name, colour } = presence.user;
    list.push({ client, principal: id, name, colour, presence });
  }
  return list.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.client - b.client));
}
