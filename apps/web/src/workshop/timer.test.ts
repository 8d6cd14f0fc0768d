import { describe, expect, it } from 'vitest';
import { addMinute, clockText, leftOf, MINUTE_MS, pauseTimer, resumeTimer, startTimer } from './timer.ts';

const NOW = 1_700_000_000_000;

describe('the timer', () => {
  it('counts down to its end and beyond', () => {
    const timer = startTimer(NOW, 10 * MINUTE_MS);
    expect(leftOf(timer, NOW)).toBe(10 * MINUTE_MS);
    expect(leftOf(timer, NOW + 11 * MINUTE_MS)).toBe(-MINUTE_MS);
  });

  it('stands still while paused and goes on with what was left, however long that was', () => {
    const paused = pauseTimer(startTimer(NOW, 10 * MINUTE_MS), NOW + 4 * MINUTE_MS);
    expect(leftOf(paused, NOW + 60 * MINUTE_MS)).toBe(6 * MINUTE_MS);
    const running = resumeTimer(paused, NOW + 60 * MINUTE_MS);
    expect(leftOf(running, NOW + 61 * MINUTE_MS)).toBe(5 * MINUTE_MS);
    expect(running.pausedLeftMs).toBeNull();
  });

  it('gets a minute more: at the end of what is left, and from now once it is over', () => {
    const timer = startTimer(NOW, MINUTE_MS);
    expect(leftOf(addMinute(timer, NOW), NOW)).toBe(2 * MINUTE_MS);
    expect(leftOf(addMinute(timer, NOW + 5 * MINUTE_MS), NOW + 5 * MINUTE_MS)).toBe(MINUTE_MS);
    const paused = addMinute(pauseTimer(timer, NOW + 10_000), NOW + 20_000);
    expect(leftOf(paused, NOW + 99_000)).toBe(110_000);
    expect(paused.pausedLeftMs).not.toBeNull();
  });

  it('never pauses below zero, which the board would not take', () => {
    expect(pauseTimer(startTimer(NOW, 1000), NOW + MINUTE_MS).pausedLeftMs).toBe(0);
  });
});

describe('the clock', () => {
  it.each([
    [600_000, '10:00'],
    [599_999, '10:00'],
    [59_001, '1:00'],
    [1, '0:01'],
    [0, '0:00'],
    [-999, '0:00'],
    [-1000, '0:01'],
    [3_600_000, '1:00:00'],
    [-3_661_000, '1:01:01'],
    [1e300, '99:59:59'],
  ])('shows %d ms as %s', (left, text) => {
    expect(clockText(left)).toBe(text);
  });
});
