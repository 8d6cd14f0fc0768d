// The bus of a single node: everybody who listens is in this process, and hears at once.

import type { Bus, Deliver } from './bus.ts';
import { deliverInOrder } from './in-order.ts';

/** Creates a bus within this process. */
export function createLocalBus(): Bus {
  const updates = new Map<string, Set<Deliver>>();
  const presences = new Map<string, Set<(frame: Uint8Array) => void>>();

  return {
    publish(room, seq, update) {
      for (const deliver of updates.get(room) ?? []) deliver(seq, update);
      return Promise.resolve();
    },
    subscribe: (room, fromSeq, listener) => add(updates, room, deliverInOrder(fromSeq, listener)),
    presence(room, frame) {
      for (const listener of presences.get(room) ?? []) listener(frame);
    },
    onPresence: (room, listener) => add(presences, room, listener),
  };
}

function add<T>(all: Map<string, Set<T>>, room: string, one: T): () => void {
  const ofRoom = all.get(room) ?? new Set<T>();
  all.set(room, ofRoom);
  ofRoom.add(one);
  return () => {
    ofRoom.delete(one);
    if (ofRoom.size === 0 && all.get(room) === ofRoom) all.delete(room);
  };
}
