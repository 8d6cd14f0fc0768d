/** Beginning a conversation about something. */
import type { CommentAnchor } from '@strideboard/model';
import { comments as words, say } from '@strideboard/words';
import { type ReactNode, useId } from 'react';
import { useSessionStore } from '../session/use-session.ts';
import { CommentField } from './CommentField.tsx';
import styles from './ThreadPanel.module.css';
import type { CommentPeople } from './use-comment-people.ts';
import { useCommenting, useMayComment } from './use-commenting.ts';
import type { ThreadTargets } from './use-thread-targets.ts';

interface NewThreadProps {
  readonly anchor: CommentAnchor;
  readonly people: CommentPeople;
  readonly targets: ThreadTargets;
  readonly children?: ReactNode;
}

/** Where its unsent text belongs. One is kept for all points: nobody hits the same one again. */
const draftOf = (anchor: CommentAnchor): string =>
  anchor.kind === 'point' ? 'new:point' : `new:${anchor.kind}:${anchor.id}`;

/** The field; the new conversation takes its place. */
export function NewThread({ anchor, people, targets, children }: NewThreadProps) {
  const commenting = useCommenting();
  const may = useMayComment();
  const session = useSessionStore();
  const titleId = useId();
  const where = draftOf(anchor);
  const onSend = (body: string): boolean => {
    const id = commenting.open(anchor, body);
    if (id !== null) session.setState({ talk: { kind: 'thread', id } });
    return id !== null;
  };
  return (
    <section className={styles['panel']} aria-labelledby={titleId}>
      <header className={styles['head']}>
        <h3 id={titleId}>
          <bdi>{say(words.newOn, { target: targets.name(anchor) })}</bdi>
        </h3>
        {children}
      </header>
      <div className={styles['foot']}>
        {may === 'yes' ? (
          <CommentField
            key={where}
            where={where}
            label={words.field.first}
            placeholder={words.field.firstPlaceholder}
            names={people.names}
            send={words.field.send}
            hasFocus
            onSend={onSend}
          />
        ) : (
          <p className={styles['quiet']}>{may === 'no' ? words.readOnly : words.stopped}</p>
        )}
      </div>
    </section>
  );
}
