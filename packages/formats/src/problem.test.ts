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

  it('say in words what belongs there, and leave quoted values alone', () => {
    const text = (found: string, expected: string): string =>
      problemText({ code: 'wrong-value', where: 'elements.0.x', found, expected }, english);
    expect(text('Object', '((string | number | boolean) | Array)')).toContain(
      'says a record where text or a number or true or false or a list belongs',
    );
    expect(text('"Array"', '("string" | "null")')).toContain('says "Array" where "string" or "null" belongs');
  });

  it('name a foreign format', () => {
    expect(problemText({ code: 'foreign-format', found: 'tm7' }, english)).toContain('Microsoft Threat Modeling Tool');
  });
});
