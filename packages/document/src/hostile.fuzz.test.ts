import {
  brokenInvariants,
  createPeers,
  createRandom,
  randomGesture,
  seedsUpTo,
  spoilRoot,
  writeNonsense,
} from '@strideboard/testkit';
import { ROOT_NAMES } from '@strideboard/wire';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createBoardDocument } from './board-document.ts';
import { createSideProjection } from './project-register.ts';
import { readView } from './read-model.ts';

const SEEDS = Number(process.env['STRIDEBOARD_FUZZ_SEEDS'] ?? 100) * 2;

describe('reading a hostile document', () => {
  it('gives a valid model, the same one every time, and writes nothing', () => {
    for (const seed of seedsUpTo(SEEDS)) {
      const random = createRandom(seed);
      const foreign = new Y.Doc();
      if (random.chance(0.4)) spoilRoot(random, foreign);
      try {
        writeNonsense(random, foreign, 60);
      } catch (cause) {
        // The writer itself may stumble over the root it spoiled; what it wrote until then is nonsense enough.
        if (!String(cause).includes('already been defined')) throw cause;
      }
      const doc = new Y.Doc();
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(foreign));
      const before = Y.encodeStateAsUpdate(doc);
      for (const place of [doc, foreign]) {
        const view = readView(place);
        expect(brokenInvariants(view.model), `seed ${seed}`).toEqual([]);
        expect(JSON.stringify(readView(place)), `seed ${seed}`).toBe(JSON.stringify(view));
      }
      expect(Y.encodeStateAsUpdate(doc), `seed ${seed}`).toEqual(before);
    }
  });

  it('follows nonsense as it comes, equal to a fresh reading after every write', () => {
    for (const seed of seedsUpTo(SEEDS)) {
      const random = createRandom(seed);
      const foreign = new Y.Doc();
      const doc = new Y.Doc();
      const document = createBoardDocument({ doc, schedule: () => () => undefined, side: createSideProjection });
      foreign.on('update', (update: Uint8Array) => Y.applyUpdate(doc, update));
      for (let step = 0; step < 25; step++) {
        writeNonsense(random, foreign, 3);
        document.flush();
        const fresh = readView(doc);
        expect(JSON.stringify([document.model(), document.issues()]), `seed ${seed}, step ${step}`).toBe(
          JSON.stringify([fresh.model, fresh.issues]),
        );
        expect(brokenInvariants(fresh.model), `seed ${seed}, step ${step}`).toEqual([]);
      }
      document.dispose();
    }
  });

  it('lets commands and undo work on what can be read, without ever throwing', () => {
    for (const seed of seedsUpTo(SEEDS)) {
      const random = createRandom(seed);
      const group = createPeers(random, ['ada', 'bob']);
      const [ada, bob] = group.peers;
      if (ada === undefined || bob === undefined) throw new Error('no peers');
      writeNonsense(random, bob.doc, 40);
      group.deliverAll();
      for (let step = 0; step < 40; step++) {
        if (random.chance(0.1)) writeNonsense(random, bob.doc, 1);
        if (random.chance(0.3)) group.deliverSome(ada);
        else if (random.chance(0.2)) ada.history.undo();
        else randomGesture(random, ada);
      }
      group.deliverAll();
      // Compared as received: half a surrogate pair stays one only where it was written.
      const received = new Y.Doc();
      Y.applyUpdate(received, Y.encodeStateAsUpdate(bob.doc));
      expect(JSON.stringify(readView(ada.doc)), `seed ${seed}`).toBe(JSON.stringify(readView(received)));
      group.dispose();
    }
  });

  it.each(ROOT_NAMES)('survives a root %s that is no map', (name) => {
    const doc = new Y.Doc();
    doc.getArray(name).push(['not', 'a', 'map']);
    const document = createBoardDocument({ doc, schedule: () => () => undefined, side: createSideProjection });
    expect(brokenInvariants(document.model())).toEqual([]);
    document.dispose();
  });
});
