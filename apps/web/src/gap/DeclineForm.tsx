/** Declining asks for the reason. */
import { gap as words } from '@strideboard/words';
import { type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import styles from './Gap.module.css';

interface DeclineFormProps {
  readonly onDecline: (why: string) => void;
  readonly onCancel: () => void;
}

const LIMIT = 1_000;

/** One text and two buttons; Escape goes back. */
export function DeclineForm({ onDecline, onCancel }: DeclineFormProps) {
  const [why, setWhy] = useState('');
  const [isRefused, setRefused] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const [id, noteId] = [useId(), useId()];
  useEffect(() => field.current?.focus(), []);
  const isMissing = isRefused && why.trim() === '';
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    setRefused(true);
    if (why.trim() === '') field.current?.focus();
    else onDecline(why.trim());
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: Escape goes back, wherever the focus is in it
    <form
      noValidate
      className={styles['form']}
      aria-label={words.declineSave}
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <label htmlFor={id}>{words.declineReason}</label>
      <textarea
        ref={field}
        id={id}
        rows={2}
        maxLength={LIMIT}
        aria-invalid={isMissing}
        aria-describedby={noteId}
        value={why}
        onChange={({ target }) => setWhy(target.value)}
      />
      <p id={noteId} className={isMissing ? styles['problem'] : styles['hint']} role={isMissing ? 'alert' : undefined}>
        {isMissing ? words.declineMissing : words.declineHint}
      </p>
      <div className={styles['actions']}>
        <Button size="small" look="primary" type="submit">
          {words.declineSave}
        </Button>
        <Button size="small" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
