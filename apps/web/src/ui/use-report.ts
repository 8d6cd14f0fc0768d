/** Tells the person why a command wrote nothing, or what it left alone. */
import type { CommandResult } from '@strideboard/document';
import { useCallback } from 'react';
import { useRoom } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { lockedText } from './stayed-text.ts';

/** Takes a command's result; shows the sentence when it was refused or left locked things alone. Returns whether it was done. */
export function useReport(): (result: CommandResult) => boolean {
  const words = useWords();
  const session = useSessionStore();
  const room = useRoom();
  return useCallback(
    (result) => {
      if (result.ok) {
        const skipped = result.skipped ?? [];
        if (skipped.length > 0) session.getState().tell({ text: lockedText(skipped, room, words) });
        return true;
      }
      session.getState().tell({ text: words.board.refusedCommands[result.problem.code], tone: 'problem' });
      return false;
    },
    [words, session, room],
  );
}
