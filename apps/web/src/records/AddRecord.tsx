/** One line that adds a record; what it is about can be chosen before. */
import type { NewRecord } from '@strideboard/document';
import type { RecordKind, TeamRecord } from '@strideboard/model';
import { records as words, say } from '@strideboard/words';
import { type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import { useSessionStore } from '../session/use-session.ts';
import { Button } from '../ui/Button.tsx';
import { AboutField } from './AboutField.tsx';
import styles from './AddRecord.module.css';
import type { RecordActions } from './use-record-actions.ts';

/** What a new record begins with; a new object for each request. */
export interface RecordStart {
  readonly about: readonly string[];
  /** The decision it takes the place of. */
  readonly replaces: TeamRecord | null;
}

interface AddRecordProps {
  readonly kind: RecordKind;
  /** Set when it was asked for from elsewhere: then the keyboard begins here. */
  readonly start: RecordStart | null;
  readonly actions: RecordActions;
}

const LIMIT = 300;

/** The line; what it is about is shown once something is written. */
export function AddRecord({ kind, start, actions }: AddRecordProps) {
  const session = useSessionStore();
  const [title, setTitle] = useState('');
  const [about, setAbout] = useState<readonly string[]>([]);
  const [replaces, setReplaces] = useState<TeamRecord | null>(null);
  const [seen, setSeen] = useState<RecordStart | null>(null);
  const [isUsed, setUsed] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const noteId = useId();
  if (start !== seen) {
    setSeen(start);
    if (start !== null) {
      setAbout(start.about);
      setReplaces(start.replaces);
      setUsed(true);
    }
  }
  useEffect(() => {
    if (start !== null) input.current?.focus();
  }, [start]);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const text = title.trim();
    setMissing(text === '');
    input.current?.focus();
    if (text === '') return;
    const given: NewRecord = { kind, title: text, about, ...(replaces === null ? {} : { replaces: replaces.id }) };
    if (!actions.add(given)) return;
    setTitle('');
    setAbout([]);
    setReplaces(null);
    setUsed(false);
    session.getState().announce(say(words.add.done, { title: text }));
  };
  return (
    <form className={styles['form']} noValidate onSubmit={submit}>
      <div className={styles['line']}>
        <input
          ref={input}
          className={styles['input']}
          aria-label={words.add[kind]}
          aria-invalid={isMissing}
          aria-describedby={isMissing ? noteId : undefined}
          placeholder={words.add.placeholder[kind]}
          maxLength={LIMIT}
          value={title}
          onChange={(event) => {
            setTitle(event.target.value);
            setMissing(false);
          }}
        />
        <Button type="submit">{words.add.button}</Button>
      </div>
      {isMissing ? (
        <p id={noteId} className={styles['problem']}>
          {words.add.missing}
        </p>
      ) : null}
      {replaces === null ? null : (
        <p className={styles['replaces']}>
          {say(words.add.replaces, { title: replaces.title })}{' '}
          <Button size="small" look="quiet" onClick={() => setReplaces(null)}>
            {words.add.keepOld}
          </Button>
        </p>
      )}
      {isUsed || title !== '' || about.length > 0 ? <AboutField compact about={about} onChange={setAbout} /> : null}
    </form>
  );
}
