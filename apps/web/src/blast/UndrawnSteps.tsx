/** Open steps whose end is not drawn. */
import type { UndrawnStep } from '@strideboard/stride';
import { blastRadius as words, say } from '@strideboard/words';
import { useWords } from '../session/words.ts';
import { BlastSign } from '../ui/BlastSign.tsx';
import { selectorTexts } from '../ui/fact-sentence.ts';
import { SubjectLink } from '../ui/SubjectLink.tsx';
import { useSentences } from '../ui/use-sentences.ts';
import styles from './UndrawnSteps.module.css';

/** The list. */
export function UndrawnSteps({ undrawn }: { readonly undrawn: readonly UndrawnStep[] }) {
  const { panels } = useWords();
  const context = useSentences(null);
  return (
    <ul className={styles['steps']}>
      {undrawn.map(({ rule, title, from, certainty, selectors }) => (
        <li key={rule}>
          <BlastSign sign={certainty} />
          <div>
            <p className={styles['title']}>{title}</p>
            <p className={styles['by']}>
              <SubjectLink id={from} />
              {' · '}
              {certainty === 'proven' ? words.certain : words.possibly}
              {' · '}
              {say(words.rule, { rule })}
            </p>
            <p className={styles['by']}>
              {say(words.undrawn.leads, { kinds: selectorTexts(selectors, context).join(panels.facts.or) })}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
