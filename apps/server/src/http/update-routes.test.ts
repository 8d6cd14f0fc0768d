import { API, CLOSE, CLOSE_REASON, HEADER, LIMITS, lockKey, type Session } from '@strideboard/wire';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import * as Y from 'yjs';
import { createPlainDesk, type Desk } from '../jobs/desk.ts';
import { createMemoryStore } from '../store/memory.ts';
import { connectPeer, type Peer } from '../testing/peer.ts';
import { readProblem, startTestServer, type TestServer } from '../testing/test-server.ts';

const TOKEN = 'a-metrics-token-that-is-long-enough-for-it';

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

const post = (roomId: string, { token }: Session, body: unknown, at = server) =>
  at.request(API.updates(roomId), { method: 'POST', body, token });
const join = async (roomId: string, { token }: Session, at = server): Promise<Peer> => {
  const peer = connectPeer(at, { roomId, token });
  peers.push(peer);
  await peer.synced;
  return peer;
};
function docWith(change: (doc: Y.Doc) => void): Uint8Array<ArrayBuffer> {
  const doc = new Y.Doc();
  doc.transact(() => change(doc));
  return Y.encodeStateAsUpdate(doc) as Uint8Array<ArrayBuffer>; // lib0 allocates it anew
}
const problem = async (response: Response) => {
  const { code, closeCode, reason } = await readProblem(response);
  return [response.status, code, closeCode, reason];
};

describe('a posted update', () => {
  it('that is bigger than a frame is durable at 204, and everybody sees it', async () => {
    const { roomId, sessions } = await server.roomWith('edit', 'view');
    const viewer = await join(roomId, sessions.view);
    const big = docWith((doc) => {
      for (let index = 0; index < 200; index += 1) doc.getMap('nodes').set(`n${index}`, 'x'.repeat(30_000));
    });
    expect(big.byteLength).toBeGreaterThan(LIMITS.frameBytes);
    expect((await post(roomId, sessions.edit, big)).status).toBe(204);
    const stored = await server.request(API.exportUpdate(roomId), { token: sessions.view.token });
    expect(stored.headers.get(HEADER.seq)).toBe('1');
    expect((await stored.arrayBuffer()).byteLength).toBeGreaterThan(LIMITS.frameBytes);
    await eventually(() => viewer.doc.getMap('nodes').size).toBe(200);
  });

  it('is vetted beside the event loop when it is big, and against what is stored', async () => {
    const jobs: string[] = [];
    const plain = createPlainDesk();
    const desk = {
      ...plain,
      do: (job: Parameters<Desk['do']>[0]) => {
        jobs.push(job.kind);
        return plain.do(job);
      },
    } as Desk; // the kind of the job goes through unchanged
    const own = await startTestServer({ desk });
    onTestFinished(() => own.dispose());
    const { roomId, sessions } = await own.roomWith('edit', 'comment');
    const send = (role: 'edit' | 'comment', body: Uint8Array) =>
      own.request(API.updates(roomId), { method: 'POST', token: sessions[role].token, body });
    const big = (root: string) =>
      docWith((doc) => {
        for (let index = 0; index < 20; index += 1) doc.getMap(root).set(`n${index}`, 'x'.repeat(30_000));
      });
    expect((await send('edit', big('nodes'))).status).toBe(204);
    expect(await problem(await send('comment', big('edges')))).toEqual([
      403,
      'update-refused',
      CLOSE.forbidden,
      CLOSE_REASON.writeNotAllowed,
    ]);
    expect(await problem(await send('edit', big('nobody')))).toEqual([
      403,
      'update-refused',
      CLOSE.forbidden,
      CLOSE_REASON.writeNotAllowed,
    ]);
    expect(jobs.filter((kind) => kind === 'vet')).toHaveLength(3);
    expect(
      (
        await send(
          'edit',
          docWith((doc) => doc.getMap('meta').set('title', 'small')),
        )
      ).status,
    ).toBe(204);
    expect(jobs.filter((kind) => kind === 'vet')).toHaveLength(3);
  });

  it('that a hole of the firewall lets through stores nothing, sends all away to begin anew, and is counted', async () => {
    const whole = new Y.Doc();
    whole.getMap('nodes').set('a', 1);
    const known = Y.encodeStateVector(whole);
    for (let index = 0; index < 20; index += 1) whole.getMap('nodes').set(`n${index}`, 'x'.repeat(30_000));
    const half = Y.encodeStateAsUpdate(whole, known) as Uint8Array<ArrayBuffer>; // as above
    const plain = createPlainDesk();
    const blind = {
      ...plain,
      do: (job: Parameters<Desk['do']>[0]) =>
        job.kind === 'vet' ? Promise.resolve({ verdict: 'apply', clients: [whole.clientID] }) : plain.do(job),
    } as Desk; // the answer is of the kind of the job
    const own = await startTestServer({ desk: blind, env: { STRIDEBOARD_METRICS_TOKEN: TOKEN } });
    onTestFinished(() => own.dispose());
    const { roomId, sessions } = await own.roomWith('edit', 'facilitate');
    const neighbour = await join(roomId, sessions.edit, own);
    await neighbour.edit((doc) => doc.getMap('nodes').set('kept', 1));
    const closed = neighbour.closed;
    expect(await problem(await post(roomId, sessions.facilitate, half, own))).toEqual([
      422,
      'update-refused',
      CLOSE.refused,
      CLOSE_REASON.contentRefused,
    ]);
    expect(await closed).toMatchObject({ code: CLOSE.gaveUp });
    const again = await join(roomId, sessions.edit, own);
    expect([...again.doc.getMap('nodes').keys()]).toEqual(['kept']);
    expect(own.log()).toContain('firewall hole');
    const metrics = await own.request(API.metrics, { token: TOKEN });
    expect(await metrics.text()).toMatch(/firewall_holes_total 1$/m);
  });

  it('with nothing new is 204 and stores nothing', async () => {
    const { roomId, sessions } = await server.roomWith('edit');
    const update = docWith((doc) => doc.getMap('nodes').set('a', 1));
    for (const body of [update, update, Uint8Array.of(0, 0)])
      expect((await post(roomId, sessions.edit, body)).status).toBe(204);
    const stored = await server.request(API.exportUpdate(roomId), { token: sessions.edit.token });
    expect([stored.headers.get(HEADER.seq), stored.headers.get(HEADER.epoch)]).toEqual(['1', '1']);
  });

  it('is refused with the code and reason a socket would be closed with', async () => {
    const { roomId, sessions } = await server.roomWith('edit', 'comment', 'view', 'facilitate');
    const node = docWith((doc) => doc.getMap('nodes').set('n1', 1));
    const refusal = async (session: Session, body: unknown) => problem(await post(roomId, session, body));
    const notAllowed = [403, 'update-refused', CLOSE.forbidden, CLOSE_REASON.writeNotAllowed];
    expect(await refusal(sessions.comment, node)).toEqual(notAllowed);
    expect(await refusal(sessions.view, node)).toEqual([403, 'forbidden', ...notAllowed.slice(2)]);
    const huge = docWith((doc) => doc.getMap('nodes').set('n1', 'x'.repeat(LIMITS.valueBytes)));
    expect(await refusal(sessions.edit, huge)).toEqual([
      422,
      'update-refused',
      CLOSE.refused,
      CLOSE_REASON.contentRefused,
    ]);
    expect(await refusal(sessions.edit, Uint8Array.of(1, 2, 3))).toEqual([
      400,
      'update-refused',
      CLOSE.malformed,
      CLOSE_REASON.malformedMessage,
    ]);
    const lock = docWith((doc) => doc.getMap('locks').set(lockKey('nodes', 'n1'), ['f', 1, 'done']));
    expect((await post(roomId, sessions.facilitate, lock)).status).toBe(204);
    expect(await refusal(sessions.edit, node)).toEqual([423, 'update-refused', CLOSE.locked, CLOSE_REASON.lockedKey]);
  });

  it('beyond the quota is refused with 4413, beyond the size of a body with 413', async () => {
    const small = await startTestServer({ limits: { roomBytes: 10_000 } });
    const { roomId, sessions } = await small.roomWith('edit');
    const body = docWith((doc) => doc.getMap('nodes').set('n1', 'x'.repeat(11_000)));
    expect(await problem(await post(roomId, sessions.edit, body, small))).toEqual([
      413,
      'update-refused',
      CLOSE.roomFull,
      CLOSE_REASON.roomFull,
    ]);
    const tooLarge = await post(roomId, sessions.edit, new Uint8Array(LIMITS.uploadBytes + 1), small);
    expect([tooLarge.status, (await readProblem(tooLarge)).code]).toEqual([413, 'too-large']);
    await small.dispose();
  });

  it('that builds on what the server does not have is answered with what it has', async () => {
    const { roomId, sessions } = await server.roomWith('edit');
    const author = new Y.Doc();
    author.getMap('nodes').set('a', 1);
    const before = Y.encodeStateVector(author);
    author.getMap('nodes').set('b', 1);
    const half = Y.encodeStateAsUpdate(author, before) as Uint8Array<ArrayBuffer>; // lib0 allocates it anew
    const response = await post(roomId, sessions.edit, half);
    const body = await readProblem(response);
    expect([response.status, body.code]).toEqual([409, 'resync-needed']);
    const has = new Uint8Array(Buffer.from(body.stateVector ?? '', 'base64'));
    const whole = Y.encodeStateAsUpdate(author, has) as Uint8Array<ArrayBuffer>; // as above
    expect((await post(roomId, sessions.edit, whole)).status).toBe(204);
  });

  it('under somebody else’s client id is refused with 4422', async () => {
    const { roomId, sessions } = await server.roomWith('edit', 'facilitate');
    const alice = await join(roomId, sessions.edit);
    await alice.edit((doc) => doc.getMap('nodes').set('a', 1));
    const forged = new Y.Doc();
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(alice.doc));
    forged.clientID = alice.doc.clientID;
    forged.getMap('nodes').set('forged', 1);
    const body = Y.encodeStateAsUpdate(forged) as Uint8Array<ArrayBuffer>; // as above
    expect(await problem(await post(roomId, sessions.facilitate, body))).toEqual([
      422,
      'update-refused',
      CLOSE.refused,
      CLOSE_REASON.clientIdTaken,
    ]);
    expect((await post(roomId, sessions.edit, body)).status).toBe(204); // the same person, another tab
  });

  it('needs a session of the present board, before its bytes are read', async () => {
    const { roomId, sessions } = await server.roomWith('edit');
    const other = await server.createRoom();
    const body = new Uint8Array(LIMITS.uploadBytes + 1);
    expect((await server.request(API.updates(roomId), { method: 'POST', body })).status).toBe(401);
    expect((await post(other.roomId, sessions.edit, body)).status).toBe(401);
    const json = await post(roomId, sessions.edit, { update: 'no' });
    expect([json.status, (await readProblem(json)).code]).toEqual([400, 'invalid-request']);
  });

  it('comes from one person one at a time', async () => {
    const inner = createMemoryStore();
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    let appends = 0;
    const slow = await startTestServer({
      store: {
        ...inner,
        async append(batch) {
          appends += 1;
          await gate;
          return inner.append(batch);
        },
      },
    });
    const { roomId, sessions } = await slow.roomWith('edit');
    const first = post(
      roomId,
      sessions.edit,
      docWith((doc) => doc.getMap('nodes').set('a', 1)),
      slow,
    );
    await eventually(() => appends).toBe(1);
    const second = await post(roomId, sessions.edit, Uint8Array.of(0, 0), slow);
    expect([second.status, second.headers.get('retry-after')]).toEqual([429, '1']);
    release();
    expect((await first).status).toBe(204);
    await eventually(async () => (await post(roomId, sessions.edit, Uint8Array.of(0, 0), slow)).status).toBe(204);
    await slow.dispose();
  });

  it('that cannot be stored is answered with 503', async () => {
    const inner = createMemoryStore();
    const full = await startTestServer({
      store: { ...inner, append: () => Promise.reject(new Error('database or disk is full')) },
    });
    const { roomId, sessions } = await full.roomWith('edit');
    const response = await post(
      roomId,
      sessions.edit,
      docWith((doc) => doc.getMap('nodes').set('a', 1)),
      full,
    );
    expect([response.status, (await readProblem(response)).code]).toEqual([503, 'store-unavailable']);
    await full.dispose();
  });
});
