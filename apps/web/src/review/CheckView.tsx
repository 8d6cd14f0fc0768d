/** Did we do a good job? What has been answered for each element and letter, and everything that is left. */
import type { SubjectId } from '@strideboard/model';
import { check as words, say } from '@strideboard/words';
import { useMemo } from 'react';
import type { RegisterRow } from '@strideboard/stride';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useWaitingText } from '../analysis/use-veil.ts';
import { viewFocus } from '../session/view-focus.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { CoverageTable } from '../ui/CoverageTable.tsx';
import { Fold } from '../ui/Fold.tsx';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import styles from './CheckView.module.css';
import { type Item, Items } from './Items.tsx';
import { cleanTitles, LooseEndList } from './LooseEndList.tsx';
import { type Check, useCheck } from './use-check.ts';
import { useGoTo } from './use-go-to.ts';

/** The view: coverage on one side, what is left on the other. */
export function CheckView() {
  const { panels } = useWords();
  const check = useCheck();
  const goTo = useGoTo();
  const waiting = useWaitingText(panels.threats.loading);
  if (check === null) return <p className={styles['waiting']}>{waiting}</p>;
  const { coverage } = check;
  return (
    <div className={styles['view']}>
      <div className={styles['columns']}>
        <section className={styles['column']} aria-labelledby="check-coverage">
          <h3 id="check-coverage">{words.coverage}</h3>
          <Progress check={check} />
          <CoverageTable whole coverage={coverage} onReveal={(subject) => goTo.subjects([subject], 'threats')} />
        </section>
        <section className={styles['column']} aria-labelledby="check-left">
          <h3 id="check-left">{words.findings}</h3>
          <Left check={check} />
        </section>
      </div>
    </div>
  );
}

function Progress({ check: { summary } }: { readonly check: Check }) {
  const { answered, total } = summary;
  if (total === 0) return <p className={styles['note']}>{words.progressNone}</p>;
  const percent = Math.floor((100 * answered) / total);
  return (
    <div className={styles['progress']}>
      <p>{say(words.progress, { answered, total, percent })}</p>
      <span className={styles['bar']} aria-hidden="true">
        <span style={{ width: `${String(percent)}%` }} />
      </span>
    </div>
  );
}

/** Without any answer, undecided, asked, and what does not fit together. */
function Left({ check: { summary, toDecide, again, ends } }: { readonly check: Check }) {
  const { common } = useWords();
  const names = useSubjectNames();
  const goTo = useGoTo();
  const session = useSessionStore();
  const asked = useAsked();
  const nameOf = (id: SubjectId): string => names.name(id) ?? common.unnamed;
  const itemOf = ({ id, title, subjects }: RegisterRow): Item => ({
    id,
    text: say(words.undecided.item, { title, subject: subjects.map(nameOf).join(', ') || words.model }),
    go: () => goTo.threats([id], subjects),
  });
  const clean = cleanTitles(ends);
  const isEmpty = summary.unanswered.length + toDecide.length + asked.length + ends.length === 0;
  return (
    <>
      {isEmpty ? <p className={styles['note']}>{words.nothingLeft}</p> : null}
      <Fold title={words.unanswered.title} count={summary.unanswered.length} note={words.unanswered.note}>
        {() => (
          <Items
            items={summary.unanswered.map((id) => ({
              id,
              text: summary.unjudged.has(id) ? say(words.unanswered.unjudged, { name: nameOf(id) }) : nameOf(id),
              go: () => goTo.subjects([id], 'questions'),
            }))}
          />
        )}
      </Fold>
      <Fold title={words.undecided.title} count={toDecide.length} note={words.undecided.note}>
        {() => <Items items={toDecide.map(itemOf)} />}
      </Fold>
      <Fold title={words.again.title} count={again.length} note={words.again.note}>
        {() => (
          <>
            <Button size="small" onClick={() => session.getState().showReview('register', viewFocus('again'))}>
              {say(words.again.queue, { count: again.length })}
            </Button>
            <Items items={again.map(itemOf)} />
          </>
        )}
      </Fold>
      <Fold title={words.questions.title} count={asked.length} note={words.questions.note}>
        {() => (
          <Items
            items={asked.map(({ subject, count }) => ({
              id: subject,
              text: say(words.questions.item, { name: nameOf(subject), count }),
              go: () => goTo.subjects([subject], 'questions'),
            }))}
          />
        )}
      </Fold>
      <LooseEndList ends={ends} />
      {clean.length === 0 ? null : <p className={styles['clean']}>{say(words.clean, { list: clean.join(', ') })}</p>}
    </>
  );
}

/** Elements and flows with open questions, the most first. */
function useAsked(): readonly { readonly subject: SubjectId; readonly count: number }[] {
  const bySubject = useAnalysis((state) => state.questionsBySubject);
  return useMemo(
    () =>
      [...bySubject]
        .map(([subject, questions]) => ({ subject, count: questions.length }))
        .sort((a, b) => b.count - a.count),
    [bySubject],
  );
}
