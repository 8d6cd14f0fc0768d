/** Everything that was lost or changed in reading. Long lists are cut on the screen, never in what is copied. */
import { reading, say } from '@strideboard/words';
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import styles from './ChangeList.module.css';

/** At most this many changes are drawn. */
const SHOWN = 200;
/** Characters of one sentence: it may quote the file, which may be anything. */
const TEXT_LIMIT = 600;

/** The count, the list and the way to copy it. */
export function ChangeList({ changes }: { readonly changes: readonly string[] }) {
  const [state, setState] = useState<'ready' | 'copied' | 'by-hand'>('ready');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(changes.join('\n'));
      setState('copied');
    } catch {
      // Plain http has no clipboard, and a browser may forbid it.
      setState('by-hand');
    }
  };
  return (
    <>
      <p>{say(reading.changes, { count: changes.length })}</p>
      <ol className={styles['list']} aria-label={reading.changesList}>
        {changes.slice(0, SHOWN).map((change, at) => (
          // The list never changes while it is shown.
          <li key={`${at} ${change.slice(0, 40)}`}>{clipped(change)}</li>
        ))}
      </ol>
      {changes.length > SHOWN ? <p>{say(reading.more, { count: changes.length - SHOWN })}</p> : null}
      <div className={styles['actions']}>
        <Button size="small" onClick={() => void copy()}>
          {state === 'copied' ? reading.copied : reading.copy}
        </Button>
        {state === 'by-hand' ? <span role="status">{reading.copyByHand}</span> : null}
      </div>
    </>
  );
}

const clipped = (text: string): string => (text.length <= TEXT_LIMIT ? text : `${text.slice(0, TEXT_LIMIT)} …`);
