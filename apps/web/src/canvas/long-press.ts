/** A finger that stays where it is: what a right click is to a mouse. Browsers differ in whether they tell of it, so we watch ourselves. */

import { FINGER_SLACK_PX } from './gestures/gesture.ts';
import { isPalm } from './gestures/taps.ts';

const HOLD_MS = 500;

/** Calls with the finger's event once it has been held; a second finger or a move means something else. Returns how to stop watching. */
export function watchLongPress(surface: HTMLElement, onHeld: (event: PointerEvent) => void): () => void {
  let begun: { readonly event: PointerEvent; readonly timer: ReturnType<typeof setTimeout> } | null = null;
  const end = (): void => {
    if (begun !== null) clearTimeout(begun.timer);
    begun = null;
  };
  const onDown = (event: PointerEvent): void => {
    const isFirst = begun === null && event.isPrimary;
    end();
    if (event.pointerType !== 'touch' || !isFirst || isPalm(event)) return;
    const timer = setTimeout(() => {
      end();
      onHeld(event);
    }, HOLD_MS);
    begun = { event, timer };
  };
  const onMove = (event: PointerEvent): void => {
    if (begun === null || event.pointerId !== begun.event.pointerId) return;
    const { clientX, clientY } = begun.event;
    if (Math.hypot(event.clientX - clientX, event.clientY - clientY) > FINGER_SLACK_PX) end();
  };
  const stopped = new AbortController();
  const options = { signal: stopped.signal, capture: true };
  surface.addEventListener('pointerdown', onDown, options);
  surface.addEventListener('pointermove', onMove, options);
  for (const name of ['pointerup', 'pointercancel'] as const) surface.addEventListener(name, end, options);
  return () => {
    end();
    stopped.abort();
  };
}
