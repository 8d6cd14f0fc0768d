import { describe, expect, it } from 'vitest';
import { blast } from './blast.ts';
import { judgement } from './judgement.ts';

const { techniques = [], tactics = [] } = judgement.method;

describe('techniques of attackers', () => {
  it('are listed for every technique a rule or a step of an attacker refers to, once', () => {
    const named = [...judgement.rules, ...blast.steps].flatMap(({ references }) =>
      references.filter(({ key }) => key === 'attack').map(({ id }) => id),
    );
    const listed = techniques.map(({ id }) => id);
    expect(new Set(listed).size).toBe(listed.length);
    expect([...new Set(named)].filter((id) => !listed.includes(id))).toEqual([]);
  });

  it('serve tactics that are listed', () => {
    const known = tactics.map(({ id }) => id);
    expect(
      techniques.filter((one) => one.tactics.length === 0 || !one.tactics.every((id) => known.includes(id))),
    ).toEqual([]);
  });
});
