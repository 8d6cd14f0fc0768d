import { CLOSE, lockKey } from '@strideboard/wire';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readConfig } from '../config.ts';
import { decodeMessage } from '../firewall/message.ts';
import { createMetrics } from '../metrics.ts';
import type { Health } from './health.ts';
import { offerBigUpdate } from './offer.ts';
import { createRoom, type Room, type RoomWriter } from './room.ts';

const health: Health = {
  isWritable: () => true,
  failed: () => undefined,
  succeeded: () => undefined,
  dispose: () => undefined,
};

function emptyRoom(): Room {
  const read = readConfig({});
  if (!read.ok) throw new Error('the defaults are a configuration');
  const row = { id: 'r', epoch: 1, createdAt: 0, bytes: 0, locked: false, quota: null, deletedAt: null };
  const stored = { room: row, snapshot: null, updates: [], lastSeq: 0, authors: [], endedClients: new Set<number>() };
  const metrics = createMetrics({ census: () => ({ rooms: 1, sockets: new Map(), logRows: 0 }), lagMs: () => 0 });
  const ignore = (): undefined => undefined;
  return createRoom(stored, { ...read.config, metrics, now: () => 0, onDirty: ignore, onPresence: ignore });
}
function nodeUpdate(): Uint8Array {
  const doc = Object.assign(new Y.Doc(), { clientID: 7 });
  doc.getMap('nodes').set('n1', 1);
  return Y.encodeStateAsUpdate(doc);
}
/** Offers the update of an editor; `meanwhile` happens between the two turns. */
function offer(room: Room, meanwhile: () => void, isLoaded = () => true) {
  const update = nodeUpdate();
  const by: RoomWriter = {
    principal: 'alice',
    mode: 'step2',
    get role() {
      return room.roleNow('edit');
    },
  };
  const pause = (): Promise<void> => {
    meanwhile();
    return Promise.resolve();
  };
  return offerBigUpdate(room, { update, decode: () => decodeMessage(update), by }, { health, pause, isLoaded });
}
const hasNode = (room: Room): boolean => room.doc.getMap('nodes').has('n1');

describe('a big update', () => {
  it('is applied in the turn after it was vetted', async () => {
    const room = emptyRoom();
    expect(await offer(room, () => expect(hasNode(room)).toBe(false))).toEqual({ kind: 'applied' });
    expect(hasNode(room)).toBe(true);
  });

  it.each<[string, (room: Room) => void, number]>([
    ['the board is locked', (room) => room.setLocked(true), CLOSE.forbidden],
    [
      'a facilitator freezes what it touches',
      (room) => room.doc.getMap('locks').set(lockKey('nodes', 'n1'), ['f', 1, 'done']),
      CLOSE.locked,
    ],
  ])('is refused when %s in between', async (_name, interfere, code) => {
    const room = emptyRoom();
    expect(await offer(room, () => interfere(room))).toMatchObject({ kind: 'refused', refusal: { code } });
    expect(hasNode(room)).toBe(false);
  });

  it('is not taken when somebody else claims its client id in between', async () => {
    const room = emptyRoom();
    const claim = () =>
      room.claims.claim(7, {
        principal: 'bob',
        link: 'l',
        role: 'edit',
        locked: false,
        send: () => undefined,
        close: () => undefined,
        sweep: () => undefined,
      });
    expect(await offer(room, claim)).toMatchObject({ kind: 'resync', resync: { cause: 'foreign' } });
    expect(hasNode(room)).toBe(false);
  });

  it('is nothing new when the same arrived in between', async () => {
    const room = emptyRoom();
    expect(await offer(room, () => Y.applyUpdate(room.doc, nodeUpdate()))).toEqual({ kind: 'nothing' });
  });

  it('is not applied to a room that is not loaded any more', async () => {
    const room = emptyRoom();
    expect(
      await offer(
        room,
        () => undefined,
        () => false,
      ),
    ).toBeNull();
    expect(hasNode(room)).toBe(false);
  });
});
