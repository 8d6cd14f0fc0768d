/** Bringing everyone to one view: the facilitator's side and that of those who are asked. Lives as long as the canvas is open. */
import { createRegisterCommands } from '@strideboard/document';
import { following as words, say } from '@strideboard/words';
import type { SessionStore } from '../session/session-store.ts';
import { followPeer, stopFollowing } from './following.ts';
import { createPeople } from './people.ts';
import type { Room } from './room.ts';
import { type Offer, readOffer } from './spotlight.ts';

/** What is remembered of it. */
export interface InvitationMemory {
  /** Whether this person goes without being asked. */
  readonly atOnce: () => boolean;
  /** The invitation answered last; `null` for none. */
  readonly answered: () => string | null;
  readonly setAnswered: (key: string) => void;
}

/** The invitation that waits for an answer, and what can be answered. */
export interface Invitations {
  /** The same object while it is the same invitation; `null` for none. */
  readonly waiting: () => Offer | null;
  readonly subscribe: (listener: () => void) => () => void;
  accept(): void;
  decline(): void;
  /** As facilitator: asks everybody to come, or takes them along. Whether the board took it. */
  bring(mode: 'ask' | 'now'): Promise<boolean>;
  /** Watches the board; returns the way to stop. */
  start(): () => void;
}

type Place = Pick<Room, 'document' | 'peers' | 'connection' | 'commandsOptions' | 'whole'>;

/** At rest until started. */
export function createInvitations(room: Place, session: SessionStore, memory: InvitationMemory): Invitations {
  const listeners = new Set<() => void>();
  const people = createPeople(room.peers);
  const me = (): string | null => room.connection.state().principal;
  const setSpotlight = (mode: 'ask' | 'now' | null): boolean =>
    createRegisterCommands(room.commandsOptions).setSpotlight({ mode }).ok;
  let waiting: Offer | null = null;

  const setWaiting = (next: Offer | null): void => {
    if (next?.key === waiting?.key) return;
    waiting = next;
    if (next !== null) session.getState().announce(say(words.offerSaid, { name: next.person.name }));
    for (const listener of [...listeners]) listener();
  };
  /** Somebody else brings everyone now, or another window of mine has ended it. */
  const checkLeading = (): void => {
    const { spotlight } = room.document.workshop();
    if (!session.getState().leads || spotlight?.principal === me()) return;
    session.setState({ leads: false });
    const other = people().find(({ principal }) => principal === spotlight?.principal);
    if (other !== undefined) session.getState().tell({ text: say(words.overtaken, { name: other.name }) });
  };
  const check = (): void => {
    checkLeading();
    const offer = readOffer({ spotlight: room.document.workshop().spotlight, people: people(), me: me() });
    if (offer === null || offer.key === memory.answered()) {
      setWaiting(null);
    } else if (session.getState().following?.principal === offer.person.principal) {
      memory.setAnswered(offer.key);
      setWaiting(null);
    } else if (offer.mode === 'now' || memory.atOnce()) {
      memory.setAnswered(offer.key);
      setWaiting(null);
      if (followPeer(room, session, offer.person))
        session.getState().tell({ text: say(words.brought, { name: offer.person.name }) });
    } else setWaiting(offer);
  };
  const answer = (): Offer | null => {
    const offer = waiting;
    if (offer !== null) memory.setAnswered(offer.key);
    setWaiting(null);
    return offer;
  };
  return {
    waiting: () => waiting,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    accept: () => {
      const offer = answer();
      if (offer !== null) followPeer(room, session, offer.person);
    },
    decline: () => void answer(),
    async bring(mode) {
      // Before the register is here, nobody could tell this invitation from an older one.
      await room.whole;
      if (!setSpotlight(mode)) return false;
      room.document.flush();
      stopFollowing(session);
      session.setState({ leads: true });
      session.getState().announce(mode === 'ask' ? words.asked : words.taken);
      return true;
    },
    start() {
      const stops = [
        room.document.subscribe(check),
        room.peers.subscribe(check),
        session.subscribe((now, before) => {
          if (now.following !== before.following) check();
          if (!before.leads || now.leads) return;
          // Ended here; what somebody else began meanwhile is theirs.
          if (room.document.workshop().spotlight?.principal === me()) setSpotlight(null);
          session.getState().announce(words.endedForAll);
        }),
      ];
      check();
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
