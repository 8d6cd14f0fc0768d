/** Boards with people at them, ready for a law to be tried on. */

import * as Y from 'yjs';
import { createPeers, type Peer, type PeerGroup } from './peers.ts';
import { createRandom, type Random } from './random.ts';
import { populate } from './random-gesture.ts';

/** Three people, and the chance that decides what they do. */
export interface Table {
  readonly random: Random;
  readonly group: PeerGroup;
  readonly ada: Peer;
  readonly bob: Peer;
  readonly cy: Peer;
}

/** Sits three people down at a board that has something on it, the same for all of them. */
export function sitDown(seed: number, gestures = 14): Table {
  const random = createRandom(seed);
  const group = createPeers(random);
  const [ada, bob, cy] = group.peers;
  if (ada === undefined || bob === undefined || cy === undefined) throw new Error('sitDown: no peers');
  populate(random, ada, gestures);
  group.deliverAll();
  return { random, group, ada, bob, cy };
}

/** Boards that are drawn once and at which people sit down many times. */
export interface Boards {
  /** Sits three people down at the board of the seed, as after a reload: it is there, and none of it is their own doing of this session. */
  sitDown(seed: number, gestures?: number): Table;
}

/** Keeps the boards it made: for laws that try many things on the same ones, where drawing them anew each time would be most of the work. */
export function createBoards(): Boards {
  const drawn = new Map<string, Uint8Array>();
  const boardOf = (seed: number, gestures: number): Uint8Array => {
    const key = `${seed} ${gestures}`;
    const known = drawn.get(key);
    if (known !== undefined) return known;
    const { ada, group } = sitDown(seed, gestures);
    const board = Y.encodeStateAsUpdate(ada.doc);
    group.dispose();
    drawn.set(key, board);
    return board;
  };
  return {
    sitDown(seed, gestures = 14) {
      const board = boardOf(seed, gestures);
      // Other people than those who drew it: ids of clients and of what they make must not come again.
      const random = createRandom((seed ^ 0x5bd1e995) >>> 0);
      const group = createPeers(random);
      const [ada, bob, cy] = group.peers;
      if (ada === undefined || bob === undefined || cy === undefined) throw new Error('sitDown: no peers');
      for (const { doc, document } of group.peers) {
        Y.applyUpdate(doc, board, 'network');
        document.flush();
      }
      return { random, group, ada, bob, cy };
    },
  };
}
