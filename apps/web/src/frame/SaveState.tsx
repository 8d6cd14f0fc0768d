/** Whether what I see is stored by the server, always in view and truthful. */
import { say } from '@strideboard/words';
import { useConnection, useMayEdit } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import styles from './SaveState.module.css';

/** A dot and a word; changes are read out politely. */
export function SaveState() {
  const { board } = useWords();
  const save = useConnection((state) => state.save);
  const waiting = useConnection((state) => state.waiting);
  const role = useConnection((state) => state.role);
  const mayEdit = useMayEdit();
  const viewing = !mayEdit && (role === 'view' || role === 'comment') && save === 'saved';
  const text = viewing
    ? board.save.readOnly
    : save === 'offline'
      ? say(board.save.offline, { count: waiting })
      : board.save[save];
  const hint = save === 'saved' ? board.save.savedHint : save === 'offline' ? board.save.offlineHint : text;
  return (
    <span
      className={styles['save']}
      data-state={viewing ? 'view' : save}
      title={hint}
      role="status"
      data-testid="save-state"
    >
      <span className={styles['dot']} aria-hidden="true" />
      <span className={styles['text']}>{text}</span>
    </span>
  );
}
