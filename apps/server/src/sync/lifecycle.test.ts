import { API, CLOSE, CLOSE_REASON } from '@strideboard/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createPlainDesk, type Desk } from '../jobs/desk.ts';
import { createMemoryStore } from '../store/memory.ts';
import { connectPeer, type Peer } from '../testing/peer.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let cleanups: (() => unknown)[];
beforeEach(() => {
  cleanups = [];
});
afterEach(async () => {
  for (const cleanup of cleanups.toReversed()) await cleanup();
});
async function start(options: Parameters<typeof startTestServer>[0]): Promise<TestServer> {
  const server = await startTestServer({ env: { STRIDEBOARD_METRICS_TOKEN: 't'.repeat(32) }, ...options });
  cleanups.push(() => server.dispose());
  return server;
}
async function join(server: TestServer, roomId: string, token: string): Promise<Peer> {
  const peer = connectPeer(server, { roomId, token });
  cleanups.push(() => peer.socket.terminate());
  await peer.synced;
  return peer;
}
const add = (peer: Peer, id: string, label = id): Promise<void> =>
  peer.edit((doc) => doc.getMap('nodes').set(id, new Y.Map([['label', label]])));
const figure = async (server: TestServer, name: string): Promise<number> => {
  const text = await (await server.request(API.metrics, { token: 't'.repeat(32) })).text();
  return Number(new RegExp(`^strideboard_${name} (\\d+)$`, 'm').exec(text)?.[1]);
};

describe('a log with a hole', () => {
  it('closes with 4500 and a word in the log, and never gives a blank board', async () => {
    const store = createMemoryStore();
    const server = await start({ store, timing: { unloadAfter: 20 } });
    const { roomId, sessions } = await server.roomWith('edit');
    const { token } = sessions.edit;
    const peer = await join(server, roomId, token);
    for (const id of ['a', 'b', 'c']) await add(peer, id);
    // What is applied builds on what the damaged log does not have any more.
    const load = store.load.bind(store);
    Object.assign(store, {
      load: async (id: string) => {
        const stored = await load(id);
        return stored === null ? null : { ...stored, snapshot: null, updates: stored.updates.slice(1) };
      },
      compact: () => Promise.reject(new Error('not now')),
    });
    await peer.close();
    await expect.poll(() => figure(server, 'rooms')).toBe(0);
    const late = connectPeer(server, { roomId, token });
    expect(await late.closed).toEqual({ code: CLOSE.gaveUp, reason: CLOSE_REASON.loadFailed });
    expect(await figure(server, 'failed_loads_total')).toBe(1);
    expect(server.log()).toContain('could not be loaded');
  });
});

describe('compaction', () => {
  it('that fails or is not the same board keeps the log, says so, and everything is there afterwards', async () => {
    const store = createMemoryStore();
    const compact = store.compact.bind(store);
    let isBroken = true;
    Object.assign(store, {
      compact: (...args: Parameters<typeof compact>) =>
        isBroken ? Promise.reject(new Error('broken')) : compact(...args),
    });
    const server = await start({ store, timing: { unloadAfter: 20 } });
    const { roomId, sessions } = await server.roomWith('edit');
    const { token } = sessions.edit;
    const peer = await join(server, roomId, token);
    await add(peer, 'a');
    await peer.close();
    await expect.poll(() => figure(server, 'compactions_failed_total')).toBe(1);
    expect((await store.load(roomId))?.updates).toHaveLength(1);
    isBroken = false;
    const again = await join(server, roomId, token);
    expect(again.doc.getMap('nodes').has('a')).toBe(true);
    await again.close();
    await expect.poll(async () => (await store.load(roomId))?.updates.length).toBe(0);
    expect((await join(server, roomId, token)).doc.getMap('nodes').has('a')).toBe(true);
  });

  it('of a big board is the work of the desk, from what is stored, while people write on', async () => {
    const kinds: string[] = [];
    const plain = createPlainDesk();
    const desk = {
      ...plain,
      do: (job: Parameters<Desk['do']>[0]) => {
        kinds.push(job.kind);
        return plain.do(job);
      },
    } as Desk; // the kind of the job goes through unchanged
    const store = createMemoryStore();
    const server = await start({ store, desk });
    const { roomId, sessions } = await server.roomWith('edit');
    const peer = await join(server, roomId, sessions.edit.token);
    const label = 'x'.repeat(60_000);
    for (let count = 0; count < 20; count += 1) await add(peer, `n${count}`, label);
    await expect.poll(() => kinds).toEqual(['compact']);
    await add(peer, 'last');
    await expect.poll(async () => (await store.load(roomId))?.snapshot !== null).toBe(true);
    const other = await join(server, roomId, sessions.edit.token);
    expect(other.doc.getMap('nodes').size).toBe(21);
  });
});

describe('stopping', () => {
  it('refuses newcomers, takes what still comes, closes everybody with 1012 one after another, and leaves snapshots', async () => {
    const store = createMemoryStore();
    const compacted: string[] = [];
    const compact = store.compact.bind(store);
    Object.assign(store, {
      compact: (snapshot: Parameters<typeof compact>[0]) => {
        compacted.push(snapshot.room);
        return compact(snapshot);
      },
      dispose: () => undefined, // looked into afterwards
    });
    const server = await start({ store, timing: { goodbyeSpread: 5_000 } });
    const { roomId, sessions } = await server.roomWith('edit', 'view');
    const first = await join(server, roomId, sessions.view.token);
    const others = await Promise.all(Array.from({ length: 20 }, () => join(server, roomId, sessions.view.token)));
    const last = await join(server, roomId, sessions.edit.token);
    const stopping = server.dispose();
    expect((await first.closed).code).toBe(CLOSE.restart);
    expect((await server.request(API.ready)).status).toBe(503);
    expect(await connectPeer(server, { roomId, token: sessions.edit.token }).closed).toMatchObject({
      reason: 'http 503',
    });
    await add(last, 'late'); // still here, still saved
    for (const peer of [...others, last]) expect((await peer.closed).code).toBe(CLOSE.restart);
    await stopping;
    expect(compacted).toEqual([roomId]);
    const stored = await store.load(roomId);
    expect([stored?.snapshot === null, stored?.updates.length]).toEqual([false, 0]);
  });
});

describe('readiness', () => {
  it('ends while the event loop comes late, and returns', async () => {
    const server = await start({ timing: { readyLag: 1_000 } });
    const end = Date.now() + 1_300;
    while (Date.now() < end) Math.sqrt(end); // nothing else has a turn
    expect((await server.request(API.ready)).status).toBe(503);
    expect((await server.request(API.health)).status).toBe(200);
    await expect
      .poll(async () => (await server.request(API.ready)).status, { timeout: 20_000, interval: 200 })
      .toBe(200);
  });
});

describe('messages that come while a room is loading', () => {
  it('wait, and are answered when it is there', async () => {
    const store = createMemoryStore();
    const load = store.load.bind(store);
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    Object.assign(store, { load: (id: string) => gate.then(() => load(id)) });
    const server = await start({ store });
    const { roomId, sessions } = await server.roomWith('edit');
    const peer = connectPeer(server, { roomId, token: sessions.edit.token });
    cleanups.push(() => peer.socket.terminate());
    await new Promise((resolve) => peer.socket.once('open', resolve));
    const echo = add(peer, 'early');
    expect(peer.frames).toEqual([]);
    open();
    await Promise.all([peer.synced, echo]);
    expect((await store.load(roomId))?.updates.length).toBe(1);
  });
});
