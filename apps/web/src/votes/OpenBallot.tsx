/** A ballot that is open: dots are given and taken back by pointer and keyboard; who has voted is told, for what is not. */
import { createRegisterCommands } from '@strideboard/document';
import type { WorkshopBallot } from '@strideboard/model';
import type { RegisterRow } from '@strideboard/stride';
import { say, votes as words } from '@strideboard/words';
import { type KeyboardEvent, useId, useMemo } from 'react';
import { useRoom } from '../room/use-room.ts';
import { useRole } from '../room/workshop/use-workshop.ts';
import { useSessionStore } from '../session/use-session.ts';
import { Button } from '../ui/Button.tsx';
import { useReport } from '../ui/use-report.ts';
import { dotsLeft, give, takeBack, whyNoDot } from './give-dot.ts';
import { TargetText, useTargetFinder } from './TargetText.tsx';
import { useVoters } from './turnout.ts';
import { useDots } from './use-dots.ts';
import styles from './Votes.module.css';

interface OpenBallotProps {
  readonly ballot: WorkshopBallot;
  readonly rows: readonly RegisterRow[];
  readonly leads: boolean;
}

/** The ballot. */
export function OpenBallot({ ballot, rows, leads }: OpenBallotProps) {
  const isViewer = useRole() === 'view';
  const headingId = useId();
  const { mine, isDurable } = useDots(ballot.id);
  const left = dotsLeft(ballot, mine);
  return (
    <section className={styles['ballot']} aria-labelledby={headingId}>
      <header className={styles['top']}>
        <div>
          <h3 id={headingId} className={styles['question']}>
            <bdi>{ballot.what}</bdi>
          </h3>
          {isViewer ? (
            <p>{words.ballot.viewer}</p>
          ) : (
            <>
              <p>
                {say(words.ballot.rule, { count: ballot.dots })}{' '}
                {ballot.several ? words.ballot.ruleSeveral : words.ballot.ruleOne} {words.ballot.secret}
              </p>
              <p>{words.ballot.keys}</p>
              {ballot.closedAt === null ? null : <p>{words.ballot.again}</p>}
              {isDurable ? null : <p className={styles['warning']}>{words.ballot.notDurable}</p>}
            </>
          )}
        </div>
        {leads ? <CloseButton ballot={ballot.id} /> : null}
      </header>
      <Turnout gave={isViewer ? null : left < ballot.dots} />
      {isViewer ? null : (
        <p className={styles['left']} role="status">
          <DotsSign given={ballot.dots - left} of={ballot.dots} />
          {say(words.ballot.left, { count: left })}
        </p>
      )}
      <Targets ballot={ballot} rows={rows} isViewer={isViewer} />
    </section>
  );
}

function CloseButton({ ballot }: { readonly ballot: string }) {
  const { commandsOptions, document } = useRoom();
  const report = useReport();
  const commands = useMemo(() => createRegisterCommands(commandsOptions), [commandsOptions]);
  return (
    <Button
      look="primary"
      onClick={() => {
        report(commands.setBallot({ ballot, state: 'closed' }));
        document.flush();
      }}
    >
      {words.ballot.close}
    </Button>
  );
}

/** `gave` of this person; `null` for one who looks on. */
function Turnout({ gave }: { readonly gave: boolean | null }) {
  const others = useVoters();
  const leads = useRole() === 'facilitate';
  const me = gave === null ? [] : [{ name: words.turnout.you, gave }];
  const all = [...me, ...others];
  const names = (gives: boolean): string =>
    all.flatMap((voter) => (voter.gave === gives ? [voter.name] : [])).join(', ');
  const hasLeader = leads || others.some(({ role }) => role === 'facilitate');
  return (
    <div className={styles['turnout']} role="status" aria-label={words.turnout.title}>
      <p>
        <strong>{say(words.turnout.count, { gave: all.filter((voter) => voter.gave).length, all: all.length })}</strong>
      </p>
      {names(true) === '' ? null : <p>{say(words.turnout.gave, { names: names(true) })}</p>}
      {names(false) === '' ? null : <p>{say(words.turnout.waiting, { names: names(false) })}</p>}
      {hasLeader ? null : <p className={styles['warning']}>{words.ballot.leaderGone}</p>}
    </div>
  );
}

interface TargetsProps {
  readonly ballot: WorkshopBallot;
  readonly rows: readonly RegisterRow[];
  readonly isViewer: boolean;
}

function Targets({ ballot, rows, isViewer }: TargetsProps) {
  const find = useTargetFinder(rows);
  const session = useSessionStore();
  const { mine, change } = useDots(ballot.id);
  const giveDot = (target: string): void => {
    const problem = whyNoDot(ballot, mine, target);
    if (problem !== null) session.getState().announce(words.ballot[problem]);
    change((now) => give(ballot, now, target));
  };
  const takeDot = (target: string): void => change((now) => takeBack(now, target));
  return (
    <ol className={styles['targets']} aria-label={words.ballot.list}>
      {ballot.on.map((id) => {
        const { target, title } = find(id);
        const dots = mine.given[id] ?? 0;
        const problem = whyNoDot(ballot, mine, id);
        const keys = (event: KeyboardEvent<HTMLElement>): void =>
          onKey(event, { give: () => giveDot(id), take: () => takeDot(id) });
        return (
          <li key={id} className={styles['target']} data-given={dots > 0 || undefined}>
            <TargetText target={target} title={title} />
            {isViewer ? null : (
              <div className={styles['dots']}>
                <DotsSign given={dots} of={dots} />
                <button
                  type="button"
                  data-step="take"
                  aria-disabled={dots === 0}
                  aria-label={say(words.ballot.take, { title })}
                  onKeyDown={keys}
                  onClick={() => takeDot(id)}
                >
                  −
                </button>
                <output aria-label={say(words.ballot.given, { count: dots })}>{dots}</output>
                <button
                  type="button"
                  data-step="give"
                  aria-disabled={problem !== null}
                  aria-label={say(words.ballot.give, { title })}
                  title={problem === null ? undefined : words.ballot[problem]}
                  onKeyDown={keys}
                  onClick={() => giveDot(id)}
                >
                  +
                </button>
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** `+` and `−` act on the line, up and down go to the same button of the next. */
function onKey(event: KeyboardEvent<HTMLElement>, act: { readonly give: () => void; readonly take: () => void }): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const line = event.currentTarget.closest('li');
  const step = event.currentTarget.dataset['step'] ?? 'give';
  const goTo = (next: Element | null | undefined): void =>
    next?.querySelector<HTMLElement>(`[data-step="${step}"]`)?.focus();
  if (event.key === '+' || event.key === '=') act.give();
  else if (event.key === '-' || event.key === '−') act.take();
  else if (event.key === 'ArrowDown') goTo(line?.nextElementSibling);
  else if (event.key === 'ArrowUp') goTo(line?.previousElementSibling);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

const SIGN_LIMIT = 10;

/** Dots as dots, for the eye; the number stands beside them. */
function DotsSign({ given, of }: { readonly given: number; readonly of: number }) {
  if (of > SIGN_LIMIT) return null;
  return (
    <span className={styles['sign']} aria-hidden="true">
      {'●'.repeat(given)}
      <i>{'○'.repeat(of - given)}</i>
    </span>
  );
}
