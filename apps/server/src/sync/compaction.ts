// Compaction: a snapshot takes the place of a room's log, once it was seen to give the same document. Small rooms are done at once, from the
// document in memory; big ones in a worker thread, from what is stored.

import type { Logger } from 'pino';
import type { Desk } from '../jobs/desk.ts';
import type { Metrics } from '../metrics.ts';
import type { Store } from '../store/store.ts';
import type { Room } from './room.ts';

/** Compacts rooms. */
export type Compaction = {
  /** Something was committed: compacts when the log has grown long. */
  committed(room: Room): void;
  /** Compacts now. Never fails: the log still holds everything, and the next time tries again. */
  compact(room: Room): Promise<void>;
};

const ROWS = 500;
const BYTES = 1024 * 1024;

/** Rooms whose stored bytes are fewer are compacted in the event loop. */
export const CHEAP_BYTES = 1024 * 1024;

/** Creates the compaction of a server. */
export function createCompaction(options: {
  readonly store: Pick<Store, 'load' | 'compact'>;
  readonly desk: Desk;
  readonly metrics: Metrics;
  readonly logger: Logger;
  readonly roomHash: (room: string) => string;
}): Compaction {
  const { store, desk, metrics, logger } = options;
  const nextRows = new WeakMap<Room, number>();
  const busy = new WeakSet<Room>();

  /** Gives false when the room is not clean at the moment. */
  const fromMemory = async (room: Room): Promise<boolean> => {
    const logBytes = room.log.bytes;
    const snapshot = room.held === null ? room.snapshot() : null;
    if (snapshot === null) return false;
    await store.compact(snapshot);
    room.compacted({ ...snapshot, logBytes });
    return true;
  };
  const fromStore = async (room: Room): Promise<boolean> => {
    const stored = await store.load(room.id);
    if (stored === null || stored.room.epoch !== room.epoch) return false;
    const { snapshot, updates, lastSeq: upto } = stored;
    const { blob, stateVector } = await desk.do({ kind: 'compact', room: { snapshot, updates } });
    await store.compact({ room: room.id, epoch: room.epoch, upto, blob, stateVector });
    room.compacted({ upto, blob, logBytes: updates.reduce((sum, update) => sum + update.byteLength, 0) });
    return true;
  };

  const compact = async (room: Room): Promise<void> => {
    if (busy.has(room) || room.log.rows === 0) return;
    busy.add(room);
    nextRows.set(room, room.log.rows + ROWS);
    try {
      const isDone = await (room.bytes < CHEAP_BYTES ? fromMemory(room) : fromStore(room));
      if (!isDone) return;
      nextRows.delete(room);
      metrics.compacted();
    } catch (error) {
      metrics.logKept();
      logger.warn({ err: error, room: options.roomHash(room.id) }, 'compaction failed; the log is kept');
    } finally {
      busy.delete(room);
    }
  };

  return {
    compact,
    committed(room) {
      const isLong = room.log.rows >= (nextRows.get(room) ?? ROWS);
      // By bytes too, but not again and again for a room that cannot be compacted.
      const isHeavy = room.log.bytes >= BYTES && !nextRows.has(room);
      if (isLong || isHeavy) void compact(room);
    },
  };
}
