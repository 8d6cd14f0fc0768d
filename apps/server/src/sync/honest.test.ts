// The honest table: what the firewall must let through, each row with real clients on real sockets. Nobody is closed, all converge.

import { MESSAGE, SYNC, type Session } from '@strideboard/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { createMemoryStore } from '../store/memory.ts';
import { connectPeer, type Peer } from '../testing/peer.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { syncSubprotocols } from '@strideboard/wire';

/** Waits for a state; only a wrong state needs the whole time. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 10_000, interval: 10 });

let server: TestServer;
let cleanups: (() => unknown)[];
beforeEach(async () => {
  server = await startTestServer({ timing: { foreignRetry: 200 } });
  cleanups = [() => server.dispose()];
});
afterEach(async () => {
  for (const cleanup of cleanups.toReversed()) await cleanup();
});

function join(roomId: string, { token }: Session, doc?: Y.Doc, at = server): Peer {
  const peer = connectPeer(at, { roomId, token, ...(doc === undefined ? {} : { doc }) });
  cleanups.push(() => peer.socket.terminate());
  return peer;
}
/** An unmodified provider; `closes` collects the codes with which the server ended its sockets. */
function provide(roomId: string, { token }: Session, doc = new Y.Doc()) {
  const origin = server.url;
  class FromPage extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { origin });
    }
  }
  const provider = new WebsocketProvider(`${server.url.replace('http', 'ws')}/sync`, roomId, doc, {
    protocols: syncSubprotocols(token),
    WebSocketPolyfill: FromPage as unknown as typeof globalThis.WebSocket, // ws is what y-websocket takes in Node
    disableBc: true,
  });
  const closes: number[] = [];
  provider.on('closed', ({ code }: { code: number }) => closes.push(code));
  cleanups.push(() => {
    provider.destroy();
    provider.awareness.destroy();
  });
  return { provider, doc, closes };
}
const isOpen = (peer: Peer): boolean => peer.socket.readyState === peer.socket.OPEN;
const nodes = (doc: Y.Doc) => doc.getMap('nodes');
const ids = (doc: Y.Doc): string[] => [...nodes(doc).keys()].sort();
const addNode = (doc: Y.Doc, id: string): void => {
  nodes(doc).set(id, new Y.Map([['label', id]]));
};
const move = (doc: Y.Doc, id: string, to: number): void => {
  const node = nodes(doc).get(id);
  if (node instanceof Y.Map) node.set('at', [null, to, to]);
};
/** Waits until everything a peer sent before was read: the answer to a query comes after it. */
async function settle(peer: Peer): Promise<void> {
  const before = peer.frames.length;
  peer.send(MESSAGE.queryAwareness);
  await eventually(() => peer.frames.slice(before).some((frame) => frame[0] === MESSAGE.awareness)).toBe(true);
}

describe('nobody is closed', () => {
  it('(a) for repeating everything as a viewer, delete set included, on every reconnect', async () => {
    const { roomId, sessions } = await server.roomWith('edit', 'view');
    const editor = provide(roomId, sessions.edit);
    const viewer = provide(roomId, sessions.view);
    addNode(editor.doc, 'a');
    addNode(editor.doc, 'b');
    await eventually(() => ids(viewer.doc)).toEqual(['a', 'b']);
    nodes(editor.doc).delete('a');
    await eventually(() => ids(viewer.doc)).toEqual(['b']);
    for (let round = 0; round < 3; round += 1) {
      viewer.provider.disconnect();
      addNode(editor.doc, `round ${round}`);
      viewer.provider.connect();
      await eventually(() => ids(viewer.doc)).toContain(`round ${round}`);
    }
    expect([viewer.closes, editor.closes]).toEqual([[], []]);
  });

  it('(b) for moving an element that somebody has just deleted', async () => {
    const { roomId, sessions } = await server.roomWith('edit', 'facilitate');
    const [mover, deleter] = [join(roomId, sessions.edit), join(roomId, sessions.facilitate)];
    await Promise.all([mover.synced, deleter.synced]);
    await mover.edit((doc) => addNode(doc, 'a'));
    await eventually(() => ids(deleter.doc)).toEqual(['a']);
    const blind = new Y.Doc(); // the mover has not heard of the deletion yet
    Y.applyUpdate(blind, Y.encodeStateAsUpdate(mover.doc));
    blind.clientID = mover.doc.clientID;
    await deleter.edit((doc) => {
      nodes(doc).delete('a');
      addNode(doc, 'b');
    });
    const sent = Y.encodeStateVector(blind);
    move(blind, 'a', 5);
    mover.sendUpdate(Y.encodeStateAsUpdate(blind, sent));
    await settle(mover);
    await eventually(() => ids(mover.doc)).toEqual(['b']);
    expect(isOpen(mover)).toBe(true);
  });

  it('(c) for a sync that carries another live client’s structs, which arrive with their owner', async () => {
    const { roomId, sessions } = await server.roomWith('edit', 'facilitate');
    // The server has lost what Alice wrote, as after a restore from backup; both still have it.
    const alice = new Y.Doc();
    addNode(alice, 'a');
    const bob = new Y.Doc();
    Y.applyUpdate(bob, Y.encodeStateAsUpdate(alice));
    move(bob, 'a', 7);
    addNode(bob, 'b');
    const first = connectPeer(server, { roomId, token: sessions.edit.token });
    cleanups.push(() => first.socket.terminate());
    await first.synced;
    first.sendPresence([{ client: alice.clientID, clock: 1, state: { user: { name: 'Alice' } } }]);
    await settle(first); // Alice is here, her document has not arrived yet
    const second = join(roomId, sessions.facilitate, bob);
    await second.synced;
    await settle(second);
    first.sendUpdate(Y.encodeStateAsUpdate(alice), SYNC.step2);
    await eventually(() => ids(first.doc)).toEqual(['a', 'b']);
    expect([isOpen(first), isOpen(second)]).toEqual([true, true]);
  });

  it('(c) for a second tab of the same person with the first tab’s unsent work', async () => {
    const { roomId, owner, sessions } = await server.roomWith('edit');
    const one = new Y.Doc();
    addNode(one, 'a');
    const tab = join(roomId, sessions.edit);
    await tab.synced;
    tab.sendPresence([{ client: one.clientID, clock: 1, state: {} }]);
    const two = new Y.Doc();
    Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
    const again = await server.session(owner, sessions.edit.principalProof);
    const other = join(roomId, again, two);
    await other.synced;
    await eventually(() => ids(tab.doc)).toEqual(['a']);
    expect([isOpen(tab), isOpen(other)]).toEqual([true, true]);
  });

  it('(d) for a reconnect with the same client id while the old socket is half open', async () => {
    const { roomId, sessions } = await server.roomWith('edit', 'view');
    const viewer = join(roomId, sessions.view);
    const half = join(roomId, sessions.edit);
    await Promise.all([viewer.synced, half.synced]);
    half.sendPresence([{ clock: 1, state: { cursor: [1, 1] } }]);
    await half.edit((doc) => addNode(doc, 'a'));
    half.socket.pause(); // says nothing any more, and does not close either
    const again = join(roomId, sessions.edit, half.doc);
    await again.synced;
    again.sendPresence([{ clock: 1, state: { cursor: [2, 2] } }]);
    await again.edit((doc) => addNode(doc, 'b'));
    half.socket.terminate();
    await again.edit((doc) => addNode(doc, 'c'));
    again.sendPresence([{ clock: 2, state: { cursor: [3, 3] } }]);
    await eventually(() => viewer.presence.get(again.doc.clientID)?.state).toMatchObject({ cursor: [3, 3] });
    await eventually(() => ids(viewer.doc)).toEqual(['a', 'b', 'c']);
    expect(isOpen(again)).toBe(true);
  });

  it('(e) for offline edits of an earlier page life under its client id', async () => {
    const { roomId, owner, sessions } = await server.roomWith('edit');
    const earlier = join(roomId, sessions.edit);
    await earlier.synced;
    await earlier.edit((doc) => addNode(doc, 'online'));
    await earlier.close();
    addNode(earlier.doc, 'offline');
    const cached = new Y.Doc(); // the next page life loads the cache under a client id of its own
    Y.applyUpdate(cached, Y.encodeStateAsUpdate(earlier.doc));
    addNode(cached, 'next');
    const later = join(roomId, await server.session(owner, sessions.edit.principalProof), cached);
    await later.synced;
    await later.edit((doc) => addNode(doc, 'last'));
    const reader = join(roomId, sessions.edit);
    await reader.synced;
    expect(ids(reader.doc)).toEqual(['last', 'next', 'offline', 'online']);
    expect(isOpen(later)).toBe(true);
  });

  it('(f) for repeating structs the server has together with new ones', async () => {
    const { roomId, sessions } = await server.roomWith('edit', 'facilitate');
    const [editor, other] = [join(roomId, sessions.edit), join(roomId, sessions.facilitate)];
    await Promise.all([editor.synced, other.synced]);
    await other.edit((doc) => addNode(doc, 'theirs'));
    await eventually(() => ids(editor.doc)).toEqual(['theirs']);
    for (const id of ['a', 'b', 'c']) {
      addNode(editor.doc, id);
      editor.sendUpdate(Y.encodeStateAsUpdate(editor.doc));
    }
    await eventually(() => ids(other.doc)).toEqual(['a', 'b', 'c', 'theirs']);
    expect(isOpen(editor)).toBe(true);
  });

  it('(g) for an update that builds on an earlier message of the same turn', async () => {
    const { roomId, sessions } = await server.roomWith('edit', 'view');
    const [editor, viewer] = [join(roomId, sessions.edit), join(roomId, sessions.view)];
    await Promise.all([editor.synced, viewer.synced]);
    const echoes = [editor.edit((doc) => addNode(doc, 'a'))];
    for (let to = 0; to < 20; to += 1) echoes.push(editor.edit((doc) => move(doc, 'a', to)));
    await Promise.all(echoes);
    await eventually(() => (nodes(viewer.doc).get('a') as Y.Map<unknown>).get('at')).toEqual([null, 19, 19]); // set above
    expect(isOpen(editor)).toBe(true);
  });

  it.each(['view', 'comment', 'edit', 'facilitate'] as const)('(h) for an empty update from role %s', async (role) => {
    const { roomId, sessions } = await server.roomWith(role);
    const peer = join(roomId, sessions[role]);
    await peer.synced;
    for (const step of [SYNC.step2, SYNC.update]) peer.sendUpdate(Uint8Array.of(0, 0), step);
    await settle(peer);
    expect(isOpen(peer)).toBe(true);
  });

  it('(i) for a big paste of 500 elements', async () => {
    const { roomId, sessions } = await server.roomWith('edit', 'view');
    const editor = provide(roomId, sessions.edit);
    const viewer = provide(roomId, sessions.view);
    await eventually(() => editor.provider.synced && viewer.provider.synced).toBe(true);
    editor.doc.transact(() => {
      for (let index = 0; index < 500; index += 1) addNode(editor.doc, `n${index}`);
      editor.doc.getMap('text').set('n0|notes', new Y.Text('あ'.repeat(50_000)));
    });
    await eventually(() => ids(viewer.doc).length).toBe(500);
    expect([viewer.closes, editor.closes]).toEqual([[], []]);
  });

  it('for a server that is killed and comes back while people write', async () => {
    const store = { ...createMemoryStore(), dispose: () => undefined };
    const first = await startTestServer({ store });
    const { roomId, sessions } = await first.roomWith('edit', 'facilitate');
    const one = join(roomId, sessions.edit, new Y.Doc(), first);
    const two = join(roomId, sessions.facilitate, new Y.Doc(), first);
    await Promise.all([one.synced, two.synced]);
    await one.edit((doc) => addNode(doc, 'one'));
    await eventually(() => ids(two.doc)).toEqual(['one']);
    await first.dispose();
    addNode(one.doc, 'one offline');
    move(two.doc, 'one', 9);
    nodes(two.doc).set('two offline', 1);
    const second = await startTestServer({ store });
    cleanups.push(() => second.dispose());
    const back = [join(roomId, sessions.edit, one.doc, second), join(roomId, sessions.facilitate, two.doc, second)];
    const all = ['one', 'one offline', 'two offline'];
    for (const peer of back) await eventually(() => ids(peer.doc)).toEqual(all);
    expect(back.map(isOpen)).toEqual([true, true]);
  });
});
