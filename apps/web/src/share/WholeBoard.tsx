/** What facilitators can do to the board as a whole: lock it for everybody else, and end it. */
import { sharing } from '@strideboard/words';
import { Lock, LockOpen } from 'lucide-react';
import { useConnection } from '../room/use-room.ts';
import { useLockBoard } from '../room/use-lock-board.ts';
import { useSessionStore } from '../session/use-session.ts';
import { Button } from '../ui/Button.tsx';
import styles from './ShareDialog.module.css';

/** The two actions; the lock says which way it stands. */
export function WholeBoard() {
  const words = sharing.board;
  const session = useSessionStore();
  const lockBoard = useLockBoard();
  const locked = useConnection((state) => state.locked);
  return (
    <section>
      <h3>{words.title}</h3>
      <p className={styles['hint']}>{words.lockHint}</p>
      <div className={styles['actions']}>
        <Button
          size="small"
          icon={locked ? <LockOpen size={14} aria-hidden /> : <Lock size={14} aria-hidden />}
          onClick={() => lockBoard(!locked)}
        >
          {locked ? words.unlock : words.lock}
        </Button>
        <Button
          size="small"
          look="danger"
          aria-haspopup="dialog"
          onClick={() => session.getState().openDialog('delete-board')}
        >
          {words.delete}
        </Button>
      </div>
    </section>
  );
}
