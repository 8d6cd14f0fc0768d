/** Asks before the page closes while cards in it have been shown to nobody: they are kept, but this browser has to come back with them. */
import { useEffect } from 'react';
import { useRoom } from '../room/use-room.ts';
import { useCardBoxStore } from './card-box.ts';

/** Listens while the board is open. */
export function useWarnOfHidden(): void {
  const { document } = useRoom();
  const box = useCardBoxStore();
  useEffect(() => {
    const listener = (event: BeforeUnloadEvent): void => {
      const open = new Set(document.workshop().rounds.flatMap(({ id, state }) => (state === 'discarded' ? [] : [id])));
      if (box.getState().cards.some(({ round }) => open.has(round))) event.preventDefault();
    };
    addEventListener('beforeunload', listener);
    return () => removeEventListener('beforeunload', listener);
  }, [document, box]);
}
