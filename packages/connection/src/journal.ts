// Gestures the server has not stored yet, kept in memory and in this browser, so that they can be made again on a fresh copy of the board
// after a refused write, a restored version or a lost cache.
//
// One store per room, shared by all pages of this browser; each entry names the page that made it. A page removes its own entries, and
// those of pages that are gone, once everything in its document is stored by the server. Entries of a page that lives are that page's
// affair: each page holds a lock named after it as long as it lives. Where browsers offer no locks, only own entries are removed.
// Nothing here throws: without a store the journal lives as long as the page, and `durable` says so.

import type { LoggedGesture } from '@strideboard/document';
import { type IDBPDatabase, openDB } from 'idb';

/** The journal of one room in this page. */
export interface Journal {
  /** Keeps a gesture. */
  append(gesture: LoggedGesture): void;
  /** What has not been stored: of pages that are gone first, then of this one, each in its order. Values from the store are unchecked. */
  all(): Promise<readonly unknown[]>;
  /** What pages that are gone left, oldest first; unchecked. */
  earlier(): Promise<readonly unknown[]>;
  /** The server has stored everything this page's document holds. */
  settled(): void;
  /** False once the store has refused: what is kept ends with this page. */
  durable(): boolean;
  /** Stops; what is kept stays for the next page. */
  close(): Promise<void>;
}

/** Lets a page say that it lives, and ask who else does; the platform's `navigator.locks`. */
export interface PageLocks {
  /** Holds the name until the promise of the callback is fulfilled. */
  request(name: string, hold: () => Promise<unknown>): Promise<unknown>;
  /** Names held by living pages. */
  held(): Promise<readonly string[]>;
}

interface JournalOptions {
  readonly roomId: string;
  /** Names this page among those of the browser. */
  readonly page: string;
  /** Default: the platform's; `null` where there are none. */
  readonly locks?: PageLocks | null;
  /** Called once when the store has refused: what is kept from then on ends with this page. */
  readonly onRefused?: () => void;
}

interface Row {
  readonly page: string;
  readonly gesture: unknown;
}

const STORE = 'gestures';

/** Opens the journal of a room. It can be used at once; the store follows. */
export function openJournal({ roomId, page, locks = platformLocks(), onRefused }: JournalOptions): Journal {
  const lockOf = (name: string): string => `${roomId}:${name}`;
  let own: { readonly gesture: LoggedGesture; key: number | null }[] = [];
  let isDurable = true;
  let close: () => void = () => {};
  const closed = new Promise<void>((done) => {
    close = done;
  });
  void locks?.request(lockOf(page), () => closed).catch(() => {});
  const opening = open(roomId).catch(() => null);
  // One thing after another, so that an entry is never removed before it was written.
  let work: Promise<unknown> = Promise.resolve();
  const next = (task: (db: IDBPDatabase) => Promise<void>): void => {
    work = work.then(async () => {
      const db = await opening;
      if (db === null) refused();
      else await task(db);
    });
    work = work.catch(refused);
  };
  const refused = (): void => {
    if (isDurable) onRefused?.();
    isDurable = false;
  };
  const earlier = async (): Promise<readonly unknown[]> => {
    const db = await opening;
    if (db === null) return [];
    try {
      const living = await livingPages(locks, lockOf);
      const rows = (await db.getAll(STORE)).filter(isRow);
      return rows.filter((row) => row.page !== page && !living(row.page)).map(({ gesture }) => gesture);
    } catch {
      return [];
    }
  };

  return {
    append(gesture) {
      const entry: (typeof own)[number] = { gesture, key: null };
      own.push(entry);
      next(async (db) => {
        entry.key = Number(await db.add(STORE, { page, gesture } satisfies Row));
      });
    },
    async all() {
      await work;
      const mine = own.map(({ gesture }) => gesture);
      return [...(await earlier()), ...mine];
    },
    earlier,
    settled() {
      const done = own;
      if (done.length === 0 && locks === null) return;
      own = [];
      next(async (db) => {
        for (const { key } of done) if (key !== null) await db.delete(STORE, key);
        await sweep(db, page, await livingPages(locks, lockOf));
      });
    },
    durable: () => isDurable,
    async close() {
      await work;
      close();
      (await opening)?.close();
    },
  };
}

function open(roomId: string): Promise<IDBPDatabase> {
  return openDB(`sb-journal:${roomId}`, 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore(STORE, { autoIncrement: true });
    },
    blocking: (_current, _wanted, event) => {
      (event.target as IDBDatabase | null)?.close(); // the target of this event is the open database
    },
  });
}

/** Answers whether a page lives. Without locks nobody knows, so every other page may. */
async function livingPages(
  locks: PageLocks | null,
  lockOf: (page: string) => string,
): Promise<(page: string) => boolean> {
  if (locks === null) return () => true;
  const held = new Set(await locks.held());
  return (page) => held.has(lockOf(page));
}

async function sweep(db: IDBPDatabase, own: string, isLiving: (page: string) => boolean): Promise<void> {
  const transaction = db.transaction(STORE, 'readwrite');
  for (let cursor = await transaction.store.openCursor(); cursor !== null; cursor = await cursor.continue()) {
    const row: unknown = cursor.value;
    if (!isRow(row) || (row.page !== own && !isLiving(row.page))) await cursor.delete();
  }
  await transaction.done;
}

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' &&
  value !== null &&
  'page' in value &&
  typeof value.page === 'string' &&
  'gesture' in value;

function platformLocks(): PageLocks | null {
  if (typeof navigator === 'undefined' || !('locks' in navigator)) return null;
  const { locks } = navigator;
  return {
    request: (name, hold) => locks.request(name, hold),
    held: async () => ((await locks.query()).held ?? []).flatMap(({ name }) => name ?? []),
  };
}
