/** Goes through work that pauses, a few thousandths of a second at a time, so that the page draws and answers in between. */

/** How long it goes on before the page has its turn, ms. One step more may be begun in it. */
const SLICE_MS = 8;

/** What tells the time and calls later; a browser's own unless a test has others. */
interface Clock {
  readonly now: () => number;
  /** Calls back after the page had its turn. Returns the way to call it off. */
  readonly later: (call: () => void) => () => void;
}

const BROWSER: Clock = {
  now: () => performance.now(),
  later: (call) => {
    const timer = setTimeout(call);
    return () => clearTimeout(timer);
  },
};

/** Begins in a turn of its own and calls `done` at the end. Returns the way to stop. */
export function runInSlices<Result>(
  work: Iterator<undefined, Result>,
  done: (result: Result) => void,
  { now, later }: Clock = BROWSER,
): () => void {
  const slice = (): void => {
    const end = now() + SLICE_MS;
    do {
      const step = work.next();
      if (step.done === true) {
        done(step.value);
        return;
      }
    } while (now() < end);
    stop = later(slice);
  };
  let stop = later(slice);
  return () => stop();
}
