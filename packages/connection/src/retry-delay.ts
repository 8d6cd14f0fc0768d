// How long to wait before the next attempt: doubling, with a ceiling drawn once per client and jitter on each wait.

import type { Pace } from './pace.ts';

/** Why one waits: an ordinary loss, an announced restart (everybody was dropped at once), or too many messages. */
export type RetryWait = 'backoff' | 'restart' | 'rate';

/** The next wait of one client. */
export interface RetryDelay {
  /** Delay in ms before the next attempt; counts the attempt. */
  next(wait: RetryWait): number;
  /** An attempt succeeded: the next loss starts small again. */
  reset(): void;
}

/** Waits of one client; `random` gives numbers in [0, 1). */
export function createRetryDelay(options: { readonly pace: Pace; readonly random: () => number }): RetryDelay {
  const { pace, random } = options;
  const [low, high] = pace.retryCeilingMs;
  const ceilingMs = low + random() * (high - low);
  let attempts = 0;
  return {
    next: (wait) => {
      const backoffMs = Math.min(pace.retryFirstMs * 2 ** Math.min(attempts, 30), ceilingMs);
      attempts += 1;
      if (wait === 'restart' && attempts === 1) return random() * pace.restartSpreadMs;
      if (wait === 'rate') return pace.rateWaitMs * (1 + random());
      return backoffMs * (0.5 + random() / 2);
    },
    reset: () => {
      attempts = 0;
    },
  };
}
