/** The head of the table: names of the columns, which also order it, and the box that selects everything shown. */
// biome-ignore-all lint/a11y/useSemanticElements: lines are placed one by one, and elements of a table lose their roles with their display
// biome-ignore-all lint/a11y/useFocusableInteractive: the line has the keyboard, not its cells
import { register as words } from '@strideboard/words';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { type Column, type SortKey, SORTS, type ViewSettings } from '../views/view-settings.ts';
import type { trackOf } from './columns.ts';
import styles from './RegisterTable.module.css';

interface TableHeadProps {
  readonly columns: readonly Column[];
  readonly track: ReturnType<typeof trackOf>;
  readonly sort: ViewSettings['sort'];
  readonly isAll: boolean;
  readonly isSome: boolean;
  readonly onAll: () => void;
  readonly onSort: (by: SortKey) => void;
}

/** The head; the same orders can be chosen in the bar above. */
export function TableHead({ columns, track, sort, isAll, isSome, onAll, onSort }: TableHeadProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = isSome;
  }, [isSome]);
  return (
    <div role="rowgroup" className={styles['head']} style={{ minWidth: track.leastPx }}>
      <div role="row" aria-rowindex={1} className={styles['row']} style={{ gridTemplateColumns: track.template }}>
        <div role="columnheader" aria-colindex={1} className={styles['select']}>
          <label>
            <input ref={box} type="checkbox" tabIndex={-1} checked={isAll} onChange={onAll} />
            <span className="visually-hidden">{words.grid.selectAll}</span>
          </label>
        </div>
        {(['title', ...columns] as const).map((column, at) => (
          <Name key={column} column={column} at={at} sort={sort} onSort={onSort} />
        ))}
      </div>
    </div>
  );
}

interface NameProps extends Pick<TableHeadProps, 'sort' | 'onSort'> {
  readonly column: Column | 'title';
  readonly at: number;
}

function Name({ column, at, sort, onSort }: NameProps) {
  const by = SORTS.find((key) => key === column);
  const isBy = by !== undefined && sort.by === by;
  const Arrow = isFalling(sort) ? ArrowDown : ArrowUp;
  const text = words.columns[column];
  return (
    <div
      role="columnheader"
      aria-colindex={at + 2}
      aria-sort={isBy ? (isFalling(sort) ? 'descending' : 'ascending') : undefined}
      className={column === 'title' ? styles['title'] : styles['cell']}
      title={column === 'risk' || column === 'inherent' ? words.formulaHint : text}
    >
      {by === undefined ? (
        <span className={styles['name']}>
          <span className={styles['label']}>{text}</span>
        </span>
      ) : (
        <button type="button" tabIndex={-1} className={styles['name']} onClick={() => onSort(by)}>
          <span className={styles['label']}>{text}</span>
          {isBy ? <Arrow size={12} aria-hidden /> : null}
        </button>
      )}
    </div>
  );
}

/** Numbers begin with the highest, everything else with the first. */
const HIGHEST_FIRST: readonly SortKey[] = ['risk', 'inherent', 'likelihood', 'impact', 'severity'];

const isFalling = ({ by, reversed }: ViewSettings['sort']): boolean => HIGHEST_FIRST.includes(by) !== reversed;
