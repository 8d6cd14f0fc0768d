import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COVERAGE_FILE, coveragePage, numberedTests } from './ux-coverage.mjs';
import { STATEMENTS } from './ux-statements.mjs';

describe('the page of what browser tests cover', () => {
  it('is what the titles of the tests say now', () => {
    const cells = (text) => text.split('\n').map((line) => line.replaceAll(/\s+/gu, ' ').replaceAll(/-{3,}/gu, '---'));
    expect(cells(readFileSync(COVERAGE_FILE, 'utf8'))).toEqual(cells(coveragePage()));
  });

  it('refuses a number nobody knows', () => {
    expect(() => coveragePage([{ file: 'x.spec.ts', numbers: [999], title: 'x' }])).toThrow('not listed: x');
  });

  it('finds the numbers of tests', () => {
    const numbers = new Set(numberedTests().flatMap((test) => test.numbers));
    expect(numbers.size).toBeGreaterThan(30);
    expect([...numbers].every((number) => STATEMENTS.has(number))).toBe(true);
  });
});
