/** All that stands behind a row, and what the team does with it. */
import type { RegisterRow } from '@strideboard/stride';
import { gap as words, say } from '@strideboard/words';
import { type RefObject, useRef, useState } from 'react';
import { useMayEdit, useRoom } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { Button } from '../ui/Button.tsx';
import { FactLine } from '../ui/FactLine.tsx';
import { useSentences } from '../ui/use-sentences.ts';
import { cutText } from '../ui/cut-text.ts';
import { DeclineForm } from './DeclineForm.tsx';
import styles from './Gap.module.css';
import { JoinField } from './JoinField.tsx';
import type { GapRow } from './match-rows.ts';
import { saveDraft } from './save-draft.ts';
import { useGapActions } from './use-gap-actions.ts';

interface GapDetailProps {
  readonly row: GapRow;
  readonly findings: readonly RegisterRow[];
  /** Called when something was done with it. */
  readonly onDone: () => void;
}

/** The body of an open row. */
export function GapDetail({ row, findings, onDone }: GapDetailProps) {
  const mayEdit = useMayEdit();
  const body = useRef<HTMLDivElement>(null);
  return (
    <div ref={body} className={styles['detail']}>
      {row.why === '' ? null : <p className={styles['why']}>{say(words.declinedWhy, { why: row.why })}</p>}
      <Cards row={row} />
      {row.written === null ? null : <Written row={row.written} />}
      {row.match === null ? null : (
        <p className={styles['hint']}>{row.match === 'linked' ? words.whyLinked : words.whySame}</p>
      )}
      {row.findings.map((finding) => (
        <Found key={finding.id} finding={finding} />
      ))}
      {mayEdit ? <Actions row={row} findings={findings} body={body} onDone={onDone} /> : null}
      {row.column === 'people' ? <Draft row={row} /> : null}
    </div>
  );
}

function Cards({ row: { cluster } }: { readonly row: GapRow }) {
  const { document } = useRoom();
  if (cluster === null) return null;
  const nameOf = (principal: string): string => document.people().get(principal)?.name ?? words.someone;
  return (
    <ul className={styles['cards']}>
      {cluster.cards.map(({ key, author, text, late }) => (
        <li key={key}>
          <bdi>{say(words.by, { who: nameOf(author) })}</bdi>
          <bdi className={styles['said']}>{text}</bdi>
          {late ? <span className={styles['status']}>{words.late}</span> : null}
        </li>
      ))}
    </ul>
  );
}

function Written({ row }: { readonly row: RegisterRow }) {
  return (
    <p>
      {words.written}: <bdi>{row.title}</bdi> <Open id={row.id} title={row.title} />
    </p>
  );
}

/** What a rule found and the facts it rests on. */
function Found({ finding }: { readonly finding: RegisterRow }) {
  const context = useSentences(null);
  const because = finding.threat?.finding.because ?? [];
  return (
    <section className={styles['found']} aria-label={cutText(finding.title, 120)}>
      <h4>
        <bdi>{finding.title}</bdi>
      </h4>
      <p>{finding.description}</p>
      {because.length === 0 ? null : (
        <>
          <h5>{words.because}</h5>
          <ul>
            {because.map((fact) => (
              <li key={JSON.stringify(fact)}>
                <FactLine fact={fact} context={context} full />
              </li>
            ))}
          </ul>
        </>
      )}
      <Open id={finding.id} title={finding.title} />
    </section>
  );
}

function Open({ id, title }: { readonly id: string; readonly title: string }) {
  const session = useSessionStore();
  return (
    <Button
      size="small"
      look="quiet"
      aria-label={say(words.openThreat, { title: cutText(title, 120) })}
      onClick={() => session.getState().showReview('register', id)}
    >
      {words.openOne}
    </Button>
  );
}

interface ActionsProps extends GapDetailProps {
  readonly body: RefObject<HTMLElement | null>;
}

function Actions({ row, findings, body, onDone }: ActionsProps) {
  const actions = useGapActions();
  const [asks, setAsks] = useState<'decline' | 'join' | null>(null);
  const isOpen = row.status === 'open';
  const { cluster, written, column, match } = row;
  /** The keyboard goes on with the next row, as this one may go. */
  const done = (isDone: boolean): void => {
    if (!isDone) return;
    const line = body.current?.closest('li');
    const next = line?.nextElementSibling ?? line?.previousElementSibling ?? null;
    (next ?? line)?.querySelector<HTMLElement>('[data-row]')?.focus();
    onDone();
  };
  if (asks === 'decline')
    return <DeclineForm onDecline={(why) => done(actions.decline(row, why))} onCancel={() => setAsks(null)} />;
  if (asks === 'join')
    return (
      <JoinField
        findings={findings}
        onJoin={(finding) => done(actions.join(row, finding))}
        onCancel={() => setAsks(null)}
      />
    );
  const isPeople = column === 'people';
  const hint = isPeople && written !== null ? words.adoptHint.written : words.adoptHint[column];
  return (
    <>
      {isOpen ? <p className={styles['hint']}>{hint}</p> : null}
      <div className={styles['actions']}>
        {isOpen ? (
          <>
            <Button size="small" look="primary" onClick={() => done(actions.adopt(row))}>
              {words.adopt}
            </Button>
            <Button size="small" onClick={() => setAsks('decline')}>
              {words.decline}
            </Button>
            <Button size="small" onClick={() => done(actions.park(row))}>
              {words.park}
            </Button>
          </>
        ) : row.status === 'declined' || row.findings.length > 0 ? (
          <Button size="small" onClick={() => done(actions.reopen(row))}>
            {words.reopen}
          </Button>
        ) : null}
        {isPeople && findings.length > 0 ? (
          <Button size="small" look="quiet" onClick={() => setAsks('join')}>
            {words.join}
          </Button>
        ) : null}
        {column === 'both' && (cluster !== null || match === 'linked') ? (
          <Button size="small" look="quiet" onClick={() => done(actions.part(row))}>
            {words.part}
          </Button>
        ) : null}
      </div>
    </>
  );
}

/** Handing on what only people raised: a draft of a rule. */
function Draft({ row }: { readonly row: GapRow }) {
  const { live: room } = useRoom();
  const session = useSessionStore();
  return (
    <div className={styles['draft']}>
      <Button
        size="small"
        onClick={() => session.getState().announce(say(words.done.saved, { name: saveDraft(row, room.index()) }))}
      >
        {words.draft}
      </Button>
      <p className={styles['hint']}>{words.draftHint}</p>
    </div>
  );
}
