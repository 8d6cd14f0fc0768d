/** Moves the view while a dragged thing is held near an edge of the canvas. */
import type { ScreenPoint, ScreenSize } from '../view/viewport.ts';

/** The watcher of one surface. */
export interface EdgePan {
  /** Where the dragging pointer is; `null` when nothing is dragged. */
  watch(at: ScreenPoint | null): void;
  dispose(): void;
}

const EDGE_PX = 28;
const STEP_PX = 9;
/** A drag that merely ends near an edge must not move the view, ms. */
const PATIENCE_MS = 300;

/** Calls `pan` once a frame (screen px) while the pointer stays near an edge. */
export function createEdgePan({ size, pan }: { size: () => ScreenSize; pan: (by: ScreenPoint) => void }): EdgePan {
  let at: ScreenPoint | null = null;
  let frame: number | null = null;
  let since: number | null = null;
  const step = (now: number): void => {
    frame = null;
    const by = at === null ? null : edgeStep(at, size());
    if (by === null) {
      since = null;
      return;
    }
    since ??= now;
    frame = requestAnimationFrame(step);
    if (now - since >= PATIENCE_MS) pan(by);
  };
  const stop = (): void => {
    if (frame !== null) cancelAnimationFrame(frame);
    frame = null;
    since = null;
  };
  return {
    watch(next) {
      at = next;
      if (next === null) stop();
      else if (frame === null && edgeStep(next, size()) !== null) frame = requestAnimationFrame(step);
    },
    dispose: stop,
  };
}

/** How the view moves for a pointer there, screen px a frame; `null` when it is away from every edge. */
export function edgeStep({ left, top }: ScreenPoint, { width, height }: ScreenSize): ScreenPoint | null {
  const along = (value: number, length: number): number =>
    value < EDGE_PX ? STEP_PX : value > length - EDGE_PX ? -STEP_PX : 0;
  const by = { left: along(left, width), top: along(top, height) };
  return by.left === 0 && by.top === 0 ? null : by;
}
