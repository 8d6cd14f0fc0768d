import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import type { LoggedGesture } from '@strideboard/document';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Journal, openJournal, type PageLocks } from './journal.ts';

const ROOM = 'room-of-the-journal---';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Locks of one browser, shared by its pages. */
function browserLocks(): PageLocks & { readonly kill: (name: string) => void } {
  const held = new Set<string>();
  return {
    request: async (name, hold) => {
      held.add(name);
      await hold();
      held.delete(name);
    },
    held: () => Promise.resolve([...held]),
    kill: (name) => held.delete(name),
  };
}
const gesture = (id: string): LoggedGesture => ({
  id,
  name: { command: 'label', count: 1 },
  at: 1,
  creations: [],
  writes: [],
});
const ids = async (journal: Journal): Promise<readonly unknown[]> =>
  (await journal.all()).map((entry) => (entry as LoggedGesture).id); // these tests put gestures in only

describe('the journal', () => {
  it('survives a page that is gone, and its gestures come before those of the next', async () => {
    const locks = browserLocks();
    const first = openJournal({ roomId: ROOM, page: 'a', locks });
    first.append(gesture('1'));
    first.append(gesture('2'));
    await first.close();
    const second = openJournal({ roomId: ROOM, page: 'b', locks });
    second.append(gesture('3'));
    expect(await ids(second)).toEqual(['1', '2', '3']);
    expect(await second.earlier()).toEqual([gesture('1'), gesture('2')]);
    second.settled();
    expect(await ids(second)).toEqual([]);
    await second.close();
    const third = openJournal({ roomId: ROOM, page: 'c', locks });
    expect(await ids(third)).toEqual([]);
    await third.close();
  });

  it('leaves what another living tab made to that tab', async () => {
    const locks = browserLocks();
    const one = openJournal({ roomId: ROOM, page: 'one', locks });
    const two = openJournal({ roomId: ROOM, page: 'two', locks });
    one.append(gesture('mine'));
    two.append(gesture('theirs'));
    expect(await ids(one)).toEqual(['mine']);
    one.settled();
    expect([await ids(one), await ids(two)]).toEqual([[], ['theirs']]);
    // The second tab crashes: now its gestures are anybody's.
    locks.kill(`${ROOM}:two`);
    expect(await ids(one)).toEqual(['theirs']);
  });

  it('keeps boards apart', async () => {
    const locks = browserLocks();
    const here = openJournal({ roomId: ROOM, page: 'a', locks });
    here.append(gesture('1'));
    await here.close();
    const other = openJournal({ roomId: `${ROOM}2`, page: 'b', locks });
    expect(await ids(other)).toEqual([]);
  });

  it('goes on in memory when the store is full, and says so', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const journal = openJournal({ roomId: ROOM, page: 'a', locks: null });
    journal.append(gesture('1'));
    expect(await ids(journal)).toEqual(['1']);
    expect(journal.durable()).toBe(false);
  });

  it('goes on in memory where there is no store, or one of another version', async () => {
    (await openDB(`sb-journal:${ROOM}`, 7)).close();
    const journal = openJournal({ roomId: ROOM, page: 'a', locks: browserLocks() });
    journal.append(gesture('1'));
    journal.append(gesture('2'));
    expect(await ids(journal)).toEqual(['1', '2']);
    expect(journal.durable()).toBe(false);
    journal.settled();
    expect(await ids(journal)).toEqual([]);
    await journal.close();
  });

  it('passes over rows that are none', async () => {
    const locks = browserLocks();
    const before = openJournal({ roomId: ROOM, page: 'a', locks });
    before.append(gesture('1'));
    await before.close();
    const db = await openDB(`sb-journal:${ROOM}`, 1);
    await db.add('gestures', 'nonsense');
    db.close();
    const journal = openJournal({ roomId: ROOM, page: 'b', locks });
    expect(await ids(journal)).toEqual(['1']);
    journal.settled();
    await journal.close();
    const rest = await openDB(`sb-journal:${ROOM}`, 1);
    expect(await rest.count('gestures')).toBe(0);
    rest.close();
  });
});
