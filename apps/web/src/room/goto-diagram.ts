/** Going to where things are drawn. */
import type { ElementId } from '@strideboard/model';
import type { SessionStore } from '../session/session-store.ts';
import { diagramOf, listedDiagram, meantBy } from './current-diagram.ts';
import type { Room } from './room.ts';

type Place = Pick<Room, 'document' | 'index'>;

/** Selects exactly this drawing of an element, on its own diagram, and brings it into view. */
export function showDrawing(room: Place, session: SessionStore, id: ElementId): void {
  const diagram = diagramOf(room.index(), id);
  if (diagram === undefined) return;
  session.getState().setDiagram(listedDiagram(room.document.model().diagrams, diagram));
  session.getState().show([id]);
}

/** Goes into the diagram that details an element, or from a reference without one to its original. Whether there was a way. */
export function enterElement(room: Place, session: SessionStore, id: ElementId): boolean {
  const meant = meantBy(room.index(), id);
  const detail = room.document.model().diagrams.find(({ details }) => details === meant);
  if (detail !== undefined) session.getState().setDiagram(detail.id);
  else if (meant !== id) showDrawing(room, session, meant);
  return detail !== undefined || meant !== id;
}
