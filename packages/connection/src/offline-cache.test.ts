import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import {
  CACHE_ORIGIN,
  type CacheFailure,
  cacheName,
  type OfflineCache,
  openOfflineCache,
  takeOldCopy,
} from './offline-cache.ts';
import { PACE } from './pace.ts';
import { createPersonMemory } from './person-memory.ts';
import { createPerson, createStorage, LINK, type Person, ROOM_ID } from './testing/person.ts';
import { type ScriptedServer, startScriptedServer } from './testing/scripted-server.ts';

const ending: (() => unknown)[] = [];
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
  vi.restoreAllMocks();
});

const name = cacheName(ROOM_ID, 1);

async function openCache(doc: Y.Doc, onFailure: (failure: CacheFailure) => void = () => {}): Promise<OfflineCache> {
  const cache = await openOfflineCache({ name, doc, timeoutMs: PACE.cacheTimeoutMs, onFailure });
  if (typeof cache === 'string') throw new Error(`cache: ${cache}`);
  return cache;
}

async function rows(): Promise<unknown[]> {
  const db = await openDB(name);
  const all: unknown[] = await db.getAll('updates');
  db.close();
  return all;
}

function failWrites(error: Error): void {
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw error;
  });
}

const full = () => new DOMException('no room', 'QuotaExceededError');

describe('the copy of a lineage that has ended', () => {
  it('is read once, damaged rows passed over, and removed', async () => {
    const doc = new Y.Doc();
    const cache = await openCache(doc);
    doc.getMap('meta').set('title', 'as it was');
    await cache.close();
    const db = await openDB(name);
    await db.add('updates', Uint8Array.of(9, 9, 9, 9));
    db.close();
    const old = { roomId: ROOM_ID, epoch: 1, timeoutMs: PACE.cacheTimeoutMs };
    const copy = new Y.Doc();
    expect(await takeOldCopy({ ...old, doc: copy })).toBe(true);
    expect(copy.getMap('meta').get('title')).toBe('as it was');
    const second = new Y.Doc();
    expect(await takeOldCopy({ ...old, doc: second })).toBe(false);
    expect(second.getMap('meta').size).toBe(0);
  });
});

describe('the offline cache', () => {
  it('is named after room and epoch', () => {
    expect(name).toBe(`sb:${ROOM_ID}:1`);
  });

  it('brings back what was in the document, under an origin of its own', async () => {
    const doc = new Y.Doc();
    const cache = await openCache(doc);
    doc.getMap('nodes').set('a', 1);
    doc.getMap('nodes').set('b', 2);
    doc.getMap('nodes').delete('b');
    await cache.close();
    const later = new Y.Doc();
    const origins: unknown[] = [];
    later.on('afterTransaction', ({ origin, local }) => origins.push(origin, local));
    await (await openCache(later)).close();
    expect(later.getMap('nodes').toJSON()).toEqual({ a: 1 });
    expect(origins).toEqual([CACHE_ORIGIN, false]);
  });

  it('keeps what was done before and while it opened', async () => {
    const doc = new Y.Doc();
    doc.getMap('nodes').set('before', 1);
    const opening = openCache(doc);
    doc.getMap('nodes').set('while', 1);
    await (await opening).close();
    const later = new Y.Doc();
    await (await openCache(later)).close();
    expect(later.getMap('nodes').toJSON()).toEqual({ before: 1, while: 1 });
  });

  it('keeps the work of two tabs', async () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()];
    const caches = [await openCache(one), await openCache(two)];
    one.getMap('nodes').set('one', 1);
    two.getMap('nodes').set('two', 2);
    for (const cache of caches) await cache.close();
    const later = new Y.Doc();
    await (await openCache(later)).close();
    expect(later.getMap('nodes').toJSON()).toEqual({ one: 1, two: 2 });
  });

  it('merges its rows when they become many, losing nothing', async () => {
    const doc = new Y.Doc();
    const cache = await openCache(doc);
    for (let i = 0; i < 400; i += 1) {
      doc.getMap('nodes').set(`k${i % 7}`, i);
      await Promise.resolve();
      if (i % 3 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await cache.close();
    expect((await rows()).length).toBeLessThan(300);
    const later = new Y.Doc();
    await (await openCache(later)).close();
    expect(later.getMap('nodes').toJSON()).toEqual(doc.getMap('nodes').toJSON());
  });

  it('skips damaged rows', async () => {
    const doc = new Y.Doc();
    const cache = await openCache(doc);
    doc.getMap('nodes').set('a', 1);
    await cache.close();
    const db = await openDB(name);
    await db.add('updates', Uint8Array.of(9, 9, 9, 9));
    await db.add('updates', 'not bytes');
    db.close();
    const later = new Y.Doc();
    await (await openCache(later)).close();
    expect(later.getMap('nodes').toJSON()).toEqual({ a: 1 });
  });

  it('is gone after clear', async () => {
    const doc = new Y.Doc();
    const cache = await openCache(doc);
    doc.getMap('nodes').set('a', 1);
    await cache.clear();
    doc.getMap('nodes').set('b', 1);
    expect((await indexedDB.databases()).map((database) => database.name)).not.toContain(name);
  });

  it('says once that the store is full, keeps what it has and stops writing', async () => {
    const doc = new Y.Doc();
    const failures: CacheFailure[] = [];
    const cache = await openCache(doc, (failure) => failures.push(failure));
    doc.getMap('nodes').set('a', 1);
    await vi.waitFor(async () => expect(await rows()).toHaveLength(1));
    failWrites(full());
    doc.getMap('nodes').set('b', 1);
    await vi.waitFor(() => expect(failures).toEqual(['full']));
    vi.restoreAllMocks();
    doc.getMap('nodes').set('c', 1);
    await cache.close();
    expect([failures, (await rows()).length]).toEqual([['full'], 1]);
  });

  it('is unavailable when the browser refuses, has none, or does not answer', async () => {
    const open = (timeoutMs: number) => openOfflineCache({ name, doc: new Y.Doc(), timeoutMs, onFailure: () => {} });
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('refused', 'SecurityError');
    });
    expect(await open(1_000)).toBe('unavailable');
    vi.restoreAllMocks();
    vi.stubGlobal('indexedDB', undefined);
    expect(await open(1_000)).toBe('unavailable');
    vi.unstubAllGlobals();
    globalThis.indexedDB = new IDBFactory();
    vi.spyOn(indexedDB, 'open').mockReturnValue(new EventTarget() as IDBOpenDBRequest); // a request nobody answers
    expect(await open(5)).toBe('unavailable');
  });
});

describe('a board with an offline cache', () => {
  const isLive = ({ phase }: { phase: string }) => phase === 'live';

  async function serve(): Promise<ScriptedServer> {
    const server = await startScriptedServer();
    ending.push(() => server.dispose());
    return server;
  }

  function open(base: string, change: Parameters<typeof createPerson>[1] = {}): Person {
    const person = createPerson(base, { cache: 'indexeddb', ...change });
    ending.push(() => person.dispose());
    return person;
  }

  it('opens from it when the server cannot be reached, can be edited, and catches up later', async () => {
    const server = await serve();
    const memory = createPersonMemory(createStorage());
    server.doc.getMap('nodes').set('a', 1);
    const first = open(server.base, { memory });
    expect(await first.until(isLive)).toMatchObject({ cached: true, cacheProblem: null });
    await vi.waitFor(async () => expect(await rows()).not.toHaveLength(0));
    first.dispose();
    server.script.exchange = { status: 503 };

    const second = open(server.base, { memory });
    const state = await second.until(({ phase }) => phase === 'offline');
    expect(state).toMatchObject({ role: 'edit', epoch: 1, cached: true, synced: false, save: 'offline' });
    expect(second.nodes.toJSON()).toEqual({ a: 1 });
    second.nodes.set('offline', 1);
    second.nodes.delete('a');
    await vi.waitFor(async () => expect((await rows()).length).toBeGreaterThan(1));
    second.dispose();

    const third = open(server.base, { memory });
    await third.until(({ phase }) => phase === 'offline');
    expect(third.nodes.toJSON()).toEqual({ offline: 1 });
    server.script.exchange = 'ok';
    await third.until(({ phase, save }) => phase === 'live' && save === 'saved');
    expect(server.doc.getMap('nodes').toJSON()).toEqual({ offline: 1 });
  });

  it('asks the server only for what is missing', async () => {
    const server = await serve();
    server.doc.getMap('nodes').set('a', 'x'.repeat(50_000));
    const first = open(server.base);
    await first.until(isLive);
    await vi.waitFor(async () => expect(await rows()).not.toHaveLength(0));
    first.dispose();
    const second = open(server.base);
    const sizes: number[] = [];
    second.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== CACHE_ORIGIN) sizes.push(update.byteLength);
    });
    await second.until(isLive);
    expect(second.nodes.size).toBe(1);
    expect(sizes).toEqual([]);
  });

  it('keeps no copy for a view link', async () => {
    const server = await serve();
    server.script.role = 'view';
    const person = open(server.base);
    expect(await person.until(isLive)).toMatchObject({ cached: false, cacheProblem: null });
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('drops the copy of an epoch that ended', async () => {
    const server = await serve();
    const person = open(server.base);
    await person.until(isLive);
    server.closeSockets(4409);
    await person.until(({ phase }) => phase === 'stopped');
    await vi.waitFor(async () => expect(await indexedDB.databases()).toEqual([]));
    expect(person.memory.board(ROOM_ID)?.epoch).toBeNull();
  });

  it('keeps the copy of an epoch that ended while work waits in it', async () => {
    const server = await serve();
    const person = open(server.base);
    await person.until(isLive);
    server.script.holdEchoes = true;
    person.nodes.set('a', 1);
    server.closeSockets(4409);
    expect(await person.until(({ phase }) => phase === 'stopped')).toMatchObject({ waiting: 1 });
    person.dispose();
    await vi.waitFor(async () => expect(await rows()).not.toHaveLength(0));
  });

  it('does not read refused content into the next page', async () => {
    const server = await serve();
    const memory = createPersonMemory(createStorage());
    const person = open(server.base, { memory });
    await person.until(isLive);
    server.script.closeOnUpdate = { code: 4422, reason: '' };
    person.nodes.set('refused', 1);
    await person.until(({ phase }) => phase === 'stopped');
    expect(person.nodes.get('refused')).toBe(1);
    await vi.waitFor(async () => expect(await indexedDB.databases()).toEqual([]));
    const next = open(server.base, { memory });
    await next.until(isLive);
    expect(next.nodes.size).toBe(0);
  });

  it('goes on without a copy when the store is full', async () => {
    const server = await serve();
    const person = open(server.base);
    await person.until(isLive);
    failWrites(full());
    person.nodes.set('a', 1);
    await person.until(({ cacheProblem, save }) => cacheProblem === 'full' && save === 'saved');
    expect(server.doc.getMap('nodes').get('a')).toBe(1);
  });

  it('opens the board without a copy when the browser has no store', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const server = await serve();
    const person = open(server.base);
    expect(await person.until(isLive)).toMatchObject({ cached: false, cacheProblem: 'unavailable' });
    vi.unstubAllGlobals();
  });

  it('opens nothing offline for a board that was never opened here', async () => {
    const memory = createPersonMemory(createStorage());
    memory.remember(ROOM_ID, { link: LINK, lastOpened: 1 });
    const person = open('http://127.0.0.1:9', { memory });
    expect(await person.until(({ phase }) => phase === 'offline')).toMatchObject({ cached: false, role: null });
  });
});
