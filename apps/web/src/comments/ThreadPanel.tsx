/** One conversation: what it is about, its comments, the answer being written. The same over the diagram and beside the list. */
import { comments as words, say } from '@strideboard/words';
import { Check, LocateFixed, RotateCcw } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button, IconButton } from '../ui/Button.tsx';
import { CommentField } from './CommentField.tsx';
import { CommentItem } from './CommentItem.tsx';
import type { ThreadState } from './list-threads.ts';
import { instant, relativeTime } from './relative-time.ts';
import styles from './ThreadPanel.module.css';
import type { CommentPeople } from './use-comment-people.ts';
import { useCommenting, useMayComment } from './use-commenting.ts';
import type { ThreadTargets } from './use-thread-targets.ts';
import { useSeeThread } from './use-threads.ts';
import { useServerTime } from '../room/workshop/use-workshop.ts';

interface ThreadPanelProps {
  /** Give the component its id as key. */
  readonly state: ThreadState;
  readonly people: CommentPeople;
  readonly targets: ThreadTargets;
  /** Further buttons in its head. */
  readonly children?: ReactNode;
}

const SHOWN = 30;

/** The conversation, read as far as it is in view. */
export function ThreadPanel({ state, people, targets, children }: ThreadPanelProps) {
  const { thread } = state;
  const { id, messages, orphaned } = thread;
  const commenting = useCommenting();
  const may = useMayComment();
  const titleId = useId();
  const [isWhole, setWhole] = useState(false);
  const [fresh] = useState(() => freshOf(state, people.me));
  useSeeThread(thread, people.me);
  const box = useLatestInView(messages.length);
  const target = targets.title(thread.anchor);
  const show = targets.show(thread);
  const hidden = isWhole ? 0 : Math.max(0, messages.length - SHOWN);
  const isResolved = thread.state === 'resolved';
  return (
    <section className={styles['panel']} aria-labelledby={titleId}>
      <header className={styles['head']}>
        <h3 id={titleId} title={target}>
          <bdi>{target}</bdi>
        </h3>
        {show === null ? null : (
          <IconButton label={words.show} onClick={show}>
            <LocateFixed size={15} aria-hidden />
          </IconButton>
        )}
        {may === 'yes' ? (
          <Button
            size="small"
            icon={isResolved ? <RotateCcw size={13} aria-hidden /> : <Check size={13} aria-hidden />}
            onClick={() => commenting.resolve(id, !isResolved)}
          >
            {isResolved ? words.reopen : words.resolve}
          </Button>
        ) : null}
        {children}
      </header>
      <div ref={box} className={styles['scroll']}>
        {orphaned ? <p className={styles['orphaned']}>{words.orphaned}</p> : null}
        {hidden === 0 ? null : (
          <Button size="small" look="quiet" onClick={() => setWhole(true)}>
            {say(words.earlier, { count: hidden })}
          </Button>
        )}
        <div role="log" aria-labelledby={titleId} className={styles['log']}>
          {messages.slice(hidden).map((message) => (
            <CommentItem key={message.id} message={message} people={people} isFresh={fresh.has(message.id)} />
          ))}
        </div>
        {isResolved ? <Resolved stateBy={thread.stateBy} people={people} /> : null}
      </div>
      <footer className={styles['foot']}>
        {may === 'yes' ? (
          <CommentField
            key={id}
            where={id}
            label={words.field.reply}
            placeholder={words.field.replyPlaceholder}
            names={people.names}
            send={words.field.send}
            onSend={(body) => commenting.reply(id, body)}
          />
        ) : (
          <p className={styles['quiet']}>{may === 'no' ? words.readOnly : words.stopped}</p>
        )}
      </footer>
    </section>
  );
}

interface ResolvedProps extends Pick<ThreadState['thread'], 'stateBy'> {
  readonly people: CommentPeople;
}

function Resolved({ stateBy, people }: ResolvedProps) {
  const now = useServerTime(60_000);
  return (
    <p className={styles['resolved']}>
      <Check size={13} aria-hidden />
      <span>
        {stateBy === null
          ? words.resolved
          : say(words.resolvedBy, {
              who: people.calledOf(stateBy.by),
              when: relativeTime(instant(stateBy.at), now),
            })}
      </span>
    </p>
  );
}

/** Ids of what was unread when it was opened. */
function freshOf({ thread, unread }: ThreadState, me: string | null): ReadonlySet<string> {
  const others = thread.messages.filter(({ author }) => author !== me);
  return new Set(unread === 0 ? [] : others.slice(-unread).map(({ id }) => id));
}

/** The newest comment is in view when it is opened, and when one comes while the end is in view. */
function useLatestInView(count: number) {
  const box = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  useEffect(() => {
    const { current } = box;
    if (current === null) return undefined;
    const follow = (): void => {
      isAtEnd.current = current.scrollHeight - current.scrollTop - current.clientHeight < 40;
    };
    current.addEventListener('scroll', follow, { passive: true });
    return () => current.removeEventListener('scroll', follow);
  }, []);
  useEffect(() => {
    const { current } = box;
    if (current !== null && isAtEnd.current) current.scrollTop = current.scrollHeight;
  }, [count]);
  return box;
}
