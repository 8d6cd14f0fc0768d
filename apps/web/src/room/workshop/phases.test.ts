import { EMPTY_WORKSHOP } from '@strideboard/model';
import { describe, expect, it } from 'vitest';
import { DEFAULT_AGENDA, openBallot, phaseOf, readAgenda, silentRound, writeAgenda } from './phases.ts';

describe('the agenda', () => {
  it('comes back as it was written', () => {
    const items = [
      { phase: 'silent', minutes: 7 },
      { phase: 'draw', minutes: 0 },
      { phase: 'silent', minutes: 5 },
    ] as const;
    expect(readAgenda(writeAgenda(items))).toEqual(items);
  });

  it('is the default where nothing can be read, and leaves out what makes no sense', () => {
    expect(readAgenda([])).toBe(DEFAULT_AGENDA);
    expect(readAgenda(['lunch/60', '<b>', ''])).toBe(DEFAULT_AGENDA);
    expect(readAgenda(['silent/-3', 'vote/1e9', 'scope/2.5', 'decide'])).toEqual([
      { phase: 'silent', minutes: 10 },
      { phase: 'vote', minutes: 10 },
      { phase: 'scope', minutes: 10 },
      { phase: 'decide', minutes: 20 },
    ]);
  });
});

describe('what runs now', () => {
  it('is nothing on a board without a workshop', () => {
    expect([phaseOf(EMPTY_WORKSHOP), silentRound(EMPTY_WORKSHOP), openBallot(EMPTY_WORKSHOP)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('is the newest round and ballot only', () => {
    const rounds = [
      { id: 'a', state: 'silent', prompt: '', at: 1, hidesNames: false },
      { id: 'b', state: 'revealed', prompt: '', at: 2, hidesNames: false },
    ] as const;
    expect(silentRound({ rounds })).toBeNull();
    expect(silentRound({ rounds: [rounds[1], { ...rounds[0], at: 3 }] })?.id).toBe('a');
    expect(phaseOf({ phase: { id: 'lunch', startedAt: 1, by: 'x' } })).toBeNull();
    expect(phaseOf({ phase: { id: 'silent#2', startedAt: 1, by: 'x' } })).toBe('silent');
  });
});
