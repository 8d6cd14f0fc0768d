import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTime } from './read-time.ts';

describe('readTime', () => {
  it('reads what the platform writes', () => {
    const limit = Date.UTC(2400, 0);
    fc.assert(
      fc.property(fc.nat(limit), (at) => {
        expect(readTime(new Date(at).toISOString())).toBe(at);
      }),
    );
  });

  it.each([
    ['2024-05-06T07:08:09', Date.UTC(2024, 4, 6, 7, 8, 9)],
    ['2024-05-06T07:08:09.1234567+02:00', Date.UTC(2024, 4, 6, 5, 8, 9, 123)],
    ['2024-02-29T23:30:00-01:00', Date.UTC(2024, 2, 1, 0, 30)],
    ['0001-01-01T00:00:00', 0],
    ['yesterday', 0],
  ])('takes %s for %i', (text, at) => {
    expect(readTime(text)).toBe(at);
  });
});
