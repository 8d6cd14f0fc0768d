/** The blast radius as a list: what is reached from the start, how, and what would help. */
import { blastRadius as words, say } from '@strideboard/words';
import { Radar, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useBlast } from '../analysis/blast-store.ts';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { IconButton } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Fold } from '../ui/Fold.tsx';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import { BlastSummary } from './BlastSummary.tsx';
import styles from './BlastPanel.module.css';
import { ClosedSteps } from './ClosedSteps.tsx';
import { cutRows } from './cut-rows.ts';
import { Cuts } from './Cuts.tsx';
import { openQuestions } from './open-questions.ts';
import { QuestionItem } from './QuestionItem.tsx';
import { ReachedList } from './ReachedList.tsx';
import { UndrawnSteps } from './UndrawnSteps.tsx';

/** The panel; takes the keyboard when it opens or starts elsewhere. */
export function BlastPanel() {
  const { common } = useWords();
  const session = useSessionStore();
  const start = useSession(({ blast }) => blast?.start ?? null);
  const names = useSubjectNames();
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [start]);
  if (start === null) return null;
  const close = (): void => session.getState().setBlast(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: Escape ends the whole panel, wherever the focus is in it
    <section className={styles['panel']} aria-labelledby={titleId} onKeyDown={onKeyDown}>
      <header className={styles['head']}>
        <Radar size={16} aria-hidden />
        <h2 ref={heading} id={titleId} tabIndex={-1}>
          {say(words.title, { name: names.name(start) ?? common.unnamed })}
        </h2>
        <IconButton label={words.close} shortcut="Escape" onClick={close}>
          <X size={16} aria-hidden />
        </IconButton>
      </header>
      <div className={styles['content']}>
        <BlastSummary />
        <Answer />
      </div>
    </section>
  );
}

function Answer() {
  const answer = useBlast((state) => state.answer);
  const phase = useBlast((state) => state.phase);
  if (answer === null) return phase === 'gone' ? <EmptyState {...words.gone} /> : null;
  const { after } = answer;
  const questions = openQuestions(after.reached);
  const rows = cutRows(answer);
  return (
    <>
      <div className={styles['folds']}>
        <Fold title={words.cuts.title} count={rows.length} note={words.cuts.note}>
          {() => <Cuts rows={rows} />}
        </Fold>
        <Fold title={words.questions.title} count={questions.length} note={words.questions.note}>
          {() => (
            <ul className={styles['questions']}>
              {questions.map(({ hanging, ...missing }) => (
                <QuestionItem key={`${missing.subject} ${missing.property}`} missing={missing} hanging={hanging} />
              ))}
            </ul>
          )}
        </Fold>
      </div>
      {after.reached.length === 0 ? <EmptyState {...words.nothing} /> : <ReachedList reached={after.reached} />}
      <div className={styles['folds']}>
        <Fold title={words.closed.title} count={after.closed.length} note={words.closed.note}>
          {() => <ClosedSteps closed={after.closed} />}
        </Fold>
        <Fold title={words.undrawn.title} count={after.undrawn.length} note={words.undrawn.note}>
          {() => <UndrawnSteps undrawn={after.undrawn} />}
        </Fold>
      </div>
    </>
  );
}
