/** A labelled text input bound to a shared value: commits on Enter and on leaving, Escape takes back, changes from elsewhere are offered. */
import { say } from '@strideboard/words';
import { type FocusEvent, type KeyboardEvent, useId, useRef } from 'react';
import { useWords } from '../session/words.ts';
import { Button, classes } from './Button.tsx';
import styles from './DraftField.module.css';
import { useDraft } from './use-draft.ts';

interface DraftFieldProps {
  readonly label: string;
  /** Read out, not shown: for places where a heading or the layout says it already. */
  readonly hideLabel?: boolean;
  readonly hint?: string;
  readonly value: string;
  readonly maxLength: number;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly lines?: 1 | 2 | 3;
  readonly inputMode?: 'text' | 'numeric' | 'decimal';
  /** What is wrong with a text, as a sentence; `null` when nothing is. A wrong text is not committed. */
  readonly check?: (text: string) => string | null;
  readonly commit: (text: string) => void;
}

/** The field. */
export function DraftField(props: DraftFieldProps) {
  const { label, hideLabel = false, hint, value, maxLength, disabled = false, placeholder, lines = 1 } = props;
  const { panels } = useWords();
  const id = useId();
  const noteId = useId();
  const draft = useDraft({ value, commit: props.commit });
  const problem = props.check?.(draft.text) ?? null;
  const note = problem ?? hint;
  const settle = (): void => (problem === null ? draft.commit() : draft.drop());
  const box = useRef<HTMLDivElement>(null);
  // The offer to take the other text belongs to the field: going there does not end the use.
  const onBlur = (event: FocusEvent): void => {
    if (box.current?.contains(event.relatedTarget) !== true) settle();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape') draft.drop();
    if (event.key === 'Enter' && (lines === 1 || !event.shiftKey) && !event.nativeEvent.isComposing) {
      event.preventDefault();
      settle();
    }
  };
  const shared = {
    id,
    value: draft.text,
    maxLength,
    disabled,
    placeholder,
    'aria-describedby': note === undefined ? undefined : noteId,
    'aria-invalid': problem !== null,
    onKeyDown,
    onBlur,
  };
  return (
    <div ref={box} className={styles['field']}>
      <label htmlFor={id} className={classes(styles['label'], hideLabel && 'visually-hidden')}>
        {label}
      </label>
      {lines === 1 ? (
        <input
          {...shared}
          className={styles['input']}
          inputMode={props.inputMode}
          onChange={(event) => draft.change(event.target.value)}
        />
      ) : (
        <textarea
          {...shared}
          className={styles['input']}
          rows={lines}
          onChange={(event) => draft.change(event.target.value)}
        />
      )}
      {note === undefined ? null : (
        <p id={noteId} className={problem === null ? styles['hint'] : styles['problem']}>
          {note}
        </p>
      )}
      {draft.elsewhere === null ? null : (
        <p className={styles['elsewhere']} role="status">
          <span>
            {say(panels.elsewhere.text, { text: draft.elsewhere === '' ? panels.elsewhere.empty : draft.elsewhere })}
          </span>
          <Button size="small" onBlur={onBlur} onClick={() => draft.drop()}>
            {panels.elsewhere.take}
          </Button>
        </p>
      )}
    </div>
  );
}
