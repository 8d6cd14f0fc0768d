// One update, from a socket or from HTTP, offered to a room: vetted, and applied when nothing speaks against it.

import type { UpdateMessage } from '../firewall/message.ts';
import { MALFORMED, type Refusal, type Resync } from '../firewall/verdict.ts';
import type { Health } from './health.ts';
import type { Room, RoomWriter } from './room.ts';

/**
 * What became of an update. `applied` = visible with the next commit; `unwritable` = the store takes no writes now; `hole` = the firewall let
 * something pass that did not integrate, and the room must be dropped.
 */
type Offered =
  | { readonly kind: 'applied' | 'nothing' | 'unwritable' | 'hole' }
  | { readonly kind: 'resync'; readonly resync: Resync }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Offers an update with its decoded message, null when it does not decode. */
export function offerUpdate(
  room: Room,
  offer: { readonly update: Uint8Array; readonly message: UpdateMessage | null; readonly by: RoomWriter },
  health: Health,
): Offered {
  const { update, message, by } = offer;
  const verdict = message === null ? MALFORMED : room.vet(message, by);
  if (verdict.verdict === 'close') return { kind: 'refused', refusal: verdict };
  if (verdict.verdict === 'resync') return { kind: 'resync', resync: verdict };
  if (verdict.verdict === 'nothing') return { kind: 'nothing' };
  if (!health.isWritable()) return { kind: 'unwritable' };
  return { kind: room.apply(update, by, verdict.clients) ? 'applied' : 'hole' };
}
