/** Form fields with a visible label and, where needed, a hint or problem tied to the input for assistive technology. */
import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import styles from './Field.module.css';

interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string;
  readonly trailing?: ReactNode;
}

/** One line of text with its label. */
export function TextField({ label, hint, problem, trailing, ...rest }: TextFieldProps) {
  const id = useId();
  const noteId = useId();
  const note = problem ?? hint;
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <div className={styles['line']}>
        <input
          id={id}
          aria-describedby={note === undefined ? undefined : noteId}
          aria-invalid={problem !== undefined}
          {...rest}
        />
        {trailing}
      </div>
      {note === undefined ? null : (
        <p id={noteId} className={problem === undefined ? styles['hint'] : styles['problem']}>
          {note}
        </p>
      )}
    </div>
  );
}
