/** Tells the others what I look at and have selected. Pointer and drags are told by the gestures themselves. */
import { centreOf } from '@strideboard/model';
import { useEffect } from 'react';
import type { Session } from '../session/session-store.ts';
import type { Bench } from './bench.ts';
import { viewBox } from './view/viewport.ts';

/** Follows the session while the canvas is open. */
export function useSharePresence({ room, session }: Bench): void {
  useEffect(() => {
    const { presence } = room;
    const shareView = ({ viewport, canvasSize }: Session): void => {
      if (canvasSize.width === 0) return;
      const view = viewBox(viewport, canvasSize);
      const { x, y } = centreOf(view);
      const round = (value: number): number => Math.round(value * 100) / 100;
      presence.set({ viewport: [round(x), round(y), viewport.zoom, round(view.width), round(view.height)] });
    };
    const shareSelection = ({ selection }: Session): void => presence.set({ selection: [...selection] });
    shareView(session.getState());
    shareSelection(session.getState());
    const stop = session.subscribe((now, before) => {
      if (now.viewport !== before.viewport || now.canvasSize !== before.canvasSize) shareView(now);
      if (now.selection !== before.selection) shareSelection(now);
    });
    return () => {
      stop();
      presence.set({ cursor: null, drag: null, typing: null, viewport: null, selection: null });
    };
  }, [room, session]);
}
