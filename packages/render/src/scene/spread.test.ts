import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spread } from './spread.ts';

describe('spread', () => {
  it('grants wishes that are far enough apart', () => {
    expect(spread([-30, 0, 25], 18, 40)).toEqual([-30, 0, 25]);
  });

  it('pushes equal wishes apart evenly', () => {
    expect(spread([0, 0, 0], 18, 40)).toEqual([-18, 0, 18]);
  });

  it('stays within the side', () => {
    expect(spread([39, 39], 18, 40)).toEqual([22, 40]);
  });

  it('keeps order and distance whatever is wished', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -200, max: 200 }), { maxLength: 12 }),
        fc.integer({ min: 1, max: 100 }),
        (wishes, half) => {
          const places = spread(
            wishes.sort((a, b) => a - b),
            18,
            half,
          );
          const least = wishes.length < 2 ? 0 : Math.min(18, (2 * half) / (wishes.length - 1));
          for (const place of places) expect(Math.abs(place)).toBeLessThanOrEqual(half + 1e-6);
          for (let i = 1; i < places.length; i++) {
            expect((places[i] ?? 0) - (places[i - 1] ?? 0)).toBeGreaterThanOrEqual(least - 1e-6);
          }
        },
      ),
    );
  });
});
