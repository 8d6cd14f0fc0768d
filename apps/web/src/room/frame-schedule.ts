/** Work once per animation frame; a page in the background has no frames, so a timer stands in. */

const BACKGROUND_MS = 250;

/** Runs the work at the next frame, or after 250 ms when there is none. Returns its cancellation. */
export function onNextFrame(work: () => void): () => void {
  const run = (): void => {
    cancel();
    work();
  };
  const frame = requestAnimationFrame(run);
  const timer = setTimeout(run, BACKGROUND_MS);
  const cancel = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
  return cancel;
}
