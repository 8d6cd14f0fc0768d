/** Who has a hand raised, in the order in which they were raised. Hands live in presence: who leaves has none any more. */
import type { Peers } from '../room/peers.ts';
import type { Room } from '../room/room.ts';
import type { SessionStore } from '../session/session-store.ts';

/** One raised hand. */
export interface RaisedHand {
  readonly principal: string;
  readonly name: string;
  readonly colour: string;
  /** Server time, ms since 1970. A claim of the person. */
  readonly at: number;
  readonly isMe: boolean;
}

/** Clocks agree within this, ms; a hand raised further in the future is a false claim and not shown. */
const FUTURE_MS = 10_000;

interface Seen {
  readonly peers: ReturnType<Peers['list']>;
  readonly mine: Omit<RaisedHand, 'isMe' | 'at'> & { readonly at: number | null };
  readonly loweredAt: Readonly<Record<string, number>>;
  readonly now: number;
}

/** Raised hands, the first raised first; one for each person, however many windows they have open. */
export function raisedHands({ peers, mine, loweredAt, now }: Seen): readonly RaisedHand[] {
  const hands = new Map<string, RaisedHand>();
  const add = (hand: RaisedHand): void => {
    const { principal, at } = hand;
    const lowered = Object.hasOwn(loweredAt, principal) ? (loweredAt[principal] ?? 0) : 0;
    if (at <= lowered || at > now + FUTURE_MS) return;
    const known = hands.get(principal);
    if (known === undefined || at < known.at) hands.set(principal, hand);
  };
  if (mine.at !== null) add({ ...mine, at: mine.at, isMe: true });
  for (const { principal, name, colour, presence } of peers)
    if (presence.hand !== null) add({ principal, name, colour, at: presence.hand, isMe: principal === mine.principal });
  return [...hands.values()].sort((a, b) => a.at - b.at || (a.principal < b.principal ? -1 : 1));
}

/** The queue of an open board, to be watched. */
interface HandQueue {
  /** The same list until a hand is raised or lowered. */
  readonly list: () => readonly RaisedHand[];
  readonly subscribe: (listener: () => void) => () => void;
}

/** Watches presence, the board and the own hand. */
export function createHandQueue(
  room: Pick<Room, 'peers' | 'document' | 'connection' | 'now'>,
  session: SessionStore,
  myName: () => string,
): HandQueue {
  let signature = '';
  let hands: readonly RaisedHand[] = [];
  return {
    list() {
      const { principal, colour } = room.connection.state();
      const mine = {
        ...{ principal: principal ?? '', name: myName(), colour: colour ?? '' },
        at: session.getState().hand,
      };
      const { handsLoweredAt: loweredAt } = room.document.workshop();
      const next = raisedHands({ peers: room.peers.list(), mine, loweredAt, now: room.now() });
      const sign = JSON.stringify(next);
      if (sign !== signature) [signature, hands] = [sign, next];
      return hands;
    },
    subscribe(listener) {
      const stops = [
        room.peers.subscribe(listener),
        room.document.subscribe(listener),
        session.subscribe((now, before) => {
          if (now.hand !== before.hand) listener();
        }),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
