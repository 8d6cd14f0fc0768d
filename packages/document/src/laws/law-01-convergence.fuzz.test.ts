import {
  createRandom,
  dumpText,
  forSeeds,
  playSession,
  type Random,
  seedBatches,
  type SessionWatcher,
  writeSession,
} from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readView } from '../read-model.ts';

/** All updates of a session, each person's in his own order. */
function updatesOf(seed: number): readonly (readonly Uint8Array[])[] {
  let updates: readonly (readonly Uint8Array[])[] = [];
  const collector: SessionWatcher = {
    end({ peers }) {
      updates = peers.map((peer) => [...peer.updates]);
    },
  };
  playSession(writeSession(seed, 60), [collector]);
  return updates;
}

/** A document that gets updates in the given order. */
function deliver(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

/** Merges neighbours at random. */
function batched(random: Random, updates: readonly Uint8Array[]): readonly Uint8Array[] {
  const left = [...updates];
  const batches: Uint8Array[] = [];
  while (left.length > 0) batches.push(Y.mergeUpdates(left.splice(0, random.between(1, 6))));
  return batches;
}

/** Two half-informed documents that ask each other for what is missing, as on reconnecting. */
function exchanged(random: Random, updates: readonly Uint8Array[]): Y.Doc {
  const [here, there] = [new Y.Doc(), new Y.Doc()];
  for (const update of updates) Y.applyUpdate(random.chance(0.5) ? here : there, update);
  Y.applyUpdate(here, Y.encodeStateAsUpdate(there, Y.encodeStateVector(here)));
  Y.applyUpdate(there, Y.encodeStateAsUpdate(here, Y.encodeStateVector(there)));
  return there;
}

describe('law 1, convergence', () => {
  it.each(seedBatches())(
    'any order, duplication or batching gives equal documents and views (seeds %s)',
    (_, seeds) => {
      forSeeds('law-01', seeds, (seed) => {
        const random = createRandom(seed);
        const people = updatesOf(seed);
        const all = people.flat();
        const ways: Readonly<Record<string, Y.Doc>> = {
          'person after person': deliver(all),
          'last person first': deliver([...people].reverse().flat()),
          'any order': deliver(random.shuffle(all)),
          'any order, each twice': deliver(random.shuffle([...all, ...all])),
          'any order, in batches': deliver(batched(random, random.shuffle(all))),
          'in one': deliver([Y.mergeUpdates(all)]),
          'in parts that ask each other': exchanged(random, all),
        };
        const [first, ...others] = Object.entries(ways).map(([way, doc]) => ({
          way,
          stored: dumpText(doc),
          seen: JSON.stringify(readView(doc)),
        }));
        for (const { way, stored, seen } of others) {
          expect(stored, way).toBe(first?.stored);
          expect(seen, way).toBe(first?.seen);
        }
      });
    },
  );
});
