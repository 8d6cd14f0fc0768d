/** Tells the person why a command wrote nothing, or what it left alone. */
import type { CommandResult } from '@strideboard/document';
import { useCallback } from 'react';
import { useRoom } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { persistently } from '../session/lazy-part.ts';

/** Takes a command's result; shows the sentence when it was refused or left locked things alone. Returns whether it was done. */
export function useReport(): (result: CommandResult) => boolean {
  const words = useWords();
  const session = useSessionStore();
  const { live: room } = useRoom();
  return useCallback(
    (result) => {
      if (result.ok && (result.skipped ?? []).length === 0) return true;
      void persistently(() => import('./stayed-text.ts')).then(({ lockedText, refusedText }) => {
        session
          .getState()
          .tell(
            result.ok
              ? { text: lockedText(result.skipped ?? [], room, words) }
              : { text: refusedText(result), tone: 'problem' },
          );
      });
      return result.ok;
    },
    [words, session, room],
  );
}
