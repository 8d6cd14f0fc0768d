/** That the whole board is locked, always in view; changes of the lock are told to everybody it concerns. */
import { sharing } from '@strideboard/words';
import { Lock } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useConnection } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import styles from './LockSign.module.css';

/** A small mark beside the save state; leads to where a facilitator unlocks. */
export function LockSign() {
  const words = sharing.board;
  const session = useSessionStore();
  const locked = useConnection((state) => state.locked);
  const role = useConnection((state) => state.role);
  const synced = useConnection((state) => state.synced);
  const before = useRef<boolean | null>(null);
  useEffect(() => {
    if (!synced) return;
    const was = before.current;
    before.current = locked;
    // A facilitator hears it from the action; those who look or comment anyway lose nothing.
    if (role !== 'edit' || was === locked || (was === null && !locked)) return;
    session.getState().tell({ text: locked ? words.toldLocked : words.toldUnlocked });
  }, [locked, synced, role, session, words]);
  if (!locked) return null;
  return (
    <button
      type="button"
      className={styles['sign']}
      title={words.signTitle}
      aria-haspopup="dialog"
      onClick={() => session.getState().openDialog('share')}
    >
      <Lock size={14} aria-hidden />
      <span className={styles['text']}>{words.sign}</span>
      <span className="visually-hidden">{words.signTitle}</span>
    </button>
  );
}
