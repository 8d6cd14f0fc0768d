// Notices a dead line within seconds. Every so often it looks whether anything was heard; after a silent stretch it asks, and when several
// looks in a row find no answer the line is dead. Looks are counted, not seconds, so that a page that was frozen or busy, or whose timers
// the browser slows down, does not take its own sleep for a dead line. After a death the patience doubles until a question was answered
// again: a slow line with a big message in front of the answer must not be cut for ever.

import type { Pace } from './pace.ts';

/** Watches one line at a time. */
export interface Heartbeat {
  start(): void;
  /** A message arrived. */
  heard(): void;
  stop(): void;
}

const LONGEST_PATIENCE_TICKS = 60;

/** A heartbeat that calls `ask` to provoke an answer and `dead` once when none came; it has stopped by then. */
export function createHeartbeat(options: {
  readonly pace: Pace;
  readonly ask: () => void;
  readonly dead: () => void;
}): Heartbeat {
  const { pace, ask, dead } = options;
  let timer: ReturnType<typeof setInterval> | undefined;
  let heardSinceLook = false;
  let ticksSinceAsked: number | null = null;
  let patienceTicks = pace.heartbeatTicksToDead;

  const stop = () => {
    clearInterval(timer);
    timer = undefined;
  };

  const look = () => {
    if (ticksSinceAsked === null) {
      if (!heardSinceLook) {
        ticksSinceAsked = 0;
        ask();
      }
      heardSinceLook = false;
      return;
    }
    ticksSinceAsked += 1;
    if (ticksSinceAsked < patienceTicks) return;
    patienceTicks = Math.min(patienceTicks * 2, LONGEST_PATIENCE_TICKS);
    stop();
    dead();
  };

  return {
    start: () => {
      stop();
      heardSinceLook = true;
      ticksSinceAsked = null;
      timer = setInterval(look, pace.heartbeatTickMs);
    },
    heard: () => {
      heardSinceLook = true;
      if (ticksSinceAsked === null) return;
      ticksSinceAsked = null;
      patienceTicks = pace.heartbeatTicksToDead;
    },
    stop,
  };
}
