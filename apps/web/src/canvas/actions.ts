/** What the canvas does from its first moment on; the rest of what keys and buttons do is in selection-actions.ts. */
import type { Box, CanvasPoint, ElementId, FlowId } from '@strideboard/model';
import { flushSync } from 'react-dom';
import type { SessionStore } from '../session/session-store.ts';
import type { Bench } from './bench.ts';
import { centreOn, fitTo } from './view/viewport.ts';

/** Fits the whole diagram into view. An empty one is shown from its middle at 100 %. */
export function fitAll({ session, scenes }: Bench): void {
  const now = session.getState();
  const { bounds } = scenes.scene();
  if (bounds === null) now.setViewport(centreOn({ x: 0, y: 0, zoom: 1 }, { x: 0, y: 0 }, now.canvasSize));
  else now.setViewport(fitTo(bounds, now.canvasSize));
}

/** Where the selected things are drawn, canvas px. */
export function boxesOfSelection({ session, scenes }: Bench): readonly Box[] {
  const { elementById, flowById } = scenes.scene();
  return session.getState().selection.flatMap((id): Box[] => {
    const box = elementById.get(id as ElementId)?.box ?? flowById.get(id as FlowId)?.bounds; // the id is one of the two
    return box === undefined ? [] : [box];
  });
}

/** Asks what to insert at a point, connected to `from`; without a point in the palette's search field, for the middle of the view. */
export function openInsertSearch(session: SessionStore, at: CanvasPoint | null, from: ElementId | null = null): void {
  if (at !== null) {
    session.getState().setInserting({ at, from });
    return;
  }
  // At once, or the next letters would go to the diagram; a hidden panel must be shown before it can take the focus.
  flushSync(() => session.getState().setPanel('left', true));
  document.getElementById('insert-search')?.focus();
}
