/** The timer as it stands now, in the time of the server, and the moment at which it ends. */
import { say, workshop as words } from '@strideboard/words';
import { useEffect, useRef } from 'react';
import { useServerTime, useWorkshop } from '../room/workshop/use-workshop.ts';
import { useSessionStore } from '../session/use-session.ts';
import { playTimerSound } from './timer-sound.ts';
import { leftOf, type Timer } from './timer.ts';

/** Four looks a second keep two screens within one. */
const LOOK_EVERY_MS = 250;

/** What is shown; `null` while no timer is set. */
export interface TimerNow {
  readonly timer: Timer;
  /** ms; below zero once the time is over. */
  readonly leftMs: number;
  readonly isPaused: boolean;
  readonly isOver: boolean;
}

/** Reads it. */
export function useTimer(): TimerNow | null {
  const timer = useWorkshop((workshop) => workshop.timer);
  const isPaused = timer?.pausedLeftMs != null;
  const now = useServerTime(LOOK_EVERY_MS, timer !== null && !isPaused);
  if (timer === null) return null;
  const leftMs = leftOf(timer, now);
  return { timer, leftMs, isPaused, isOver: leftMs <= 0 && !isPaused };
}

/** Says once that the time is up, to those who were here when it ended; with a sound for whom that is on. */
export function useTimerEnd(now: TimerNow | null, phase: string, hears: boolean): void {
  const session = useSessionStore();
  const running = useRef<number | null>(null);
  const endsAt = now === null || now.isPaused ? null : now.timer.endsAt;
  const isOver = now?.isOver ?? false;
  useEffect(() => {
    if (endsAt === null || !isOver) {
      running.current = endsAt;
      return;
    }
    if (running.current !== endsAt) return;
    running.current = null;
    session.getState().announce(say(words.timer.isUp, { phase }));
    if (hears) playTimerSound();
  }, [endsAt, isOver, phase, hears, session]);
}
