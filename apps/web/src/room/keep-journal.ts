/** Keeps what the server has not stored, until it has; fetched while people already look at the board. */
import { type Connection, openJournal } from '@strideboard/connection';
import { isLoggedGesture, type LoggedGesture } from '@strideboard/document';
import type { KeptWorkStore } from './kept-work.ts';
import { randomId } from './random-id.ts';

/** The journal of an open board. */
export interface BoardJournal {
  append(gesture: LoggedGesture): void;
  /** What has not been stored, oldest first; what is damaged is passed over. */
  unsaved(): Promise<readonly LoggedGesture[]>;
  /** What pages that are gone left of it. */
  earlier(): Promise<readonly LoggedGesture[]>;
  /** From now on what is stored is crossed out; until then all of it stays, to be read. */
  release(): void;
  dispose(): void;
}

/** Opens the journal of a room; once released it is cleared whenever the server has stored everything. */
export function keepJournal(roomId: string, connection: Connection, kept: KeptWorkStore): BoardJournal {
  const journal = openJournal({ roomId, page: randomId(), onRefused: () => kept.set({ durable: false }) });
  let isReleased = false;
  const isSaved = (): boolean => connection.state().save === 'saved';
  const settle = (): void => {
    if (!isReleased || !isSaved()) return;
    journal.settled();
    kept.set({ earlier: 0 });
  };
  const earlier = async (): Promise<readonly LoggedGesture[]> => (await journal.earlier()).filter(isLoggedGesture);
  void earlier().then(({ length }) => {
    if (!isReleased || !isSaved()) kept.set({ earlier: length });
  });
  const unsubscribe = connection.subscribe(settle);
  return {
    append: (gesture) => journal.append(gesture),
    unsaved: async () => (await journal.all()).filter(isLoggedGesture),
    earlier,
    release: () => {
      isReleased = true;
      settle();
    },
    dispose: () => {
      unsubscribe();
      void journal.close();
    },
  };
}
