// How late the event loop comes to its work: the worst lag of the last few seconds.

/** A running measurement. */
export type Lag = {
  /** Worst lag of the last two seconds in ms. */
  worstMs(): number;
  /** Worst lag since this was asked last, in ms. */
  takeWorstMs(): number;
  dispose(): void;
};

const EVERY_MS = 100;
const REMEMBERED = 20;

/** Starts measuring; `now` is a clock in ms that never goes back. */
export function createLag(now: () => number = () => performance.now()): Lag {
  let samples: number[] = [];
  let worst = 0;
  let due = now() + EVERY_MS;
  const timer = setInterval(() => {
    const late = Math.max(0, now() - due);
    samples = [...samples.slice(1 - REMEMBERED), late];
    worst = Math.max(worst, late);
    due = now() + EVERY_MS;
  }, EVERY_MS);
  timer.unref();
  return {
    worstMs: () => Math.max(0, ...samples, now() - due),
    takeWorstMs() {
      const taken = Math.max(worst, now() - due);
      worst = 0;
      return taken;
    },
    dispose: () => clearInterval(timer),
  };
}
