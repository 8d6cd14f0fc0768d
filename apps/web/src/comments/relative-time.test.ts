import { describe, expect, it } from 'vitest';
import { absoluteTime, instant, relativeTime } from './relative-time.ts';

describe('how long ago', () => {
  it('is said in minutes, hours and days, then by the date', () => {
    const now = Date.UTC(2026, 5, 15, 12);
    const ago = (minutes: number): string => relativeTime(now - minutes * 60_000, now);
    expect([ago(0), ago(5), ago(120), ago(24 * 60)]).toEqual([ago(0.5), ago(5.9), ago(179), ago(47 * 60)]);
    expect(ago(5)).toContain('5');
    expect(ago(30 * 24 * 60)).toContain('2026');
    expect(relativeTime(now + 86_400_000, now)).toContain('2026');
  });

  it('is always something, whatever a modified client claims', () => {
    for (const at of [1e300, -1e300, Number.MAX_VALUE]) {
      expect(relativeTime(at, 0)).not.toBe('');
      expect(absoluteTime(at)).not.toBe('');
      expect(() => new Date(instant(at)).toISOString()).not.toThrow();
    }
  });
});
