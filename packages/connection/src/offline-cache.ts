// The local copy of one document in IndexedDB: a log of updates, merged when it grows. It is a convenience: when the browser refuses or
// runs out of room it ends with a word to its owner and the board goes on without it. (y-indexeddb is not used here because its writes fail
// unheard, as unhandled rejections, when the store is full.)

import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import * as Y from 'yjs';

/** Why there is no local copy. */
export type CacheFailure = 'unavailable' | 'full';

/** An open local copy that follows its document. */
export interface OfflineCache {
  /** Removes the stored copy for good and stops following; resolves when it is gone. */
  clear(): Promise<void>;
  /** Stops following and resolves when everything is written. */
  close(): Promise<void>;
}

/** Origin of the transaction that reads the cache into the document. */
export const CACHE_ORIGIN = Object.freeze({ kind: 'offline-cache' } as const);

/** Name of the database of a room's lineage; a lineage never reads another one's. */
export function cacheName(roomId: string, epoch: number): string {
  return `sb:${roomId}:${epoch}`;
}

/**
 * Reads the local copy into the document and follows it from then on. Gives the failure when it cannot be opened within `timeoutMs`;
 * `onFailure` is called at most once, when a later write fails: what was written until then stays, nothing more is written.
 */
export async function openOfflineCache(options: {
  readonly name: string;
  readonly doc: Y.Doc;
  readonly timeoutMs: number;
  readonly onFailure: (failure: CacheFailure) => void;
}): Promise<OfflineCache | CacheFailure> {
  const { name, doc, timeoutMs, onFailure } = options;
  let queue: Uint8Array[] = doc.store.clients.size === 0 ? [] : [Y.encodeStateAsUpdate(doc)];
  let following = true;
  let writing: Promise<void> = Promise.resolve();
  let rows = 0;

  const follow = (update: Uint8Array, origin: unknown) => {
    if (origin === CACHE_ORIGIN) return;
    queue.push(update);
    schedule();
  };
  const stopFollowing = () => {
    following = false;
    doc.off('update', follow);
  };

  // Listening begins before the store is read, so that nothing done meanwhile is missed.
  let schedule = () => {};
  doc.on('update', follow);
  const opened = await readAll(name, timeoutMs);
  if (typeof opened === 'string') {
    stopFollowing();
    return opened;
  }
  const { db } = opened;
  rows = opened.updates.length;

  const write = async () => {
    if (queue.length === 0) return;
    const batch = Y.mergeUpdates(queue);
    queue = [];
    const transaction = db.transaction(STORE, 'readwrite', { durability: 'relaxed' });
    await Promise.all([transaction.store.add(batch), transaction.done]);
    rows += 1;
    if (rows > COMPACT_AT_ROWS) rows = await compact(db);
  };
  schedule = () => {
    writing = writing.then(async () => {
      try {
        await write();
      } catch (error) {
        if (!following) return; // told already, or closed
        stopFollowing();
        queue = [];
        onFailure(failureOf(error));
      }
    });
  };

  Y.transact(
    doc,
    () => {
      for (const update of opened.updates) applyIfWhole(doc, update);
    },
    CACHE_ORIGIN,
    false,
  );
  schedule();

  const close = async () => {
    stopFollowing();
    await writing;
    db.close();
  };
  return {
    close,
    clear: async () => {
      stopFollowing();
      queue = [];
      await writing;
      try {
        await db.clear(STORE);
      } finally {
        db.close();
      }
      await deleteDB(name);
    },
  };
}

/**
 * Reads the local copy of a lineage that has ended into a document, for what can still be taken from it, and removes it. Gives whether there
 * was one.
 */
export async function takeOldCopy(options: {
  readonly roomId: string;
  readonly epoch: number;
  readonly doc: Y.Doc;
  readonly timeoutMs: number;
}): Promise<boolean> {
  const { roomId, epoch, doc, timeoutMs } = options;
  const name = cacheName(roomId, epoch);
  const opened = await readAll(name, timeoutMs);
  if (typeof opened === 'string') return false;
  for (const update of opened.updates) applyIfWhole(doc, update);
  opened.db.close();
  await deleteDB(name).catch(() => {});
  return opened.updates.length > 0;
}

const STORE = 'updates';
const COMPACT_AT_ROWS = 300;

async function readAll(name: string, timeoutMs: number): Promise<Opened | CacheFailure> {
  let late = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<CacheFailure>((resolve) => {
    timer = setTimeout(() => {
      late = true;
      resolve('unavailable');
    }, timeoutMs);
  });
  const reading = async (): Promise<Opened | CacheFailure> => {
    try {
      const db = await openDB(name, 1, {
        upgrade: (fresh) => {
          fresh.createObjectStore(STORE, { autoIncrement: true });
        },
        // Another page of this browser wants to delete the store: let it.
        blocking: (_current, _wanted, event) => {
          (event.target as IDBDatabase | null)?.close(); // the target of this event is the open database
        },
      });
      const values: unknown[] = await db.getAll(STORE);
      if (late) db.close();
      return { db, updates: values.filter((value) => value instanceof Uint8Array) };
    } catch (error) {
      return failureOf(error);
    }
  };
  try {
    return await Promise.race([reading(), timeout]);
  } finally {
    clearTimeout(timer);
  }
}

interface Opened {
  readonly db: IDBPDatabase;
  readonly updates: readonly Uint8Array[];
}

/** Replaces the rows by one, in a single transaction, so that another page's rows are neither lost nor doubled. */
async function compact(db: IDBPDatabase): Promise<number> {
  const transaction = db.transaction(STORE, 'readwrite', { durability: 'relaxed' });
  const rows: unknown[] = await transaction.store.getAll();
  const updates = rows.filter((row) => row instanceof Uint8Array);
  const merged = mergeInDocument(updates);
  await Promise.all([transaction.store.clear(), transaction.store.add(merged), transaction.done]);
  return 1;
}

/** One update for many, without the deleted content that plain merging would keep. */
function mergeInDocument(updates: readonly Uint8Array[]): Uint8Array {
  const scratch = new Y.Doc();
  scratch.transact(() => {
    for (const update of updates) applyIfWhole(scratch, update);
  });
  const hasHoles = scratch.store.pendingStructs !== null || scratch.store.pendingDs !== null;
  const merged = hasHoles ? Y.mergeUpdates([...updates]) : Y.encodeStateAsUpdate(scratch);
  scratch.destroy();
  return merged;
}

/** A damaged row holds nothing that could be used; the server sends again what was in it, if the server has it. */
function applyIfWhole(doc: Y.Doc, update: Uint8Array): void {
  try {
    Y.applyUpdate(doc, update, CACHE_ORIGIN);
  } catch {
    // nested in the reader's transaction: observers run after it, so only reading the row can have failed
  }
}

function failureOf(error: unknown): CacheFailure {
  return error instanceof Error && error.name === 'QuotaExceededError' ? 'full' : 'unavailable';
}
