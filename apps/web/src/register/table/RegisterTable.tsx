/**
 * The table of the register. Only lines in sight are drawn; the line with the keyboard is always among them. One Tab stop: arrows move,
 * Space selects, Enter opens. In a narrow window each line is a card.
 */
// biome-ignore-all lint/a11y/useSemanticElements: lines are placed one by one, and elements of a table lose their roles with their display
import type { SubjectId, ThreatId } from '@strideboard/model';
import { register as words } from '@strideboard/words';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Line } from '../views/group-rows.ts';
import type { Column, Grouping, SortKey, ViewSettings } from '../views/view-settings.ts';
import { trackOf } from './columns.ts';
import { GridRow } from './GridRow.tsx';
import { gridMove, placeOf } from './grid-keys.ts';
import { GroupRow } from './GroupRow.tsx';
import styles from './RegisterTable.module.css';
import { TableHead } from './TableHead.tsx';
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

/** The table. */
export function RegisterTable(props: RegisterTableProps) {
  const { lines, columns, selected, openId, wanted, onSelect, onFold, onOpen } = props;
  const box = useRef<HTMLDivElement>(null);
  const { sight, onScroll } = useSight(box);
  const [active, setActive] = useState({ key: '', at: 0 });
  const [anchor, setAnchor] = useState<number | null>(null);
  const isCards = sight.width < NARROW_PX;
  const linePx = isCards ? CARD_PX : LINE_PX;
  const inner = { scrollTop: sight.scrollTop, height: Math.max(linePx, sight.height - (isCards ? 0 : LINE_PX)) };
  const at = placeOf(lines, active);
  const { from, to } = windowRows(inner, lines.length, linePx);
  const drawn = Array.from({ length: to - from }, (_, index) => from + index);
  if (at >= 0 && (at < from || at >= to)) drawn.push(at);
  const track = trackOf(columns);
  const key = lines[at]?.key ?? '';
  const focus = useKeptFocus(box, { key, wanted });

  const goTo = (next: number): void => {
    const line = lines[next];
    if (line === undefined) return;
    setActive({ key: line.key, at: next });
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

  const onKeyDown = (event: KeyboardEvent): void => {
    // Buttons in the lines have keys of their own.
    if (!(event.target instanceof HTMLElement) || event.target.dataset['line'] === undefined || event.altKey) return;
    const move = gridMove(
      { key: event.key, shiftKey: event.shiftKey, modKey: event.ctrlKey || event.metaKey },
      { lines, at, page: Math.max(1, Math.floor(inner.height / linePx)) },
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
    else if (line?.kind === 'row') onOpen(line.row.id);
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
            onActivate: () => {
              setActive({ key: line.key, at: index });
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
              onOpen={() => onOpen(line.row.id)}
              onReveal={props.onReveal}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Threats between two lines; a folded group counts with all of its rows. */
function idsBetween(lines: readonly Line[], from: number, to: number): readonly ThreatId[] {
  return lines
    .slice(from, to + 1)
    .flatMap((line) => (line.kind === 'row' ? [line.row.id] : line.isOpen ? [] : line.rows.map(({ id }) => id)));
}

/** Keeps the keyboard in the table when the line it stood on goes, and puts it on a line when that was asked for. */
function useKeptFocus(
  box: { readonly current: HTMLElement | null },
  { key, wanted }: { readonly key: string; readonly wanted: number },
): { readonly want: () => void } {
  const isWanted = useRef(false);
  const isInside = useRef(false);
  useEffect(() => {
    if (wanted > 0) lineOf(box.current, key)?.focus({ preventScroll: true });
    // Asked for once: where the line goes later is no new request.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [wanted]);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const look = (): void => {
      isInside.current = document.activeElement !== null && element.contains(document.activeElement);
    };
    const later = (event: FocusEvent): void => {
      // Without a next place the line may just be gone: then it is looked at after the drawing.
      if (event.relatedTarget !== null) isInside.current = element.contains(event.relatedTarget as Node); // what takes the focus is a node
    };
    element.addEventListener('focusin', look);
    element.addEventListener('focusout', later);
    return () => {
      element.removeEventListener('focusin', look);
      element.removeEventListener('focusout', later);
    };
  }, [box]);
  useLayoutEffect(() => {
    const isLost = isInside.current && (document.activeElement === null || document.activeElement === document.body);
    if (!isWanted.current && !isLost) return;
    isWanted.current = false;
    lineOf(box.current, key)?.focus({ preventScroll: true });
  });
  return {
    want: () => {
      isWanted.current = true;
    },
  };
}

const lineOf = (box: HTMLElement | null, key: string): HTMLElement | null =>
  box?.querySelector<HTMLElement>(`[data-line="${CSS.escape(key)}"]`) ?? null;
