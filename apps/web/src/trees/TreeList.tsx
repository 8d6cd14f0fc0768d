/** All attack trees with what the board lights in each and how many ways stay uncovered. */
import type { TreeResult } from '@strideboard/stride';
import { say, trees as words } from '@strideboard/words';
import { useEffect, useRef } from 'react';
import { StateSign } from './StateSign.tsx';
import { countText, litWaysText } from './tree-text.ts';
import styles from './TreeList.module.css';

interface TreeListProps {
  readonly results: readonly TreeResult[];
  /** The tree one comes back from; its line takes the focus. */
  readonly focus: string | null;
  readonly onChoose: (id: string) => void;
}

/** The list, those of packs first. */
export function TreeList({ results, focus, onChoose }: TreeListProps) {
  const groups = [
    { title: words.ofPacks, list: results.filter(({ origin }) => origin === 'pack') },
    { title: words.ofBoard, list: results.filter(({ origin }) => origin === 'room') },
  ].filter(({ list }) => list.length > 0);
  return (
    <div className={styles['all']}>
      <p className={styles['intro']}>{words.intro}</p>
      {groups.map(({ title, list }) => (
        <section key={title}>
          {groups.length > 1 ? <h3 className={styles['group']}>{title}</h3> : null}
          <ul className={styles['list']}>
            {list.map((result) => (
              <TreeLine key={result.id} result={result} takesFocus={result.id === focus} onChoose={onChoose} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface TreeLineProps {
  readonly result: TreeResult;
  readonly takesFocus: boolean;
  readonly onChoose: (id: string) => void;
}

function TreeLine({ result: { id, title, paths, leaves }, takesFocus, onChoose }: TreeLineProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) button.current?.focus();
  }, [takesFocus]);
  const counts = { uncovered: countText(paths.uncovered), total: countText(paths.total) };
  return (
    <li>
      <button
        ref={button}
        type="button"
        className={styles['line']}
        data-testid={`tree-${id}`}
        onClick={() => onChoose(id)}
      >
        <span className={styles['title']}>{title || words.untitled}</span>
        <span className={styles['facts']}>
          <span className={styles['lit']} data-none={leaves.lit === 0 || undefined}>
            <StateSign state={leaves.lit === 0 ? 'quiet' : 'lit'} />
            {say(words.lit, { count: leaves.lit })}
          </span>
          <span className={styles['ways']}>
            <span className={styles['bar']} aria-hidden="true">
              <span style={{ inlineSize: `${share(paths.uncovered, paths.total)}%` }} />
            </span>
            {say(words.uncovered, counts)}
          </span>
          <span className={styles['open']}>{litWaysText(paths.lit)}</span>
        </span>
      </button>
    </li>
  );
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((100 * part) / whole));
