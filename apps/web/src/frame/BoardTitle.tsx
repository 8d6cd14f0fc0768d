/** The board's name, edited in place by whoever may. */
import { useState } from 'react';
import { useMayEdit, useModel, useRoom } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import styles from './BoardTitle.module.css';

/** An input that looks like a heading until it is used. Enter and leaving commit, Escape takes back. */
export function BoardTitle() {
  const { board } = useWords();
  const { commands } = useRoom();
  const title = useModel((model) => model.meta.title);
  const mayEdit = useMayEdit();
  const [draft, setDraft] = useState<string | null>(null);
  if (!mayEdit) return <h1 className={styles['fixed']}>{title || board.untitled}</h1>;
  const commit = (): void => {
    if (draft !== null && draft.trim() !== title) commands.rename(draft.trim());
    setDraft(null);
  };
  return (
    <h1 className={styles['title']}>
      <span className={styles['sizer']} aria-hidden="true">
        {(draft ?? title) || board.untitled}
      </span>
      <input
        aria-label={board.title}
        placeholder={board.untitled}
        maxLength={300}
        value={draft ?? title}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setDraft(null);
          if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
        }}
      />
    </h1>
  );
}
