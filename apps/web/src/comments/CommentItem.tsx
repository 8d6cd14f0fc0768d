/** One comment: who, when, what; one's own can be reworded, and taken back. */
import type { CommentMessage } from '@strideboard/model';
import { comments as words, say } from '@strideboard/words';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useRoom } from '../room/use-room.ts';
import { useRole } from '../room/workshop/use-workshop.ts';
import { IconButton } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { initials } from '../ui/initials.ts';
import { CommentBody } from './CommentBody.tsx';
import { CommentField } from './CommentField.tsx';
import styles from './CommentItem.module.css';
import { createDrafts, tabStorage } from './drafts.ts';
import { TimeOf } from './TimeOf.tsx';
import type { CommentPeople } from './use-comment-people.ts';
import { useCommenting, useMayComment } from './use-commenting.ts';

interface CommentItemProps {
  readonly message: CommentMessage;
  readonly people: CommentPeople;
  /** Whether it names me and I had not seen it when the conversation was opened. */
  readonly isFresh: boolean;
}

/** The comment. */
export function CommentItem({ message, people, isFresh }: CommentItemProps) {
  const { id, author, body, gone, via, edited } = message;
  const commenting = useCommenting();
  const mayWrite = useMayComment() === 'yes';
  const isFacilitator = useRole() === 'facilitate';
  const { link } = useRoom();
  const where = `edit:${id}`;
  // An unsent rewording is taken up again.
  const [mode, setMode] = useState<'read' | 'edit' | 'ask'>(() =>
    createDrafts(tabStorage(), link.roomId).read(where) === '' ? 'read' : 'edit',
  );
  const isMine = author === people.me && via === null;
  const name = people.nameOf(author);
  const mayEdit = isMine && mayWrite && !gone;
  const mayWithdraw = (isMine || isFacilitator) && mayWrite && !gone;
  const isEditing = mode === 'edit' && mayEdit;
  return (
    <article className={styles['item']} data-gone={gone || undefined} data-fresh={isFresh || undefined}>
      <span
        className={styles['avatar']}
        style={{ background: people.colourOf(author) ?? undefined }}
        aria-hidden="true"
      >
        {initials(name)}
      </span>
      <header className={styles['head']}>
        <bdi className={styles['name']}>{people.calledOf(author)}</bdi>
        <span className={styles['facts']}>
          <TimeOf at={message.at} />
          {edited === null || gone ? null : (
            <TimeOf at={edited} text={words.edited} title={(when) => say(words.editedAt, { when })} />
          )}
          {via === null ? null : <bdi>{say(words.via, { name: people.nameOf(via) })}</bdi>}
        </span>
        {isEditing || mode === 'ask' ? null : (
          <span className={styles['acts']}>
            {mayEdit ? (
              <IconButton className={styles['act']} label={words.edit} onClick={() => setMode('edit')}>
                <Pencil size={13} aria-hidden />
              </IconButton>
            ) : null}
            {mayWithdraw ? (
              <IconButton
                className={styles['act']}
                label={isMine ? words.withdrawMine : say(words.withdraw, { name })}
                onClick={() => setMode('ask')}
              >
                <Trash2 size={13} aria-hidden />
              </IconButton>
            ) : null}
          </span>
        )}
      </header>
      <div className={styles['text']}>
        {gone ? (
          <p className={styles['gone']}>{words.gone}</p>
        ) : isEditing ? (
          <CommentField
            key={where}
            where={where}
            label={words.field.edit}
            placeholder=""
            names={people.names}
            text={body}
            send={words.field.save}
            hasFocus
            onSend={(text) => {
              const isDone = text === body || commenting.edit(id, text);
              if (isDone) setMode('read');
              return isDone;
            }}
            onCancel={() => setMode('read')}
          />
        ) : (
          <CommentBody body={body} people={people} />
        )}
        {mode === 'ask' && mayWithdraw ? (
          <Confirm
            ask={words.withdrawAsk}
            yes={words.withdrawYes}
            no={words.withdrawNo}
            onYes={() => {
              setMode('read');
              commenting.withdraw(id);
            }}
            onNo={() => setMode('read')}
          />
        ) : null}
      </div>
    </article>
  );
}
