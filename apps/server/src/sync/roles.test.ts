import { CLOSE, CLOSE_REASON, lockKey, type Role } from '@strideboard/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createMemoryStore } from '../store/memory.ts';
import { connectPeer, type Peer } from '../testing/peer.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

/** Waits for a state; only a wrong state needs the whole time. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 10_000, interval: 10 });

let server: TestServer;
let peers: Peer[];
beforeEach(async () => {
  server = await startTestServer();
  peers = [];
});
afterEach(async () => {
  for (const peer of peers) peer.socket.terminate();
  await server.dispose();
});

async function room<R extends Role>(...roles: R[]) {
  const made = await server.roomWith(...roles);
  const join = async (role: R): Promise<Peer> => {
    const peer = connectPeer(server, { roomId: made.roomId, token: made.sessions[role].token });
    peers.push(peer);
    await peer.synced;
    return peer;
  };
  return { ...made, join };
}

const addNode = (doc: Y.Doc, id: string): void => {
  const node = new Y.Map<unknown>();
  node.set('label', id);
  doc.getMap('nodes').set(id, node);
};
const refusal = { code: CLOSE.forbidden, reason: CLOSE_REASON.writeNotAllowed };

describe('roles on live sockets', () => {
  it('an editor draws and everybody sees it', async () => {
    const { join } = await room('edit', 'view');
    const editor = await join('edit');
    const viewer = await join('view');
    await editor.edit((doc) => addNode(doc, 'n1'));
    await eventually(() => viewer.doc.getMap('nodes').has('n1')).toBe(true);
  });

  it.each([
    ['view', 'nodes', 'n1'],
    ['view', 'comments', 'own'],
    ['comment', 'nodes', 'n1'],
    ['comment', 'comments', 'foreign'],
    ['edit', 'locks', lockKey('nodes', 'n1')],
    ['edit', 'settings', 'method'],
    ['edit', 'workshop', 'phase'],
    ['edit', 'votes', 'foreign'],
    ['facilitate', 'votes', 'foreign'],
    ['facilitate', 'threats', 'x'],
  ] as const)('%s may not write %s (%s): closed with 4403, nobody sees it', async (role, root, key) => {
    const { join, sessions } = await room('edit', 'view', 'comment', 'facilitate');
    const witness = await join('edit');
    const writer = await join(role);
    const realKey = key === 'own' ? `${sessions[role].principal}|1` : key === 'foreign' ? 'somebody|1' : key;
    await expect(writer.edit((doc) => doc.getMap(root).set(realKey, { value: 1 }))).rejects.toThrow();
    expect(await writer.closed).toEqual(refusal);
    await witness.edit((doc) => addNode(doc, 'after'));
    expect(witness.doc.getMap(root).has(realKey)).toBe(false);
    const late = await join('view');
    expect(late.doc.getMap(root).has(realKey)).toBe(false);
  });

  it('a commenter comments under the own principal', async () => {
    const { join, sessions } = await room('comment', 'view');
    const commenter = await join('comment');
    const viewer = await join('view');
    const key = `${sessions.comment.principal}|m1`;
    await commenter.edit((doc) => doc.getMap('comments').set(key, { body: 'hm' }));
    await eventually(() => viewer.doc.getMap('comments').has(key)).toBe(true);
  });

  it('a facilitator freezes an element for editors: they are closed with 4423, the facilitator may still write', async () => {
    const { join } = await room('edit', 'facilitate');
    const editor = await join('edit');
    const facilitator = await join('facilitate');
    await editor.edit((doc) => addNode(doc, 'n1'));
    await eventually(() => facilitator.doc.getMap('nodes').has('n1')).toBe(true);
    await facilitator.edit((doc) => doc.getMap('locks').set(lockKey('nodes', 'n1'), ['f', 1, 'done']));
    await facilitator.edit((doc) => (doc.getMap('nodes').get('n1') as Y.Map<unknown>).set('label', 'mine')); // fixture above
    await eventually(() => editor.doc.getMap('locks').size).toBe(1);
    await expect(
      editor.edit((doc) => (doc.getMap('nodes').get('n1') as Y.Map<unknown>).set('label', 'x')), // fixture above
    ).rejects.toThrow();
    expect(await editor.closed).toEqual({ code: CLOSE.locked, reason: CLOSE_REASON.lockedKey });
  });

  it('an editor of a locked room is a commenter', async () => {
    const store = createMemoryStore();
    const locked = await startTestServer({
      store: {
        ...store,
        async load(id) {
          const stored = await store.load(id);
          return stored === null ? null : { ...stored, room: { ...stored.room, locked: true } };
        },
      },
    });
    const { roomId, sessions } = await locked.roomWith('edit', 'facilitate');
    const editor = connectPeer(locked, { roomId, token: sessions.edit.token });
    const facilitator = connectPeer(locked, { roomId, token: sessions.facilitate.token });
    peers.push(editor, facilitator);
    await Promise.all([editor.synced, facilitator.synced]);
    await editor.edit((doc) => doc.getMap('comments').set(`${sessions.edit.principal}|1`, { body: 'hm' }));
    await facilitator.edit((doc) => addNode(doc, 'n1'));
    await expect(editor.edit((doc) => addNode(doc, 'n2'))).rejects.toThrow();
    expect(await editor.closed).toEqual(refusal);
    await locked.dispose();
  });

  it('a viewer who reconnects after deletes and repeats everything stays connected', async () => {
    const { join, roomId, sessions } = await room('edit', 'view');
    const editor = await join('edit');
    const viewer = await join('view');
    await editor.edit((doc) => addNode(doc, 'n1'));
    await editor.edit((doc) => {
      doc.getMap('nodes').delete('n1');
      addNode(doc, 'n2');
    });
    await eventually(() => viewer.doc.getMap('nodes').has('n2')).toBe(true);
    await viewer.close();
    const again = connectPeer(server, { roomId, token: sessions.view.token, doc: viewer.doc });
    peers.push(again);
    await again.synced;
    again.sendUpdate(Y.encodeStateAsUpdate(again.doc));
    again.sendUpdate(Uint8Array.of(0, 0));
    await editor.edit((doc) => addNode(doc, 'n3'));
    await eventually(() => again.doc.getMap('nodes').has('n3')).toBe(true);
  });
});
