// How late the event loop comes to its work: the worst lag of the last few seconds.

/** A running measurement. */
export type Lag = {
  /** Worst lag of the last seconds in ms. */
  worstMs(): number;
  dispose(): void;
};

const EVERY_MS = 100;
const REMEMBERED = 50;

/** Starts measuring; `now` is a clock in ms that never goes back. */
export function createLag(now: () => number = () => performance.now()): Lag {
  let samples: number[] = [];
  let due = now() + EVERY_MS;
  const timer = setInterval(() => {
    samples = [...samples.slice(1 - REMEMBERED), Math.max(0, now() - due)];
    due = now() + EVERY_MS;
  }, EVERY_MS);
  timer.unref();
  return {
    worstMs: () => Math.max(0, ...samples, now() - due),
    dispose: () => clearInterval(timer),
  };
}
