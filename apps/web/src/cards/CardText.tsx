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
  // A parked threat is named too, by an id with a tilde, which no element or flow has; its title is the text.
  const subjects = on.filter((id) => !id.includes('~'));
  return (
    <>
      <p className={styles['text']} dir="auto">
        {text}
      </p>
      {letters.length + subjects.length === 0 ? null : (
        <div className={styles['marks']}>
          <Letters letters={letters} />
          {subjects.map((id) => (
            <span key={id} className={styles['target']}>
              <SubjectLink id={id as SubjectId} />
            </span>
          ))}
        </div>
      )}
    </>
  );
}
