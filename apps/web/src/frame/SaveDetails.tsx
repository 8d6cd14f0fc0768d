/** Where the board is kept: what the server has, what this browser has, and what happens without the network. */
import { say } from '@strideboard/words';
import { type RefObject, useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import { type AppCopy, appCopy, onAppCopy } from '../offline/keep-app.ts';
import { useConnection } from '../room/use-room.ts';
import { useEnvironment } from '../session/environment.ts';
import { useOccasionalWords } from '../session/occasional-words.ts';
import styles from './SaveDetails.module.css';
import { RetryButton, SaveCopyButton } from './SaveActions.tsx';
import { useKeptWork, useWaiting } from './use-waiting.ts';

interface SaveDetailsProps {
  /** What it hangs on. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** The page's own popover: Escape and a click elsewhere close it, the focus goes back to where it was. */
export function SaveDetails({ anchor, onClose }: SaveDetailsProps) {
  const { connection: words } = useOccasionalWords();
  const { phase, problem } = useConnection((state) => state);
  const [server, browser, reload] = [useServerText(), useBrowserText(), useReloadText()];
  const box = useRef<HTMLDivElement>(null);
  const titleId = useId();
  useEffect(() => {
    const [element, over] = [box.current, anchor.current];
    if (element === null || over === null) return undefined;
    const { left, bottom } = over.getBoundingClientRect();
    element.style.left = `${Math.max(EDGE_PX, Math.min(left, innerWidth - WIDTH_PX - EDGE_PX))}px`;
    element.style.top = `${bottom + 6}px`;
    element.showPopover();
    element.focus();
    const onToggle = (event: Event): void => {
      if ('newState' in event && event.newState === 'closed') onClose();
    };
    element.addEventListener('toggle', onToggle);
    return () => element.removeEventListener('toggle', onToggle);
  }, [anchor, onClose]);
  const canRetry = phase === 'offline' || problem?.code === 'quota';
  return (
    <div ref={box} popover="auto" role="dialog" aria-labelledby={titleId} tabIndex={-1} className={styles['details']}>
      <h2 id={titleId}>{words.details}</h2>
      <dl>
        <dt>{words.server}</dt>
        <dd>{server}</dd>
        <dt>{words.browser}</dt>
        <dd>{browser}</dd>
        <dt>{words.reloading}</dt>
        <dd>{reload}</dd>
      </dl>
      {phase === 'offline' || phase === 'stopped' ? (
        <div className={styles['actions']}>
          {canRetry ? <RetryButton /> : null}
          <SaveCopyButton />
        </div>
      ) : null}
    </div>
  );
}

const WIDTH_PX = 340;
const EDGE_PX = 8;

function useServerText(): string {
  const { connection: words } = useOccasionalWords();
  const { base } = useEnvironment();
  const { save } = useConnection((state) => state);
  const waiting = useWaiting();
  const [host] = useState(() => new URL(base).host);
  switch (save) {
    case 'saved':
      return say(words.serverSaved, { host });
    case 'saving':
      return say(words.serverSaving, { host });
    case 'offline':
      return waiting === 0 ? say(words.serverAwayNone, { host }) : say(words.serverAway, { host, count: waiting });
    case 'stopped':
      return waiting === 0
        ? say(words.serverStoppedNone, { host })
        : say(words.serverStopped, { host, count: waiting });
  }
}

function useBrowserText(): string {
  const { connection: words } = useOccasionalWords();
  const { cacheProblem, cached, role, problem } = useConnection((state) => state);
  const { durable } = useKeptWork();
  if (role === 'view') return words.browserView;
  if (problem !== null && DROPPED.includes(problem.code)) return words.browserDropped;
  if (cacheProblem !== null) return words.browserProblems[cacheProblem];
  if (!durable) return words.browserProblems.full;
  return cached ? words.browserKept : words.browserOpening;
}

/** After these the kept copy is removed, since it would be refused again. */
const DROPPED: readonly string[] = ['write-refused', 'locked', 'content-refused', 'too-large'];

function useReloadText(): string {
  const { connection: words } = useOccasionalWords();
  const copy: AppCopy = useSyncExternalStore(onAppCopy, appCopy);
  const { cacheProblem, cached } = useConnection((state) => state);
  const hasBoard = cached && cacheProblem === null;
  return copy === 'kept' && !hasBoard ? words.app.keptNoBoard : words.app[copy];
}
