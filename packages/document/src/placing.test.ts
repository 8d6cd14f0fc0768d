import { isOrderKey } from '@strideboard/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coordinate, orderAbove } from './placing.ts';

describe('order keys', () => {
  it('begin somewhere and go on above the highest, in any order given', () => {
    const first = orderAbove([]);
    const second = orderAbove([first]);
    expect(orderAbove([second, first]) > second).toBe(true);
    expect(second > first).toBe(true);
  });

  it('go above whatever key a document can hold, until keys are as long as they may be', () => {
    const key = fc.oneof(fc.stringMatching(/^[A-Za-z][0-9A-Za-z]{0,5}$/u), fc.stringMatching(/^[AZaz][0z]{0,63}$/u));
    fc.assert(
      fc.property(fc.array(key, { minLength: 1, maxLength: 4 }), (keys) => {
        const above = orderAbove(keys);
        expect(isOrderKey(above)).toBe(true);
        for (const other of keys) if (other.length < 64) expect(above > other).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('stay short over thousands of additions', () => {
    let key = orderAbove([]);
    for (let count = 0; count < 5_000; count++) key = orderAbove([key]);
    expect(key.length).toBeLessThan(6);
  });
});

describe('coordinates', () => {
  it('are whole numbers in range, never minus zero', () => {
    expect([coordinate(1.5), coordinate(999_999), Object.is(coordinate(-0.2), 0)]).toEqual([2, 999_999, true]);
    expect([
      coordinate(999_999.6),
      coordinate(-1_000_000),
      coordinate(Number.NaN),
      coordinate(Number.POSITIVE_INFINITY),
    ]).toEqual([null, null, null, null]);
  });
});
