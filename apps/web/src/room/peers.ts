/** The other people on the board, as their presence says and as far as it makes sense. */
import type { Presence, PresenceChannel } from '@strideboard/document';

/** One other person's browser. */
export interface Peer {
  /** Their Yjs client id: one per tab. */
  readonly client: number;
  readonly principal: string;
  /** Never empty: somebody without a name is called by the word for a guest. */
  readonly name: string;
  /** A colour of the fixed list, good under white text. */
  readonly colour: string;
  readonly presence: Presence;
}

/** A list of peers that can be watched. */
export interface Peers {
  /** The others, by name then client; the same list until somebody's presence changes. */
  readonly list: () => readonly Peer[];
  readonly subscribe: (listener: () => void) => () => void;
}

/** Follows the presence of a room; `guest` is the word for somebody without a name. */
export function createPeers(channel: Pick<PresenceChannel, 'others' | 'subscribe'>, guest: string): Peers {
  let source: ReadonlyMap<number, Presence> | null = null;
  let peers: readonly Peer[] = [];
  return {
    list: () => {
      const others = channel.others();
      if (others !== source) {
        source = others;
        peers = read(others, guest);
      }
      return peers;
    },
    subscribe: (listener) => channel.subscribe(listener),
  };
}

function read(others: ReadonlyMap<number, Presence>, guest: string): readonly Peer[] {
  const peers: Peer[] = [];
  for (const [client, presence] of others) {
    const { id, name, colour } = presence.user;
    peers.push({ client, principal: id, name: name.trim() || guest, colour, presence });
  }
  return peers.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.client - b.client));
}
