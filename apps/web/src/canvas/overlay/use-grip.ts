/** Something on the overlay that the pointer takes hold of: the press goes to its gesture and to nothing that lies under it. */
import { type RefCallback, useCallback } from 'react';
import type { Gesture, Pointer } from '../gestures/gesture.ts';
import type { PointerControl } from '../gestures/pointer-control.ts';

/** How a grip differs from one that is only dragged. */
interface GripOptions {
  /** Only for what is carried: the second press puts it down and begins nothing, so the double click comes here. */
  readonly onDouble?: () => void;
  /** A click takes it up and the next one puts it down. */
  readonly isCarried?: boolean;
}

/** A ref for the element. `start` and `onDouble` must stay the same functions while nothing they use changed. */
export function useGrip(
  control: PointerControl,
  start: (pointer: Pointer) => Gesture,
  { onDouble, isCarried = false }: GripOptions = {},
): RefCallback<HTMLElement | SVGElement> {
  return useCallback(
    (element: HTMLElement | SVGElement | null) => {
      if (element === null) return undefined;
      const listening = new AbortController();
      const { signal } = listening;
      const target: Element = element;
      target.addEventListener(
        'pointerdown',
        (event) => {
          if (!(event instanceof PointerEvent) || event.button !== 0) return;
          event.stopPropagation();
          element.closest<HTMLElement>('[data-surface]')?.focus({ preventScroll: true });
          control.begin(event, start, isCarried ? 'isCarried' : undefined);
        },
        { signal },
      );
      if (onDouble !== undefined)
        target.addEventListener(
          'dblclick',
          (event) => {
            event.stopPropagation();
            onDouble();
          },
          { signal },
        );
      return () => listening.abort();
    },
    [control, start, onDouble, isCarried],
  );
}
