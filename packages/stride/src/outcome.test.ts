import { elementId } from '@strideboard/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from './fact.ts';
import { and, not, or, type Truth } from './outcome.ts';

/** Kleene's tables by arithmetic: false 0, unknown 1, true 2; and is the minimum, or the maximum, not the distance from 2. */
const rank = (truth: Truth): number => (truth.value === false ? 0 : truth.value === undefined ? 1 : 2);

const fact = (name: string, value: boolean): Fact => ({
  kind: 'property',
  subject: elementId('e'),
  property: name,
  value,
  origin: 'stated',
  evidence: null,
});
const truth = (): fc.Arbitrary<Truth> =>
  fc
    .record({ value: fc.constantFrom(true, false, undefined), name: fc.constantFrom('a', 'b', 'c') })
    .map(
      ({ value, name }): Truth =>
        value === undefined
          ? { value, because: [], missing: [{ subject: elementId('e'), property: name }] }
          : { value, because: [fact(name, value)], missing: [] },
    );

describe('three-valued logic', () => {
  it('takes the lesser for and, the greater for or, the opposite for not', () => {
    fc.assert(
      fc.property(truth(), truth(), (a, b) => {
        expect(rank(and(a, b))).toBe(Math.min(rank(a), rank(b)));
        expect(rank(or(a, b))).toBe(Math.max(rank(a), rank(b)));
        expect(rank(not(a))).toBe(2 - rank(a));
      }),
    );
  });

  it('obeys De Morgan, and gives the same value whichever side comes first', () => {
    fc.assert(
      fc.property(truth(), truth(), (a, b) => {
        expect(rank(not(and(a, b)))).toBe(rank(or(not(a), not(b))));
        expect(rank(and(a, b))).toBe(rank(and(b, a)));
        expect(rank(or(a, b))).toBe(rank(or(b, a)));
      }),
    );
  });

  it('waits for something exactly when it is unknown', () => {
    fc.assert(
      fc.property(truth(), truth(), truth(), (a, b, c) => {
        const result = or(and(a, not(b)), c);
        expect(result.missing.length > 0).toBe(result.value === undefined);
      }),
    );
  });

  it('names every reason of a true "or" and of a false "and"', () => {
    const yes = (name: string): Truth => ({ value: true, because: [fact(name, true)], missing: [] });
    expect(or(yes('a'), yes('b')).because).toEqual([fact('a', true), fact('b', true)]);
    expect(and(not(yes('a')), not(yes('b'))).because).toEqual([fact('a', true), fact('b', true)]);
  });
});
