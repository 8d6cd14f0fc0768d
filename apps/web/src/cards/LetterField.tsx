/** STRIDE letters as six switches. */
import { STRIDE_LETTERS, type StrideLetter } from '@strideboard/model';
import { cards as words } from '@strideboard/words';
import { useWords } from '../session/words.ts';
import styles from './LetterField.module.css';

interface LetterFieldProps {
  readonly letters: readonly StrideLetter[];
  readonly onChange: (letters: readonly StrideLetter[]) => void;
}

/** The switches; none is needed. */
export function LetterField({ letters, onChange }: LetterFieldProps) {
  const { common } = useWords();
  return (
    <fieldset aria-label={words.write.letters} className={styles['letters']}>
      {STRIDE_LETTERS.map((letter) => {
        const isOn = letters.includes(letter);
        return (
          <button
            key={letter}
            type="button"
            aria-pressed={isOn}
            aria-label={common.letters[letter]}
            title={common.letters[letter]}
            onClick={() =>
              onChange(STRIDE_LETTERS.filter((other) => (other === letter ? !isOn : letters.includes(other))))
            }
          >
            {letter}
          </button>
        );
      })}
    </fieldset>
  );
}

/** Letters that are set, each with its name. */
export function Letters({ letters }: { readonly letters: readonly StrideLetter[] }) {
  const { common } = useWords();
  if (letters.length === 0) return null;
  return (
    <span className={styles['set']}>
      {letters.map((letter) => (
        <span key={letter} title={common.letters[letter]}>
          <span aria-hidden="true">{letter}</span>
          <span className="visually-hidden">{common.letters[letter]}</span>
        </span>
      ))}
    </span>
  );
}
