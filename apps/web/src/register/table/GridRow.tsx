/** One threat as a line of the table, or as a card. */
// biome-ignore-all lint/a11y/useSemanticElements: lines are placed one by one, and elements of a table lose their roles with their display
// biome-ignore-all lint/a11y/useFocusableInteractive: each cell is told where the keyboard is together with its place
// biome-ignore-all lint/a11y/useKeyWithClickEvents: keys act on the whole table
import type { SubjectId } from '@strideboard/model';
import { register as words, say } from '@strideboard/words';
import type { FocusEvent, MouseEvent } from 'react';
import { editFieldOf } from '../cells/edit-field.ts';
import type { Line } from '../views/group-rows.ts';
import type { Column } from '../views/view-settings.ts';
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
  /** The cell with the keyboard; `null`: the line has it, or none. */
  readonly cell: string | null;
  readonly mayEdit: boolean;
  readonly onEdit: (column: Column) => void;
  readonly onOpen: () => void;
  readonly onReveal: (ids: readonly SubjectId[]) => void;
}

/** The line. */
export function GridRow(props: GridRowProps) {
  const { line, place, track, columns, level, isCard, isSelected, isOpen, cell, onActivate, onToggle, onOpen } = props;
  const { row } = line;
  const title = row.title === '' ? words.unnamed : row.title;
  const mayEdit = (column: Column): boolean => props.mayEdit && editFieldOf(column) !== null;
  const onClick = (event: MouseEvent): void => {
    if (!(event.target instanceof Element) || event.target.closest('button, label') !== null) return;
    const clicked = columns.find((column) => column === cellOf(event.target));
    if (clicked !== undefined && mayEdit(clicked)) props.onEdit(clicked);
    else {
      onActivate(null);
      onOpen();
    }
  };
  const cellProps = (name: string, at: number) => ({
    'data-cell': name,
    'aria-colindex': at,
    tabIndex: place.isActive && cell === name ? 0 : -1,
  });
  return (
    <div
      role="row"
      tabIndex={place.isActive && cell === null ? 0 : -1}
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
      onFocus={({ target }: FocusEvent) => onActivate(cellOf(target))}
      onClick={onClick}
    >
      <div role="gridcell" aria-colindex={1} className={styles['select']}>
        <label>
          <input type="checkbox" tabIndex={-1} checked={isSelected} onChange={onToggle} />
          <span className="visually-hidden">{say(words.grid.select, { title })}</span>
        </label>
      </div>
      <div role="rowheader" aria-readonly="true" {...cellProps('title', 2)} className={styles['title']} title={title}>
        <bdi className={styles['text']}>{title}</bdi>
      </div>
      {columns.map((column, at) => (
        <div
          key={column}
          role="gridcell"
          {...cellProps(column, at + 3)}
          aria-readonly={!mayEdit(column)}
          className={styles['cell']}
          data-edit={mayEdit(column) || undefined}
        >
          <Cell row={row} column={column} onReveal={props.onReveal} />
        </div>
      ))}
    </div>
  );
}

/** The name of the cell that something is in; `null` for what is in none. */
const cellOf = (target: EventTarget | null): string | null =>
  target instanceof Element ? (target.closest<HTMLElement>('[data-cell]')?.dataset['cell'] ?? null) : null;
