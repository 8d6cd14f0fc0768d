/** Why a standing decision ends: asked before it ends, and kept with it. */
import { say, standing } from '@strideboard/words';
import { type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { WHY_LIMIT } from './standing-draft.ts';
import styles from './StandingForm.module.css';

interface EndFormProps {
  /** Threats that inherit it now. */
  readonly count: number;
  /** Gives why it was refused, `null` when it was done. */
  readonly onEnd: (why: string) => string | null;
  readonly onCancel: () => void;
}

/** The form. */
export function EndForm({ count, onEnd, onCancel }: EndFormProps) {
  const words = standing.ending;
  const [why, setWhy] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const noteId = useId();
  useEffect(() => field.current?.focus(), []);
  const save = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const text = why.trim();
    const wrong =
      text === ''
        ? words.whyMissing
        : text.length > WHY_LIMIT
          ? say(standing.form.tooLong, { limit: WHY_LIMIT, count: text.length })
          : onEnd(text);
    setProblem(wrong);
    if (wrong !== null) field.current?.focus();
  };
  return (
    <form noValidate className={styles['form']} onSubmit={save}>
      <div className={styles['field']}>
        <label htmlFor={id}>{words.why}</label>
        <textarea
          ref={field}
          id={id}
          rows={2}
          required
          aria-invalid={problem !== null}
          aria-describedby={noteId}
          value={why}
          onChange={(event) => setWhy(event.target.value)}
        />
        <p
          id={noteId}
          role={problem === null ? undefined : 'alert'}
          className={problem === null ? styles['hint'] : styles['problem']}
        >
          {problem ?? say(words.hint, { count })}
        </p>
      </div>
      <div className={styles['actions']}>
        <Button size="small" look="danger" type="submit">
          {words.save}
        </Button>
        <Button size="small" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
