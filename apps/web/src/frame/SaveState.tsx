/** Whether what I see is stored by the server, always in view and truthful; asked, it says where the board is kept. */
import { lazyPart } from '../session/lazy-part.ts';
import { say } from '@strideboard/words';
import { Suspense, useCallback, useRef, useState } from 'react';
import { roleNow } from '../room/room.ts';
import { useConnection, useMayEdit } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import styles from './SaveState.module.css';
import { useWaiting } from './use-waiting.ts';

const SaveDetails = lazyPart(async () => (await import('./SaveDetails.tsx')).SaveDetails);

/** A dot and a word; changes are read out politely. */
export function SaveState() {
  const { board } = useWords();
  const { save: words } = board;
  const save = useConnection((state) => state.save);
  const problem = useConnection((state) => state.problem?.code ?? null);
  const role = useConnection(roleNow);
  const waiting = useWaiting();
  const mayEdit = useMayEdit();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  // Who comments has something to save.
  const isViewing = !mayEdit && role === 'view' && save === 'saved';
  const offline = waiting === 0 ? words.offlineNone : say(words.offline, { count: waiting });
  const stopped = problem !== null && REFUSALS.includes(problem) ? words.refused : words.stopped;
  const text = isViewing ? words.readOnly : { ...words, offline, stopped }[save];
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles['save']}
        data-state={isViewing ? 'view' : save}
        title={words.details}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={styles['dot']} aria-hidden="true" />
        <span className={styles['text']} data-testid="save-state">
          {text}
        </span>
      </button>
      <span role="status" className="visually-hidden">
        {text}
      </span>
      {isOpen ? (
        <Suspense>
          <SaveDetails anchor={button} onClose={close} />
        </Suspense>
      ) : null}
    </>
  );
}

/** Problems that are about what this person did, not about the line. */
const REFUSALS: readonly string[] = ['write-refused', 'locked', 'content-refused', 'too-large', 'quota'];
