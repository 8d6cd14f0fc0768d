/** Questions to think about, on request only: by element and STRIDE letter, and what the packs ask besides. Never findings. */
import type { StrideLetter, SubjectId } from '@strideboard/model';
import type { Prompt } from '@strideboard/stride';
import { cards as words, say } from '@strideboard/words';
import { Lightbulb } from 'lucide-react';
import { useState } from 'react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { Button } from '../ui/Button.tsx';
import { useSelected } from '../ui/use-selected.ts';
import { useNameOf } from './LinkField.tsx';
import styles from './Prompts.module.css';

interface PromptsProps {
  /** What the card is about; what is selected where it is about nothing. */
  readonly about: readonly string[];
  readonly onUse: (letter: StrideLetter, target: string) => void;
}

const NONE: readonly Prompt[] = [];

/** The button, and the questions once they are asked for. */
export function Prompts({ about, onUse }: PromptsProps) {
  const [isOpen, setOpen] = useState(false);
  const { subjects } = useSelected();
  const targets = about.length > 0 ? about : subjects;
  return (
    <div className={styles['prompts']}>
      <Button
        size="small"
        look="quiet"
        icon={<Lightbulb size={14} aria-hidden />}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {words.prompts.open}
      </Button>
      {isOpen ? (
        <div className={styles['body']}>
          <p className={styles['note']}>{targets.length === 0 ? words.prompts.whole : words.prompts.note}</p>
          {targets.map((id) => (
            <Questions key={id} id={id} onUse={onUse} />
          ))}
        </div>
      ) : null}
    </div>
  );
}

function Questions({ id, onUse }: { readonly id: string } & Pick<PromptsProps, 'onUse'>) {
  const prompts = useAnalysis(({ veil, analysis }) => veil?.prompts ?? analysis?.prompts ?? NONE);
  const nameOf = useNameOf();
  const name = nameOf(id);
  const mine = prompts.filter(({ subject }) => subject === (id as SubjectId)); // only compared
  const letters = [...new Set(mine.flatMap((prompt) => (prompt.rule === null ? prompt.letters : [])))];
  const asked = mine.filter(({ title }) => title !== null);
  return (
    <section aria-label={say(words.prompts.about, { name })}>
      <h4 className={styles['name']}>{say(words.prompts.about, { name })}</h4>
      {letters.length + asked.length === 0 ? <p className={styles['note']}>{words.prompts.none}</p> : null}
      <ul className={styles['list']}>
        {letters.map((letter) => {
          const question = say(words.prompts.letters[letter], { name });
          return (
            <li key={letter}>
              <button type="button" title={words.prompts.use} onClick={() => onUse(letter, id)}>
                {question}
              </button>
            </li>
          );
        })}
        {asked.map(({ id: prompt, title, letters: [letter] }) => (
          <li key={prompt}>
            {letter === undefined ? (
              title
            ) : (
              <button type="button" title={words.prompts.use} onClick={() => onUse(letter, id)}>
                {title}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
