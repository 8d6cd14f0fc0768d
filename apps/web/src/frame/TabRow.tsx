/** The row under the bar: the diagrams on the left, what it holds and what waits on the right; each count opens its list. */
import type { ModelProblem } from '@strideboard/stride';
import { lazyPart } from '../session/lazy-part.ts';
import { say } from '@strideboard/words';
import { Suspense } from 'react';
import { countToDecide } from '../analysis/to-decide.ts';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useModel, useRoom } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import styles from './TabRow.module.css';

// The diagram comes first; until the tabs are there, the name of the diagram stands in their place.
const DiagramTabs = lazyPart(async () => (await import('../diagrams/DiagramTabs.tsx')).DiagramTabs);
const IssuesButton = lazyPart(async () => (await import('./IssuesButton.tsx')).IssuesButton);

const NONE: readonly ModelProblem[] = [];

/** The row. */
export function TabRow() {
  const { board } = useWords();
  const { document } = useRoom();
  const session = useSessionStore();
  const title = useModel((model) => model.diagrams[0]?.title ?? '') || board.regions.canvas;
  const elements = useModel((model) => model.elements.reduce((sum, { kind }) => (kind === 'ref' ? sum : sum + 1), 0));
  const flows = useModel((model) => model.flows.length);
  const issues = useModel(() => document.issues());
  const unjudged = useAnalysis((state) => state.analysis?.problems ?? NONE);
  const toDecide = useAnalysis(countToDecide);
  // While everybody writes in silence, no number is better than a wrong one.
  const isVeiled = useAnalysis((state) => state.veil !== null);
  const questions = useAnalysis((state) => state.analysis?.questions.length ?? 0);
  return (
    <section className={styles['row']} aria-label={board.regions.status}>
      <Suspense fallback={<span className={styles['diagram']}>{title}</span>}>
        <DiagramTabs />
      </Suspense>
      <span className={styles['gap']} />
      {issues.length + unjudged.length === 0 ? null : (
        <Suspense>
          <IssuesButton issues={issues} unjudged={unjudged} />
        </Suspense>
      )}
      <button
        type="button"
        className={`${styles['count'] ?? ''} ${styles['drawn'] ?? ''}`}
        onClick={() => session.getState().showOutline()}
        data-testid="count-drawn"
      >
        {say(board.counts.elements, { count: elements })} · {say(board.counts.flows, { count: flows })}
      </button>
      {isVeiled ? null : (
        <>
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
        </>
      )}
    </section>
  );
}
