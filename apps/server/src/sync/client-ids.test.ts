// Rows of the hostile table that are about client ids and sizes: the hostile one is sent away, honest neighbours lose nothing.

import { API, type AuthorList, CLOSE, CLOSE_REASON, LIMITS, SYNC, type Session } from '@strideboard/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { connectPeer, type Peer } from '../testing/peer.ts';
import { readJson, startTestServer, type TestServer } from '../testing/test-server.ts';

/** Waits for a state; only a wrong state needs the whole time. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 10_000, interval: 10 });

let server: TestServer;
let peers: Peer[];
beforeEach(async () => {
  server = await startTestServer({ timing: { foreignRetry: 10 } });
  peers = [];
});
afterEach(async () => {
  for (const peer of peers) peer.socket.terminate();
  await server.dispose();
});

async function joined(roomId: string, { token }: Session, doc?: Y.Doc): Promise<Peer> {
  const peer = connectPeer(server, { roomId, token, ...(doc === undefined ? {} : { doc }) });
  peers.push(peer);
  await peer.synced;
  return peer;
}
/** What a forger makes: structs that follow on everything a victim wrote, under the victim's client id. */
function forgery(victim: Y.Doc): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(victim));
  doc.clientID = victim.clientID;
  const before = Y.encodeStateVector(doc);
  doc.getMap('nodes').set('forged', 1);
  return Y.encodeStateAsUpdate(doc, before);
}
async function victimAndForger() {
  const { roomId, owner, sessions } = await server.roomWith('edit', 'facilitate');
  const victim = await joined(roomId, sessions.edit);
  await victim.edit((doc) => doc.getMap('nodes').set('mine', 1));
  const forger = await joined(roomId, sessions.facilitate);
  return { roomId, owner, sessions, victim, forger };
}
const keys = (doc: Y.Doc): string[] => [...doc.getMap('nodes').keys()].sort();
const idTaken = { code: CLOSE.refused, reason: CLOSE_REASON.clientIdTaken };

describe('somebody else’s client id', () => {
  it('cannot be written under, and its owner’s next edit arrives', async () => {
    const { victim, forger } = await victimAndForger();
    forger.sendUpdate(forgery(victim.doc));
    expect(await forger.closed).toEqual(idTaken);
    await victim.edit((doc) => doc.getMap('nodes').set('next', 1));
    expect(keys(victim.doc)).toEqual(['mine', 'next']);
  });

  it('cannot be written under when its owner is long gone and offline, not even dressed as a sync', async () => {
    const { roomId, sessions, victim, forger } = await victimAndForger();
    await victim.close();
    victim.doc.getMap('nodes').set('offline', 1);
    for (let round = 0; round <= LIMITS.resyncsPerMinute; round += 1)
      forger.sendUpdate(forgery(victim.doc), SYNC.step2);
    expect(await forger.closed).toEqual({ code: CLOSE.refused, reason: CLOSE_REASON.tooManyResyncs });
    const back = await joined(roomId, sessions.edit, victim.doc);
    const reader = await joined(roomId, sessions.edit);
    await eventually(() => keys(reader.doc)).toEqual(['mine', 'offline']);
    expect(back.socket.readyState).toBe(back.socket.OPEN);
  });

  it('cannot be claimed ahead of the owner’s first edit once the owner is present', async () => {
    const { roomId, sessions } = await server.roomWith('edit', 'facilitate');
    const victim = await joined(roomId, sessions.edit);
    victim.sendPresence([{ clock: 1, state: { user: { name: 'Alice' } } }]);
    const forger = await joined(roomId, sessions.facilitate);
    await eventually(() => forger.presence.has(victim.doc.clientID)).toBe(true);
    forger.sendPresence([{ client: victim.doc.clientID, clock: 2, state: { user: { name: 'Mallory' } } }]);
    forger.sendUpdate(forgery(victim.doc));
    expect(await forger.closed).toEqual(idTaken);
    await victim.edit((doc) => doc.getMap('nodes').set('mine', 1));
    expect(forger.presence.get(victim.doc.clientID)?.state).toMatchObject({ user: { name: 'Alice' } });
  });

  it('keeps its author on record, after restarts of the room too', async () => {
    const { roomId, sessions, victim } = await victimAndForger();
    const answer = await server.request(API.authors(roomId), { token: sessions.facilitate.token });
    const { authors } = await readJson<AuthorList>(answer);
    expect(authors).toEqual([
      {
        client: victim.doc.clientID,
        principal: sessions.edit.principal,
        claimed: true,
        firstAt: expect.any(Number) as unknown,
        lastAt: expect.any(Number) as unknown,
      },
    ]);
    expect((await server.request(API.authors(roomId))).status).toBe(401);
  });
});

describe('a flood of client ids', () => {
  it('nobody has seen is refused, and the room stays as it was', async () => {
    const { roomId, sessions } = await server.roomWith('edit', 'view');
    const flood = await joined(roomId, sessions.edit);
    const updates: Uint8Array[] = [];
    for (let index = 0; index <= LIMITS.clientClaimsPerRoom; index += 1) {
      const doc = Object.assign(new Y.Doc(), { clientID: index + 1 });
      doc.getMap('nodes').set(`n${index}`, 1);
      updates.push(Y.encodeStateAsUpdate(doc));
    }
    flood.sendUpdate(Y.mergeUpdates(updates));
    expect(await flood.closed).toEqual({ code: CLOSE.refused, reason: CLOSE_REASON.contentRefused });
    const reader = await joined(roomId, sessions.view);
    expect(keys(reader.doc)).toEqual([]);
  });
});

describe('content that is too big', () => {
  it.each<[string, (doc: Y.Doc) => void]>([
    ['a value', (doc) => doc.getMap('nodes').set('a', 'x'.repeat(LIMITS.valueBytes))],
    ['a nested value', (doc) => doc.getMap('nodes').set('a', { b: [{ c: 'x'.repeat(LIMITS.valueBytes) }] })],
    ['an insert of text', (doc) => doc.getMap('text').set('a|notes', new Y.Text('x'.repeat(LIMITS.stringInsert + 1)))],
    ['a key', (doc) => doc.getMap('nodes').set('k'.repeat(LIMITS.mapKeyBytes + 1), 1)],
    ['a nested key', (doc) => doc.getMap('nodes').set('a', new Y.Map([['k'.repeat(LIMITS.mapKeyBytes + 1), 1]]))],
    [
      'a value in depth',
      (doc) => {
        let value: unknown = 1;
        for (let depth = 0; depth <= LIMITS.valueDepth; depth += 1) value = [value];
        doc.getMap('nodes').set('a', value);
      },
    ],
    ['a hidden binary', (doc) => doc.getMap('nodes').set('a', { b: Uint8Array.of(1, 2) })],
  ])('%s closes with 4422, and nobody gets it', async (_name, change) => {
    const { roomId, sessions } = await server.roomWith('edit', 'facilitate');
    const witness = await joined(roomId, sessions.facilitate);
    const hostile = await joined(roomId, sessions.edit);
    await expect(hostile.edit(change)).rejects.toThrow('4422');
    expect(await hostile.closed).toEqual({ code: CLOSE.refused, reason: CLOSE_REASON.contentRefused });
    await witness.edit((doc) => doc.getMap('meta').set('title', 'fine'));
    expect([witness.doc.getMap('nodes').size, witness.doc.getMap('text').size]).toEqual([0, 0]);
  });
});
