import { API, CLOSE, CLOSE_REASON, type VersionList } from '@strideboard/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createDesk, type Desk } from '../jobs/desk.ts';
import { connectPeer, type Peer } from '../testing/peer.ts';
import { readJson, readProblem, startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let cleanups: (() => unknown)[];
beforeEach(async () => {
  cleanups = [];
  server = await startTestServer();
  cleanups.push(() => server.dispose());
});
afterEach(async () => {
  for (const cleanup of cleanups.toReversed()) await cleanup();
});

async function join(roomId: string, token: string): Promise<Peer> {
  const peer = connectPeer(server, { roomId, token });
  cleanups.push(() => peer.socket.terminate());
  await peer.synced;
  return peer;
}
const bring = (roomId: string, token: string, update: Uint8Array): Promise<Response> =>
  server.request(API.importUpdate(roomId), { method: 'POST', body: update, token });
const versionsOf = async (roomId: string, token: string) =>
  (await readJson<VersionList>(await server.request(API.versions(roomId), { token }))).versions;
const ids = (doc: Y.Doc): string[] => [...doc.getMap('nodes').keys()].sort();
const addNode = (doc: Y.Doc, id: string): void => {
  doc.getMap('nodes').set(id, new Y.Map([['label', id]]));
};
/** A file with an element and a comment of somebody else, as a download of unsaved work holds them. */
function fileOf(id: string): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    addNode(doc, id);
    doc.getMap('comments').set('somebody-else|c1', { body: 'unsaved' });
  });
  return doc;
}

describe('importing a file', () => {
  it('brings everybody’s work in, seen by who is here, and keeps what was before as a version', async () => {
    const { roomId, sessions } = await server.roomWith('facilitate', 'view');
    const { token } = sessions.facilitate;
    const viewer = await join(roomId, sessions.view.token);
    const owner = await join(roomId, token);
    await owner.edit((doc) => addNode(doc, 'before'));
    expect((await bring(roomId, token, Y.encodeStateAsUpdate(fileOf('brought')))).status).toBe(204);
    await expect.poll(() => ids(viewer.doc)).toEqual(['before', 'brought']);
    expect(viewer.doc.getMap('comments').get('somebody-else|c1')).toEqual({ body: 'unsaved' });
    const [version] = await versionsOf(roomId, token);
    expect(version).toMatchObject({ kind: 'before-import', author: sessions.facilitate.principal });
    const bytes = await server.request(API.version(roomId, version?.versionId ?? ''), { token });
    const kept = new Y.Doc();
    Y.applyUpdate(kept, new Uint8Array(await bytes.arrayBuffer()));
    expect(ids(kept)).toEqual(['before']);
  });

  it('with nothing new makes no version', async () => {
    const { roomId, sessions } = await server.roomWith('facilitate');
    const { token } = sessions.facilitate;
    const owner = await join(roomId, token);
    await owner.edit((doc) => addNode(doc, 'a'));
    expect((await bring(roomId, token, Y.encodeStateAsUpdate(owner.doc))).status).toBe(204);
    expect(await versionsOf(roomId, token)).toEqual([]);
  });

  it.each<[string, (doc: Y.Doc) => void, number]>([
    ['an unknown root', (doc) => doc.getMap('secrets').set('a', 1), CLOSE.forbidden],
    ['a sub-document', (doc) => doc.getMap('nodes').set('a', new Y.Doc()), CLOSE.refused],
    ['a value that is too big', (doc) => doc.getMap('meta').set('title', 'x'.repeat(70_000)), CLOSE.refused],
  ])('refuses %s, and leaves the board as it was', async (_, change, closeCode) => {
    const { roomId, sessions } = await server.roomWith('facilitate');
    const { token } = sessions.facilitate;
    const file = fileOf('brought');
    file.transact(() => change(file));
    expect(await readProblem(await bring(roomId, token, Y.encodeStateAsUpdate(file)))).toMatchObject({ closeCode });
    expect(ids((await join(roomId, token)).doc)).toEqual([]);
    expect(await versionsOf(roomId, token)).toEqual([]);
  });

  it('refuses new work under the client id of somebody who is here, so that their next edit is not destroyed', async () => {
    const { roomId, sessions } = await server.roomWith('facilitate', 'edit');
    const editor = await join(roomId, sessions.edit.token);
    editor.sendPresence([{ clock: 1, state: {} }]);
    await editor.edit((doc) => addNode(doc, 'mine'));
    const forged = new Y.Doc();
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(editor.doc));
    forged.clientID = editor.doc.clientID;
    addNode(forged, 'forged');
    const answer = await bring(roomId, sessions.facilitate.token, Y.encodeStateAsUpdate(forged));
    expect(await readProblem(answer)).toMatchObject({ reason: CLOSE_REASON.clientIdTaken });
    await editor.edit((doc) => addNode(doc, 'next'));
    expect(ids((await join(roomId, sessions.facilitate.token)).doc)).toEqual(['mine', 'next']);
  });

  it('is for facilitators', async () => {
    const { roomId, sessions } = await server.roomWith('edit');
    expect((await bring(roomId, sessions.edit.token, Y.encodeStateAsUpdate(fileOf('a')))).status).toBe(403);
  });

  it('is vetted in a worker thread, while everybody else works on, and judged again when the board changed meanwhile', async () => {
    const desk: Desk = createDesk(new URL('../testing/worker.mjs', import.meta.url));
    cleanups.push(() => desk.dispose());
    server = await startTestServer({ desk });
    cleanups.push(() => server.dispose());
    const { roomId, sessions } = await server.roomWith('facilitate', 'edit');
    const editor = await join(roomId, sessions.edit.token);
    const importing = bring(roomId, sessions.facilitate.token, Y.encodeStateAsUpdate(fileOf('brought')));
    await editor.edit((doc) => addNode(doc, 'meanwhile'));
    expect((await importing).status).toBe(204);
    await expect.poll(() => ids(editor.doc)).toEqual(['brought', 'meanwhile']);
  });
});
