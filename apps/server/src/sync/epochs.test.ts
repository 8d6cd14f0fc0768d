import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  API,
  CLOSE,
  CLOSE_REASON,
  type EpochChange,
  HEADER,
  type Session,
  type VersionList,
  type VersionSummary,
} from '@strideboard/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createMemoryStore } from '../store/memory.ts';
import { createSqliteStore, openDatabase } from '../store/sqlite.ts';
import type { Store } from '../store/store.ts';
import { connectPeer, type Peer } from '../testing/peer.ts';
import { readJson, readProblem, startTestServer, type TestServer } from '../testing/test-server.ts';

/** Waits for a state; only a wrong state needs the whole time. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 10_000, interval: 10 });

let cleanups: (() => unknown)[] = [];
beforeEach(() => {
  cleanups = [];
});
afterEach(async () => {
  for (const cleanup of cleanups.toReversed()) await cleanup();
});

async function start(store: Store = createMemoryStore()): Promise<TestServer> {
  const server = await startTestServer({ store });
  cleanups.push(() => server.dispose());
  return server;
}
function connect(server: TestServer, roomId: string, { token }: Session, doc?: Y.Doc): Peer {
  const peer = connectPeer(server, { roomId, token, ...(doc === undefined ? {} : { doc }) });
  cleanups.push(() => peer.socket.terminate());
  return peer;
}
async function joined(server: TestServer, roomId: string, session: Session): Promise<Peer> {
  const peer = connect(server, roomId, session);
  await peer.synced;
  return peer;
}
const nodeIds = (doc: Y.Doc): string[] => [...doc.getMap('nodes').keys()].sort();
const addNode = (doc: Y.Doc, id: string): void => {
  doc.getMap('nodes').set(id, new Y.Map([['label', id]]));
};
const bytesOf = (doc: Y.Doc) => Y.encodeStateAsUpdate(doc) as Uint8Array<ArrayBuffer>; // lib0 allocates it anew

/** What a client that rebuilds the board reads first. */
async function exported(server: TestServer, roomId: string, { token }: Session) {
  const response = await server.request(API.exportUpdate(roomId), { token });
  const doc = new Y.Doc();
  Y.applyUpdate(doc, new Uint8Array(await response.arrayBuffer()));
  return { doc, seq: response.headers.get(HEADER.seq) ?? '', epoch: response.headers.get(HEADER.epoch) };
}
const handOver = (server: TestServer, roomId: string, { token }: Session, seq: string, body: unknown) =>
  server.request(API.epoch(roomId), { method: 'PUT', body, token, headers: { [HEADER.seq]: seq } });
const saveVersion = async (server: TestServer, roomId: string, { token }: Session, label = 'v') =>
  readJson<VersionSummary>(await server.request(API.versions(roomId), { method: 'POST', body: { label }, token }));
const restore = (server: TestServer, roomId: string, { token }: Session, versionId: string) =>
  server.request(API.restoreVersion(roomId, versionId), { method: 'POST', token });
const versionsOf = async (server: TestServer, roomId: string, { token }: Session) =>
  (await readJson<VersionList>(await server.request(API.versions(roomId), { token }))).versions;
/** A session of the same person as before, under the present epoch. */
async function renew(server: TestServer, owner: Parameters<TestServer['session']>[0], old?: Session) {
  return server.session(owner, old?.principalProof);
}
const epochChanged = { code: CLOSE.epochChanged, reason: CLOSE_REASON.epochChanged };

describe('handing over a rebuilt document', () => {
  it('replaces the board, keeps what was before as a version, and sends everybody away with 4409', async () => {
    const server = await start();
    const { roomId, owner, sessions } = await server.roomWith('edit', 'facilitate');
    const editor = await joined(server, roomId, sessions.edit);
    const facilitator = await joined(server, roomId, sessions.facilitate);
    await editor.edit((doc) => {
      addNode(doc, 'kept');
      addNode(doc, 'purged');
    });
    const { seq, epoch } = await exported(server, roomId, sessions.facilitate);
    expect([seq, epoch]).toEqual(['1', '1']);
    const rebuilt = new Y.Doc();
    addNode(rebuilt, 'kept');
    rebuilt.getMap('votes').set('somebody|v1', 1); // everybody's keys come along
    const change = await readJson<EpochChange>(
      await handOver(server, roomId, sessions.facilitate, seq, bytesOf(rebuilt)),
    );
    expect(change).toMatchObject({
      epoch: 2,
      seq: 1,
      before: { kind: 'before-epoch-change', epoch: 1, author: sessions.facilitate.principal },
    });
    expect([await editor.closed, await facilitator.closed]).toEqual([epochChanged, epochChanged]);

    const session = await renew(server, owner);
    const after = await exported(server, roomId, session);
    expect([nodeIds(after.doc), after.seq, after.epoch]).toEqual([['kept'], '1', '2']);
    const again = await joined(server, roomId, session);
    expect(again.doc.getMap('votes').size).toBe(1);
    await again.edit((doc) => addNode(doc, 'new'));
    const bytes = await server.request(API.version(roomId, change.before.versionId), { token: session.token });
    const before = new Y.Doc();
    Y.applyUpdate(before, new Uint8Array(await bytes.arrayBuffer()));
    expect(nodeIds(before)).toEqual(['kept', 'purged']);
  });

  it('does nothing when something was stored since, and says how far the board is', async () => {
    const server = await start();
    const { roomId, sessions } = await server.roomWith('edit', 'facilitate');
    const editor = await joined(server, roomId, sessions.edit);
    await editor.edit((doc) => addNode(doc, 'a'));
    const { doc, seq } = await exported(server, roomId, sessions.facilitate);
    await editor.edit((mine) => addNode(mine, 'b'));
    const response = await handOver(server, roomId, sessions.facilitate, seq, bytesOf(doc));
    expect([response.status, await readProblem(response)]).toMatchObject([
      409,
      { code: 'board-changed', epoch: 1, seq: 2 },
    ]);
    await editor.edit((mine) => addNode(mine, 'still connected'));
    expect(await versionsOf(server, roomId, sessions.facilitate)).toEqual([]);
  });

  it('is for facilitators, takes whole vetted documents only, and wants to know what they were built from', async () => {
    const server = await start();
    const { roomId, sessions } = await server.roomWith('edit', 'facilitate');
    const good = new Y.Doc();
    addNode(good, 'a');
    const unknownRoot = new Y.Doc();
    unknownRoot.getMap('threats').set('a', 1);
    const before = Y.encodeStateVector(good);
    addNode(good, 'b');
    const half = Y.encodeStateAsUpdate(good, before) as Uint8Array<ArrayBuffer>; // lib0 allocates it anew
    const code = async (session: Session, seq: string, body: unknown) => {
      const response = await handOver(server, roomId, session, seq, body);
      const { code: problem, closeCode } = await readProblem(response);
      return [response.status, problem, closeCode];
    };
    expect(await code(sessions.edit, '0', bytesOf(good))).toEqual([403, 'forbidden', 4403]);
    expect(await code(sessions.facilitate, '', bytesOf(good))).toEqual([400, 'invalid-request', undefined]);
    expect(await code(sessions.facilitate, '-1', bytesOf(good))).toEqual([400, 'invalid-request', undefined]);
    expect(await code(sessions.facilitate, '0', bytesOf(unknownRoot))).toEqual([403, 'update-refused', 4403]);
    expect(await code(sessions.facilitate, '0', half)).toEqual([422, 'update-refused', 4422]);
    expect(await code(sessions.facilitate, '0', Uint8Array.of(0, 0))).toEqual([422, 'update-refused', 4422]);
    expect(await code(sessions.facilitate, '0', Uint8Array.of(7))).toEqual([400, 'update-refused', 4400]);
    expect((await handOver(server, roomId, sessions.facilitate, '0', bytesOf(good))).status).toBe(200);
    expect(await code(sessions.facilitate, '0', bytesOf(good))).toEqual([409, 'epoch-changed', 4409]);
  });

  it('of two at once lets one win, and the other learns of it', async () => {
    const server = await start();
    const { roomId, owner, sessions } = await server.roomWith('facilitate');
    const other = await renew(server, owner);
    const docs = ['a', 'b'].map((id) => {
      const doc = new Y.Doc();
      addNode(doc, id);
      return doc;
    });
    const [first, second] = docs;
    if (first === undefined || second === undefined) throw new Error('two documents');
    const answers = await Promise.all([
      handOver(server, roomId, sessions.facilitate, '0', bytesOf(first)),
      handOver(server, roomId, other, '0', bytesOf(second)),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = answers[0].status === 200 ? 'a' : 'b';
    expect(nodeIds((await exported(server, roomId, await renew(server, owner))).doc)).toEqual([winner]);
  });
});

describe('while an epoch is changing', () => {
  it('a socket that is connecting is told 4409, and what was applied meanwhile is not in the new epoch', async () => {
    const inner = createMemoryStore();
    let release = (): void => undefined;
    let isSwapping = false;
    const server = await start({
      ...inner,
      async changeEpoch(change) {
        isSwapping = true;
        await new Promise<void>((resolve) => {
          release = resolve;
        });
        return inner.changeEpoch(change);
      },
    });
    const { roomId, owner, sessions } = await server.roomWith('edit', 'facilitate');
    const editor = await joined(server, roomId, sessions.edit);
    await editor.edit((doc) => addNode(doc, 'before'));
    const version = await saveVersion(server, roomId, sessions.facilitate);
    const swap = restore(server, roomId, sessions.facilitate, version.versionId);
    await eventually(() => isSwapping).toBe(true);
    const late = editor.edit((doc) => addNode(doc, 'meanwhile')).catch((error: unknown) => String(error));
    const connecting = connect(server, roomId, sessions.edit);
    await eventually(() => connecting.socket.readyState).toBe(connecting.socket.OPEN);
    release();
    expect((await swap).status).toBe(200);
    expect([await connecting.closed, await editor.closed]).toEqual([epochChanged, epochChanged]);
    expect(await late).toContain('4409');
    const { doc, seq } = await exported(server, roomId, await renew(server, owner));
    expect([nodeIds(doc), seq]).toEqual([['before'], '1']);
  });

  it('a swap that fails leaves the old epoch, with everything that was written meanwhile', async () => {
    const inner = createMemoryStore();
    let isBroken = true;
    const server = await start({
      ...inner,
      changeEpoch: (change) => (isBroken ? Promise.reject(new Error('disk')) : inner.changeEpoch(change)),
    });
    const { roomId, sessions } = await server.roomWith('edit', 'facilitate');
    const editor = await joined(server, roomId, sessions.edit);
    await editor.edit((doc) => addNode(doc, 'a'));
    const version = await saveVersion(server, roomId, sessions.facilitate);
    const failed = restore(server, roomId, sessions.facilitate, version.versionId);
    expect([(await failed).status, editor.socket.readyState]).toEqual([503, editor.socket.OPEN]);
    isBroken = false;
    await eventually(async () => (await server.request('/readyz')).status).toBe(200);
    await editor.edit((doc) => addNode(doc, 'b'));
    expect((await exported(server, roomId, sessions.facilitate)).epoch).toBe('1');
    expect((await restore(server, roomId, sessions.facilitate, version.versionId)).status).toBe(200);
  });
});

describe('restoring a version', () => {
  it('brings its bytes back unchanged, can itself be taken back, and survives a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'strideboard-restore-'));
    cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
    const first = await startTestServer({ store: createSqliteStore(await openDatabase(folder)) });
    const { roomId, owner, sessions } = await first.roomWith('edit', 'facilitate');
    const editor = await joined(first, roomId, sessions.edit);
    await editor.edit((doc) => addNode(doc, 'old'));
    const version = await saveVersion(first, roomId, sessions.facilitate, 'Before the review');
    await editor.edit((doc) => {
      doc.getMap('nodes').delete('old');
      addNode(doc, 'new');
    });
    const change = await readJson<EpochChange>(await restore(first, roomId, sessions.facilitate, version.versionId));
    expect(change).toMatchObject({ epoch: 2, before: { kind: 'before-restore' } });
    expect(await editor.closed).toEqual(epochChanged);
    await first.dispose();

    const second = await start(createSqliteStore(await openDatabase(folder)));
    const session = await renew(second, owner);
    expect(nodeIds((await exported(second, roomId, session)).doc)).toEqual(['old']);
    expect((await versionsOf(second, roomId, session)).map(({ kind, label }) => [kind, label])).toEqual([
      ['before-restore', null],
      ['named', 'Before the review'],
    ]);
    expect((await restore(second, roomId, session, change.before.versionId)).status).toBe(200);
    expect(nodeIds((await exported(second, roomId, await renew(second, owner))).doc)).toEqual(['new']);
  });

  it('is for facilitators; unknown versions and stale sessions are told so', async () => {
    const server = await start();
    const { roomId, sessions, owner } = await server.roomWith('edit', 'facilitate');
    const version = await saveVersion(server, roomId, sessions.facilitate);
    expect((await restore(server, roomId, sessions.edit, version.versionId)).status).toBe(403);
    expect((await restore(server, roomId, sessions.facilitate, 'AAAAAAAAAAA')).status).toBe(404);
    expect((await restore(server, roomId, sessions.facilitate, version.versionId)).status).toBe(200);
    const stale = await restore(server, roomId, sessions.facilitate, version.versionId);
    expect([stale.status, (await readProblem(stale)).code]).toEqual([409, 'epoch-changed']);
    expect((await restore(server, roomId, await renew(server, owner), version.versionId)).status).toBe(200);
  });
});
