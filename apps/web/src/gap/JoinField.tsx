/** Choosing the finding that says the same as a row. */
import type { RegisterRow } from '@strideboard/stride';
import { gap as words, say } from '@strideboard/words';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { foldText } from '../ui/fold-text.ts';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import { cutText } from '../ui/cut-text.ts';
import styles from './Gap.module.css';

interface JoinFieldProps {
  readonly findings: readonly RegisterRow[];
  readonly onJoin: (finding: RegisterRow) => void;
  readonly onCancel: () => void;
}

const SHOWN = 8;

/** A search with a short list of buttons; Escape goes back. */
export function JoinField({ findings, onJoin, onCancel }: JoinFieldProps) {
  const names = useSubjectNames();
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);
  const aboutOf = ({ subjects }: RegisterRow): string => subjects.flatMap((one) => names.name(one) ?? []).join(', ');
  const wanted = foldText(text);
  const found = findings.filter((row) => foldText(`${row.title} ${aboutOf(row)}`).includes(wanted));
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: Escape goes back, wherever the focus is in it
    <fieldset
      className={styles['form']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <legend>{words.joinTitle}</legend>
      <label htmlFor={id}>{words.joinSearch}</label>
      <input
        ref={field}
        id={id}
        type="search"
        maxLength={200}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {found.length === 0 ? <p className={styles['hint']}>{words.joinNone}</p> : null}
      <ul className={styles['choices']}>
        {found.slice(0, SHOWN).map((row) => (
          <li key={row.id}>
            <button type="button" onClick={() => onJoin(row)}>
              <bdi>{cutText(row.title, 200)}</bdi> <bdi className={styles['about']}>{aboutOf(row)}</bdi>
            </button>
          </li>
        ))}
      </ul>
      {found.length > SHOWN ? (
        <p className={styles['hint']}>{say(words.joinMore, { count: found.length - SHOWN })}</p>
      ) : null}
      <div className={styles['actions']}>
        <Button size="small" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </fieldset>
  );
}
