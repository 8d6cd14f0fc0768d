// Vetting a big update in a worker thread, against what is stored of its room.

import type { Verdict } from '../firewall/verdict.ts';
import type { Desk } from '../jobs/desk.ts';
import type { Store } from '../store/store.ts';
import type { Room, RoomWriter } from './room.ts';

/**
 * The verdict about an update for a room that was clean when this was called: it holds as long as the room's revision stays. Rejects when
 * the job fails.
 */
export async function vetElsewhere(
  room: Room,
  offer: { readonly update: Uint8Array; readonly by: RoomWriter },
  { store, desk }: { readonly store: Pick<Store, 'load'>; readonly desk: Desk },
): Promise<Verdict> {
  const { role, principal, mode } = offer.by;
  const limits = room.vetLimits();
  const { foreign, ended } = room.claims.closedTo(principal, mode);
  const stored = await store.load(room.id);
  if (stored === null) throw new Error('vetElsewhere: the room is gone');
  const { snapshot, updates } = stored;
  const by = { role, principal, mode };
  return desk.do({ kind: 'vet', room: { snapshot, updates }, update: offer.update, by, limits, foreign, ended });
}
