/** What became of unsaved work after the board had to be opened anew: made again, or listed and kept as a copy. */
import type { SkippedGesture } from '@strideboard/document';
import { say } from '@strideboard/words';
import { useEffect, useState } from 'react';
import styles from './BoardRecovery.module.css';
import type { Recovered } from './room/recovery.ts';
import { saveCopy } from './session/save-copy.ts';
import { useSessionStore } from './session/use-session.ts';
import { useOccasionalWords } from './session/occasional-words.ts';
import { useWords } from './session/words.ts';
import { Button } from './ui/Button.tsx';
import { Dialog } from './ui/Dialog.tsx';

/** At most this many are listed; the copy holds all of them. */
const LISTED = 50;

/** A message when everything could be made again; otherwise the list of what could not, with the copy. */
export function BoardRecovery({ recovered }: { readonly recovered: Recovered }) {
  const words = useWords();
  const { board } = words;
  const { recovery } = useOccasionalWords();
  const session = useSessionStore();
  const [isOpen, setOpen] = useState(true);
  const [problem, setProblem] = useState(false);
  const { outcome, gestures, reason, copy } = recovered;
  const refusedAll = gestures.length === 0 && reason === 'content-refused';
  const isWhole = outcome.skipped.length === 0 && !refusedAll;
  useEffect(() => {
    if (isWhole)
      session.getState().tell({
        text:
          outcome.applied.length === 0
            ? recovery.reasons[reason]
            : `${recovery.reasons[reason]} ${say(recovery.made, { count: outcome.applied.length })}`,
      });
  }, [isWhole, session, recovery, reason, outcome]);
  if (isWhole || !isOpen) return null;

  const save = (): void => {
    saveCopy(copy, recovery.fileName).catch(() => setProblem(true));
  };
  return (
    <Dialog title={recovery.title} closeLabel={board.close} onClose={() => setOpen(false)}>
      <div className={styles['body']}>
        <p>{recovery.reasons[reason]}</p>
        <p>{say(recovery.made, { count: outcome.applied.length })}</p>
        <p>{refusedAll ? recovery.refusedTwice : say(recovery.notMade, { count: outcome.skipped.length })}</p>
        <ul className={styles['list']}>
          {outcome.skipped.slice(0, LISTED).map((skipped, at) => (
            // The list never changes while it is open.
            <li key={`${skipped.gesture.id} ${at}`}>{sentence(skipped, { board, recovery })}</li>
          ))}
        </ul>
        <p>{recovery.copyHint}</p>
        {problem ? <p role="alert">{recovery.saveFailed}</p> : null}
        <Button look="primary" onClick={save}>
          {recovery.save}
        </Button>
      </div>
    </Dialog>
  );
}

interface SentenceWords {
  readonly board: ReturnType<typeof useWords>['board'];
  readonly recovery: ReturnType<typeof useOccasionalWords>['recovery'];
}

function sentence({ gesture, reason }: SkippedGesture, { board, recovery }: SentenceWords): string {
  const names: Readonly<Record<string, Parameters<typeof say>[0]>> = board.commands;
  const name = say(names[gesture.name.command] ?? board.commands.other, { count: gesture.name.count });
  return say(recovery.skipped[reason], { name });
}
