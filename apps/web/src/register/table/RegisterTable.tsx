/**
 * The table of the register. Only lines in sight are drawn; the line with the keyboard is always among them. One Tab stop: arrows move
 * from line to line and into the cells of a line, Space selects, Enter opens a line or changes a cell, F2 changes. In a narrow window each
 * line is a card. Keys are those of a treegrid (WAI-ARIA Authoring Practices, “Treegrid Pattern”, rows first).
 */
// biome-ignore-all lint/a11y/useSemanticElements: lines are placed one by one, and elements of a table lose their roles with their display
import type { SubjectId, ThreatId } from '@strideboard/model';
import type { RegisterRow } from '@strideboard/stride';
import { register as words } from '@strideboard/words';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { CellEditor } from '../cells/CellEditor.tsx';
import { editFieldOf } from '../cells/edit-field.ts';
import type { CloseTo } from '../cells/editor-props.ts';
import type { Line } from '../views/group-rows.ts';
import type { Column, Grouping, SortKey, ViewSettings } from '../views/view-settings.ts';
import { trackOf } from './columns.ts';
import { GridRow } from './GridRow.tsx';
import { gridMove, type LastPlace, placeOf } from './grid-keys.ts';
import { GroupRow } from './GroupRow.tsx';
import styles from './RegisterTable.module.css';
import { TableHead } from './TableHead.tsx';
import { placeIn, useKeptFocus } from './use-kept-focus.ts';
import { useSight } from './use-sight.ts';
import { scrollFor, windowRows } from './window-rows.ts';

interface RegisterTableProps {
  readonly lines: readonly Line[];
  readonly columns: readonly Column[];
  readonly group: Grouping;
  readonly sort: ViewSettings['sort'];
  readonly selected: ReadonlySet<ThreatId>;
  /** The threat whose details are open. */
  readonly openId: ThreatId | null;
  /** Asked to take the keyboard: a number that grows with each request. */
  readonly wanted: number;
  readonly mayEdit: boolean;
  readonly onSort: (by: SortKey) => void;
  readonly onSelect: (ids: ReadonlySet<ThreatId>) => void;
  readonly onFold: (key: string, open: boolean) => void;
  readonly onOpen: (id: ThreatId) => void;
  readonly onReveal: (ids: readonly SubjectId[]) => void;
}

/** Height of a line and of the head, px; of a card. They stand in the style sheet too. */
const LINE_PX = 40;
const CARD_PX = 84;
const NARROW_PX = 620;
/** What a card has room for. */
const CARD_COLUMNS = ['risk', 'state', 'subject'] as const;
/** What F2 changes where the keyboard stands on no cell that can be changed. */
const FIRST_EDITED: Column = 'state';

/** The table. */
export function RegisterTable(props: RegisterTableProps) {
  const { lines, selected, openId, wanted, mayEdit, onSelect, onFold, onOpen } = props;
  const box = useRef<HTMLDivElement>(null);
  const { sight, onScroll } = useSight(box);
  const [active, setActive] = useState<Active>({ key: '', id: '', at: 0, cell: null });
  const [anchor, setAnchor] = useState<number | null>(null);
  const [editing, setEditing] = useState<{ readonly row: RegisterRow; readonly column: Column } | null>(null);
  const isCards = sight.width < NARROW_PX;
  const columns = isCards ? CARD_COLUMNS : props.columns;
  const cells: readonly (Column | 'title')[] = ['title', ...columns];
  const linePx = isCards ? CARD_PX : LINE_PX;
  const inner = { scrollTop: sight.scrollTop, height: Math.max(linePx, sight.height - (isCards ? 0 : LINE_PX)) };
  const at = placeOf(lines, active);
  const { from, to } = windowRows(inner, lines.length, linePx);
  const drawn = Array.from({ length: to - from }, (_, index) => from + index);
  if (at >= 0 && (at < from || at >= to)) drawn.push(at);
  const track = trackOf(columns);
  const activeLine = lines[at];
  const key = activeLine?.key ?? '';
  const cellAt = activeLine?.kind === 'row' ? cells.findIndex((name) => name === active.cell) : -1;
  const cell = cells[cellAt] ?? null;
  const focus = useKeptFocus(box, { key, cell, wanted });

  // What was changed may stand elsewhere now: it is followed there, once.
  const followed = useRef('');
  const top = scrollFor(at, inner, linePx);
  useEffect(() => {
    if (followed.current === key) box.current?.scrollTo({ top });
    followed.current = '';
    // Where it is scrolled to later is the person's.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [key, at]);

  const goTo = (next: number, to: string | null = active.cell): void => {
    const line = lines[next];
    if (line === undefined) return;
    setActive({ key: line.key, id: idOf(line), at: next, cell: to });
    focus.want();
    box.current?.scrollTo({ top: scrollFor(next, inner, linePx) });
  };
  const select = (ids: readonly ThreatId[], isIn: boolean): void => {
    const next = new Set(selected);
    for (const id of ids)
      if (isIn) next.add(id);
      else next.delete(id);
    onSelect(next);
  };
  const idsOf = (line: Line | undefined): readonly ThreatId[] =>
    line === undefined ? [] : line.kind === 'row' ? [line.row.id] : line.rows.map(({ id }) => id);
  const toggle = (index: number): void => {
    const ids = idsOf(lines[index]);
    setAnchor(index);
    select(ids, !ids.every((id) => selected.has(id)));
  };
  const all = idsBetween(lines, 0, lines.length - 1);
  const isAll = all.length > 0 && all.every((id) => selected.has(id));

  const canEdit = (name: string | null): name is Column =>
    mayEdit && columns.some((column) => column === name && editFieldOf(column) !== null);
  const edit = (index: number, column: Column): void => {
    const line = lines[index];
    if (line?.kind !== 'row' || !canEdit(column)) return;
    setActive({ key: line.key, id: line.row.id, at: index, cell: column });
    setEditing({ row: line.row, column });
  };
  const act = (row: RegisterRow): void => {
    if (cell === 'subject') props.onReveal(row.subjects);
    else if (canEdit(cell)) edit(at, cell);
    else onOpen(row.id);
  };
  const closeEditor = (to: CloseTo): void => {
    setEditing(null);
    if (to === 'away') return;
    const step = to === 'next' ? 1 : to === 'previous' ? -1 : 0;
    goTo(at, cells[Math.max(0, Math.min(cells.length - 1, cellAt + step))] ?? null);
    followed.current = key;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Buttons in the lines have keys of their own.
    if (!(event.target instanceof HTMLElement) || event.altKey) return;
    if (event.target.dataset['line'] === undefined && event.target.dataset['cell'] === undefined) return;
    const move = gridMove(
      { key: event.key, shiftKey: event.shiftKey, modKey: event.ctrlKey || event.metaKey },
      {
        lines,
        at,
        page: Math.max(1, Math.floor(inner.height / linePx)),
        cell: cellAt < 0 ? null : cellAt,
        cells: cells.length,
      },
    );
    if (move === null) return;
    event.preventDefault();
    event.stopPropagation();
    const line = lines[at];
    if (move.kind === 'go') {
      if (move.extend) {
        const start = anchor ?? at;
        setAnchor(start);
        select(idsBetween(lines, Math.min(start, move.to), Math.max(start, move.to)), true);
      } else setAnchor(null);
      goTo(move.to);
    } else if (move.kind === 'fold' && line !== undefined) onFold(line.key, move.open);
    else if (move.kind === 'toggle') toggle(at);
    else if (move.kind === 'all') select(all, !isAll);
    else if (move.kind === 'cell') goTo(at, move.to === null ? null : (cells[move.to] ?? null));
    else if (line?.kind !== 'row') return;
    else if (move.kind === 'edit') edit(at, canEdit(cell) ? cell : FIRST_EDITED);
    else if (move.kind === 'act') act(line.row);
    else onOpen(line.row.id);
  };
  return (
    <div
      ref={box}
      className={styles['scroll']}
      data-cards={isCards || undefined}
      onScroll={onScroll}
      role="treegrid"
      aria-label={words.label}
      aria-describedby="register-keys"
      aria-multiselectable
      aria-rowcount={lines.length + 1}
      aria-colcount={columns.length + 2}
      aria-readonly={!mayEdit}
      onKeyDown={onKeyDown}
    >
      <p id="register-keys" className="visually-hidden" role="presentation">
        {words.grid.keys}
      </p>
      <TableHead
        columns={columns}
        track={track}
        sort={props.sort}
        isAll={isAll}
        isSome={!isAll && all.some((id) => selected.has(id))}
        onAll={() => select(all, !isAll)}
        onSort={props.onSort}
      />
      {editing === null ? null : (
        <CellEditor
          key={`${editing.row.id} ${editing.column}`}
          row={activeLine?.kind === 'row' && activeLine.row.id === editing.row.id ? activeLine.row : editing.row}
          column={editing.column}
          anchor={() =>
            activeLine?.kind === 'row' && activeLine.row.id === editing.row.id
              ? placeIn(box.current, { key, cell: editing.column })
              : null
          }
          onClose={closeEditor}
        />
      )}
      <div
        role="rowgroup"
        className={styles['body']}
        style={{ height: lines.length * linePx, minWidth: isCards ? undefined : track.leastPx }}
      >
        {drawn.map((index) => {
          const line = lines[index];
          if (line === undefined) return null;
          const place = { index, top: index * linePx, isActive: index === at };
          const shared = {
            place,
            track,
            columns,
            onActivate: (to: string | null) => {
              setActive({ key: line.key, id: idOf(line), at: index, cell: to });
              setAnchor(null);
            },
            onToggle: () => toggle(index),
          };
          const ids = idsOf(line);
          return line.kind === 'group' ? (
            <GroupRow
              key={line.key}
              {...shared}
              line={line}
              group={props.group}
              isSelected={ids.every((id) => selected.has(id))}
              onFold={() => onFold(line.key, !line.isOpen)}
            />
          ) : (
            <GridRow
              key={line.key}
              {...shared}
              line={line}
              level={props.group === 'none' ? 1 : 2}
              isCard={isCards}
              isSelected={selected.has(line.row.id)}
              isOpen={line.row.id === openId}
              cell={index === at ? cell : null}
              mayEdit={mayEdit}
              onEdit={(column) => edit(index, column)}
              onOpen={() => onOpen(line.row.id)}
              onReveal={props.onReveal}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Where the keyboard is. */
interface Active extends LastPlace {
  /** `title` or a column; `null`: the line itself. It is kept where a line has no such cell. */
  readonly cell: string | null;
}

const idOf = (line: Line): string => (line.kind === 'row' ? line.row.id : '');

/** Threats between two lines; a folded group counts with all of its rows. */
function idsBetween(lines: readonly Line[], from: number, to: number): readonly ThreatId[] {
  return lines
    .slice(from, to + 1)
    .flatMap((line) => (line.kind === 'row' ? [line.row.id] : line.isOpen ? [] : line.rows.map(({ id }) => id)));
}
