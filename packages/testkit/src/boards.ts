/** Boards with people at them, ready for a law to be tried on. */

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
