/** Says once that a board has become very large. */
import { crowd as words, say } from '@strideboard/words';
import { useEffect, useRef } from 'react';
import { useModel } from '../../room/use-room.ts';
import { useSessionStore } from '../../session/use-session.ts';

/** From so many elements on, nobody reads one diagram any more. */
const LARGE = 3_000;

/** Tells it when the board is opened that large, or when it becomes so. */
export function useLargeHint(): void {
  const session = useSessionStore();
  const isSaid = useRef(false);
  const count = useModel(({ elements }) => (elements.length < LARGE ? 0 : elements.length));
  useEffect(() => {
    if (count === 0 || isSaid.current) return;
    isSaid.current = true;
    session.getState().tell({ text: say(words.large, { count }) });
  }, [session, count]);
}
