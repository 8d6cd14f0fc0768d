/** A part of the list that is folded away until asked for, with its count. */
import type { ReactNode } from 'react';
import { useState } from 'react';
import styles from './Fold.module.css';

interface FoldProps {
  readonly title: string;
  readonly count: number;
  readonly note?: string;
  readonly startOpen?: boolean;
  /** Made only while the fold is open. */
  readonly children: () => ReactNode;
}

/** A disclosure with a heading; nothing when there is nothing to fold. */
export function Fold({ title, count, note, startOpen = false, children }: FoldProps) {
  const [open, setOpen] = useState(startOpen);
  if (count === 0) return null;
  return (
    <section className={styles['fold']}>
      <h3>
        <button type="button" className={styles['head']} aria-expanded={open} onClick={() => setOpen(!open)}>
          <span className={styles['mark']} aria-hidden="true" />
          <span>{title}</span>
          <span className={styles['count']}>{count}</span>
        </button>
      </h3>
      {open ? (
        <div className={styles['body']}>
          {note === undefined ? null : <p className={styles['note']}>{note}</p>}
          {children()}
        </div>
      ) : null}
    </section>
  );
}
