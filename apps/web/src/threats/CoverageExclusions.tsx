/** What the table of coverage does not judge: out of scope, decided by standing decisions, and what no rule looks for. */
import type { SubjectId } from '@strideboard/model';
import { say } from '@strideboard/words';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useModel, useRoom } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import { Fold } from '../ui/Fold.tsx';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import styles from './CoverageDialog.module.css';
import { scopeText } from './standing/scope-text.ts';

/** Three lists with their counts, folded. Nothing where nothing is left out. */
export function CoverageExclusions({ onReveal }: { readonly onReveal: (subject: SubjectId) => void }) {
  const { panels, common } = useWords();
  const words = panels.threats.coverage.excluded;
  const names = useSubjectNames();
  const room = useRoom();
  const index = useModel(() => room.index());
  const records = useModel((model) => model.records);
  const { exclusions } = useAnalysis((state) => state.names);
  const standing = useAnalysis((state) => state.standing).filter(({ phase }) => phase === 'holds');
  const agreed = records.filter(({ kind }) => kind === 'exclusion');
  const outside = [...index.elements.values(), ...index.flows.values()].filter(({ outOfScope }) => outOfScope !== null);
  if (outside.length + agreed.length + standing.length + exclusions.length === 0) return null;
  return (
    <section className={styles['excluded']} aria-labelledby="coverage-excluded">
      <h3 id="coverage-excluded">{words.title}</h3>
      <Fold title={words.scope} count={outside.length + agreed.length}>
        {() => (
          <ul>
            {outside.map(({ id, outOfScope }) => (
              <li key={id}>
                <button type="button" className={styles['subject']} onClick={() => onReveal(id)}>
                  {names.name(id) ?? common.unnamed}
                </button>{' '}
                <span>{outOfScope === '' ? words.noReason : outOfScope}</span>
              </li>
            ))}
            {agreed.map(({ id, title, text }) => (
              <li key={id}>
                <strong>{title}</strong> <span>{text === '' ? words.noReason : text}</span>
              </li>
            ))}
          </ul>
        )}
      </Fold>
      <Fold title={words.standing} count={standing.length}>
        {() => (
          <ul>
            {standing.map(({ decision: { id, rule, state, scope, why }, threats }) => (
              <li key={id}>
                <strong>
                  {say(words.standingItem, { rule, state: common.states[state], scope: scopeText(scope, names) })}
                </strong>{' '}
                <span>
                  {say(words.standingCount, { count: threats.length })}
                  {why === '' ? '' : `. ${why}`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Fold>
      <Fold title={words.named} count={exclusions.length}>
        {() => (
          <ul>
            {exclusions.map(({ id, title, reason }) => (
              <li key={id}>
                <strong>{title}</strong> <span>{reason}</span>
              </li>
            ))}
          </ul>
        )}
      </Fold>
    </section>
  );
}
