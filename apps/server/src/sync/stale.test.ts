import { API, CLOSE, CLOSE_REASON, type Session, syncSubprotocols, type VersionSummary } from '@strideboard/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { readJson, startTestServer, type TestServer } from '../testing/test-server.ts';

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

function connect(roomId: string, { token }: Session, doc = new Y.Doc()) {
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
  const closed = new Promise((resolve) => provider.on('closed', resolve));
  providers.push(provider);
  return { provider, doc, closed };
}
const synced = ({ provider }: { provider: WebsocketProvider }): Promise<void> =>
  provider.synced
    ? Promise.resolve()
    : new Promise((resolve) => provider.on('sync', (isSynced: boolean) => isSynced && resolve()));
const nodeIds = (doc: Y.Doc): string[] => [...doc.getMap('nodes').keys()].sort();
const stale = { code: CLOSE.epochChanged, reason: CLOSE_REASON.epochChanged };

/** A board with element `old`; then `undone` is added and `old` deleted, and the version before is restored. */
async function restoredBoard() {
  const { roomId, owner, sessions } = await server.roomWith('edit', 'facilitate');
  const editor = connect(roomId, sessions.edit);
  await synced(editor);
  editor.doc.getMap('nodes').set('old', 1);
  const viewer = connect(roomId, sessions.facilitate);
  await eventually(() => nodeIds(viewer.doc)).toEqual(['old']);
  const { token } = sessions.facilitate;
  const { versionId } = await readJson<VersionSummary>(
    await server.request(API.versions(roomId), { method: 'POST', body: { label: 'v' }, token }),
  );
  editor.doc.getMap('nodes').set('undone', 1);
  await eventually(() => nodeIds(viewer.doc)).toEqual(['old', 'undone']);
  const restored = await server.request(API.restoreVersion(roomId, versionId), { method: 'POST', token });
  expect(restored.status).toBe(200);
  return { roomId, owner, sessions, editor };
}
async function present(roomId: string, owner: Parameters<TestServer['session']>[0]): Promise<string[]> {
  const reader = connect(roomId, await server.session(owner));
  await synced(reader);
  return nodeIds(reader.doc);
}

describe('after a version was restored, an unmodified y-websocket provider', () => {
  it('with the old document is told 4409 and stops by itself', async () => {
    const { roomId, owner, editor } = await restoredBoard();
    expect(await editor.closed).toMatchObject(stale);
    expect(editor.provider.shouldConnect).toBe(false);
    expect(await present(roomId, owner)).toEqual(['old']);
  });

  it('that comes again with its old token is turned away before anything it says is read', async () => {
    const { roomId, owner, sessions, editor } = await restoredBoard();
    await editor.closed;
    editor.doc.getMap('nodes').set('written meanwhile', 1);
    const again = connect(roomId, sessions.edit, editor.doc);
    expect(await again.closed).toMatchObject(stale);
    expect(again.provider.synced).toBe(false);
    expect(await present(roomId, owner)).toEqual(['old']);
  });

  it('with a new token but the old document, as from a stale cache, cannot bring the undone past back', async () => {
    const { roomId, owner, sessions, editor } = await restoredBoard();
    await editor.closed;
    const cached = new Y.Doc(); // another page that has loaded the old cache
    Y.applyUpdate(cached, Y.encodeStateAsUpdate(editor.doc));
    cached.getMap('nodes').set('on top', 1);
    const fresh = await server.session(owner, sessions.edit.principalProof);
    for (const doc of [editor.doc, cached]) {
      const again = connect(roomId, fresh, doc);
      expect(await again.closed).toMatchObject(stale);
    }
    expect(await present(roomId, owner)).toEqual(['old']);
  });

  it('with a new document works on as usual', async () => {
    const { roomId, owner } = await restoredBoard();
    const again = connect(roomId, await server.session(owner));
    await synced(again);
    again.doc.getMap('nodes').set('next', 1);
    await eventually(() => present(roomId, owner)).toEqual(['next', 'old']);
  });
});
