/** All conversations of the board: a list that can be narrowed, and the chosen one beside it. */
import { comments as words, say } from '@strideboard/words';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useRoom } from '../room/use-room.ts';
import type { Talk } from '../session/session-store.ts';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import styles from './CommentsView.module.css';
import { countThreads, filterThreads, THREAD_FILTERS, type ThreadFilter, type ThreadState } from './list-threads.ts';
import { NewThread } from './NewThread.tsx';
import { ThreadPanel } from './ThreadPanel.tsx';
import { ThreadRow } from './ThreadRow.tsx';
import { useMayComment, useTalk } from './use-commenting.ts';
import { useThreadTargets } from './use-thread-targets.ts';
import { markSeen, useThreads } from './use-threads.ts';

const PAGE = 40;

/** The view. */
export function CommentsView() {
  const { threads, people } = useThreads();
  const targets = useThreadTargets();
  const talk = useTalk();
  const session = useSessionStore();
  const { link } = useRoom();
  const mayComment = useMayComment() === 'yes';
  const [filter, setFilter] = useFilter(threads, talk);
  const [pages, setPages] = useState(1);
  const counts = countThreads(threads);
  const listed = filterThreads(threads, filter);
  const shown = listed.slice(0, pages * PAGE);
  const unread = threads.filter((state) => state.unread > 0);
  const open = (next: Talk | null): void => session.setState({ talk: next });
  const openThread = useStable((id: string) => open({ kind: 'thread', id }));
  const chosen = talk?.kind === 'thread' ? threads.find(({ thread }) => thread.id === talk.id) : undefined;
  const isReading = chosen !== undefined || talk?.kind === 'new';
  const list = useBackToRow(chosen?.thread.id ?? null);
  if (threads.length === 0 && !isReading)
    return (
      <div className={styles['empty']}>
        <EmptyState title={words.list.emptyTitle} text={mayComment ? words.list.empty : words.list.emptyReadOnly} />
      </div>
    );
  return (
    <div className={styles['view']} data-reading={isReading || undefined}>
      <div ref={list} className={styles['list']}>
        <div className={styles['bar']}>
          <Segmented
            label={words.list.filter}
            value={filter}
            options={THREAD_FILTERS.map((value) => ({
              value,
              label: say(words.list.counted, { name: words.list.filters[value], count: counts[value] }),
            }))}
            onChange={(value) => {
              setFilter(value);
              setPages(1);
            }}
          />
          {unread.length === 0 ? null : (
            <Button
              size="small"
              look="quiet"
              onClick={() => {
                markSeen(session, link.roomId, { threads: unread.map(({ thread }) => thread), me: people.me });
                session.getState().announce(words.list.allRead);
              }}
            >
              {words.list.readAll}
            </Button>
          )}
        </div>
        {listed.length === 0 ? <p className={styles['none']}>{words.list.none[filter]}</p> : null}
        <ul aria-label={words.list.label}>
          {shown.map((state) => (
            <li key={state.thread.id}>
              <ThreadRow {...{ state, people, targets }} isOpen={state === chosen} onOpen={openThread} />
            </li>
          ))}
        </ul>
        {listed.length > shown.length ? (
          <Button size="small" look="quiet" onClick={() => setPages(pages + 1)}>
            {say(words.list.more, { count: Math.min(PAGE, listed.length - shown.length) })}
          </Button>
        ) : null}
      </div>
      <div className={styles['reading']}>
        {isReading ? (
          <Button
            className={styles['back']}
            size="small"
            look="quiet"
            icon={<ArrowLeft size={14} aria-hidden />}
            onClick={() => open(null)}
          >
            {words.list.back}
          </Button>
        ) : null}
        {chosen !== undefined ? (
          <ThreadPanel key={chosen.thread.id} {...{ people, targets }} state={chosen} />
        ) : talk?.kind === 'new' ? (
          <NewThread key={JSON.stringify(talk.anchor)} {...{ people, targets }} anchor={talk.anchor} />
        ) : (
          <p className={styles['none']}>{words.list.choose}</p>
        )}
      </div>
    </div>
  );
}

/** Begins where the conversation that is open can be seen; a place asked for by name decides. */
function useFilter(
  threads: readonly ThreadState[],
  talk: Talk | null,
): readonly [ThreadFilter, (filter: ThreadFilter) => void] {
  const focus = useSession((state) => state.reviewFocus);
  const [seen, setSeen] = useState<typeof focus>(null);
  const [filter, setFilter] = useState<ThreadFilter>(() => {
    const open = talk?.kind === 'thread' ? threads.find(({ thread }) => thread.id === talk.id)?.thread : undefined;
    return open === undefined || open.state === 'open' ? 'open' : 'resolved';
  });
  if (focus !== seen) {
    setSeen(focus);
    const asked = THREAD_FILTERS.find((name) => name === focus?.id);
    if (asked !== undefined) setFilter(asked);
  }
  return [filter, setFilter];
}

/** One function for all rows, so that they are not drawn again with every change. */
function useStable<Argument>(act: (argument: Argument) => void): (argument: Argument) => void {
  const [stable] = useState(() => act);
  return stable;
}

/** Where the conversation takes the place of the list, leaving it leads back to its row. */
function useBackToRow(open: string | null) {
  const list = useRef<HTMLDivElement>(null);
  const last = useRef<string | null>(null);
  useEffect(() => {
    const before = last.current;
    last.current = open;
    if (open !== null || before === null || document.activeElement !== document.body) return;
    list.current?.querySelector<HTMLElement>(`[data-thread="${CSS.escape(before)}"]`)?.focus();
  }, [open]);
  return list;
}
