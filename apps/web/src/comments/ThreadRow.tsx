/** One conversation in a list: what it is about, how it began, how it stands. */
import { comments as words, say } from '@strideboard/words';
import { Check, Unlink } from 'lucide-react';
import { memo } from 'react';
import { initials } from '../ui/initials.ts';
import type { ThreadState } from './list-threads.ts';
import { TimeOf } from './TimeOf.tsx';
import styles from './ThreadRow.module.css';
import type { CommentPeople } from './use-comment-people.ts';
import type { ThreadTargets } from './use-thread-targets.ts';

interface ThreadRowProps {
  readonly state: ThreadState;
  readonly people: CommentPeople;
  readonly targets: ThreadTargets;
  readonly isOpen: boolean;
  readonly onOpen: (id: string) => void;
}

const EXCERPT = 240;

/** The row: one button. */
export const ThreadRow = memo(function ThreadRow({ state, people, targets, isOpen, onOpen }: ThreadRowProps) {
  const { thread, unread, namesMeUnread, lastAt } = state;
  const first = thread.messages.find(({ gone }) => !gone) ?? thread.messages[0];
  if (first === undefined) return null;
  const replies = thread.messages.length - 1;
  return (
    <button
      type="button"
      className={styles['row']}
      data-thread={thread.id}
      data-unread={unread > 0 || undefined}
      aria-current={isOpen ? 'true' : undefined}
      onClick={() => onOpen(thread.id)}
    >
      <span
        className={styles['avatar']}
        style={{ background: people.colourOf(first.author) ?? undefined }}
        aria-hidden="true"
      >
        {initials(people.nameOf(first.author))}
      </span>
      <span className={styles['head']}>
        <bdi className={styles['target']}>{targets.title(thread.anchor)}</bdi>
        <span className={styles['when']}>
          <TimeOf at={lastAt} />
        </span>
      </span>
      <span className={styles['text']} dir="auto">
        <bdi className={styles['who']}>{people.calledOf(first.author)}</bdi>{' '}
        {first.gone ? <i>{words.gone}</i> : <bdi>{first.body.slice(0, EXCERPT)}</bdi>}
      </span>
      <span className={styles['facts']}>
        {unread > 0 ? (
          <b>
            {say(words.list.unread, { count: unread })}
            {namesMeUnread ? ` · ${words.list.mentioned}` : ''}
          </b>
        ) : null}
        {replies > 0 ? <span>{say(words.list.replies, { count: replies })}</span> : null}
        {thread.state === 'resolved' ? (
          <span className={styles['sign']}>
            <Check size={12} aria-hidden /> {words.resolved}
          </span>
        ) : null}
        {thread.orphaned ? (
          <span className={styles['sign']}>
            <Unlink size={12} aria-hidden /> {words.list.filters.orphaned}
          </span>
        ) : null}
      </span>
    </button>
  );
});
