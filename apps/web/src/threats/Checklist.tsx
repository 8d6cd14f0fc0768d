/** Things to think about: STRIDE letters per element, and the pack's checklist questions. Never findings. */
import type { Prompt } from '@strideboard/stride';
import { useWords } from '../session/words.ts';
import { SubjectLink } from '../ui/SubjectLink.tsx';
import styles from './Checklist.module.css';
import { LetterList } from './ThreatMarks.tsx';

const SHOWN = 100;

/** The list. */
export function Checklist({ prompts }: { readonly prompts: readonly Prompt[] }) {
  const { panels } = useWords();
  return (
    <ul className={styles['list']}>
      {prompts.slice(0, SHOWN).map((prompt) => (
        <li key={prompt.id} className={styles['row']}>
          <span className={styles['text']}>
            {prompt.title ?? (prompt.subject === null ? panels.threats.model : <SubjectLink id={prompt.subject} />)}
          </span>
          <span className={styles['letters']}>
            <LetterList letters={prompt.letters} />
          </span>
        </li>
      ))}
    </ul>
  );
}
