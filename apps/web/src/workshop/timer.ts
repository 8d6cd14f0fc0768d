/** The timer as arithmetic: every time is the server's, ms since 1970 UTC. */
import type { Workshop } from '@strideboard/model';

/** A timer that was set. */
export type Timer = NonNullable<Workshop['timer']>;

export const MINUTE_MS = 60_000;
const SHOWN_LIMIT_S = 99 * 3600 + 59 * 60 + 59;

/** Runs from now. */
export const startTimer = (now: number, durationMs: number): Timer => ({
  endsAt: now + durationMs,
  durationMs,
  pausedLeftMs: null,
});

/** What is left, ms; below zero when the time is over. */
export const leftOf = ({ endsAt, pausedLeftMs }: Timer, now: number): number => pausedLeftMs ?? endsAt - now;

/** Stands still; a time that is over stands at zero. */
export const pauseTimer = (timer: Timer, now: number): Timer => ({
  ...timer,
  pausedLeftMs: Math.max(0, leftOf(timer, now)),
});

/** Runs again with what was left. */
export const resumeTimer = (timer: Timer, now: number): Timer => ({
  ...timer,
  endsAt: now + Math.max(0, leftOf(timer, now)),
  pausedLeftMs: null,
});

/** A minute more; after the end, a minute from now. */
export function addMinute(timer: Timer, now: number): Timer {
  const left = Math.max(0, leftOf(timer, now)) + MINUTE_MS;
  const durationMs = timer.durationMs + MINUTE_MS;
  return timer.pausedLeftMs === null
    ? { endsAt: now + left, durationMs, pausedLeftMs: null }
    : { ...timer, durationMs, pausedLeftMs: left };
}

/** As a clock shows it, `9:05` or `1:00:00`: what is left counts the begun second, what is over the whole ones. */
export function clockText(leftMs: number): string {
  const seconds = leftMs > 0 ? Math.ceil(leftMs / 1000) : Math.floor(-leftMs / 1000);
  const shown = Math.min(seconds, SHOWN_LIMIT_S);
  const [hours, minutes, rest] = [Math.floor(shown / 3600), Math.floor(shown / 60) % 60, shown % 60];
  const two = (count: number): string => String(count).padStart(2, '0');
  return hours === 0 ? `${String(minutes)}:${two(rest)}` : `${String(hours)}:${two(minutes)}:${two(rest)}`;
}
