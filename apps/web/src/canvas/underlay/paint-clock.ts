/** When to paint: at the next frame as long as painting is quick; where it is slow, so seldom that most of the time is left for everything else. */

/** Pauses are this many times as long as the painting before them. */
const PAUSE = 2;

/** Decides when the work is done. */
export interface PaintClock {
  /** Before the next frame is shown. */
  now(): void;
  /** At one of the next frames. */
  soon(): void;
  dispose(): void;
}

/** Starts a clock for a work. `time` tells the time, ms. */
export function createPaintClock(work: () => void, time: () => number = () => performance.now()): PaintClock {
  let frame = 0;
  let notBefore = 0;
  const run = (): void => {
    cancelAnimationFrame(frame);
    frame = 0;
    const began = time();
    work();
    const ended = time();
    notBefore = ended + PAUSE * (ended - began);
  };
  const attempt = (): void => {
    if (time() >= notBefore) run();
    else frame = requestAnimationFrame(attempt);
  };
  return {
    now: run,
    soon() {
      if (frame === 0) frame = requestAnimationFrame(attempt);
    },
    dispose: () => cancelAnimationFrame(frame),
  };
}
