import { RECORD_STATES } from '@strideboard/model';
import { createRandom, nonsense, type Random, seedsUpTo } from '@strideboard/testkit';
import type { RootName } from '@strideboard/wire';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createBoardDocument } from './board-document.ts';
import { createSideProjection } from './project-register.ts';
import { readView } from './read-model.ts';
import { SIDE_ROOTS } from './side.ts';

const SEEDS = Number(process.env['STRIDEBOARD_FUZZ_SEEDS'] ?? 100);
const IDS = ['a', 'b', 'c', '__proto__', 'constructor', 'x|y', 'z~z', '', 'ключ', 'x'.repeat(300)];

/** Keys inside the things of a nested root, as its readers know them. */
const NESTED: Readonly<Partial<Record<RootName, readonly string[]>>> = {
  manual: ['title', 'letters', 'on.a', 'on.', 'on.__proto__', 'origin', 'from', 'z', 'by', 'del'],
  controls: ['title', 'group', 'layer', 'strength', 'test', 'signal', 'requirements', 'del'],
  standing: ['rule', 'scope', 'state', 'why', 'owner', 'until', 'by', 'del'],
  records: [
    'kind',
    'title',
    'state',
    'about.a',
    'about.manual~a',
    'owner',
    'due',
    'by',
    'agreed',
    'replaces',
    'src',
    'z',
    'del',
  ],
  trees: ['title', 'assumptions', 'z', 'del'],
  treeNodes: ['tree', 'kind', 'label', 'rule', 'to', 'at', 'del'],
  treeEdges: ['tree', 'ends', 'ctl.a', 'ctl.', 'del'],
};
/** Keys of a flat root for two ids. */
const FLAT: Readonly<Partial<Record<RootName, (a: string, b: string) => readonly string[]>>> = {
  applied: (a, b) => ['on', 'state', 'owner', 'evidence', 'ticket', 'other'].map((field) => `${a}|${b}|${field}`),
  mitigates: (a, b) => [`${a}|${b}`, `manual~${a}|${b}`, a],
  comments: (a, b) => [`${a}|${b}`, a],
  threadState: (a) => [a],
  decisionLog: (a, b) => [`${a}|${b}`, a],
  workshop: (a) => ['phase', 'timer', 'spotlight', 'agenda', `round|${a}`, `ballot|${a}`, `hand|${a}`, a],
  cards: (a, b) => [`${a}|${b}`, a],
  cardMarks: (a, b) => ['cluster', 'became', 'lane', 'state', 'x'].map((field) => `${a}|${b}|${field}`),
  votes: (a, b) => [`${a}|${b}|${a}`, `${a}|${b}`],
  locks: (a) => [`nodes|${a}`, `edges|${a}`, `text|${a}`, a],
};

/** A value of nearly the right form, or any other. */
function value(random: Random): unknown {
  const huge = 'x'.repeat(60_000);
  const near: readonly unknown[] = [
    1,
    0,
    'a',
    'a|b',
    'manual~a',
    huge,
    -1e308,
    Number.NaN,
    ['a', 'b'],
    ['b', 'a'],
    ['a', 'a'],
    ['S', 'E', 'X', 'S'],
    ['ada', 1],
    ['ada', 'x'],
    Array.from({ length: 2_000 }, () => 'x'),
    ['open', 2, huge, 1],
    ['closed', -3, '', 1],
    ['revealed', 'x', 1],
    ['silent', {}, 'x'],
    [5, true],
    [1e9, 'x'],
    ['WL-001~a', 'state', null, ['accepted', '', 'ada', 1], 1, 'decide', 'bob'],
    ['manual~a', 'nothing', null, null, 1],
    { thread: 'a', anchor: ['node', 'a'], body: huge, at: 1, gone: 1, as: 'bob' },
    { thread: 'b', anchor: ['point', 1e12, 0], body: 7, at: 'x', edited: {} },
    { round: 'a', lane: 'park', letters: ['S', 7], on: ['a', {}], text: huge, at: 1 },
    { round: {}, lane: 7, letters: 'S', on: 'a', text: [] },
    'assumption',
    'question',
    'holds',
    'goal',
    'accepted',
    'implemented',
    'model',
    'tag:x',
  ];
  return random.chance(0.7) ? random.pick(near) : nonsense(random);
}

function write(random: Random, doc: Y.Doc): void {
  const root = random.pick(SIDE_ROOTS) ?? 'manual';
  const map = doc.getMap<unknown>(root);
  const [a, b] = [random.pick(IDS) ?? 'a', random.pick(IDS) ?? 'b'];
  const keys = NESTED[root];
  doc.transact(() => {
    if (keys === undefined) {
      const flat = random.pick(FLAT[root]?.(a, b) ?? []) ?? a;
      map.set(flat, random.chance(0.1) ? new Y.Map() : value(random));
      return;
    }
    const nested = map.get(a);
    if (nested instanceof Y.Map) for (const key of random.some(keys, 0.4)) nested.set(key, value(random));
    else map.set(a, random.chance(0.9) ? new Y.Map() : value(random));
    if (random.chance(0.3))
      doc.getMap<unknown>('text').set(`${a}|notes`, random.chance(0.5) ? new Y.Text('x') : value(random));
  });
}

describe('a hostile register and workshop', () => {
  it('have a root of their own in this test for every root that is followed', () => {
    expect([...Object.keys(NESTED), ...Object.keys(FLAT)].sort()).toEqual([...SIDE_ROOTS].sort());
  });

  it('are read without throwing, within limits, the same when followed and when read afresh', () => {
    for (const seed of seedsUpTo(SEEDS)) {
      const random = createRandom(seed);
      const doc = new Y.Doc();
      const board = doc.getMap<unknown>('nodes');
      for (const id of ['a', 'b']) board.set(id, new Y.Map([['kind', 'process']]));
      const document = createBoardDocument({ doc, schedule: () => () => undefined, side: createSideProjection });
      for (let step = 0; step < 60; step++) {
        write(random, doc);
        if (random.chance(0.1))
          board.set(
            'b',
            new Y.Map([
              ['kind', 'process'],
              ['del', random.chance(0.5) ? ['x', 1, 'g'] : null],
            ]),
          );
        if (random.chance(0.4)) document.flush();
      }
      document.flush();
      const fresh = readView(doc);
      const shown = JSON.stringify([document.model(), document.workshop(), document.issues()]);
      expect(shown, `seed ${seed}`).toBe(JSON.stringify([fresh.model, fresh.workshop, fresh.issues]));
      const { manual, records, trees, comments, decisionLog } = fresh.model;
      for (const { title, letters, on } of manual)
        expect(
          [title.length <= 300, letters.length <= 6, on.every((id) => ['a', 'b'].includes(id))],
          `seed ${seed}`,
        ).toEqual([true, true, true]);
      for (const { title, kind, state } of records) {
        expect(title.length, `seed ${seed}`).toBeLessThanOrEqual(300);
        expect(RECORD_STATES[kind], `seed ${seed}`).toContain(state);
      }
      for (const { edges, nodes } of trees)
        for (const { parent, child } of edges)
          expect(nodes.filter(({ id }) => id === parent || id === child).length, `seed ${seed}`).toBe(
            parent === child ? 1 : 2,
          );
      for (const { body } of comments.flatMap(({ messages }) => messages))
        expect(body.length, `seed ${seed}`).toBeLessThanOrEqual(4_000);
      expect(
        decisionLog.every(({ at }) => Number.isFinite(at)),
        `seed ${seed}`,
      ).toBe(true);
      for (const { tally, dots } of fresh.workshop.ballots)
        for (const { dots: given, late } of Object.values(tally))
          expect(given + late, `seed ${seed}`).toBeLessThanOrEqual(Math.max(0, dots) * IDS.length);
      document.dispose();
    }
  });
});
