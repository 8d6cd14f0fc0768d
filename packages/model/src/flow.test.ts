import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareOrder } from './flow.ts';

describe('walkthrough numbers', () => {
  it('sort naturally, with stars and blanks last', () => {
    const sorted = ['*', '10', '', '3a', '2', '3', '1', '3b', '12', '*'].sort(compareOrder);
    expect(sorted).toEqual(['1', '2', '3', '3a', '3b', '10', '12', '', '*', '*']);
  });

  it('have one order whatever the start', () => {
    const order = fc.oneof(fc.stringMatching(/^[0-9a-c*]{0,4}$/u), fc.string({ maxLength: 12 }));
    fc.assert(
      fc.property(order, order, order, (a, b, c) => {
        expect(Math.sign(compareOrder(a, b))).toBe(-Math.sign(compareOrder(b, a)) + 0);
        if (compareOrder(a, b) <= 0 && compareOrder(b, c) <= 0) expect(compareOrder(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });
});
