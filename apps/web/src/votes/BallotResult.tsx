/** The result of a closed ballot: most dots first, ties as ties, late dots beside it; from each line to its decision. */
import { createRegisterCommands } from '@strideboard/document';
import type { WorkshopBallot } from '@strideboard/model';
import type { RegisterRow } from '@strideboard/stride';
import { say, votes as words } from '@strideboard/words';
import { type ReactNode, useId, useMemo } from 'react';
import { useConnection, useRoom } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { Button } from '../ui/Button.tsx';
import { useReport } from '../ui/use-report.ts';
import { sumOf } from './dot-box.ts';
import { type Ranked, rankTargets } from './rank-targets.ts';
import { type FoundTarget, TargetText, useTargetFinder } from './TargetText.tsx';
import { useDots } from './use-dots.ts';
import styles from './Votes.module.css';

interface BallotResultProps {
  readonly ballot: WorkshopBallot;
  readonly rows: readonly RegisterRow[];
  readonly leads: boolean;
  /** Whether it is the newest: only that one is opened again. */
  readonly isLast: boolean;
  /** What else can be done. */
  readonly children: ReactNode;
}

/** The result. */
export function BallotResult({ ballot, rows, leads, isLast, children }: BallotResultProps) {
  const { commandsOptions, document } = useRoom();
  const report = useReport();
  const headingId = useId();
  const find = useTargetFinder(rows);
  const ranked = useMemo(() => rankTargets(ballot), [ballot]);
  const most = ranked[0]?.dots ?? 0;
  const { onTime, late } = ballot.voters;
  const openAgain = (): void => {
    report(createRegisterCommands(commandsOptions).setBallot({ ballot: ballot.id, state: 'open' }));
    document.flush();
  };
  return (
    <section className={styles['ballot']} aria-labelledby={headingId}>
      <header className={styles['top']}>
        <div>
          <h3 id={headingId} className={styles['question']}>
            <bdi>{ballot.what}</bdi>
          </h3>
          <p>
            {say(words.result.people, { count: onTime })} <Mine ballot={ballot} />
          </p>
          {late === 0 ? null : <p className={styles['warning']}>{say(words.result.lateAll, { count: late })}</p>}
        </div>
        <div className={styles['actions']}>
          {leads && isLast ? <Button onClick={openAgain}>{words.result.again}</Button> : null}
          {children}
        </div>
      </header>
      <ol className={styles['targets']} aria-label={words.result.list}>
        {ranked.map((line) => (
          <ResultLine key={line.target} line={line} most={most} found={find(line.target)} />
        ))}
      </ol>
    </section>
  );
}

function Mine({ ballot }: { readonly ballot: WorkshopBallot }) {
  const { mine } = useDots(ballot.id);
  const isLive = useConnection((state) => state.phase === 'live');
  if (sumOf(mine) === 0) return null;
  if (mine.published !== (ballot.closedAt ?? 0)) return isLive ? null : words.result.mineWaits;
  return mine.late ? words.result.mineLate : words.result.mine;
}

interface ResultLineProps {
  readonly line: Ranked;
  /** Dots of the first. */
  readonly most: number;
  readonly found: FoundTarget;
}

function ResultLine({ line: { dots, late, rank, isTied }, most, found: { target, title } }: ResultLineProps) {
  const session = useSessionStore();
  const rankText = rank === null ? words.result.noRank : say(isTied ? words.result.tie : words.result.rank, { rank });
  return (
    <li className={styles['target']} data-rank={rank ?? undefined}>
      <span className={styles['rank']} title={rankText}>
        <span aria-hidden="true">{rank === null ? '–' : isTied ? say(words.result.tieSign, { rank }) : rank}</span>
        <span className="visually-hidden">{rankText}</span>
      </span>
      <TargetText target={target} title={title} />
      <div className={styles['count']}>
        <span className={styles['bar']} aria-hidden="true">
          <span style={{ inlineSize: `${String(most === 0 ? 0 : Math.round((dots / most) * 100))}%` }} />
        </span>
        <span>{say(words.result.dots, { count: dots })}</span>
        {late === 0 ? null : <span className={styles['late']}>{say(words.result.late, { count: late })}</span>}
      </div>
      {target === null ? null : target.threat !== null ? (
        <Button
          size="small"
          aria-label={say(words.result.decideNamed, { title })}
          onClick={() => session.getState().showReview('register', target.threat ?? target.id)}
        >
          {words.result.decide}
        </Button>
      ) : (
        <Button
          size="small"
          aria-label={say(words.result.showCardNamed, { title })}
          onClick={() => session.getState().showReview('cards', target.id)}
        >
          {words.result.showCard}
        </Button>
      )}
    </li>
  );
}
