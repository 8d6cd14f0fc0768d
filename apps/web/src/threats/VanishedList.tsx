/** Decisions whose threat does not arise any more. */
import type { SubjectId } from '@strideboard/model';
import type { VanishedCause, VanishedThreat } from '@strideboard/stride';
import { say } from '@strideboard/words';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useWords } from '../session/words.ts';
import { FactLine } from '../ui/FactLine.tsx';
import { useSentences } from '../ui/use-sentences.ts';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import { SubjectLink } from '../ui/SubjectLink.tsx';
import styles from './Checklist.module.css';

/** The list. */
export function VanishedList({ vanished }: { readonly vanished: readonly VanishedThreat[] }) {
  const { panels, common } = useWords();
  const names = useSubjectNames();
  const causes = useAnalysis((state) => state.causes);
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
          <Cause cause={causes.get(id)} />
        </li>
      ))}
    </ul>
  );
}

/** What removed it; nothing while the worker has not said it. */
function Cause({ cause }: { readonly cause: VanishedCause | undefined }) {
  const { panels, common } = useWords();
  const names = useSubjectNames();
  const context = useSentences(null);
  const { causes } = panels.threats;
  switch (cause?.kind) {
    case undefined:
    case 'arises':
      return null;
    case 'rule-gone':
      return <span className={styles['cause']}>{causes.ruleGone}</span>;
    case 'subject-gone':
      return <span className={styles['cause']}>{causes.subjectGone}</span>;
    case 'other-kind':
      return <span className={styles['cause']}>{causes.otherKind}</span>;
    case 'taken-up':
      return (
        <span className={styles['cause']}>{say(causes.takenUp, { name: names.name(cause.by) ?? common.unnamed })}</span>
      );
    case 'facts':
      return (
        <ul className={styles['cause']}>
          {cause.because.map((fact) => (
            <li key={JSON.stringify(fact)}>
              <FactLine fact={fact} context={context} />
            </li>
          ))}
        </ul>
      );
    case 'unknown': {
      const facts = cause.missing.map(
        ({ subject, property }) =>
          `${names.name(subject) ?? common.unnamed}: ${context.definition(subject, property)?.label ?? property}`,
      );
      return <span className={styles['cause']}>{say(causes.unknown, { facts: facts.join(', ') })}</span>;
    }
  }
}
