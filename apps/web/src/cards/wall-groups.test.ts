import type { WorkshopCard } from '@strideboard/model';
import { describe, expect, it } from 'vitest';
import { clusterCards, shownCards } from '../room/workshop/card-clusters.ts';
import { groupWall } from './wall-groups.ts';

const card = (key: string, rest: Partial<WorkshopCard> = {}): WorkshopCard => ({
  ...{
    key,
    author: 'ada',
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
  ...rest,
});
const round = { id: 'r', state: 'revealed', prompt: '', at: 1, hidesNames: false } as const;

describe('the wall', () => {
  it('shows neither what was withdrawn, nor what is parked, nor cards that somebody let out before their round was over', () => {
    const cards = [card('a'), card('b', { gone: true }), card('c', { lane: 'park' }), card('d', { round: 'now' })];
    const rounds = [round, { ...round, id: 'now', state: 'silent' } as const];
    expect(shownCards({ cards, rounds }, 'threat').map(({ key }) => key)).toEqual(['a']);
    expect(shownCards({ cards, rounds }, 'park').map(({ key }) => key)).toEqual(['c']);
  });

  it('keeps all originals of a cluster under the card that leads, with the letters and targets of all', () => {
    const cards = [
      card('a', { cluster: 'b', letters: ['T'], on: ['pod'] }),
      card('b', { letters: ['S', 'T'], on: ['etcd'] }),
      card('c', { at: 0 }),
    ];
    const clusters = clusterCards(cards);
    expect(clusters.map(({ key, cards: all }) => [key, all.map((one) => one.key)])).toEqual([
      ['c', ['c']],
      ['b', ['b', 'a']],
    ]);
    expect(clusters[1]).toMatchObject({ letters: ['S', 'T'], on: ['etcd', 'pod'] });
  });

  it('goes on when the leading card was withdrawn', () => {
    expect(clusterCards([card('b', { cluster: 'a' }), card('c', { cluster: 'a' })])).toMatchObject([
      { key: 'a', face: { key: 'b' }, cards: [{ key: 'b' }, { key: 'c' }] },
    ]);
  });

  it('is grouped in the order of the board, each cluster once, what is about nothing there last', () => {
    const clusters = clusterCards([
      card('a', { on: ['gone'] }),
      card('b', { on: ['gone', 'flow'] }),
      card('c', { on: ['pod', 'flow'] }),
      card('d'),
    ]);
    const groups = groupWall(clusters, ['etcd', 'pod', 'flow']);
    expect(groups.map(({ target, clusters: inside }) => [target, inside.map(({ key }) => key)])).toEqual([
      ['pod', ['c']],
      ['flow', ['b']],
      [null, ['a', 'd']],
    ]);
  });
});
