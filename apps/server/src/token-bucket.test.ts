import { describe, expect, it } from 'vitest';
import { createBuckets } from './token-bucket.ts';

describe('token buckets', () => {
  it('let a burst pass, then the rate', () => {
    const buckets = createBuckets({ perSecond: 2, burst: 3 });
    expect([0, 0, 0, 0].map((now) => buckets.take('a', now))).toEqual([true, true, true, false]);
    expect(buckets.take('a', 400)).toBe(false);
    expect(buckets.take('a', 500)).toBe(true);
    expect(buckets.take('a', 500)).toBe(false);
  });

  it('keep keys apart and forget full ones without changing the count', () => {
    const buckets = createBuckets({ perSecond: 1, burst: 1 });
    expect(buckets.take('a', 0)).toBe(true);
    expect(buckets.take('b', 0)).toBe(true);
    buckets.sweep(500);
    expect(buckets.take('a', 500)).toBe(false);
    buckets.sweep(10_000);
    expect(buckets.take('a', 10_000)).toBe(true);
    expect(buckets.take('a', 10_000)).toBe(false);
  });
});
