/** All that stands behind a finding: where each fact comes from, what is still unknown, what helps, and the sources. */
import type { Finding } from '@strideboard/stride';
import { say } from '@strideboard/words';
import { Suspense } from 'react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { lazyPart } from '../session/lazy-part.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { FactLine } from '../ui/FactLine.tsx';
import styles from './ThreatTrace.module.css';
import { useSentences } from '../ui/use-sentences.ts';

const ThreatControls = lazyPart(async () => (await import('./ThreatControls.tsx')).ThreatControls);

/** The trace. */
export function ThreatTrace({ finding }: { readonly finding: Finding }) {
  const { panels } = useWords();
  const session = useSessionStore();
  const context = useSentences(null);
  const { techniques } = useAnalysis((state) => state.names);
  const questions = useAnalysis((state) => state.questionsBySubject);
  const open = finding.subjects.reduce((sum, id) => sum + (questions.get(id)?.length ?? 0), 0);
  const { likelihood, impact } = finding;
  return (
    <div className={styles['trace']}>
      <ul className={styles['facts']}>
        {finding.because.map((fact) => (
          <li key={JSON.stringify(fact)}>
            <FactLine fact={fact} context={context} full />
          </li>
        ))}
      </ul>
      {open === 0 ? null : (
        <p className={styles['unknown']}>
          {say(panels.threats.unknownFacts, { count: open })}{' '}
          <button
            type="button"
            onClick={() => {
              session.getState().select(finding.subjects);
              session.getState().showTab('questions');
            }}
          >
            {panels.threats.showQuestions}
          </button>
        </p>
      )}
      <Suspense>
        <ThreatControls finding={finding} />
      </Suspense>
      {finding.references.length === 0 ? null : (
        <div>
          <h4 className={styles['heading']}>{panels.threats.sources}</h4>
          <ul className={styles['sources']}>
            {finding.references.map(({ key, id, note, checked }) => (
              <li key={`${key}:${id}`} title={note}>
                {id === '' ? key : `${key} ${id}`}
                {key === 'attack' && Object.hasOwn(techniques, id) ? ` ${techniques[id]?.title ?? ''}` : null}
                {checked ? null : <em> ({panels.threats.unreviewed})</em>}
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className={styles['rule']}>
        {say(panels.threats.rule, { rule: finding.rule })}
        {likelihood === undefined || impact === undefined
          ? null
          : ` · ${say(panels.threats.rating, { likelihood, impact })}`}
      </p>
    </div>
  );
}
