/** One threat as a line of the table, or as a card. */
// biome-ignore-all lint/a11y/useSemanticElements: lines are placed one by one, and elements of a table lose their roles with their display
// biome-ignore-all lint/a11y/useFocusableInteractive: the line has the keyboard, not its cells
// biome-ignore-all lint/a11y/useKeyWithClickEvents: keys act on the whole table
import type { SubjectId } from '@strideboard/model';
import { register as words, say } from '@strideboard/words';
import type { MouseEvent } from 'react';
import type { Line } from '../views/group-rows.ts';
import { Cell } from './Cell.tsx';
import type { LineProps } from './line-props.ts';
import styles from './RegisterTable.module.css';

interface GridRowProps extends LineProps {
  readonly line: Extract<Line, { readonly kind: 'row' }>;
  readonly level: number;
  readonly isCard: boolean;
  readonly isSelected: boolean;
  /** Whether its details are open. */
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onReveal: (ids: readonly SubjectId[]) => void;
}

/** What a card has room for. */
const CARD_COLUMNS = ['risk', 'state', 'subject'] as const;

/** The line. */
export function GridRow(props: GridRowProps) {
  const { line, place, track, columns, level, isCard, isSelected, isOpen, onActivate, onToggle, onOpen } = props;
  const { row } = line;
  const title = row.title === '' ? words.unnamed : row.title;
  const shown = isCard ? CARD_COLUMNS : columns;
  const onClick = (event: MouseEvent): void => {
    if (event.target instanceof Element && event.target.closest('button, label') !== null) return;
    onActivate();
    onOpen();
  };
  return (
    <div
      role="row"
      tabIndex={place.isActive ? 0 : -1}
      data-line={line.key}
      data-testid={`register-${row.id}`}
      data-open={isOpen || undefined}
      aria-level={level}
      aria-rowindex={place.index + 2}
      aria-selected={isSelected}
      className={isCard ? styles['card'] : styles['row']}
      style={{
        transform: `translateY(${String(place.top)}px)`,
        ...(isCard ? {} : { gridTemplateColumns: track.template }),
      }}
      onFocus={onActivate}
      onClick={onClick}
    >
      <div role="gridcell" aria-colindex={1} className={styles['select']}>
        <label>
          <input type="checkbox" tabIndex={-1} checked={isSelected} onChange={onToggle} />
          <span className="visually-hidden">{say(words.grid.select, { title })}</span>
        </label>
      </div>
      <div role="rowheader" aria-colindex={2} className={styles['title']} title={title}>
        <bdi className={styles['text']}>{title}</bdi>
      </div>
      {shown.map((column, at) => (
        <div key={column} role="gridcell" aria-colindex={at + 3} className={styles['cell']} data-column={column}>
          <Cell row={row} column={column} onReveal={props.onReveal} />
        </div>
      ))}
    </div>
  );
}
