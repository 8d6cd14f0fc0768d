import { absoluteBoxes } from '@strideboard/model';
import {
  createRandom,
  dump,
  forSeeds,
  type Peer,
  populate,
  randomGesture,
  seedBatches,
  sitDown,
  UNDOABLE_GESTURES,
} from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';

const shown = ({ document }: Peer): string => {
  document.flush();
  // The log of decisions only grows: an undo adds to it.
  return JSON.stringify([{ ...document.model(), decisionLog: [] }, document.issues(), document.workshop()]);
};
const boxesOf = (peer: Peer) => {
  peer.document.flush();
  return absoluteBoxes(peer.document.model().elements);
};

// Among several people: laws/session.fuzz.test.ts.
describe('law 4, undo is mine only', () => {
  it.each(seedBatches())(
    'takes a lone author back to the start and forward to the end again (seeds %s)',
    (_, seeds) => {
      forSeeds('law-04', seeds, (seed) => {
        const { random, group, ada, bob } = sitDown(seed, 0);
        populate(random, bob);
        bob.commands.setRound({ state: 'silent' });
        group.deliverAll();
        const states = [shown(ada)];
        for (let step = 0; step < 60; step++) {
          const sent = ada.updates.length;
          const before = boxesOf(ada);
          const name = randomGesture(
            random,
            ada,
            UNDOABLE_GESTURES.filter((x) => x !== 'paste'),
          );
          if (ada.updates.length === sent) continue;
          states.push(shown(ada));
          if (name !== 'drawAround') continue;
          const after = boxesOf(ada);
          for (const [id, box] of before) expect(after.get(id), `${id} jumped, step ${step}`).toEqual(box);
        }
        for (let at = states.length - 2; at >= 0; at--) {
          const name = ada.history.undoName?.command ?? '';
          expect(ada.history.undo().skipped, `skipped by undo of ${name}, back to ${at}`).toEqual([]);
          expect(shown(ada) === states[at], `undo of ${name}, back to ${at}`).toBe(true);
        }
        expect(ada.history.canUndo).toBe(false);
        for (let at = 1; at < states.length; at++) {
          const name = ada.history.redoName?.command ?? '';
          expect(ada.history.redo().skipped, `skipped by redo of ${name}, forward to ${at}`).toEqual([]);
          expect(shown(ada) === states[at], `redo of ${name}, forward to ${at}`).toBe(true);
        }
        expect(ada.history.canRedo).toBe(false);
        group.dispose();
      });
    },
  );

  it.each(seedBatches())(
    'keeps everything somebody else did after it, whatever is taken back (seeds %s)',
    (_, seeds) => {
      forSeeds('law-04', seeds, (seed) => {
        const { random, group, ada, bob } = sitDown(seed);
        for (let step = 0; step < 8; step++) randomGesture(random, ada, UNDOABLE_GESTURES);
        group.deliverAll();
        const theirs = new Set<string>();
        bob.history.log.subscribe(({ writes }) => {
          for (const { root, id, key } of writes) theirs.add([root, ...(id === null ? [] : [id]), key].join('/'));
        });
        const edits = createRandom(random.between(0, 2 ** 31));
        for (let step = 0; step < 12; step++) randomGesture(edits, bob, UNDOABLE_GESTURES);
        group.deliverAll();
        const before = dump(bob.doc);
        while (ada.history.canUndo) ada.history.undo();
        group.deliverAll();
        const after = dump(bob.doc);
        for (const path of theirs) expect(after.get(path)?.value, path).toBe(before.get(path)?.value);
        group.dispose();
      });
    },
  );
});
