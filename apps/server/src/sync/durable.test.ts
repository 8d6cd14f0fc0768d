import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { API, CLOSE, CLOSE_REASON, MESSAGE, SYNC } from '@strideboard/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createMemoryStore } from '../store/memory.ts';
import { createSqliteStore, openDatabase } from '../store/sqlite.ts';
import type { Store } from '../store/store.ts';
import { connectPeer, type Peer } from '../testing/peer.ts';
import { readProblem, startTestServer, type TestServer } from '../testing/test-server.ts';

/** Waits for a state; only a wrong state needs the whole time. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 10_000, interval: 10 });

let cleanups: (() => unknown)[] = [];
beforeEach(() => {
  cleanups = [];
});
afterEach(async () => {
  for (const cleanup of cleanups.toReversed()) await cleanup();
});

async function start(options: Parameters<typeof startTestServer>[0]): Promise<TestServer> {
  const server = await startTestServer(options);
  cleanups.push(() => server.dispose());
  return server;
}
function joinRoom(server: TestServer, roomId: string, token: string, doc?: Y.Doc): Peer {
  const peer = connectPeer(server, { roomId, token, ...(doc === undefined ? {} : { doc }) });
  cleanups.push(() => peer.socket.terminate());
  return peer;
}
const addNode = (doc: Y.Doc, id: string): void => {
  doc.getMap('nodes').set(id, new Y.Map([['label', id]]));
};
const nodeIds = (doc: Y.Doc): string[] => [...doc.getMap('nodes').keys()].sort();

/** A memory store whose appends wait for `release` or fail while `isFull`. */
function slowStore() {
  const inner = createMemoryStore();
  const gates: (() => void)[] = [];
  const control = { isHeld: false, isFull: false, appends: 0, loads: 0, rows: [] as number[] };
  const guard = (): void => {
    if (control.isFull) throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  };
  const store: Store = {
    ...inner,
    async load(id) {
      control.loads += 1;
      if (control.isHeld) await new Promise<void>((resolve) => gates.push(resolve));
      return inner.load(id);
    },
    async append(batch) {
      control.appends += 1;
      if (control.isHeld) await new Promise<void>((resolve) => gates.push(resolve));
      guard();
      control.rows.push(batch.length);
      return inner.append(batch);
    },
    async createRoom(...args) {
      guard();
      return inner.createRoom(...args);
    },
    async addLink(link) {
      guard();
      return inner.addLink(link);
    },
    probe: () =>
      new Promise((resolve) => {
        guard();
        resolve();
      }),
  };
  const release = (): void => {
    control.isHeld = false;
    for (const gate of gates.splice(0)) gate();
  };
  return { store, control, release };
}

describe('durable before visible', () => {
  it('neither the author nor anybody else sees an update before its commit', async () => {
    const { store, control, release } = slowStore();
    const server = await start({ store });
    const { roomId, sessions } = await server.roomWith('edit', 'view');
    const author = joinRoom(server, roomId, sessions.edit.token);
    const viewer = joinRoom(server, roomId, sessions.view.token);
    await Promise.all([author.synced, viewer.synced]);
    control.isHeld = true;
    let isEchoed = false;
    const echo = author
      .edit((doc) => addNode(doc, 'n1'))
      .then(() => {
        isEchoed = true;
      });
    await eventually(() => control.appends).toBe(1);
    // A newcomer's first sync waits for the commit too: it gets durable state only.
    const late = joinRoom(server, roomId, sessions.view.token);
    let isLateSynced = false;
    void late.synced.then(() => {
      isLateSynced = true;
    });
    await eventually(() => late.frames.length).toBeGreaterThan(0);
    expect([isEchoed, isLateSynced, nodeIds(viewer.doc)]).toEqual([false, false, []]);
    // Nor is it told a state vector that covers what is not on disk: clients take what it covers for saved.
    const isStepOne = (frame: Uint8Array): boolean => frame[0] === MESSAGE.sync && frame[1] === SYNC.step1;
    expect(late.frames.some(isStepOne)).toBe(false);
    release();
    await Promise.all([echo, late.synced]);
    expect(nodeIds(late.doc)).toEqual(['n1']);
    await eventually(() => nodeIds(viewer.doc)).toEqual(['n1']);
  });

  it('updates that arrive during a commit follow in one row with the next', async () => {
    const { store, control, release } = slowStore();
    const server = await start({ store });
    const { roomId, sessions } = await server.roomWith('edit', 'facilitate');
    const one = joinRoom(server, roomId, sessions.edit.token);
    const two = joinRoom(server, roomId, sessions.facilitate.token);
    await Promise.all([one.synced, two.synced]);
    control.isHeld = true;
    const echoes = [one.edit((doc) => addNode(doc, 'a'))];
    await eventually(() => control.appends).toBe(1);
    for (const id of ['b', 'c', 'd'])
      echoes.push(
        one.edit((doc) => addNode(doc, id)),
        two.edit((doc) => addNode(doc, `2${id}`)),
      );
    const queried = two.frames.length;
    two.send(3); // the answer shows that everything before it was read
    await eventually(() => two.frames.length).toBeGreaterThan(queried);
    release();
    await Promise.all(echoes);
    expect(control.appends).toBeLessThan(echoes.length);
    await eventually(() => nodeIds(two.doc)).toEqual(['2b', '2c', '2d', 'a', 'b', 'c', 'd']);
    expect(nodeIds(one.doc)).toEqual(nodeIds(two.doc));
  });
});

describe('a full disk', () => {
  it('closes the writer with 4500, keeps others reading, refuses writes, and recovers by itself', async () => {
    const { store, control } = slowStore();
    const server = await start({ store });
    const { roomId, owner, sessions } = await server.roomWith('edit', 'view');
    const author = joinRoom(server, roomId, sessions.edit.token);
    await author.synced;
    await author.edit((doc) => addNode(doc, 'kept'));
    control.isFull = true;
    await expect(author.edit((doc) => addNode(doc, 'unsaved'))).rejects.toThrow('4500');
    expect((await author.closed).reason).toBe(CLOSE_REASON.commitFailed);
    expect((await server.request('/readyz')).status).toBe(503);
    expect((await server.request('/healthz')).status).toBe(200);

    const reader = joinRoom(server, roomId, sessions.view.token);
    await reader.synced;
    expect(nodeIds(reader.doc)).toEqual(['kept']);
    const again = joinRoom(server, roomId, sessions.edit.token, author.doc);
    expect((await again.closed).code).toBe(CLOSE.gaveUp);
    expect(reader.socket.readyState).toBe(reader.socket.OPEN);
    const { token } = await server.session(owner);
    const refused = await server.request(API.links(roomId), { method: 'POST', body: { role: 'view' }, token });
    expect([refused.status, (await readProblem(refused)).code]).toEqual([503, 'store-unavailable']);
    expect((await server.request(API.rooms, { method: 'POST' })).status).toBe(503);

    control.isFull = false;
    await eventually(async () => (await server.request('/readyz')).status).toBe(200);
    const back = joinRoom(server, roomId, sessions.edit.token, author.doc);
    await back.synced;
    await eventually(() => nodeIds(reader.doc)).toEqual(['kept', 'unsaved']);
  });
});

describe('an fsync that fails', () => {
  it.each([
    ['after the row was written', true],
    ['before anything was written', false],
  ])('%s echoes nothing, closes with 4500, and all converge afterwards', async (_, isWritten) => {
    const inner = createMemoryStore();
    let isFailing = false;
    const fail = (): never => {
      throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_FSYNC' });
    };
    const store: Store = {
      ...inner,
      async append(batch) {
        if (!isFailing || isWritten) await inner.append(batch);
        if (isFailing) fail();
      },
      probe: () => (isFailing ? new Promise(fail) : inner.probe()),
    };
    const server = await start({ store });
    const { roomId, sessions } = await server.roomWith('edit', 'view');
    const author = joinRoom(server, roomId, sessions.edit.token);
    const reader = joinRoom(server, roomId, sessions.view.token);
    await Promise.all([author.synced, reader.synced]);
    await author.edit((doc) => addNode(doc, 'kept'));
    isFailing = true;
    await expect(author.edit((doc) => addNode(doc, 'unsure'))).rejects.toThrow('4500');
    expect((await reader.closed).code).toBe(CLOSE.gaveUp);
    expect(nodeIds(reader.doc)).toEqual(['kept']);
    expect((await server.request('/readyz')).status).toBe(503);
    isFailing = false;
    await eventually(async () => (await server.request('/readyz')).status).toBe(200);
    const [back, late] = [sessions.edit, sessions.view].map(({ token }, index) =>
      joinRoom(server, roomId, token, index === 0 ? author.doc : undefined),
    );
    await Promise.all([back?.synced, late?.synced]);
    await back?.edit((doc) => addNode(doc, 'after'));
    await eventually(() => nodeIds(late?.doc ?? new Y.Doc())).toEqual(['after', 'kept', 'unsure']);
    expect((await store.load(roomId))?.lastSeq).toBe(3);
  });
});

describe('loading', () => {
  it('happens once for concurrent joiners, and each first sync is complete', async () => {
    const { store, control, release } = slowStore();
    const first = await start({ store: { ...store, dispose: () => undefined } });
    const { roomId, sessions } = await first.roomWith('edit');
    const author = joinRoom(first, roomId, sessions.edit.token);
    await author.synced;
    await author.edit((doc) => {
      for (let index = 0; index < 200; index += 1) addNode(doc, `n${index}`);
    });
    await first.dispose();

    const second = await start({ store });
    control.loads = 0;
    control.isHeld = true;
    const joiners = Array.from({ length: 8 }, () => joinRoom(second, roomId, sessions.edit.token));
    await eventually(() => control.loads).toBe(1);
    await eventually(() => joiners.every((peer) => peer.socket.readyState === peer.socket.OPEN)).toBe(true);
    expect(joiners.every((peer) => peer.frames.length === 0)).toBe(true);
    release();
    await Promise.all(joiners.map((peer) => peer.synced));
    expect(joiners.map((peer) => nodeIds(peer.doc).length)).toEqual(Array(8).fill(200));
    expect(control.loads).toBe(1);
  });

  it('that takes too long closes with 4503, one that fails with 4500, and neither gives an empty board', async () => {
    const { store, control, release } = slowStore();
    const server = await start({ store, timing: { loadTimeout: 30 } });
    const { roomId, sessions } = await server.roomWith('edit');
    control.isHeld = true;
    const waiting = joinRoom(server, roomId, sessions.edit.token);
    expect(await waiting.closed).toEqual({ code: CLOSE.overloaded, reason: CLOSE_REASON.loadTimeout });
    release();
    const broken = await start({
      store: { ...store, load: () => Promise.reject(new Error('damaged')), dispose: () => undefined },
    });
    const failing = joinRoom(broken, roomId, sessions.edit.token);
    expect(await failing.closed).toEqual({ code: CLOSE.gaveUp, reason: CLOSE_REASON.loadFailed });
    expect(failing.frames).toEqual([]);
  });
});

describe('on a real file', () => {
  function openStore(): { open: () => Promise<Store> } {
    const folder = mkdtempSync(join(tmpdir(), 'strideboard-durable-'));
    cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
    return { open: async () => createSqliteStore(await openDatabase(folder)) };
  }

  it('everything is there after a restart, before and after compaction', async () => {
    const { open } = openStore();
    const first = await start({ store: await open(), timing: { unloadAfter: 1 } });
    const { roomId, sessions } = await first.roomWith('edit', 'view');
    const author = joinRoom(first, roomId, sessions.edit.token);
    await author.synced;
    for (let index = 0; index < 20; index += 1) await author.edit((doc) => addNode(doc, `n${index}`));
    await author.edit((doc) => {
      doc.getMap('nodes').delete('n3');
      addNode(doc, 'last');
    });
    await author.close();
    await first.dispose();

    const store = await open();
    const second = await start({ store: { ...store, dispose: () => undefined }, timing: { unloadAfter: 1 } });
    const reader = joinRoom(second, roomId, sessions.view.token);
    await reader.synced;
    expect(nodeIds(reader.doc)).toEqual(nodeIds(author.doc));
    await reader.close();
    await eventually(async () => (await store.load(roomId))?.updates.length).toBe(0);
    const again = joinRoom(second, roomId, sessions.edit.token);
    await again.synced;
    expect(nodeIds(again.doc)).toEqual(nodeIds(author.doc));
    await again.edit((doc) => addNode(doc, 'after'));
    await second.dispose();
    store.dispose();

    const third = await start({ store: await open() });
    const last = joinRoom(third, roomId, sessions.view.token);
    await last.synced;
    expect(nodeIds(last.doc)).toEqual(nodeIds(again.doc));
  });

  it('500 rows are replaced by a snapshot while people work on', async () => {
    const { open } = openStore();
    const store = await open();
    const server = await start({ store });
    const { roomId, sessions } = await server.roomWith('edit');
    const author = joinRoom(server, roomId, sessions.edit.token);
    await author.synced;
    for (let index = 0; index < 505; index += 1)
      await author.edit((doc) => doc.getMap('meta').set('title', `v${index}`));
    const stored = await store.load(roomId);
    expect(stored?.snapshot).not.toBeNull();
    expect(stored?.updates.length).toBeLessThan(10);
    expect(stored?.lastSeq).toBe(505);
    expect(stored?.authors).toMatchObject([{ client: author.doc.clientID, principal: sessions.edit.principal }]);
  });
});

describe('shutdown', () => {
  it('closes everybody with 1012 after everything is on disk', async () => {
    const store = createMemoryStore();
    const server = await start({ store: { ...store, dispose: () => undefined } });
    const { roomId, sessions } = await server.roomWith('edit');
    const author = joinRoom(server, roomId, sessions.edit.token);
    await author.synced;
    const echo = author.edit((doc) => addNode(doc, 'n1'));
    await echo;
    await server.dispose();
    expect(await author.closed).toEqual({ code: CLOSE.restart, reason: CLOSE_REASON.serverRestart });
    expect((await store.load(roomId))?.lastSeq).toBe(1);
  });
});
