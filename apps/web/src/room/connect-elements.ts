/** Drawing a flow between two known elements. */
import type { CommandResult } from '@strideboard/document';
import type { ElementId } from '@strideboard/model';
import type { SessionStore } from '../session/session-store.ts';
import type { Room } from './room.ts';

/** Draws the flow, selects it and makes its name ready for typing. */
export function connectElements(
  room: Pick<Room, 'document' | 'commands'>,
  session: SessionStore,
  ends: { readonly source: ElementId; readonly target: ElementId },
): CommandResult {
  const result = room.commands.connect(ends);
  if (!result.ok) return result;
  room.document.flush();
  const [id] = result.ids;
  if (id === undefined) return result;
  session.getState().select([id]);
  session.getState().edit({ id, field: 'label' });
  return result;
}
