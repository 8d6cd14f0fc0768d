/** Keeps what the server has not stored, until it has; fetched while people already look at the board. */
import { type Connection, openJournal } from '@strideboard/connection';
import { isLoggedGesture, type LoggedGesture } from '@strideboard/document';
import { randomId } from './random-id.ts';

/** The journal of an open board. */
export interface BoardJournal {
  append(gesture: LoggedGesture): void;
  /** What has not been stored, oldest first; what is damaged is passed over. */
  unsaved(): Promise<readonly LoggedGesture[]>;
  dispose(): void;
}

/** Opens the journal of a room and clears it whenever the server has stored everything. */
export function keepJournal(roomId: string, connection: Connection): BoardJournal {
  const journal = openJournal({ roomId, page: randomId() });
  const settle = (): void => {
    if (connection.state().save === 'saved') journal.settled();
  };
  const unsubscribe = connection.subscribe(settle);
  return {
    append: (gesture) => journal.append(gesture),
    unsaved: async () => (await journal.all()).filter(isLoggedGesture),
    dispose: () => {
      unsubscribe();
      void journal.close();
    },
  };
}
