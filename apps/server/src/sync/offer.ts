// One update, from a socket or from HTTP, offered to a room: vetted, and applied when nothing speaks against it.

import type { UpdateMessage } from '../firewall/message.ts';
import { MALFORMED, type Refusal, type Resync, type Verdict } from '../firewall/verdict.ts';
import type { Health } from './health.ts';
import type { Room, RoomWriter } from './room.ts';

/**
 * What became of an update. `applied` = visible with the next commit; `unwritable` = the store takes no writes now; `hole` = the firewall let
 * something pass that did not integrate, and the room must be dropped.
 */
export type Offered =
  | { readonly kind: 'applied' | 'nothing' | 'unwritable' | 'hole' }
  | { readonly kind: 'resync'; readonly resync: Resync }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** An update with its decoded message, null when it does not decode. */
type Offer = { readonly update: Uint8Array; readonly message: UpdateMessage | null; readonly by: RoomWriter };

/** A big update; it is decoded here only when that is needed. */
type BigOffer = Omit<Offer, 'message'> & { readonly decode: () => UpdateMessage | null };

type Judged = { readonly clients: readonly number[] } | Offered;

/** Offers an update. */
export function offerUpdate(room: Room, offer: Offer, health: Health): Offered {
  const judged = judge(room, offer, health);
  return 'clients' in judged ? apply(room, offer, judged.clients) : judged;
}

/**
 * Offers a big update in two turns of the event loop, vetting in one and applying in the next; `elsewhere` vets it without the event loop,
 * `pause` waits for the second turn. When the room changed in between, both happen in the second turn. Null when the room is not `isLoaded`
 * any more. `before` is done when nothing speaks against the update; false from it means that the update is not to be applied.
 */
export async function offerBigUpdate(
  room: Room,
  offer: BigOffer,
  context: {
    readonly health: Health;
    readonly elsewhere?: () => Promise<Verdict>;
    readonly pause: () => Promise<void>;
    readonly before?: () => Promise<boolean>;
    readonly isLoaded: () => boolean;
  },
): Promise<Offered | null> {
  const { health, elsewhere, before } = context;
  const { revision } = room;
  const judged =
    elsewhere === undefined
      ? judge(room, { ...offer, message: offer.decode() }, health)
      : consequence(await elsewhere(), health);
  if (!('clients' in judged)) return judged;
  await context.pause();
  if (before !== undefined && !(await before())) return { kind: 'unwritable' };
  if (!context.isLoaded()) return null;
  return room.revision === revision
    ? apply(room, offer, judged.clients)
    : offerUpdate(room, { ...offer, message: offer.decode() }, health);
}

function judge(room: Room, { message, by }: Offer, health: Health): Judged {
  return consequence(message === null ? MALFORMED : room.vet(message, by), health);
}

function consequence(verdict: Verdict, health: Health): Judged {
  if (verdict.verdict === 'close') return { kind: 'refused', refusal: verdict };
  if (verdict.verdict === 'resync') return { kind: 'resync', resync: verdict };
  if (verdict.verdict === 'nothing') return { kind: 'nothing' };
  return health.isWritable() ? verdict : { kind: 'unwritable' };
}

function apply(room: Room, { update, by }: Pick<Offer, 'update' | 'by'>, clients: readonly number[]): Offered {
  return { kind: room.apply(update, by, clients) ? 'applied' : 'hole' };
}
