/** A list of things to go to; long ones are cut until asked for. */
import { check as words, say } from '@strideboard/words';
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import styles from './CheckView.module.css';

/** One thing. */
export interface Item {
  readonly id: string;
  readonly text: string;
  readonly go: () => void;
}

const SHOWN = 20;

/** The list. */
export function Items({ items }: { readonly items: readonly Item[] }) {
  const [limit, setLimit] = useState(SHOWN);
  return (
    <>
      <ul className={styles['items']}>
        {items.slice(0, limit).map(({ id, text, go }) => (
          <li key={id}>
            <button type="button" onClick={go}>
              {text}
            </button>
          </li>
        ))}
      </ul>
      {items.length > limit ? (
        <Button size="small" look="quiet" onClick={() => setLimit(limit + 5 * SHOWN)}>
          {say(words.more, { count: items.length - limit })}
        </Button>
      ) : null}
    </>
  );
}
