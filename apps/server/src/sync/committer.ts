// Group commit: what all rooms applied in one turn of the event loop goes to the store in one transaction, and out to people afterwards.

import type { Append, Store } from '../store/store.ts';
import type { Metrics } from '../metrics.ts';
import type { Room } from './room.ts';

/** Brings applied updates to disk. */
export type Committer = {
  /** The room has updates to commit in this turn. */
  touch(room: Room): void;
  /** Resolves when everything touched so far is on disk or given up. */
  flush(): Promise<void>;
};

/** Creates a committer; `onCommitted` follows for each row on disk, `onFailed` gets the rooms whose updates are not on disk. */
export function createCommitter(options: {
  readonly store: Pick<Store, 'append'>;
  readonly now: () => number;
  readonly onCommitted: (room: Room, row: Append) => void;
  readonly metrics: Metrics;
  readonly onFailed: (rooms: readonly Room[], error: unknown) => void;
}): Committer {
  const dirty = new Set<Room>();
  let inFlight: Promise<void> | null = null;
  let isScheduled = false;
  let firstTouched = 0;

  const write = async (rooms: readonly Room[], rows: readonly Append[], touchedAt: number): Promise<void> => {
    const begun = performance.now();
    try {
      await options.store.append(rows);
    } catch (error) {
      options.metrics.commitFailed();
      options.onFailed(rooms, error);
      return;
    }
    const committed = performance.now();
    rooms.forEach((room, index) => {
      const row = rows[index];
      if (row === undefined) return;
      room.committed(row);
      options.onCommitted(room, row);
    });
    const bytes = rows.reduce((sum, { update }) => sum + update.byteLength, 0);
    options.metrics.committed({ ms: committed - begun, bytes, rows: rows.length });
    options.metrics.broadcast(performance.now() - touchedAt);
  };

  const commit = (): Promise<void> => {
    if (inFlight !== null) return inFlight;
    const rooms: Room[] = [];
    const rows: Append[] = [];
    for (const room of dirty) {
      const row = room.takeQueue(options.now());
      if (row === null) continue;
      rooms.push(room);
      rows.push(row);
    }
    dirty.clear();
    if (rows.length === 0) return Promise.resolve();
    inFlight = write(rooms, rows, firstTouched).finally(() => {
      inFlight = null;
      if (dirty.size > 0) schedule();
    });
    return inFlight;
  };

  const schedule = (): void => {
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      void commit();
    });
  };

  return {
    touch(room) {
      if (dirty.size === 0) firstTouched = performance.now();
      dirty.add(room);
      schedule();
    },
    async flush() {
      while (dirty.size > 0 || inFlight !== null) await commit();
    },
  };
}
