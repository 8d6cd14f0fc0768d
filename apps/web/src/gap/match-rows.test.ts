import type { WorkshopCard } from '@strideboard/model';
import type { RegisterRow } from '@strideboard/stride';
import { describe, expect, it } from 'vitest';
import { clusterCards, shownCards } from '../room/workshop/card-clusters.ts';
import { matchRows } from './match-rows.ts';

type Letters = RegisterRow['letters'];

const row = (parts: object): RegisterRow =>
  ({
    state: 'open',
    why: '',
    confirmAgain: false,
    broken: [],
    outOfScope: false,
    threat: null,
    manual: null,
    ...parts,
  }) as unknown as RegisterRow; // what is read of one
const found = (id: string, subjects: readonly string[], letters: Letters, parts: object = {}): RegisterRow =>
  row({ id, title: id, subjects, letters, threat: {}, ...parts });
const written = (
  id: string,
  subjects: readonly string[],
  letters: Letters,
  from: readonly string[] = [],
): RegisterRow => row({ id: `manual~${id}`, title: id, subjects, letters, manual: { id, from } });
const card = (key: string, parts: Partial<WorkshopCard> = {}): WorkshopCard => ({
  ...{
    key,
    author: 'ana',
    round: 'r',
    lane: 'threat',
    letters: [],
    on: [],
    text: key,
    late: false,
    at: 1,
    gone: false,
  },
  ...{ cluster: key, became: null, state: '', settled: null, ticket: '', why: '', apart: false },
  ...parts,
});
const gap = (rows: readonly RegisterRow[], cards: readonly WorkshopCard[] = []) =>
  matchRows({
    rows,
    clusters: clusterCards(shownCards({ cards, rounds: [] }, 'threat')),
    parked: cards.filter(({ lane }) => lane === 'park'),
  });
const columns = (rows: ReturnType<typeof gap>) =>
  rows.map(({ column, id, findings }) => [column, id, findings.map((one) => one.id).join()]);

describe('people and engine', () => {
  it('say the same where they name the same element and share a letter', () => {
    const rows = [found('A', ['pod'], ['S', 'T']), found('B', ['pod'], ['D']), found('C', ['db'], ['S'])];
    const cards = [
      card('same', { on: ['pod'], letters: ['S'], at: 1 }),
      card('other letter', { on: ['db'], letters: ['E'], at: 2 }),
      card('no letter', { on: ['pod'], at: 3 }),
      card('no element', { letters: ['S'], at: 4 }),
    ];
    expect(columns(gap(rows, cards))).toEqual([
      ['both', 'same', 'A'],
      ['people', 'other letter', ''],
      ['people', 'no letter', ''],
      ['people', 'no element', ''],
      ['engine', 'B', 'B'],
      ['engine', 'C', 'C'],
    ]);
  });

  it('are one row by hand, and two where somebody parted them', () => {
    const rows = [found('A', ['pod'], ['S']), found('B', ['db'], ['D'])];
    const linked = card('k', { became: 'B' });
    expect(gap(rows, [linked])[0]).toMatchObject({ column: 'both', match: 'linked', findings: [{ id: 'B' }] });
    const parted = card('k', { on: ['pod'], letters: ['S'], apart: true });
    expect(columns(gap(rows, [parted]))).toEqual([
      ['people', 'k', ''],
      ['engine', 'A', 'A'],
      ['engine', 'B', 'B'],
    ]);
    const both = gap([...rows, written('m', [], [], ['B'])]);
    expect(both[0]).toMatchObject({ column: 'both', match: 'linked', findings: [{ id: 'B' }] });
  });

  it('tell cards and the threat that was written from them once', () => {
    const rows = [written('m', ['pod'], ['S'], ['k']), written('n', [], []), found('A', ['pod'], ['S'])];
    const cards = [card('k', { became: 'manual~m' }), card('more', { cluster: 'k' })];
    expect(gap(rows, cards)).toMatchObject([
      { id: 'k', column: 'both', written: { id: 'manual~m' }, cluster: { cards: { length: 2 } } },
      { id: 'manual~n', column: 'people' },
    ]);
  });

  it('leave out what is out of scope, withdrawn, parked or still secret', () => {
    const rows = [found('A', ['pod'], ['S'], { outOfScope: true })];
    const cards = [card('gone', { gone: true }), card('park', { lane: 'park' }), card('secret', { round: 'silent' })];
    const rounds = [{ id: 'silent', state: 'silent', prompt: '', at: 2 }] as never;
    expect(matchRows({ rows, clusters: clusterCards(shownCards({ cards, rounds }, 'threat')), parked: [] })).toEqual(
      [],
    );
  });
});

describe('where the team stands', () => {
  const statusOf = (rows: readonly RegisterRow[], cards: readonly WorkshopCard[] = []) => {
    const [first] = gap(rows, cards);
    return [first?.status, first?.why];
  };

  it('is what was decided on the threat, as long as that holds', () => {
    const decided = (state: string, more: object = {}) => [found('A', ['pod'], ['S'], { state, why: 'no', ...more })];
    expect(statusOf(decided('open'))).toEqual(['open', '']);
    expect(statusOf(decided('investigating'))).toEqual(['adopted', '']);
    expect(statusOf(decided('mitigated'))).toEqual(['adopted', '']);
    expect(statusOf(decided('mitigated', { confirmAgain: true }))).toEqual(['open', '']);
    expect(statusOf(decided('notApplicable'))).toEqual(['declined', 'no']);
  });

  it('is parked while a parked card names the threat', () => {
    expect(statusOf([found('A', ['pod'], ['S'])], [card('p', { lane: 'park', on: ['pod', 'A'] })])).toEqual([
      'parked',
      '',
    ]);
  });

  it('is what is marked on the cards where no threat stands behind them', () => {
    expect(statusOf([], [card('k', { state: 'declined', why: 'covered' })])).toEqual(['declined', 'covered']);
    expect(statusOf([], [card('k', { became: 'record' })])).toEqual(['adopted', '']);
    expect(statusOf([found('A', [], [])], [card('k', { became: 'A' })])).toEqual(['open', '']);
  });
});
