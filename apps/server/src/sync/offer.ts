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

/** An update with its decoded message, null when it does not decode. */
type Offer = { readonly update: Uint8Array; readonly message: UpdateMessage | null; readonly by: RoomWriter };

type Judged = { readonly clients: readonly number[] } | Offered;

/** Offers an update. */
export function offerUpdate(room: Room, offer: Offer, health: Health): Offered {
  const judged = judge(room, offer, health);
  return 'clients' in judged ? apply(room, offer, judged.clients) : judged;
}

/**
 * Offers a big update in two turns of the event loop, vetting in one and applying in the next; `pause` waits for the second. When the room
 * changed in between, both happen in the second turn. Null when the room is not `isLoaded` any more.
 */
export async function offerBigUpdate(
  room: Room,
  offer: Offer,
  context: { readonly health: Health; readonly pause: () => Promise<void>; readonly isLoaded: () => boolean },
): Promise<Offered | null> {
  const { revision } = room;
  const judged = judge(room, offer, context.health);
  if (!('clients' in judged)) return judged;
  await context.pause();
  if (!context.isLoaded()) return null;
  return room.revision === revision ? apply(room, offer, judged.clients) : offerUpdate(room, offer, context.health);
}

function judge(room: Room, { message, by }: Offer, health: Health): Judged {
  const verdict = message === null ? MALFORMED : room.vet(message, by);
  if (verdict.verdict === 'close') return { kind: 'refused', refusal: verdict };
  if (verdict.verdict === 'resync') return { kind: 'resync', resync: verdict };
  if (verdict.verdict === 'nothing') return { kind: 'nothing' };
  return health.isWritable() ? verdict : { kind: 'unwritable' };
}

function apply(room: Room, { update, by }: Offer, clients: readonly number[]): Offered {
  return { kind: room.apply(update, by, clients) ? 'applied' : 'hole' };
}
