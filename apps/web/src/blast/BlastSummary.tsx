/** How much is reached, in a few numbers that are read out whenever they change, and what assuming changed. */
import { blastRadius as words, say } from '@strideboard/words';
import { useBlast, useBlastStore } from '../analysis/blast-store.ts';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { Button } from '../ui/Button.tsx';
import { BlastSign } from '../ui/BlastSign.tsx';
import styles from './BlastSummary.module.css';
import { countDifference, type DifferenceCounts } from './cut-rows.ts';
import { WHEREABOUTS } from './group-reached.ts';

/** The summary. */
export function BlastSummary() {
  const answer = useBlast((state) => state.answer);
  const phase = useBlast((state) => state.phase);
  const assumed = useSession(({ blast }) => blast?.assumed.length ?? 0);
  const counts = answer?.after.counts;
  return (
    <>
      <div className={styles['summary']} role="status" data-testid="blast-summary">
        {phase === 'working' ? <p className={styles['quiet']}>{words.working}</p> : null}
        {phase === 'failed' ? <p className={styles['stale']}>{words.failed}</p> : null}
        {counts === undefined ? null : (
          <>
            <p className={styles['counts']}>
              <span>
                <BlastSign sign="proven" />
                <strong>{counts.elements.proven}</strong> {words.certain.toLowerCase()}
              </span>
              <span>
                <BlastSign sign="possible" />
                <strong>{counts.elements.possible}</strong> {words.possibly.toLowerCase()}
              </span>
            </p>
            <ul className={styles['wheres']}>
              {WHEREABOUTS.map((where) => (
                <li key={where}>{say(words.whereCount, { where: words.wheres[where], count: counts.where[where] })}</li>
              ))}
            </ul>
          </>
        )}
        {answer === null || answer.after.assumed.length === 0 ? null : (
          <p className={styles['difference']} data-testid="blast-difference">
            {say(words.cuts.assumed, {
              count: answer.after.assumed.length,
              what: differenceText(countDifference(answer)),
            })}
          </p>
        )}
      </div>
      {phase === 'failed' ? <TryAgain /> : null}
      {assumed === 0 ? null : <AssumeNothing />}
    </>
  );
}

function TryAgain() {
  const store = useBlastStore();
  return (
    <Button
      size="small"
      className={styles['clear']}
      onClick={(event) => {
        // The button goes away; the keyboard stays in the panel.
        event.currentTarget.closest('section')?.querySelector<HTMLElement>('h2')?.focus();
        store.getState().retry();
      }}
    >
      {words.again}
    </Button>
  );
}

function AssumeNothing() {
  const session = useSessionStore();
  return (
    <Button
      size="small"
      className={styles['clear']}
      onClick={(event) => {
        // The button goes away; the keyboard stays in the panel.
        event.currentTarget.closest('section')?.querySelector<HTMLElement>('h2')?.focus();
        const now = session.getState();
        const { blast } = now;
        if (blast !== null) now.setBlast({ ...blast, assumed: [] });
      }}
    >
      {words.cuts.clear}
    </Button>
  );
}

function differenceText({ gone, onlyPossible, less }: DifferenceCounts): string {
  const parts = [
    gone === 0 ? null : say(words.cuts.gone, { count: gone }),
    onlyPossible === 0 ? null : say(words.cuts.onlyPossible, { count: onlyPossible }),
    less === 0 ? null : say(words.cuts.less, { count: less }),
  ].filter((part) => part !== null);
  return parts.length === 0 ? words.cuts.nothing : parts.join(words.comma);
}
