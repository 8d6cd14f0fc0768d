import { CLOSE, CLOSE_REASON, LIMITS, type Role } from '@strideboard/wire';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type ClientClaim, type VetLimits, type VetMode, vet } from './vet.ts';

const limits: VetLimits = {
  structs: LIMITS.structsPerMessage,
  deleteRanges: LIMITS.deleteRangesPerMessage,
  typeDepth: LIMITS.typeDepth,
  valueBytes: LIMITS.valueBytes,
  bytesLeft: LIMITS.roomBytes,
  structsLeft: LIMITS.roomStructs,
  newClients: 10,
};
type Asked = { mode?: VetMode; claims?: Record<number, ClientClaim>; role?: Role; limits?: Partial<typeof limits> };
const check = (doc: Y.Doc, update: Uint8Array, asked: Asked = {}) =>
  vet(doc, update, {
    writer: { role: asked.role ?? 'edit', principal: 'alice', isFrozen: () => false },
    limits: { ...limits, ...asked.limits },
    mode: asked.mode ?? 'update',
    claimOn: (client) => asked.claims?.[client] ?? 'open',
  });

function docOf(clientID: number, ...ids: string[]): Y.Doc {
  const doc = Object.assign(new Y.Doc(), { clientID });
  for (const id of ids) doc.getMap('nodes').set(id, 1);
  return doc;
}
const all = (doc: Y.Doc): Uint8Array => Y.encodeStateAsUpdate(doc);

describe('new structs under a client id', () => {
  it('of somebody else close an update with 4422, and make a sync wait for their owner', () => {
    const forged = all(docOf(7, 'n1'));
    const claims = { 7: 'foreign' } as const;
    expect(check(new Y.Doc(), forged, { claims })).toMatchObject({
      verdict: 'close',
      code: CLOSE.refused,
      reason: CLOSE_REASON.clientIdTaken,
    });
    expect(check(new Y.Doc(), forged, { claims, mode: 'step2' })).toMatchObject({
      verdict: 'resync',
      cause: 'foreign',
    });
  });

  it('of somebody else do not matter when they are stored already', () => {
    const known = docOf(7, 'n1');
    const mine = docOf(8);
    Y.applyUpdate(mine, all(known));
    mine.getMap('nodes').set('n2', 1);
    for (const mode of ['update', 'step2'] as const) {
      expect(check(known, all(mine), { mode, claims: { 7: 'foreign' } })).toEqual({ verdict: 'apply', clients: [8] });
    }
  });

  it('of an ended lineage close with 4409 on every way', () => {
    for (const mode of ['update', 'step2'] as const) {
      expect(check(new Y.Doc(), all(docOf(7, 'n1')), { mode, claims: { 7: 'ended' } })).toMatchObject({
        verdict: 'close',
        code: CLOSE.epochChanged,
      });
    }
  });

  it('that nobody has seen may come only so many at a time', () => {
    const crowd = new Y.Doc();
    for (let client = 1; client <= 11; client += 1) Y.applyUpdate(crowd, all(docOf(client, `n${client}`)));
    expect(check(new Y.Doc(), all(crowd))).toMatchObject({ verdict: 'close', code: CLOSE.refused });
    expect(check(docOf(1, 'n1'), all(crowd))).toMatchObject({ verdict: 'apply' });
  });
});

describe('a whole document', () => {
  it('may hold everybody’s keys in every known root', () => {
    const doc = docOf(7, 'n1');
    for (const root of ['votes', 'people', 'comments', 'settings', 'locks']) doc.getMap(root).set('bob|1', 1);
    expect(check(new Y.Doc(), all(doc), { mode: 'document', role: 'facilitate' }).verdict).toBe('apply');
    expect(check(new Y.Doc(), all(doc), { mode: 'update', role: 'facilitate' })).toMatchObject({ code: 4403 });
  });

  it('is checked like every update otherwise: roots, sizes, depth, quota, wholeness', () => {
    const document = (change: (doc: Y.Doc) => void, extra: Partial<typeof limits> = {}) => {
      const doc = docOf(7, 'n1');
      change(doc);
      return check(new Y.Doc(), all(doc), { mode: 'document', role: 'facilitate', limits: extra });
    };
    expect(document((doc) => doc.getMap('threats').set('a', 1))).toMatchObject({ code: CLOSE.forbidden });
    expect(document((doc) => doc.getMap('nodes').set('a', 'x'.repeat(LIMITS.valueBytes)))).toMatchObject({
      code: CLOSE.refused,
    });
    expect(document((doc) => doc.getArray('edges').insert(0, [1]))).toMatchObject({ verdict: 'close' });
    expect(document(() => undefined, { bytesLeft: 5 })).toMatchObject({ code: CLOSE.roomFull });
    const whole = docOf(7, 'n1');
    const before = Y.encodeStateVector(whole);
    whole.getMap('nodes').set('n2', 1);
    const half = Y.encodeStateAsUpdate(whole, before);
    expect(check(new Y.Doc(), half, { mode: 'document' }).verdict).toBe('resync');
  });
});

describe('a full room', () => {
  it('takes what only deletes, and nothing else', () => {
    const room = docOf(7, 'n1', 'n2');
    const editor = docOf(8);
    Y.applyUpdate(editor, all(room));
    editor.getMap('nodes').delete('n1');
    expect(check(room, all(editor), { limits: { bytesLeft: 0 } }).verdict).toBe('apply');
    editor.getMap('nodes').set('n3', 1);
    expect(check(room, all(editor), { limits: { bytesLeft: 0 } })).toMatchObject({ code: CLOSE.roomFull });
  });

  it('of structs is full too', () => {
    const editor = docOf(8, 'n1', 'n2', 'n3');
    expect(check(new Y.Doc(), all(editor), { limits: { structsLeft: 3 } }).verdict).toBe('apply');
    expect(check(new Y.Doc(), all(editor), { limits: { structsLeft: 2 } })).toMatchObject({ code: CLOSE.roomFull });
  });
});
