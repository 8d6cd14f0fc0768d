import { createPeers, createRandom, GESTURES, populate, randomGesture, seedsUpTo } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';

const SEEDS = Number(process.env['STRIDEBOARD_FUZZ_SEEDS'] ?? 100);

describe('history', () => {
  it('takes a lone author back to the start and forward to the end again', () => {
    for (const seed of seedsUpTo(SEEDS)) {
      const random = createRandom(seed);
      const group = createPeers(random, ['ada', 'bob']);
      const [ada, bob] = group.peers;
      if (ada === undefined || bob === undefined) throw new Error('no peers');
      populate(random, bob);
      group.deliverAll();
      const shown = (): string => {
        ada.document.flush();
        // The log of decisions only grows: an undo adds to it.
        return JSON.stringify([{ ...ada.document.model(), decisionLog: [] }, ada.document.issues()]);
      };
      const states = [shown()];
      const among = GESTURES.filter((name) => name !== 'notes');
      for (let step = 0; step < 60; step++) {
        const sent = ada.updates.length;
        randomGesture(random, ada, among);
        if (ada.updates.length > sent) states.push(shown());
      }
      for (let at = states.length - 2; at >= 0; at--) {
        expect(ada.history.undo().skipped, `skipped by undo, seed ${seed}, back to ${at}`).toEqual([]);
        expect(shown(), `undo, seed ${seed}, back to ${at}`).toBe(states[at]);
      }
      expect(ada.history.canUndo, `seed ${seed}`).toBe(false);
      for (let at = 1; at < states.length; at++) {
        expect(ada.history.redo().skipped, `skipped by redo, seed ${seed}, forward to ${at}`).toEqual([]);
        expect(shown(), `redo, seed ${seed}, forward to ${at}`).toBe(states[at]);
      }
      expect(ada.history.canRedo, `seed ${seed}`).toBe(false);
      group.dispose();
    }
  });

  it('brings back what was deleted together with what others did to it meanwhile', () => {
    for (const seed of seedsUpTo(SEEDS)) {
      const outcomes = [true, false].map((withDeletion) => {
        const random = createRandom(seed);
        const group = createPeers(random, ['ada', 'bob']);
        const [ada, bob] = group.peers;
        if (ada === undefined || bob === undefined) throw new Error('no peers');
        for (const peer of group.peers) populate(random, peer);
        group.deliverAll();
        const victims = random.some(ada.document.model().elements, 0.3).map(({ id }) => id);
        const script = random.between(0, 2 ** 31);
        if (withDeletion) ada.commands.delete({ ids: victims });
        const edits = createRandom(script);
        const among = GESTURES.filter((name) => !['delete', 'deleteLift', 'restore'].includes(name));
        for (let step = 0; step < 20; step++) randomGesture(edits, bob, among);
        group.deliverAll();
        if (withDeletion && victims.length > 0) {
          expect(ada.history.undo(), `seed ${seed}`).toMatchObject({ done: true, skipped: [] });
        }
        group.deliverAll();
        group.dispose();
        return JSON.stringify(bob.document.model());
      });
      expect(outcomes[0], `with and without deletion, seed ${seed}`).toBe(outcomes[1]);
    }
  });
});
