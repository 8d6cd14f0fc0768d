/** Decisions whose threat does not arise any more. */
import type { SubjectId } from '@strideboard/model';
import type { VanishedThreat } from '@strideboard/stride';
import { useWords } from '../session/words.ts';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import { SubjectLink } from '../ui/SubjectLink.tsx';
import styles from './Checklist.module.css';

/** The list. */
export function VanishedList({ vanished }: { readonly vanished: readonly VanishedThreat[] }) {
  const { panels, common } = useWords();
  const names = useSubjectNames();
  return (
    <ul className={styles['list']}>
      {vanished.map(({ id, rule, subjects, decision }) => (
        <li key={id} className={styles['row']}>
          <span className={styles['text']}>
            {rule}{' '}
            {subjects.map((subject) => {
              const known = subject as SubjectId; // from a threat id; looked up before it is used
              return names.name(known) === null ? (
                <em key={subject}>{panels.threats.gone}</em>
              ) : (
                <SubjectLink key={subject} id={known} />
              );
            })}
          </span>
          <span>{common.states[decision.state]}</span>
        </li>
      ))}
    </ul>
  );
}
