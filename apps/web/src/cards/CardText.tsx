/** What stands on a card: its text, letters, and what it is about. */
import type { StrideLetter, SubjectId } from '@strideboard/model';
import { SubjectLink } from '../ui/SubjectLink.tsx';
import styles from './Card.module.css';
import { Letters } from './LetterField.tsx';

interface CardTextProps {
  readonly text: string;
  readonly letters: readonly StrideLetter[];
  readonly on: readonly string[];
}

/** The text as written, whatever it says. */
export function CardText({ text, letters, on }: CardTextProps) {
  return (
    <>
      <p className={styles['text']} dir="auto">
        {text}
      </p>
      {letters.length + on.length === 0 ? null : (
        <div className={styles['marks']}>
          <Letters letters={letters} />
          {on.map((id) => (
            <span key={id} className={styles['target']}>
              <SubjectLink id={id as SubjectId} />
            </span>
          ))}
        </div>
      )}
    </>
  );
}
