/** Remembers which diagram of a board was looked at, for this tab of the browser: a reload comes back to it. */
import { type DiagramId, diagramId } from '@strideboard/model';

const keyOf = (roomId: string): string => `strideboard.diagram.${roomId}`;

/** Keeps the diagram; quietly does nothing where the browser keeps nothing. */
export function rememberDiagram(roomId: string, diagram: DiagramId | null): void {
  try {
    if (diagram === null) sessionStorage.removeItem(keyOf(roomId));
    else sessionStorage.setItem(keyOf(roomId), diagram);
  } catch {
    // storage is switched off: a reload begins at the first diagram
  }
}

/** The diagram looked at last, which may be gone by now; `null` for the first. */
export function recallDiagram(roomId: string): DiagramId | null {
  try {
    const kept = sessionStorage.getItem(keyOf(roomId));
    return kept === null ? null : diagramId(kept);
  } catch {
    return null; // storage is switched off
  }
}
