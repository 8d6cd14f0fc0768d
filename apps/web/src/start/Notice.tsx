/** A whole page that says one thing: opening, or why a board cannot be shown and what to do. */
import { useEffect, useState } from 'react';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { Mark } from './Mark.tsx';
import styles from './Notice.module.css';

interface NoticeProps {
  /** A problem code of the catalogue, or `null` while the board is opening. */
  readonly problem: string | null;
  readonly onRetry?: () => void;
}

const PATIENCE_MS = 4_000;

/** Opening and problem page. */
export function Notice({ problem, onRetry }: NoticeProps) {
  const { start } = useWords();
  const long = useLongWait(problem === null);
  if (problem === null) {
    return (
      <main className={styles['notice']} aria-busy="true">
        <Mark size={40} />
        <p role="status">{long ? start.openingLong : start.opening}</p>
      </main>
    );
  }
  const known: Readonly<Record<string, { readonly title: string; readonly text: string }>> = start.problems;
  const { title, text } = known[problem] ?? start.problems['link-invalid'];
  return (
    <main className={styles['notice']}>
      <Mark size={40} />
      <h1>{title}</h1>
      <p>{text}</p>
      <div className={styles['actions']}>
        {onRetry === undefined ? null : <Button onClick={onRetry}>{start.again}</Button>}
        <a className={styles['home']} href="/">
          {start.home}
        </a>
      </div>
    </main>
  );
}

function useLongWait(waiting: boolean): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [waiting]);
  return long;
}
