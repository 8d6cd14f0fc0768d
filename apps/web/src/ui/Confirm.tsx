/** A question in place before something that cannot be taken back easily; the keyboard stands on the harmless answer. */
import { useEffect, useId, useRef } from 'react';
import { Button } from './Button.tsx';
import styles from './Confirm.module.css';

interface ConfirmProps {
  readonly ask: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** The question with its two answers; Escape says no. */
export function Confirm({ ask, yes, no, onYes, onNo }: ConfirmProps) {
  const id = useId();
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>('[data-no]')?.focus(), []);
  return (
    <fieldset
      ref={box}
      aria-describedby={id}
      className={styles['confirm']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // The dialog around it stays open: Escape closes one level.
        event.preventDefault();
        event.stopPropagation();
        onNo();
      }}
    >
      <p id={id}>{ask}</p>
      <div className={styles['answers']}>
        <Button size="small" look="danger" onClick={onYes}>
          {yes}
        </Button>
        <Button size="small" data-no onClick={onNo}>
          {no}
        </Button>
      </div>
    </fieldset>
  );
}
