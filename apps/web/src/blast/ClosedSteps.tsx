/** Steps that a control stops, and what that keeps from the attacker. */
import type { ClosedStep } from '@strideboard/stride';
import { blastRadius as words, say } from '@strideboard/words';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { FactLine } from '../ui/FactLine.tsx';
import { SubjectLink } from '../ui/SubjectLink.tsx';
import { useSentences } from '../ui/use-sentences.ts';
import styles from './ClosedSteps.module.css';

/** The list. */
export function ClosedSteps({ closed }: { readonly closed: readonly ClosedStep[] }) {
  const context = useSentences(null);
  const controls = useAnalysis((state) => state.names.controls);
  return (
    <ul className={styles['steps']}>
      {closed.map(({ rule, title, from, flow, control, facts, kept }) => (
        <li key={`${rule} ${from} ${flow ?? ''}`}>
          <p className={styles['title']}>{title}</p>
          <p className={styles['by']}>
            {say(facts.length === 0 ? words.closed.byAssumed : words.closed.by, {
              control: (Object.hasOwn(controls, control) ? controls[control] : null) ?? control,
            })}
            {' · '}
            {say(words.rule, { rule })}
          </p>
          {facts.map((fact) => (
            <p key={JSON.stringify(fact)}>
              <FactLine fact={fact} context={context} />
            </p>
          ))}
          <p className={styles['kept']}>
            {words.closed.keeps}
            {kept.map((id) => (
              <SubjectLink key={id} id={id} />
            ))}
          </p>
        </li>
      ))}
    </ul>
  );
}
