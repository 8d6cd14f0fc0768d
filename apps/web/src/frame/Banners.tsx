/** What stands between the person and normal work, in a sentence that says what to do. */
import { say } from '@strideboard/words';
import { type ReactNode, useEffect, useRef } from 'react';
import { useConnection, useModel, useRoom } from '../room/use-room.ts';
import { useOccasionalWords } from '../session/occasional-words.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './Banners.module.css';
import { RetryButton, SaveCopyButton } from './SaveActions.tsx';
import { useKeptWork, useWaiting } from './use-waiting.ts';

/** At most one banner: the gravest. `rest` speaks when the line and the store have nothing to say; it may show nothing. */
export function Banners({ rest }: { readonly rest: ReactNode }) {
  const { connection: words } = useOccasionalWords();
  const { document } = useRoom();
  const phase = useConnection((state) => state.phase);
  const isFull = useConnection((state) => state.cacheProblem === 'full');
  const { durable } = useKeptWork();
  const isNewer = useModel(() => document.readOnly());
  useTellBack();
  if (phase === 'stopped') return <Stopped />;
  if (phase === 'offline') return <Away />;
  if (isNewer) return <Banner tone="warning">{<p>{words.newerSchema}</p>}</Banner>;
  if (isFull || !durable) return <Banner tone="warning">{<p>{words.full}</p>}</Banner>;
  return rest ?? <div className={styles['none']} />;
}

/** Says once that the line is back and everything has been sent. */
function useTellBack(): void {
  const { board } = useWords();
  const session = useSessionStore();
  const save = useConnection((state) => state.save);
  const wasAway = useRef(false);
  useEffect(() => {
    if (save === 'offline') wasAway.current = true;
    if (save !== 'saved' || !wasAway.current) return;
    wasAway.current = false;
    session.getState().tell({ text: board.back });
  }, [save, session, board]);
}

function Stopped() {
  const { board } = useWords();
  const { connection: words } = useOccasionalWords();
  const problem = useConnection((state) => state.problem);
  const known: Readonly<Record<string, string>> = words.refused;
  const { code = 'other', reason = '' } = problem ?? {};
  // The reason says it more exactly than the code where it is known.
  const text = (Object.hasOwn(known, reason) ? known[reason] : known[code]) ?? say(words.refused.other, { code });
  return (
    <Banner tone="problem">
      <p>{text}</p>
      {code === 'quota' ? <RetryButton /> : null}
      <SaveCopyButton />
      <Button size="small" onClick={() => location.reload()}>
        {board.reload}
      </Button>
    </Banner>
  );
}

function Away() {
  const { connection: words } = useOccasionalWords();
  const code = useConnection((state) => state.problem?.code ?? 'other');
  const role = useConnection((state) => state.role);
  const isKept = useConnection((state) => state.cached && state.cacheProblem === null);
  const { durable } = useKeptWork();
  const waiting = useWaiting();
  const known: Readonly<Record<string, string>> = words.away;
  const isSafe = isKept || durable;
  const mine =
    role === 'view'
      ? words.awayView
      : waiting === 0
        ? isSafe
          ? words.awayKeptNone
          : words.awayPageNone
        : say(isSafe ? words.awayKept : words.awayPage, { count: waiting });
  return (
    <Banner tone="warning">
      <p>{`${known[code] ?? words.away.other} ${mine}`}</p>
      <RetryButton />
    </Banner>
  );
}
