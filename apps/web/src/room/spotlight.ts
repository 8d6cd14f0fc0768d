/**
 * A facilitator's invitation to their view. The board stores who asks, how and since when, which only facilitators may write; that it still
 * holds is said by their presence, which names themselves as the one to follow. So an invitation ends with the page that made it, whatever
 * the board still stores, and a reload of theirs brings no old one back.
 */
import type { Workshop } from '@strideboard/model';
import type { PersonHere } from './people.ts';

/** An invitation that holds. */
export interface Offer {
  readonly person: PersonHere;
  /** `now` asks nobody. */
  readonly mode: 'ask' | 'now';
  /** The same for one invitation, another for the next. */
  readonly key: string;
}

interface Seen {
  readonly spotlight: Workshop['spotlight'];
  readonly people: readonly PersonHere[];
  readonly me: string | null;
}

/** The invitation of somebody else that holds now; `null` for none. */
export function readOffer({ spotlight, people, me }: Seen): Offer | null {
  if (spotlight === null || spotlight.principal === me) return null;
  const { principal, mode, at } = spotlight;
  const person = people.find(
    (one) => one.principal === principal && one.follow === principal && one.role === 'facilitate',
  );
  return person === undefined ? null : { person, mode, key: `${principal} ${at}` };
}

const keyOf = (roomId: string): string => `strideboard.spotlight.${roomId}`;

/** Keeps, for this tab, which invitation was answered last: a reload does not ask again. */
export function rememberAnswered(roomId: string, key: string): void {
  try {
    sessionStorage.setItem(keyOf(roomId), key);
  } catch {
    // storage is switched off: a reload asks once more
  }
}

/** The invitation that was answered last; `null` for none. */
export function recallAnswered(roomId: string): string | null {
  try {
    return sessionStorage.getItem(keyOf(roomId));
  } catch {
    return null; // storage is switched off
  }
}
