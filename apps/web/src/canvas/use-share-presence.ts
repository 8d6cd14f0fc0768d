/** Tells the others what I look at, on which diagram and beside it, and have selected. Pointer and drags are told by the gestures themselves. */
import { centreOf } from '@strideboard/model';
import { useEffect } from 'react';
import { listedDiagram } from '../room/current-diagram.ts';
import { placeMode } from '../room/shared-place.ts';
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
    // What comes from the person I follow is theirs to tell.
    const shareSelection = ({ selection, mirrored }: Session): void =>
      presence.set({ selection: selection === mirrored ? null : [...selection] });
    const sharePlace = (now: Session): void =>
      presence.set({ mode: placeMode(listedDiagram(room.document.model().diagrams, now.diagram), now) });
    shareView(session.getState());
    shareSelection(session.getState());
    sharePlace(session.getState());
    const stopListening = room.document.subscribe(({ model, previous }) => {
      if (model.diagrams !== previous.diagrams) sharePlace(session.getState());
    });
    const stop = session.subscribe((now, before) => {
      if (now.viewport !== before.viewport || now.canvasSize !== before.canvasSize) shareView(now);
      if (now.selection !== before.selection) shareSelection(now);
      if (
        now.diagram !== before.diagram ||
        now.walking !== before.walking ||
        now.walkStep !== before.walkStep ||
        now.looksAt !== before.looksAt
      )
        sharePlace(now);
    });
    return () => {
      stop();
      stopListening();
      presence.set({ cursor: null, drag: null, typing: null, viewport: null, selection: null, mode: null });
    };
  }, [room, session]);
}
