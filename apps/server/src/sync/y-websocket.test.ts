import { syncSubprotocols } from '@strideboard/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

/** Waits for a state; only a wrong state needs the whole time. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 10_000, interval: 10 });

let server: TestServer;
let providers: WebsocketProvider[];
beforeEach(async () => {
  server = await startTestServer();
  providers = [];
});
afterEach(async () => {
  for (const provider of providers) {
    provider.destroy();
    provider.awareness.destroy();
  }
  await server.dispose();
});

function connect(roomId: string, token: string, doc = new Y.Doc()): WebsocketProvider {
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
  providers.push(provider);
  return provider;
}
const synced = (provider: WebsocketProvider): Promise<void> =>
  provider.synced
    ? Promise.resolve()
    : new Promise((resolve) => provider.on('sync', (isSynced: boolean) => isSynced && resolve()));

describe('an unmodified y-websocket provider with a valid token', () => {
  it('syncs, edits, sees others and their presence', async () => {
    const { roomId, sessions } = await server.roomWith('edit', 'facilitate', 'view');
    const [one, two, viewer] = [sessions.edit, sessions.facilitate, sessions.view].map(({ token }) =>
      connect(roomId, token),
    );
    if (one === undefined || two === undefined || viewer === undefined) throw new Error('three providers');
    await Promise.all([one, two, viewer].map(synced));
    one.doc.getMap('nodes').set('a', new Y.Map([['label', 'API server']]));
    two.doc.getMap('nodes').set('b', new Y.Map([['label', 'etcd']]));
    one.awareness.setLocalStateField('user', { name: 'One' });
    one.awareness.setLocalStateField('cursor', [3, 4]);
    await eventually(() => [...viewer.doc.getMap('nodes').keys()].sort()).toEqual(['a', 'b']);
    await expect
      .poll(() => viewer.awareness.getStates().get(one.doc.clientID))
      .toMatchObject({
        user: { id: sessions.edit.principal, name: 'One', role: 'edit' },
        cursor: [3, 4],
      });
    expect(viewer.wsconnected).toBe(true);
  });

  it('comes back after a drop with the edits made meanwhile, a viewer with deletes stays welcome', async () => {
    const { roomId, sessions } = await server.roomWith('edit', 'view');
    const editor = connect(roomId, sessions.edit.token);
    const viewer = connect(roomId, sessions.view.token);
    await Promise.all([synced(editor), synced(viewer)]);
    editor.doc.getMap('nodes').set('a', new Y.Map([['label', 'x']]));
    await eventually(() => viewer.doc.getMap('nodes').has('a')).toBe(true);
    editor.disconnect();
    editor.doc.getMap('nodes').delete('a');
    editor.doc.getMap('nodes').set('offline', new Y.Map([['label', 'y']]));
    viewer.disconnect();
    viewer.connect();
    editor.connect();
    await eventually(() => [...viewer.doc.getMap('nodes').keys()]).toEqual(['offline']);
    await eventually(() => viewer.wsconnected && editor.wsconnected).toBe(true);
  });

  it('stops by itself when its link is not good enough', async () => {
    const { roomId, sessions } = await server.roomWith('view');
    const viewer = connect(roomId, sessions.view.token);
    await synced(viewer);
    const closed = new Promise((resolve) => viewer.on('closed', resolve));
    viewer.doc.getMap('nodes').set('a', 1);
    expect(await closed).toMatchObject({ code: 4403, reason: 'write-not-allowed' });
    expect(viewer.shouldConnect).toBe(false);
  });
});
