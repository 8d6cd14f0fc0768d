/** Moves the view towards where it shall be, a part of the rest of the way with each frame: messages come in steps, the view does not. */
import type { Viewport } from '../../session/session-store.ts';
import type { ScreenSize } from '../view/viewport.ts';
import { isSameView, viewBetween } from './shared-view.ts';

/** After this long two thirds of the way are done, ms: faster than a message is missed, slower than the eye is startled. */
const PACE_MS = 80;

/** Frames of the window, and what is moved. */
interface GlideOptions {
  readonly view: () => Viewport;
  readonly size: () => ScreenSize;
  readonly show: (view: Viewport) => void;
  /** Asks for one frame with its time, ms; returns the way to cancel it. */
  readonly onFrame: (step: (now: number) => void) => () => void;
}

/** The mover of one view. */
export interface ViewGlide {
  /** Begins or changes the way. */
  to(view: Viewport): void;
  stop(): void;
}

/** At rest until the first `to`. */
export function createViewGlide({ view, size, show, onFrame }: GlideOptions): ViewGlide {
  let target: Viewport | null = null;
  let cancel: (() => void) | null = null;
  let last: number | null = null;
  const stop = (): void => {
    cancel?.();
    [target, cancel, last] = [null, null, null];
  };
  const step = (now: number): void => {
    cancel = null;
    if (target === null) return;
    const share = 1 - Math.exp(-(now - (last ?? now - 16)) / PACE_MS);
    last = now;
    const next = viewBetween(view(), target, { share, size: size() });
    if (isSameView(next, target)) {
      const end = target;
      stop();
      show(end);
      return;
    }
    cancel = onFrame(step);
    show(next);
  };
  return {
    to(next) {
      if (isSameView(view(), next)) {
        const isExact = view().x === next.x && view().y === next.y && view().zoom === next.zoom;
        stop();
        if (!isExact) show(next);
        return;
      }
      target = next;
      cancel ??= onFrame(step);
    },
    stop,
  };
}
