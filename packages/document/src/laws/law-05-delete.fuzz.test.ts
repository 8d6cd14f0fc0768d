import { withDescendants } from '@strideboard/model';
import {
  createRandom,
  forSeeds,
  type GestureName,
  GESTURES,
  type Peer,
  randomGesture,
  seedBatches,
  sitDown,
  type Table,
} from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';

/** What others may do meanwhile: anything but deleting elements and flows, and bringing back what was deleted. */
const DELETING: readonly GestureName[] = [
  'delete',
  'deleteLift',
  'restore',
  'cut',
  'paste',
  'dissolve',
  'deleteDiagram',
  'facilitatorLock',
];
const EDITS = GESTURES.filter((name) => !DELETING.includes(name));

const seenBy = ({ document }: Peer): string => {
  document.flush();
  return JSON.stringify([document.model(), document.issues(), document.workshop()]);
};

/** Ways to delete. Each gives what it deleted, or nothing when it was refused. */
const WAYS: readonly ((table: Table) => readonly string[])[] = [
  ({ random, ada }) => {
    const ids = random.some(ada.document.model().elements, 0.3).map(({ id }) => id);
    return ids.length > 0 && ada.commands.delete({ ids }).ok ? ids : [];
  },
  ({ random, ada }) => {
    const ids = random.some(ada.document.model().elements, 0.3).map(({ id }) => id);
    return ids.length > 0 && ada.commands.cut({ ids }).ok ? ids : [];
  },
  ({ ada }) => {
    const [, second] = ada.document.model().diagrams;
    if (second === undefined) return [];
    return ada.commands.deleteDiagram({ diagram: second.id, with: 'elements' }).ok ? [second.id] : [];
  },
  ({ random, ada }) => {
    const ids = random.some(ada.document.model().flows, 0.5).map(({ id }) => id);
    return ids.length > 0 && ada.commands.delete({ ids }).ok ? ids : [];
  },
];

/** A board with threats, records, comments and a second diagram on it. */
function furnished(seed: number): Table {
  const table = sitDown(seed, 16);
  const { random, group, ada } = table;
  ada.commands.addDiagram({ title: 'details' });
  for (let at = 0; at < 25; at++) randomGesture(random, ada, EDITS);
  group.deliverAll();
  return table;
}

describe('law 5, delete is reversible', () => {
  it.each(seedBatches())(
    'undo leaves the board as if nothing had been deleted, with all edits of others (seeds %s)',
    (_, seeds) => {
      forSeeds('law-05', seeds, (seed) => {
        const way = WAYS[seed % WAYS.length];
        const outcomes = [true, false].map((withDeletion) => {
          const table = furnished(seed);
          const { random, group, ada, bob, cy } = table;
          const script = random.between(0, 2 ** 31);
          const deleted = withDeletion ? (way?.(table) ?? []) : [];
          const edits = createRandom(script);
          for (let step = 0; step < 20; step++) randomGesture(edits, step % 3 === 0 ? cy : bob, EDITS);
          group.deliverAll();
          if (deleted.length > 0) expect(ada.history.undo()).toMatchObject({ done: true, skipped: [] });
          group.deliverAll();
          const seen = seenBy(bob);
          group.dispose();
          return seen;
        });
        expect(outcomes[0]).toBe(outcomes[1]);
      });
    },
  );

  it.each(seedBatches())(
    'undo brings everything back, whatever others did once they saw it gone (seeds %s)',
    (_, seeds) => {
      forSeeds('law-05', seeds, (seed) => {
        const { random, group, ada, bob, cy } = furnished(seed);
        const model = ada.document.model();
        const ids = random.some(model.elements, 0.3).map(({ id }) => id);
        if (ids.length === 0) return;
        const gone = new Set<string>(withDescendants(ids, model.elements).map(({ id }) => id));
        const flows = model.flows.filter(({ source, target }) => gone.has(source) || gone.has(target));
        const references = model.elements.filter(({ of }) => of !== null && gone.has(of));
        // Refused when all of it is locked.
        if (!ada.commands.delete({ ids }).ok) return;
        group.deliverAll();
        for (let step = 0; step < 12; step++) randomGesture(random, random.chance(0.5) ? bob : cy, EDITS);
        group.deliverAll();
        expect(ada.history.undo().done).toBe(true);
        group.deliverAll();
        const after = bob.document.model();
        const shown = new Set<string>([...after.elements, ...after.flows].map(({ id }) => id));
        for (const id of [...gone, ...flows.map((flow) => flow.id), ...references.map((reference) => reference.id)])
          expect(shown, 'what is shown again').toContain(id);
        for (const threat of Object.keys(model.decisions)) expect(after.decisions).toHaveProperty([threat]);
        // A threat that somebody wrote may have been taken away meanwhile; what was said of it is then orphaned by that.
        const isTakenAway = (anchor: (typeof model.comments)[number]['anchor']): boolean =>
          anchor?.kind === 'threat' &&
          model.manual.some(({ id }) => anchor.id === `manual~${id}`) &&
          !after.manual.some(({ id }) => anchor.id === `manual~${id}`);
        for (const { id, anchor, orphaned } of model.comments)
          expect(after.comments.find((thread) => thread.id === id)?.orphaned).toBe(orphaned || isTakenAway(anchor));
        group.dispose();
      });
    },
  );
});
