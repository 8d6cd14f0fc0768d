import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PACE } from './pace.ts';
import { createRetryDelay } from './retry-delay.ts';

const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the wait before a reconnect', () => {
  it('doubles up to a ceiling between 2 and 6 s, never below half of it, and starts small after a success', () => {
    fc.assert(
      fc.property(unit, (value) => {
        const delay = createRetryDelay({ pace: PACE, random: () => value });
        const waits = Array.from({ length: 12 }, () => delay.next('backoff'));
        expect(waits[0]).toBeLessThanOrEqual(PACE.retryFirstMs);
        waits.reduce((before, wait) => {
          expect(wait).toBeGreaterThanOrEqual(before);
          return wait;
        });
        const ceiling = 2_000 + value * 4_000;
        expect(waits.at(-1)).toBeGreaterThanOrEqual(ceiling / 2);
        expect(waits.at(-1)).toBeLessThanOrEqual(ceiling);
        delay.reset();
        expect(delay.next('backoff')).toBe(waits[0]);
      }),
    );
  });

  it('spreads a crowd over 5 s after a restart, and backs off when the restart takes longer', () => {
    const first = (value: number) => createRetryDelay({ pace: PACE, random: () => value }).next('restart');
    expect([first(0), first(0.5), first(0.999)]).toEqual([0, 2_500, 4_995]);
    const delay = createRetryDelay({ pace: PACE, random: () => 0.5 });
    delay.next('restart');
    expect(delay.next('restart')).toBeLessThan(PACE.retryFirstMs * 2);
  });

  it('is at least 5 s after too many messages', () => {
    fc.assert(
      fc.property(unit, (value) => {
        expect(createRetryDelay({ pace: PACE, random: () => value }).next('rate')).toBeGreaterThanOrEqual(5_000);
      }),
    );
  });
});
