// Group commit: what all rooms applied in one turn of the event loop goes to the store in one transaction, and out to people afterwards.

import type { Append, Store } from '../store/store.ts';
import type { Room } from './room.ts';

/** Brings applied updates to disk. */
export type Committer = {
  /** The room has updates to commit in this turn. */
  touch(room: Room): void;
  /** Resolves when everything touched so far is on disk or given up. */
  flush(): Promise<void>;
};

/** Creates a committer; `onCommitted` follows each success, `onFailed` gets the rooms whose updates are not on disk. */
export function createCommitter(options: {
  readonly store: Pick<Store, 'append'>;
  readonly now: () => number;
  readonly onCommitted: (rooms: readonly Room[]) => void;
  readonly onFailed: (rooms: readonly Room[], error: unknown) => void;
}): Committer {
  const dirty = new Set<Room>();
  let inFlight: Promise<void> | null = null;
  let isScheduled = false;

  const write = async (rooms: readonly Room[], rows: readonly Append[]): Promise<void> => {
    try {
      await options.store.append(rows);
    } catch (error) {
      options.onFailed(rooms, error);
      return;
    }
    rooms.forEach((room, index) => {
      const row = rows[index];
      if (row !== undefined) room.committed(row);
    });
    options.onCommitted(rooms);
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
    inFlight = write(rooms, rows).finally(() => {
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
      dirty.add(room);
      schedule();
    },
    async flush() {
      while (dirty.size > 0 || inFlight !== null) await commit();
    },
  };
}
