/** Locking the whole board for everybody but facilitators, and unlocking it. */
import { say, sharing } from '@strideboard/words';
import { useCallback, useRef } from 'react';
import { useSessionStore } from '../session/use-session.ts';
import { useBoardApi } from './use-board-api.ts';

/** Asks the server and tells how it went; a second call while one is under way does nothing. */
export function useLockBoard(): (locked: boolean) => void {
  const words = sharing.board;
  const api = useBoardApi();
  const session = useSessionStore();
  const busy = useRef(false);
  return useCallback(
    (locked) => {
      if (busy.current) return;
      busy.current = true;
      void api.setLocked(locked).then((done) => {
        busy.current = false;
        session
          .getState()
          .tell(
            done.ok
              ? { text: locked ? words.locked : words.unlocked }
              : { text: say(words.failed, { code: done.problem.code }), tone: 'problem' },
          );
      });
    },
    [api, session, words],
  );
}
