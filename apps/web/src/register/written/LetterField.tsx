/** Which STRIDE letters a written threat has. */
import { STRIDE_LETTERS, type StrideLetter } from '@strideboard/model';
import { register } from '@strideboard/words';
import { useWords } from '../../session/words.ts';
import styles from './Written.module.css';

interface LetterFieldProps {
  readonly letters: readonly StrideLetter[];
  readonly disabled: boolean;
  readonly onChange: (letters: readonly StrideLetter[]) => void;
}

/** Six switches. */
export function LetterField({ letters, disabled, onChange }: LetterFieldProps) {
  const { common } = useWords();
  return (
    <fieldset className={styles['letters']}>
      <legend>{register.written.letters}</legend>
      {STRIDE_LETTERS.map((letter) => (
        <button
          key={letter}
          type="button"
          disabled={disabled}
          aria-pressed={letters.includes(letter)}
          onClick={() => onChange(STRIDE_LETTERS.filter((one) => letters.includes(one) !== (one === letter)))}
        >
          {common.letters[letter]}
        </button>
      ))}
    </fieldset>
  );
}
