/** The row under the bar: the diagram on the left, what it holds and what waits on the right; each count opens its list. */
import { say } from '@strideboard/words';
import { lazy, Suspense } from 'react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useModel, useRoom } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import styles from './TabRow.module.css';

const IssuesButton = lazy(async () => ({ default: (await import('./IssuesButton.tsx')).IssuesButton }));

/** The row. */
export function TabRow() {
  const { board } = useWords();
  const { document } = useRoom();
  const session = useSessionStore();
  const title = useModel((model) => model.diagrams[0]?.title ?? '') || board.regions.canvas;
  const elements = useModel((model) => model.elements.length);
  const flows = useModel((model) => model.flows.length);
  const issues = useModel(() => document.issues());
  const toDecide = useAnalysis(
    (state) => state.threats.filter((threat) => threat.state === 'open' && !threat.finding.outOfScope).length,
  );
  const questions = useAnalysis((state) => state.analysis?.questions.length ?? 0);
  return (
    <section className={styles['row']} aria-label={board.regions.status}>
      <span className={styles['diagram']}>{title}</span>
      <span className={styles['gap']} />
      {issues.length === 0 ? null : (
        <Suspense>
          <IssuesButton issues={issues} />
        </Suspense>
      )}
      <span className={styles['count']}>
        {say(board.counts.elements, { count: elements })} · {say(board.counts.flows, { count: flows })}
      </span>
      <button
        type="button"
        className={styles['count']}
        onClick={() => session.getState().showTab('threats')}
        data-testid="count-threats"
      >
        {say(board.counts.threats, { count: toDecide })}
      </button>
      <button
        type="button"
        className={styles['count']}
        onClick={() => session.getState().showTab('questions')}
        data-testid="count-questions"
      >
        {say(board.counts.questions, { count: questions })}
      </button>
    </section>
  );
}
