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

/** Calls `pan` once a frame (screen px) while the pointer is near an edge. */
export function createEdgePan({ size, pan }: { size: () => ScreenSize; pan: (by: ScreenPoint) => void }): EdgePan {
  let at: ScreenPoint | null = null;
  let frame: number | null = null;
  const step = (): void => {
    frame = null;
    const by = at === null ? null : edgeStep(at, size());
    if (by === null) return;
    frame = requestAnimationFrame(step);
    pan(by);
  };
  const stop = (): void => {
    if (frame !== null) cancelAnimationFrame(frame);
    frame = null;
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
