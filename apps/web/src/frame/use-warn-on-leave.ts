/** Leaving the page with changes the server has not stored asks first. */
import { useEffect } from 'react';
import { useRoom } from '../room/use-room.ts';

/** Listens while the board is open. */
export function useWarnOnLeave(): void {
  const { connection, kept } = useRoom();
  useEffect(() => {
    const listener = (event: BeforeUnloadEvent): void => {
      if (connection.state().waiting + kept.state().earlier > 0) event.preventDefault();
    };
    addEventListener('beforeunload', listener);
    return () => removeEventListener('beforeunload', listener);
  }, [connection, kept]);
}
