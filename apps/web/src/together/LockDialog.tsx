/** Asks why something is locked for everybody else, and locks it. */
import { LIMITS } from '@strideboard/wire';
import { say, together } from '@strideboard/words';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import styles from './LockDialog.module.css';

interface LockDialogProps {
  /** How many were chosen. */
  readonly count: number;
  readonly onLock: (reason: string) => void;
  readonly onClose: () => void;
}

/** The dialog; the reason may stay empty. */
export function LockDialog({ count, onLock, onClose }: LockDialogProps) {
  const words = together.locks;
  const { board } = useWords();
  const [reason, setReason] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onLock(reason.trim());
  };
  return (
    <Dialog title={say(words.title, { count })} closeLabel={board.close} onClose={onClose}>
      <form ref={form} className={styles['form']} onSubmit={submit}>
        <p>{words.intro}</p>
        <TextField
          label={words.reason}
          value={reason}
          maxLength={Math.min(500, LIMITS.text)}
          autoComplete="off"
          onChange={({ target }) => setReason(target.value)}
        />
        <div className={styles['acts']}>
          <Button look="primary" type="submit">
            {words.yes}
          </Button>
          <Button onClick={onClose}>{words.no}</Button>
        </div>
      </form>
    </Dialog>
  );
}
