/** The third tab: what the rules need to know, heaviest first, with the answers as buttons. */
import { say } from '@strideboard/words';
import { useState } from 'react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useWaitingText } from '../analysis/use-veil.ts';
import { useModel } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Fold } from '../ui/Fold.tsx';
import { Disagreements } from './Disagreements.tsx';
import { ListHead } from './ListHead.tsx';
import { countSerious, groupQuestions } from './group-questions.ts';
import { orderQuestions } from './order-questions.ts';
import { QuestionCard } from './QuestionCard.tsx';
import { QuestionGroupCard } from './QuestionGroupCard.tsx';
import listStyles from './ThreatList.module.css';
import styles from './ThreatsTab.module.css';
import { toggled } from './filter-threats.ts';
import { useBoardScope } from './use-board-scope.ts';

/** Rows at first, and with each further look. */
const [FIRST, PAGE] = [12, 60];

/** The tab. */
export function QuestionsTab() {
  const { panels } = useWords();
  const session = useSessionStore();
  const analysis = useAnalysis((state) => state.analysis);
  const empty = useModel((model) => model.elements.length === 0);
  const scope = useBoardScope();
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState(FIRST);
  const waiting = useWaitingText(panels.threats.loading);
  if (analysis === null) return <p className={styles['loading']}>{waiting}</p>;
  const parts = orderQuestions(analysis.questions, scope.subjects, skipped);
  const rows = groupQuestions(parts.asked);
  const serious = countSerious(parts.asked);
  const skip = (ids: readonly string[]): void => setSkipped(ids.reduce(toggled, skipped));
  const whole = scope.subjects.length === 0;
  return (
    <div className={styles['tab']}>
      <ListHead
        text={say(serious === 0 ? panels.questions.found : panels.questions.serious, {
          count: parts.asked.length,
          serious,
        })}
        telling={serious > 0}
        scope={scope}
      />
      <Disagreements subjects={scope.subjects} />
      {parts.asked.length + parts.skipped.length === 0 ? (
        <EmptyState
          title={panels.questions.noneTitle}
          text={empty ? panels.questions.noneBoard : panels.questions.noneText}
        >
          {empty ? null : (
            <Button onClick={() => session.getState().showTab('threats')}>{panels.questions.threats}</Button>
          )}
        </EmptyState>
      ) : null}
      <ul className={listStyles['list']} aria-label={panels.tabs.questions}>
        {rows.slice(0, shown).map((group) => {
          const [question, ...others] = group.questions;
          return (
            <li key={group.key} data-card>
              {others.length > 0 ? (
                <QuestionGroupCard group={group} onReveal={(id) => scope.reveal([id])} onSkip={skip} />
              ) : (
                <QuestionCard
                  question={question}
                  named={whole || scope.subjects.length > 1}
                  onReveal={() => scope.reveal([question.subject])}
                  onSkip={() => skip([question.id])}
                />
              )}
            </li>
          );
        })}
      </ul>
      {rows.length > shown ? (
        <Button onClick={() => setShown(shown + PAGE)}>
          {say(panels.questions.more, { count: Math.min(PAGE, rows.length - shown) })}
        </Button>
      ) : null}
      <div className={styles['folds']}>
        <Fold title={panels.questions.skippedFold} count={parts.skipped.length}>
          {() => (
            <ul className={listStyles['list']} aria-label={panels.questions.skippedFold}>
              {parts.skipped.map((question) => (
                <li key={question.id} data-card>
                  <QuestionCard
                    question={question}
                    named
                    onReveal={() => scope.reveal([question.subject])}
                    onSkip={null}
                  />
                </li>
              ))}
            </ul>
          )}
        </Fold>
      </div>
    </div>
  );
}
