import { API, CLOSE, CLOSE_REASON, type ParticipantList, type Session } from '@strideboard/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { createMemoryStore } from '../store/memory.ts';
import { connectPeer, type Peer } from '../testing/peer.ts';
import { readJson, readProblem, startTestServer, type TestServer } from '../testing/test-server.ts';

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

const connect = (roomId: string, { token }: Session): Peer => {
  const peer = connectPeer(server, { roomId, token });
  peers.push(peer);
  return peer;
};
async function joined(roomId: string, session: Session): Promise<Peer> {
  const peer = connect(roomId, session);
  await peer.synced;
  return peer;
}
const setLock = (roomId: string, { token }: Session, body: unknown) =>
  server.request(API.room(roomId), { method: 'PATCH', body, token });
const addNode = (doc: Y.Doc, id: string): void => {
  doc.getMap('nodes').set(id, 1);
};
const code = async (response: Response) => {
  const { code: problem, closeCode, reason } = await readProblem(response);
  return [response.status, problem, closeCode, reason];
};
const notAllowed = { code: CLOSE.forbidden, reason: CLOSE_REASON.writeNotAllowed };

describe('locking a board', () => {
  it('makes editors commenters at once, shows it in their presence, and unlocking undoes it', async () => {
    const { roomId, owner, sessions } = await server.roomWith('edit', 'facilitate', 'view');
    const editor = await joined(roomId, sessions.edit);
    const drawer = await joined(roomId, await server.session(owner));
    const viewer = await joined(roomId, sessions.view);
    editor.sendPresence([{ clock: 1, state: { cursor: [1, 1] } }]);
    const shown = () => viewer.presence.get(editor.doc.clientID);
    await eventually(() => shown()?.state).toMatchObject({ user: { role: 'edit' } });
    const locked = await setLock(roomId, sessions.facilitate, { locked: true });
    expect(await locked.json()).toEqual({ locked: true, quota: null });
    await eventually(() => shown()).toMatchObject({ clock: 2, state: { user: { role: 'comment' }, cursor: [1, 1] } });
    editor.sendPresence([{ clock: 2, state: { cursor: [2, 2] } }]); // had not heard of it yet
    await eventually(() => shown()?.state).toMatchObject({ cursor: [2, 2] });
    expect((await server.session(owner)).locked).toBe(true);

    await editor.edit((doc) => doc.getMap('comments').set(`${sessions.edit.principal}|1`, { body: 'hm' }));
    await drawer.edit((doc) => addNode(doc, 'by a facilitator'));
    await expect(editor.edit((doc) => addNode(doc, 'n1'))).rejects.toThrow();
    expect(await editor.closed).toEqual(notAllowed);

    const again = await joined(roomId, sessions.edit);
    expect((await setLock(roomId, sessions.facilitate, { locked: false })).status).toBe(200);
    await again.edit((doc) => addNode(doc, 'n2'));
  });

  it('reaches a room that is being loaded at that moment', async () => {
    const inner = createMemoryStore();
    let release = (): void => undefined;
    let isHeld = false;
    await server.dispose();
    server = await startTestServer({
      store: {
        ...inner,
        async load(id) {
          const stored = await inner.load(id);
          isHeld = true;
          await new Promise<void>((resolve) => {
            release = resolve;
          });
          return stored;
        },
      },
    });
    const { roomId, sessions } = await server.roomWith('edit', 'facilitate');
    const editor = connect(roomId, sessions.edit);
    await eventually(() => isHeld).toBe(true);
    const locking = setLock(roomId, sessions.facilitate, { locked: true });
    await eventually(async () => (await inner.room(roomId))?.locked).toBe(true);
    release();
    expect((await locking).status).toBe(200);
    await editor.synced;
    await expect(editor.edit((doc) => addNode(doc, 'n1'))).rejects.toThrow('4403');
  });

  it('is for facilitators and takes a yes or no', async () => {
    const { roomId, sessions } = await server.roomWith('edit', 'facilitate');
    expect((await setLock(roomId, sessions.edit, { locked: true })).status).toBe(403);
    for (const body of [{}, { locked: 'yes' }, { locked: true, epoch: 9 }])
      expect((await setLock(roomId, sessions.facilitate, body)).status).toBe(400);
  });
});

describe('deleting a board', () => {
  it('sends everybody away with 4404, and nothing of it answers any more', async () => {
    const { roomId, owner, sessions } = await server.roomWith('edit', 'facilitate');
    const editor = await joined(roomId, sessions.edit);
    const remove = ({ token }: Session) => server.request(API.room(roomId), { method: 'DELETE', token });
    expect((await remove(sessions.edit)).status).toBe(403);
    expect((await remove(sessions.facilitate)).status).toBe(204);
    expect(await editor.closed).toEqual({ code: CLOSE.roomGone, reason: CLOSE_REASON.roomDeleted });
    expect((await connect(roomId, sessions.edit).closed).code).toBe(CLOSE.roomGone);
    const { token } = sessions.facilitate;
    for (const path of [API.exportUpdate(roomId), API.links(roomId), API.versions(roomId), API.authors(roomId)])
      expect(await code(await server.request(path, { token }))).toEqual([
        404,
        'not-found',
        CLOSE.roomGone,
        CLOSE_REASON.roomDeleted,
      ]);
    await expect(server.session(owner)).rejects.toThrow('403');
  });

  it('removes it for good when its time is over', async () => {
    const inner = createMemoryStore();
    const store = { ...inner, dispose: () => undefined };
    const first = await startTestServer({ store });
    const { roomId, sessions } = await first.roomWith('facilitate');
    const { token } = sessions.facilitate;
    await first.request(API.room(roomId), { method: 'DELETE', token });
    await first.dispose();
    const soon = await startTestServer({ store });
    expect(await inner.room(roomId)).not.toBeNull();
    await soon.dispose();
    const later = await startTestServer({ store, now: () => Date.now() + 31 * 24 * 60 * 60 * 1_000 });
    expect(await inner.room(roomId)).toBeNull();
    await later.dispose();
  });
});

describe('participants', () => {
  const act = (method: 'DELETE' | 'PUT', roomId: string, { token }: Session, principal: string) =>
    server.request(API.participant(roomId, principal), { method, token });

  it('who are here or have written are listed for facilitators', async () => {
    const { roomId, sessions } = await server.roomWith('edit', 'view', 'facilitate');
    const writer = await joined(roomId, sessions.edit);
    await writer.edit((doc) => addNode(doc, 'n1'));
    await writer.close();
    await joined(roomId, sessions.view);
    const list = async ({ token }: Session) => server.request(API.participants(roomId), { token });
    await eventually(
      async () => (await readJson<ParticipantList>(await list(sessions.facilitate))).participants,
    ).toEqual(
      [
        { principal: sessions.edit.principal, role: null, lastWroteAt: expect.any(Number) as unknown, removedAt: null },
        { principal: sessions.view.principal, role: 'view', lastWroteAt: null, removedAt: null },
      ].sort((a, b) => (a.principal < b.principal ? -1 : 1)),
    );
    expect((await list(sessions.edit)).status).toBe(403);
  });

  it('who are removed are sent away with 4403 and refused on every way until readmitted', async () => {
    const { roomId, sessions } = await server.roomWith('facilitate');
    const guest = await server.addLink(await ownerOf(sessions.facilitate, roomId), { role: 'edit' });
    const session = await server.session(guest);
    const peer = await joined(roomId, session);
    expect((await act('DELETE', roomId, sessions.facilitate, session.principal)).status).toBe(204);
    const removed = { code: CLOSE.forbidden, reason: CLOSE_REASON.participantRemoved };
    expect(await peer.closed).toEqual(removed);
    expect(await connect(roomId, session).closed).toEqual(removed);
    const refused = [403, 'participant-removed', CLOSE.forbidden, CLOSE_REASON.participantRemoved];
    const exchange = { ...guest, principalProof: session.principalProof };
    expect(await code(await server.request(API.session, { method: 'POST', body: exchange }))).toEqual(refused);
    expect(await code(await server.request(API.exportUpdate(roomId), { token: session.token }))).toEqual(refused);
    const { token } = sessions.facilitate;
    const { participants } = await readJson<ParticipantList>(await server.request(API.participants(roomId), { token }));
    expect(participants).toMatchObject([{ principal: session.principal, removedAt: expect.any(Number) as unknown }]);

    expect((await act('PUT', roomId, sessions.facilitate, session.principal)).status).toBe(204);
    expect((await server.session(guest, session.principalProof)).principal).toBe(session.principal);
    await joined(roomId, session);
  });

  it('cannot remove themselves, nor be removed by others than facilitators', async () => {
    const { roomId, sessions } = await server.roomWith('edit', 'facilitate');
    const { principal } = sessions.facilitate;
    expect((await act('DELETE', roomId, sessions.facilitate, principal)).status).toBe(400);
    expect((await act('DELETE', roomId, sessions.edit, principal)).status).toBe(403);
    expect((await act('DELETE', roomId, sessions.facilitate, 'nobody')).status).toBe(404);
  });

  /** A facilitator link of the board, made with a session of it. */
  async function ownerOf({ token }: Session, roomId: string) {
    const response = await server.request(API.links(roomId), { method: 'POST', body: { role: 'facilitate' }, token });
    const { linkId, secret } = await readJson<{ linkId: string; secret: string }>(response);
    return { roomId, linkId, secret };
  }
});
