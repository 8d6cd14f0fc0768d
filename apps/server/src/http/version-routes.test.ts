import { API, LIMITS, type Session, type VersionList, type VersionSummary } from '@strideboard/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createMemoryStore } from '../store/memory.ts';
import { connectPeer } from '../testing/peer.ts';
import { readJson, readProblem, startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let time: number;
let store: ReturnType<typeof createMemoryStore>;
beforeEach(async () => {
  time = Date.now();
  store = createMemoryStore();
  server = await startTestServer({ store, now: () => time, env: { STRIDEBOARD_TOKEN_TTL: '86400' } });
});
afterEach(async () => {
  await server.dispose();
});

const make = (roomId: string, { token }: Session, body: unknown) =>
  server.request(API.versions(roomId), { method: 'POST', body, token });
const list = async (roomId: string, { token }: Session) =>
  (await readJson<VersionList>(await server.request(API.versions(roomId), { token }))).versions;
const refusal = async (response: Response) => [response.status, (await readProblem(response)).code];

describe('versions', () => {
  it('are made under a name, listed for everybody, and given out as bytes to facilitators', async () => {
    const { roomId, sessions } = await server.roomWith('edit', 'view', 'facilitate');
    const peer = connectPeer(server, { roomId, token: sessions.edit.token });
    await peer.synced;
    await peer.edit((doc) => doc.getMap('meta').set('title', 'then'));
    const response = await make(roomId, sessions.facilitate, { label: '  Before\u202e the\n review ' });
    expect(response.status).toBe(201);
    const made = await readJson<VersionSummary>(response);
    expect(made).toMatchObject({
      kind: 'named',
      label: 'Before the review',
      author: sessions.facilitate.principal,
      epoch: 1,
      at: time,
    });
    await peer.edit((doc) => doc.getMap('meta').set('title', 'now'));
    await peer.close();
    expect(await list(roomId, sessions.view)).toEqual([made]);
    const path = API.version(roomId, made.versionId);
    const bytes = await server.request(path, { token: sessions.facilitate.token });
    const doc = new Y.Doc();
    Y.applyUpdate(doc, new Uint8Array(await bytes.arrayBuffer()));
    expect(doc.getMap('meta').get('title')).toBe('then');
    expect(await refusal(await server.request(path, { token: sessions.edit.token }))).toEqual([403, 'forbidden']);
    const unknown = await server.request(API.version(roomId, 'none'), { token: sessions.facilitate.token });
    expect(await refusal(unknown)).toEqual([404, 'not-found']);
  });

  it('before something big may be made by editors, named ones by facilitators only', async () => {
    const { roomId, sessions } = await server.roomWith('edit', 'comment', 'facilitate');
    expect((await make(roomId, sessions.edit, { kind: 'before-import' })).status).toBe(201);
    expect(await refusal(await make(roomId, sessions.edit, { label: 'mine' }))).toEqual([403, 'forbidden']);
    expect(await refusal(await make(roomId, sessions.comment, { kind: 'automatic' }))).toEqual([403, 'forbidden']);
    for (const body of [{ kind: 'before-restore' }, { kind: 'named' }, { label: ' ' }, { label: 'x'.repeat(121) }])
      expect(await refusal(await make(roomId, sessions.facilitate, body))).toEqual([400, 'invalid-request']);
  });

  it('are limited in rate and, with a name, in number', async () => {
    const { roomId, sessions } = await server.roomWith('facilitate');
    for (let index = 0; index < 40; index += 1)
      expect((await make(roomId, sessions.facilitate, { label: `v${index}` })).status).toBe(201);
    expect(await refusal(await make(roomId, sessions.facilitate, { label: 'more' }))).toEqual([
      429,
      'too-many-requests',
    ]);
    time += 60 * 60 * 1_000;
    const [one] = await list(roomId, sessions.facilitate);
    for (let index = 40; index < LIMITS.namedVersions; index += 1) {
      const copy = await store.version(roomId, one?.versionId ?? '');
      if (copy !== null) await store.addVersion({ ...copy, id: `copy ${index}` });
    }
    expect(await refusal(await make(roomId, sessions.facilitate, { label: 'more' }))).toEqual([
      409,
      'too-many-versions',
    ]);
    expect((await make(roomId, sessions.facilitate, { kind: 'automatic' })).status).toBe(201);
  });

  it('without a name are thinned as they grow old', async () => {
    const { roomId, sessions } = await server.roomWith('facilitate');
    const started = time - (time % 3_600_000) + 60_000;
    for (const minutes of [0, 10, 20]) {
      time = started + minutes * 60_000;
      await make(roomId, sessions.facilitate, { kind: 'automatic' });
    }
    expect(await list(roomId, sessions.facilitate)).toHaveLength(3);
    const stored = await store.versions(roomId);
    time = started + 2 * 24 * 60 * 60_000;
    const again = await server.session(await linkOf(roomId));
    await make(roomId, again, { kind: 'automatic' });
    expect((await list(roomId, again)).map(({ versionId }) => versionId).slice(1)).toEqual([stored[0]?.versionId]);
  });
});

/** Puts a facilitator link into the store and gives its parts. */
async function linkOf(roomId: string) {
  const [first] = await store.links(roomId);
  if (first === undefined) throw new Error('a room has a link');
  const other = await server.createRoom();
  const row = await store.link(other.linkId);
  if (row === null) throw new Error('a link was made');
  await store.addLink({ ...row, id: 'AAAAAAAAAAA', room: roomId });
  return { roomId, linkId: 'AAAAAAAAAAA', secret: other.secret };
}
