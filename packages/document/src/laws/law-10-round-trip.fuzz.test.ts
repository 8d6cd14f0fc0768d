import type { Model } from '@strideboard/model';
import {
  createPeers,
  createRandom,
  dumpText,
  forSeeds,
  type Peer,
  randomGesture,
  seedBatches,
  sitDown,
} from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readModel, readView } from '../read-model.ts';

/** A board after a lively hour. */
function lived(seed: number): Peer {
  const { random, group, ada, bob } = sitDown(seed);
  for (let step = 0; step < 60; step++) randomGesture(random, random.chance(0.5) ? ada : bob);
  group.deliverAll();
  return ada;
}

/** The model as it reads after `dot` brought it in: she vouches for what others said and did in it. */
function broughtIn({ comments, decisionLog, ...model }: Model): Model {
  return {
    ...model,
    comments: comments.map((thread) => ({
      ...thread,
      messages: thread.messages.map((message) => ({ ...message, via: 'dot' })),
    })),
    decisionLog: decisionLog.map((entry) => ({ ...entry, via: 'dot' })),
  };
}

// For arbitrary models, round-trip.test.ts; here for boards that people have made.
describe('law 10, round trip', () => {
  it.each(seedBatches())('document → model → document: the same model, and the same again (seeds %s)', (_, seeds) => {
    forSeeds('law-10', seeds, (seed) => {
      const model = readModel(lived(seed).doc);
      const [dot] = createPeers(createRandom(seed), ['dot']).peers;
      if (dot === undefined) throw new Error('no peer');
      expect(dot.commands.importFirst(JSON.parse(JSON.stringify(model)) as Model)).toMatchObject({ ok: true }); // as a file keeps it
      expect(readModel(dot.doc)).toEqual(broughtIn(model));
    });
  });

  it.each(seedBatches())(
    'document → snapshot → document: every key, every view, in both encodings (seeds %s)',
    (_, seeds) => {
      forSeeds('law-10', seeds, (seed) => {
        const { doc } = lived(seed);
        const [first, second] = [new Y.Doc(), new Y.Doc()];
        Y.applyUpdate(first, Y.encodeStateAsUpdate(doc));
        Y.applyUpdateV2(second, Y.encodeStateAsUpdateV2(first));
        for (const copy of [first, second]) {
          expect(dumpText(copy)).toBe(dumpText(doc));
          expect(JSON.stringify(readView(copy))).toBe(JSON.stringify(readView(doc)));
        }
        expect(Y.encodeStateAsUpdateV2(second)).toEqual(Y.encodeStateAsUpdateV2(first));
      });
    },
  );
});
