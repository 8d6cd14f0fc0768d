/** One mark on the drawing: who began, how many, whether something is unread. */
import { comments as words, say } from '@strideboard/words';
import { type CSSProperties, memo } from 'react';
import { initials } from '../ui/initials.ts';
import styles from './CommentPins.module.css';
import type { PinCluster } from './place-pins.ts';
import type { CommentPeople } from './use-comment-people.ts';
import type { ThreadTargets } from './use-thread-targets.ts';

interface CommentPinProps {
  readonly cluster: PinCluster;
  readonly people: CommentPeople;
  readonly targets: ThreadTargets;
  readonly unread: number;
  readonly isOpen: boolean;
  /** Whether Tab stops here. */
  readonly isStop: boolean;
  readonly onFocus: (id: string) => void;
  readonly onOpen: (cluster: PinCluster) => void;
}

const EXCERPT = 80;

/** The mark; its tip is at the place. */
export const CommentPin = memo(function CommentPin({
  cluster,
  people,
  targets,
  unread,
  isOpen,
  isStop,
  onFocus,
  onOpen,
}: CommentPinProps) {
  const { id, left, top, threads } = cluster;
  const [thread] = threads;
  const first = thread?.messages.find(({ gone }) => !gone);
  if (thread === undefined || first === undefined) return null;
  const count = threads.length;
  const text =
    count > 1
      ? say(words.several, { count })
      : say(words.pin, {
          who: people.calledOf(first.author),
          target: targets.name(thread.anchor),
          text: first.body.slice(0, EXCERPT).replace(/\s+/gu, ' '),
          count: thread.messages.length,
        });
  const name = unread === 0 ? text : say(words.pinUnread, { pin: text, count: unread });
  return (
    <button
      type="button"
      className={styles['pin']}
      style={pinStyle({ left, top, colour: count > 1 ? null : people.colourOf(first.author) })}
      data-pin={id}
      data-unread={unread > 0 || undefined}
      data-open={isOpen || undefined}
      tabIndex={isStop ? 0 : -1}
      aria-haspopup="dialog"
      aria-label={name}
      title={name}
      onFocus={() => onFocus(id)}
      onClick={() => onOpen(cluster)}
    >
      <span aria-hidden="true">{count > 1 ? String(count) : initials(people.nameOf(first.author))}</span>
    </button>
  );
});

const pinStyle = (at: { readonly left: number; readonly top: number; readonly colour: string | null }): CSSProperties =>
  ({
    '--left': `${at.left}px`,
    '--top': `${at.top}px`,
    ...(at.colour === null ? {} : { '--person': at.colour }),
  }) as CSSProperties; // custom properties are not in the type
