import { brokenView, createRandom, forSeeds, needlesslyFresh, seedBatches, writeNonsense } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createBoardDocument } from '../board-document.ts';
import { createSideProjection } from '../project-register.ts';
import { readView } from '../read-model.ts';

// For what people do, laws/session.fuzz.test.ts; here for what a broken program writes.
describe('law 3, incremental equals scratch', () => {
  it.each(seedBatches(1.5))(
    'follows nonsense as it comes, equal to a fresh reading after every write (seeds %s)',
    (_, seeds) => {
      forSeeds('law-03', seeds, (seed) => {
        const random = createRandom(seed);
        const foreign = new Y.Doc();
        const doc = new Y.Doc();
        const document = createBoardDocument({ doc, schedule: () => () => undefined, side: createSideProjection });
        foreign.on('update', (update: Uint8Array) => Y.applyUpdate(doc, update));
        for (let step = 0; step < 25; step++) {
          const before = document.model();
          writeNonsense(random, foreign, 3);
          document.flush();
          const fresh = readView(doc);
          const seen = [document.model(), document.issues(), document.workshop(), [...document.people()]];
          const read = [fresh.model, fresh.issues, fresh.workshop, [...fresh.people]];
          expect(JSON.stringify(seen), `step ${step}`).toBe(JSON.stringify(read));
          expect(brokenView(doc, fresh), `step ${step}`).toEqual([]);
          expect(needlesslyFresh(before, document.model()), `step ${step}`).toEqual([]);
        }
        document.dispose();
      });
    },
  );
});
