/** Tells the person why a command wrote nothing. */
import type { CommandResult } from '@strideboard/document';
import { useCallback } from 'react';
import { useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';

/** Takes a command's result; shows the sentence when it was refused. Returns whether it was done. */
export function useReport(): (result: CommandResult) => boolean {
  const { board } = useWords();
  const session = useSessionStore();
  return useCallback(
    (result) => {
      if (result.ok) return true;
      session.getState().tell({ text: board.refusedCommands[result.problem.code], tone: 'problem' });
      return false;
    },
    [board, session],
  );
}
