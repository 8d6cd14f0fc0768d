import { LIMITS, ROLES, ROOT_NAMES, accessTo, isOwnKey } from '@strideboard/wire';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { vet } from './vet.ts';

const limits = {
  structs: LIMITS.structsPerMessage,
  deleteRanges: LIMITS.deleteRangesPerMessage,
  typeDepth: LIMITS.typeDepth,
  valueBytes: LIMITS.valueBytes,
  bytesLeft: LIMITS.roomBytes,
  structsLeft: LIMITS.roomStructs,
  newClients: LIMITS.clientClaimsPerRoom,
};

type Step = { peer: number; root: string; key: string; act: 'set' | 'map' | 'text' | 'delete' | 'type'; sync: boolean };
const step: fc.Arbitrary<Step> = fc.record({
  peer: fc.nat(2),
  root: fc.constantFrom('nodes', 'text', 'comments', 'votes', 'settings', 'decisions'),
  key: fc.constantFrom('n1', 'n2', 'alice|1', 'bob|1'),
  act: fc.constantFrom('set', 'map', 'text', 'delete', 'type'),
  sync: fc.boolean(),
});

function perform(doc: Y.Doc, { root, key, act }: Step): void {
  const map = doc.getMap(root);
  const value = map.get(key);
  if (act === 'set') map.set(key, `${key} ${doc.clientID} ${Y.encodeStateVector(doc).length}`);
  if (act === 'map') map.set(key, new Y.Map(Object.entries({ label: key, at: [1, 2] })));
  if (act === 'text') map.set(key, new Y.Text('abc'));
  if (act === 'delete') map.delete(key);
  if (act === 'type' && value instanceof Y.Text) value.insert(value.length, 'de');
  if (act === 'type' && value instanceof Y.Map) value.set('label', 'x');
}

/** Content of every root, deep, as JSON per top-level key. */
function content(doc: Y.Doc): Map<string, string> {
  const all = new Map<string, string>();
  for (const root of doc.share.keys()) {
    for (const [key, value] of doc.getMap(root).entries()) {
      all.set(`${root}/${key}`, JSON.stringify(value instanceof Y.AbstractType ? value.toJSON() : value));
    }
  }
  return all;
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  for (const root of ROOT_NAMES) copy.getMap(root);
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

/** Three peers play a script; the result is the server's document and what one peer has beyond it. */
function play(script: readonly Step[]): { server: Y.Doc; update: Uint8Array } {
  const peers = [1, 2, 3].map((clientID) => Object.assign(new Y.Doc(), { clientID })); // fixed, so that a seed is enough
  const server = new Y.Doc();
  for (const item of script) {
    const peer = peers[item.peer] ?? server;
    perform(peer, item);
    if (item.sync && item.peer !== 0) {
      Y.applyUpdate(server, Y.encodeStateAsUpdate(peer, Y.encodeStateVector(server)));
      for (const other of peers) Y.applyUpdate(other, Y.encodeStateAsUpdate(server, Y.encodeStateVector(other)));
    }
  }
  return { server: copyOf(server), update: Y.encodeStateAsUpdate(peers[0] ?? server, Y.encodeStateVector(server)) };
}

const by = (role: (typeof ROLES)[number]) => ({
  writer: { role, principal: 'alice', isFrozen: () => false },
  limits,
  mode: 'update' as const,
  claimOn: () => 'open' as const,
});

describe('vet, for random sessions', () => {
  it('never refuses what an honest facilitator has beyond the server', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (script) => {
        const honest = script.filter(({ root, key }) => root !== 'votes' || key.startsWith('alice'));
        const { server, update } = play(honest);
        expect(['apply', 'nothing']).toContain(vet(server, update, by('facilitate')).verdict);
      }),
      { numRuns: 300 },
    );
  });

  it('lets an applied update change only keys the role may write, and leaves nothing pending', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.constantFrom(...ROLES), (script, role) => {
        const { server, update } = play(script);
        const before = content(server);
        const verdict = vet(server, update, by(role));
        expect(content(server)).toEqual(before);
        if (verdict.verdict !== 'apply') return;
        Y.applyUpdate(server, update);
        expect(server.store.pendingStructs).toBeNull();
        expect(server.store.pendingDs).toBeNull();
        const after = content(server);
        for (const path of new Set([...before.keys(), ...after.keys()])) {
          if (before.get(path) === after.get(path)) continue;
          const [root = '', key = ''] = path.split('/');
          const access = accessTo(root, role);
          expect(access === 'all' || (access === 'own' && isOwnKey(key, 'alice')), `${role} changed ${path}`).toBe(
            true,
          );
        }
      }),
      { numRuns: 400 },
    );
  });

  it('never throws for mutated bytes, and what it applies leaves the document whole', () => {
    const mutation = fc.array(fc.tuple(fc.nat(2_000), fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 3, maxLength: 20 }),
        mutation,
        fc.constantFrom(...ROLES),
        (script, changes, role) => {
          const { server, update } = play(script);
          const bytes = update.slice();
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          const before = content(server);
          const verdict = vet(server, bytes, by(role));
          if (verdict.verdict !== 'apply') return;
          Y.applyUpdate(server, bytes);
          expect(server.store.pendingStructs).toBeNull();
          expect(server.store.pendingDs).toBeNull();
          const rebuilt = copyOf(server);
          expect(content(rebuilt)).toEqual(content(server));
          for (const [path, value] of content(server)) {
            const [root = '', key = ''] = path.split('/');
            const access = accessTo(root, role);
            if (before.get(path) !== value)
              expect(access === 'all' || (access === 'own' && isOwnKey(key, 'alice'))).toBe(true);
          }
        },
      ),
      { numRuns: 1_500 },
    );
  });
});
