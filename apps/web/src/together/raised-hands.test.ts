import type { Presence } from '@strideboard/document';
import { describe, expect, it } from 'vitest';
import { raisedHands } from './raised-hands.ts';

const NOW = 1_000_000;
const nobody = { principal: 'me', name: 'Me', colour: '#000000', at: null };
const peer = (client: number, principal: string, hand: number | null) => ({
  ...{ client, principal, name: principal, colour: '#111111' },
  presence: { hand } as Presence,
});
const queue = (
  hands: readonly (readonly [string, number | null])[],
  { mine = null, loweredAt = {} }: { mine?: number | null; loweredAt?: Readonly<Record<string, number>> } = {},
) =>
  raisedHands({
    peers: hands.map(([principal, at], client) => peer(client, principal, at)),
    mine: { ...nobody, at: mine },
    loweredAt,
    now: NOW,
  }).map(({ principal }) => principal);

describe('raised hands', () => {
  it('stand in the order in which they were raised, mine among them, and in one order for everybody when at once', () => {
    expect(
      queue(
        [
          ['bo', 30],
          ['cy', null],
          ['di', 10],
          ['al', 30],
        ],
        { mine: 20 },
      ),
    ).toEqual(['di', 'me', 'al', 'bo']);
  });

  it('count once for a person with two windows, from the first', () => {
    expect(
      queue([
        ['bo', 30],
        ['cy', 20],
        ['bo', 10],
      ]),
    ).toEqual(['bo', 'cy']);
  });

  it('are down when lowered since, and up when raised again after that', () => {
    const hands = [
      ['bo', 30],
      ['cy', 31],
    ] as const;
    expect(queue(hands, { loweredAt: { bo: 30, cy: 30 } })).toEqual(['cy']);
  });

  it('are not believed from the future', () => {
    expect(queue([['bo', NOW + 60_000]])).toEqual([]);
  });
});
