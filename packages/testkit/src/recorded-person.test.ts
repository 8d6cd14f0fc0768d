import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { createRecordedPerson } from './recorded-person.ts';
import { workshopBoard } from './workshop-board.ts';
import { recordWorkshop } from './workshop-recording.ts';

const ELEMENTS = 60;
const PRESENCE = new Set(['come', 'leave', 'point']);

/** Plays a workshop on one document that everybody shares. */
function play() {
  const doc = new Y.Doc();
  let [clock, id] = [0, 0];
  const people = Array.from({ length: 6 }, (_, who) =>
    createRecordedPerson({
      doc,
      principal: `person-${who}`,
      role: who === 0 ? 'facilitate' : 'edit',
      now: () => ++clock,
      randomId: () => `recorded-${String(++id).padStart(8, '0')}`,
    }),
  );
  people[0]?.begin(workshopBoard(ELEMENTS));
  const written = new Map<string, number>();
  const sizes: number[] = [];
  for (const step of recordWorkshop({ seed: 3, people: people.length, parts: 2 })) {
    if (people[step.who]?.perform(step) === true) written.set(step.do, (written.get(step.do) ?? 0) + 1);
    sizes.push(people[0]?.model().elements.length ?? 0);
  }
  return { doc, written, sizes, model: people[0]?.model() };
}
const played = play();

it('everything that is no presence is written by somebody', () => {
  const asked = new Set(
    recordWorkshop({ seed: 3, people: 6, parts: 2 }).flatMap((step) => (PRESENCE.has(step.do) ? [] : [step.do])),
  );
  expect([...played.written.keys()].sort()).toEqual([...asked].sort());
});

it('presence writes nothing', () => {
  expect([...PRESENCE].filter((kind) => played.written.has(kind))).toEqual([]);
});

it('the board stays about as large as it was', () => {
  expect(Math.max(...played.sizes)).toBeLessThan(ELEMENTS * 1.25);
  expect(Math.min(...played.sizes)).toBeGreaterThanOrEqual(ELEMENTS - 1);
});

it('talk is resolved', () => {
  expect(played.model?.comments.length).toBeGreaterThan(5);
  expect(played.model?.comments.filter(({ state }) => state === 'open').length).toBeLessThan(5);
});
