import { describe, expect, it } from 'vitest';
import { DEFAULT_AGENDA, writeAgenda } from '../room/workshop/phases.ts';
import { byQuestion, OVER, standingOf, storedPhase } from './agenda-place.ts';

const phase = (id: string) => ({ id, startedAt: 1, by: 'ana' });
const AGENDA = ['draw/15', 'silent/10', 'reveal/15', 'silent/5', 'review/0'];

describe('where a workshop stands', () => {
  it('is nowhere before it began and after it ended', () => {
    expect(standingOf({ phase: null, agenda: [] })).toBeNull();
    expect(standingOf({ phase: phase(OVER), agenda: AGENDA })).toBeNull();
  });

  it('is the turn that was stored, where a phase comes twice', () => {
    expect(standingOf({ phase: phase('silent'), agenda: AGENDA })?.at).toBe(1);
    expect(standingOf({ phase: phase('silent#2'), agenda: AGENDA })?.at).toBe(3);
    // A turn that was taken out of the agenda is the last one that is left.
    expect(standingOf({ phase: phase('silent#9'), agenda: AGENDA })?.at).toBe(3);
    expect(standingOf({ phase: phase('silent#x'), agenda: AGENDA })?.at).toBe(3);
  });

  it('comes back for each place of an agenda', () => {
    const items = standingOf({ phase: phase('draw'), agenda: AGENDA })?.items ?? [];
    for (const at of items.keys())
      expect(standingOf({ phase: phase(storedPhase(items, at)), agenda: writeAgenda(items) })?.at).toBe(at);
  });

  it('is shown where it belongs when the agenda has left it out', () => {
    const standing = standingOf({ phase: phase('vote'), agenda: AGENDA });
    expect(standing?.items.map((item) => item.phase)).toEqual(['draw', 'silent', 'reveal', 'silent', 'vote', 'review']);
    expect(standing?.at).toBe(4);
    expect(standingOf({ phase: phase('review'), agenda: ['draw'] })?.at).toBe(1);
  });
});

describe('the four questions', () => {
  it('hold the default phases in one piece each', () => {
    expect(byQuestion(DEFAULT_AGENDA).map(({ question, items }) => [question, items.length])).toEqual([
      ['working', 3],
      ['wrong', 3],
      ['doing', 1],
      ['good', 1],
    ]);
  });
});
