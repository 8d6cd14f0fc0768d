import { EMPTY_WORKSHOP, type Workshop } from '@strideboard/model';
import { describe, expect, it } from 'vitest';
import { questionBefore, sealedCards } from './move.ts';

const at = (id: string): Workshop => ({ ...EMPTY_WORKSHOP, phase: { id, startedAt: 1, by: 'ana' } });
const sealed: Workshop = {
  ...at('silent'),
  rounds: [{ id: 'r', state: 'silent', prompt: '', at: 1, hidesNames: false }],
};
const voting: Workshop = {
  ...at('vote'),
  ballots: [
    {
      ...{ id: 'b', state: 'open', dots: 3, what: '', at: 1, several: true, on: [], closedAt: null },
      ...{ tally: {}, voters: { onTime: 0, late: 0 } },
    },
  ],
};

describe('before another phase', () => {
  it('nothing is asked where nothing is at stake', () => {
    expect(questionBefore(at('scope'), 'draw')).toBeNull();
    expect(questionBefore(at('silent'), 'reveal')).toBeNull();
    expect(questionBefore(voting, 'vote')).toBeNull();
  });

  it('a round is begun, unless one is running', () => {
    expect(questionBefore(at('draw'), 'silent')).toBe('round');
    expect(questionBefore(sealed, 'silent')).toBeNull();
  });

  it('sealed cards are not forgotten, wherever the workshop goes', () => {
    expect(questionBefore(sealed, 'reveal')).toBe('reveal');
    expect(questionBefore(sealed, 'vote')).toBe('leave');
    expect(questionBefore({ ...sealed, phase: at('draw').phase }, 'decide')).toBe('leave');
  });

  it('a vote is not left open unasked', () => {
    expect(questionBefore(voting, 'decide')).toBe('vote');
  });
});

describe('sealed cards', () => {
  it('count each person once, however many windows they have', () => {
    const browsers = [
      { principal: 'bo', sealed: 3 },
      { principal: 'bo', sealed: 2 },
      { principal: 'cy', sealed: 1 },
      { principal: 'dee', sealed: 0 },
      { principal: 'eve', sealed: null },
    ];
    expect(sealedCards(browsers)).toEqual({ cards: 4, people: 2 });
    expect(sealedCards([])).toEqual({ cards: 0, people: 0 });
  });
});
