/** What comments do whichever place is open: they remember what was seen, and say when somebody names me or answers me. */
import { comments as words, say } from '@strideboard/words';
import { useEffect, useRef } from 'react';
import { useConnection, useRoom } from '../room/use-room.ts';
import { useEnvironment } from '../session/environment.ts';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { Button } from '../ui/Button.tsx';
import styles from './CommentsPart.module.css';
import { plainName } from './mentions.ts';
import { addToMemory, browserStorage, readMemory } from './seen-memory.ts';
import { useThreadTargets } from './use-thread-targets.ts';
import { markSeen, useThreads } from './use-threads.ts';

/** One line while an unread comment names me; otherwise nothing. */
export function CommentsPart() {
  const session = useSessionStore();
  const { link } = useRoom();
  const { threads, people } = useThreads();
  const targets = useThreadTargets();
  const isListOpen = useSession(({ review }) => review === 'comments');
  useSeenMemory();
  useNews();
  const waiting = threads.filter(({ namesMeUnread }) => namesMeUnread);
  const [first] = waiting;
  if (first === undefined || isListOpen) return null;
  const last = first.thread.messages.findLast(({ author }) => author !== people.me);
  const named = { who: people.nameOf(last?.author ?? ''), target: targets.name(first.thread.anchor) };
  return (
    <div className={styles['line']} role="status">
      <span>{waiting.length === 1 ? say(words.named, named) : say(words.waiting, { count: waiting.length })}</span>
      <Button
        size="small"
        onClick={() => {
          session.setState({ talk: { kind: 'thread', id: first.thread.id } });
          session.getState().showReview('comments', 'mine');
        }}
      >
        {words.namedShow}
      </Button>
      <Button
        size="small"
        look="quiet"
        onClick={() => markSeen(session, link.roomId, { threads: waiting.map(({ thread }) => thread), me: people.me })}
      >
        {words.waitingRead}
      </Button>
    </div>
  );
}

/** Brings back what was seen here before. On a board that is new to this browser everything there is counts as seen. */
function useSeenMemory(): void {
  const session = useSessionStore();
  const room = useRoom();
  const { link, document, whole } = room;
  const { memory } = useEnvironment();
  const synced = useConnection((state) => state.synced);
  const me = useConnection((state) => state.principal);
  useEffect(() => {
    let isOver = false;
    const begin = async (): Promise<void> => {
      await whole;
      if (isOver || (session.getState().seenComments ?? null) !== null) return;
      document.flush();
      const kept = readMemory(browserStorage(), link.roomId);
      if (kept !== null) session.setState({ seenComments: kept.seen });
      else if (synced && me !== null) {
        addToMemory(browserStorage(), link.roomId, {});
        session.setState({ seenComments: {} });
        markSeen(session, link.roomId, { threads: document.model().comments, me });
      }
    };
    void begin();
    return () => {
      isOver = true;
    };
  }, [session, link, document, whole, synced, me]);
  const name = plainName(memory.preferences().name ?? '');
  // Not before: what is remembered of a board says that it is not new here.
  const isKnown = useSession(({ seenComments = null }) => seenComments !== null);
  useEffect(() => {
    if (name !== '' && isKnown) addToMemory(browserStorage(), link.roomId, { names: [name] });
  }, [link, name, isKnown]);
}

/** Says it once for each new comment; what was there when the board was opened is not news. */
function useNews(): void {
  const session = useSessionStore();
  const { threads, people } = useThreads();
  const targets = useThreadTargets();
  const isReady = useSession(({ seenComments = null }) => seenComments !== null);
  const told = useRef<Map<string, number> | null>(null);
  useEffect(() => {
    if (!isReady) return;
    const before = told.current;
    told.current = new Map(threads.map(({ thread, unread }) => [thread.id, unread]));
    if (before === null) return;
    for (const { thread, unread, namesMeUnread, isMine } of threads) {
      const { talk = null, hearsOthers } = session.getState();
      const isLooking = talk?.kind === 'thread' && talk.id === thread.id;
      if (unread <= (before.get(thread.id) ?? 0) || isLooking || !isMine) continue;
      const last = thread.messages.findLast(({ author }) => author !== people.me);
      const values = { who: people.nameOf(last?.author ?? ''), target: targets.name(thread.anchor) };
      // The line over the board says who names me.
      if (hearsOthers && !namesMeUnread) session.getState().announce(say(words.answered, values));
    }
  }, [threads, people, targets, session, isReady]);
}
