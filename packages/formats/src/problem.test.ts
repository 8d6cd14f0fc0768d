import { english } from '@strideboard/words';
import { describe, expect, it } from 'vitest';
import { LOSS_CODES } from './loss.ts';
import { lossText, PROBLEM_CODES, problemText } from './problem.ts';

describe('sentences', () => {
  it('exist for every problem and leave no placeholder open', () => {
    for (const code of PROBLEM_CODES) {
      expect(
        problemText({ code, where: 'a', found: 'b', expected: 'c', name: 'd', line: 2, column: 3 }, english),
      ).toMatch(/^[A-Z][^{}]+\.$/u);
    }
  });

  it('exist for every loss and say where', () => {
    for (const code of LOSS_CODES) expect(lossText({ code, where: 'here' }, english)).toContain('here');
  });

  it('name a foreign format', () => {
    expect(problemText({ code: 'foreign-format', found: 'tm7' }, english)).toContain('Microsoft Threat Modeling Tool');
  });
});
