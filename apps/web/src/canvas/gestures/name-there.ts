/** What a double click or double tap means. */
import type { CanvasPoint } from '@strideboard/model';
import { openInsertSearch } from '../actions.ts';
import type { Bench } from '../bench.ts';
import { itemUnder, isOnFrame } from '../view/under-pointer.ts';

/** Names what is there; on the open canvas and inside boundaries asks what to insert there. */
export function nameThere({ session, room, scenes }: Bench, point: CanvasPoint): void {
  const now = session.getState();
  if (now.tool.kind !== 'select' || !room.mayEdit()) return;
  const item = itemUnder(scenes.grid(), point, now.viewport.zoom);
  const isOpen = item?.item === 'element' && item.boundary !== null && !isOnFrame(item, point, now.viewport.zoom);
  if (item === null || isOpen) openInsertSearch(session, point);
  else {
    now.select([item.id]);
    now.edit({ id: item.id, field: 'label' });
  }
}
