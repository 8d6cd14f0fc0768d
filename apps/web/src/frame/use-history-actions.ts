/** Undo and redo as a person sees them: a name for each step, and a message naming what stayed because others changed it. */
import type { EntryName, UndoOutcome } from '@strideboard/document';
import { type Message, say, type InterfaceWords as Words } from '@strideboard/words';
import { useSyncExternalStore } from 'react';
import { useRoom } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { persistently } from '../session/lazy-part.ts';

/** What the buttons and keys need; names are `null` when there is nothing to take back. */
export interface HistoryActions {
  readonly undoName: string | null;
  readonly redoName: string | null;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** The actions; renders again when the history changes. */
export function useHistoryActions(): HistoryActions {
  const room = useRoom();
  const { history } = room;
  const session = useSessionStore();
  const words = useWords();
  const undoEntry = useSyncExternalStore(history.subscribe, () => history.undoName);
  const redoEntry = useSyncExternalStore(history.subscribe, () => history.redoName);
  const report = (outcome: UndoOutcome): void => {
    const { skipped, done } = outcome;
    if (skipped.length === 0 && done) return;
    void persistently(() => import('../ui/stayed-text.ts')).then(({ nothingText, skippedText }) => {
      const text = skipped.length > 0 ? skippedText(skipped, room, words) : nothingText();
      session.getState().tell({ text });
    });
  };
  return {
    undoName: undoEntry === null ? null : entryText(undoEntry, words),
    redoName: redoEntry === null ? null : entryText(redoEntry, words),
    undo: () => report(history.undo()),
    redo: () => report(history.redo()),
  };
}

function entryText({ command, count }: EntryName, { board }: Words): string {
  const names: Readonly<Record<string, Message>> = board.commands;
  return say(names[command] ?? board.commands.other, { count });
}
