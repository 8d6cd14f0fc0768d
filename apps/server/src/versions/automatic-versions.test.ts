import { API, type VersionList } from '@strideboard/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createMemoryStore } from '../store/memory.ts';
import { connectPeer, type Peer } from '../testing/peer.ts';
import { readJson, startTestServer, type TestServer } from '../testing/test-server.ts';

const MINUTE_MS = 60_000;
let clock: number;
let cleanups: (() => unknown)[];
beforeEach(() => {
  clock = 1_000_000;
  cleanups = [];
});
afterEach(async () => {
  for (const cleanup of cleanups.toReversed()) await cleanup();
});

async function start(unloadAfter = 60_000) {
  const store = createMemoryStore();
  const server = await startTestServer({ store, now: () => clock, timing: { unloadAfter, tokenLife: 9e9 } });
  cleanups.push(() => server.dispose());
  const { roomId, sessions } = await server.roomWith('facilitate');
  const { token } = sessions.facilitate;
  const kinds = async (): Promise<string[]> => (await store.versions(roomId)).map(({ kind }) => kind);
  return { server, roomId, token, kinds, store };
}
async function join(server: TestServer, roomId: string, token: string): Promise<Peer> {
  const peer = connectPeer(server, { roomId, token });
  cleanups.push(() => peer.socket.terminate());
  await peer.synced;
  return peer;
}
const edit = (peer: Peer, id: string): Promise<void> =>
  peer.edit((doc) => doc.getMap('nodes').set(id, new Y.Map([['label', id]])));

describe('the server makes a version by itself', () => {
  it('after ten minutes of work, not before, and again only after more work', async () => {
    const { server, roomId, token, kinds } = await start();
    const peer = await join(server, roomId, token);
    await edit(peer, 'a');
    clock += 9 * MINUTE_MS;
    await edit(peer, 'b');
    expect(await kinds()).toEqual([]);
    clock += MINUTE_MS;
    await expect.poll(kinds).toEqual(['automatic']);
    clock += 30 * MINUTE_MS;
    await edit(peer, 'c');
    expect(await kinds()).toEqual(['automatic']);
    clock += 10 * MINUTE_MS;
    await expect.poll(kinds).toEqual(['automatic', 'automatic']);
  });

  it('when the last person has left a board that changed', async () => {
    const { server, roomId, token, kinds } = await start(50);
    const [one, two] = [await join(server, roomId, token), await join(server, roomId, token)];
    await edit(one, 'a');
    await one.close();
    expect(await kinds()).toEqual([]);
    await two.close();
    await expect.poll(kinds).toEqual(['automatic']);
    const visitor = await join(server, roomId, token);
    await visitor.close();
    await expect.poll(async () => (await server.request(API.ready)).status).toBe(200);
    expect(await kinds()).toEqual(['automatic']);
  });

  it('but not when somebody has just made one of the same', async () => {
    const { server, roomId, token, kinds } = await start(50);
    const peer = await join(server, roomId, token);
    await edit(peer, 'a');
    await server.request(API.versions(roomId), { method: 'POST', token, body: { kind: 'before-layout' } });
    clock += 20 * MINUTE_MS;
    await edit(peer, 'b');
    const { versions } = await readJson<VersionList>(await server.request(API.versions(roomId), { token }));
    expect(versions.map(({ kind }) => kind)).toEqual(['before-layout']);
    await peer.close();
    await expect.poll(kinds).toEqual(['automatic', 'before-layout']);
  });

  it('and tries again when it could not be stored', async () => {
    const { server, roomId, token, kinds, store } = await start();
    const add = store.addVersion.bind(store);
    let isFull = true;
    Object.assign(store, {
      addVersion: (...args: Parameters<typeof add>) =>
        isFull ? Promise.reject(new Error('disk is full')) : add(...args),
    });
    const peer = await join(server, roomId, token);
    await edit(peer, 'a');
    clock += 10 * MINUTE_MS;
    await expect.poll(() => server.log()).toContain('a version could not be made');
    isFull = false;
    await expect.poll(kinds).toEqual(['automatic']);
  });
});
