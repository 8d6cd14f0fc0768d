/** The whole board as a tree, the picture in words: one Tab stop, arrows move, Enter shows on the diagram. Only lines in sight are mounted. */
import { reach } from '@strideboard/words';
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { listedDiagram } from '../room/current-diagram.ts';
import { useMayEdit, useModel, useRoom } from '../room/use-room.ts';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { foldText } from '../ui/fold-text.ts';
import type { SubjectNames } from '../ui/subject-names.ts';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import styles from './Outline.module.css';
import { treeAct, typeAhead } from './outline-keys.ts';
import { type OutlineRow, outlineRows, pathTo, startsOpen } from './outline-rows.ts';
import { ROW_PX, TreeRow } from './TreeRow.tsx';

const words = reach.outline;
/** Lines mounted beyond those in sight, on either side. */
const SPARE = 8;
/** Letters typed within this time belong together, ms. */
const TYPING_MS = 700;

/** The tree, following the board and the selection. */
export function Outline() {
  const room = useRoom();
  const session = useSessionStore();
  const mayEdit = useMayEdit();
  const names = useSubjectNames();
  const model = useModel((current) => current);
  const selection = useSession((state) => state.selection);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string | null>(null);
  const tree = useRef<HTMLDivElement>(null);
  const typing = useRef({ text: '', at: 0 });
  const index = room.index();
  const rows = useMemo(() => outlineRows({ model, index, toggled }), [model, index, toggled]);
  const found = rows.findIndex(({ key }) => key === active);
  const at = Math.max(0, found);
  const { first, last } = useWindow(tree, rows.length);

  // What is selected elsewhere becomes the present line, whatever has to be opened for it.
  const chosen = selection.at(-1) ?? null;
  const [followed, setFollowed] = useState<string | null>(null);
  if (chosen !== followed) {
    setFollowed(chosen);
    const path = chosen === null ? [] : pathTo(index, chosen);
    const line = path.at(-1);
    if (line !== undefined) {
      const closed = path.slice(0, -1).filter((key) => startsOpen(index, key) === toggled.has(key));
      if (closed.length > 0) setToggled(flipped(toggled, closed));
      setActive(line);
    }
  }
  useLayoutEffect(() => {
    const box = tree.current;
    if (box === null || found < 0) return;
    const top = found * ROW_PX;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + ROW_PX > box.scrollTop + box.clientHeight) box.scrollTop = top + ROW_PX - box.clientHeight;
  }, [found]);
  useEffect(() => {
    // Opened from elsewhere it takes the focus; opened from its own panel it leaves it there.
    const element = tree.current;
    if (element !== null && element.closest('nav')?.contains(document.activeElement) !== true) element.focus();
  }, []);

  const toggle = (key: string): void => setToggled(flipped(toggled, [key]));
  const choose = (row: OutlineRow, isAdding: boolean): void => {
    setActive(row.key);
    const now = session.getState();
    if (row.subject === null) now.setDiagram(listedDiagram(model.diagrams, row.diagram));
    else if (isAdding) now.toggleSelected(row.subject);
    else now.show([row.subject]);
  };
  const rename = ({ subject }: OutlineRow): void => {
    if (subject === null || !mayEdit) return;
    session.getState().show([subject]);
    session.getState().edit({ id: subject, field: 'label' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[at];
    const act = treeAct(event, rows, at);
    if (act === null) {
      if (!isLetter(event)) return;
      const typed = (event.timeStamp - typing.current.at < TYPING_MS ? typing.current.text : '') + foldText(event.key);
      typing.current = { text: typed, at: event.timeStamp };
      const nameOf = (line: number): string => foldText(nameOfRow(rows[line], names));
      const to = rows[typeAhead(nameOf, { count: rows.length, at, typed })];
      if (to !== undefined) setActive(to.key);
    } else if (act.kind === 'go') setActive(rows[act.to]?.key ?? null);
    else if (act.kind === 'leave')
      document.querySelector<HTMLElement>('[data-surface]')?.focus({ preventScroll: true });
    else if (row !== undefined) {
      if (act.kind === 'toggle') toggle(row.key);
      else if (act.kind === 'rename') rename(row);
      else choose(row, act.kind === 'add');
    }
    event.preventDefault();
    event.stopPropagation();
  };
  if (rows.length === 0) return <p className={styles['empty']}>{mayEdit ? words.empty : words.emptyReadOnly}</p>;
  const current = rows[at];
  // The present line stays mounted however far it is scrolled away: it is what assistive technology reads.
  const mounted = rows.map((row, line) => ({ row, line })).slice(first, last);
  const isAway = current !== undefined && (at < first || at >= last);
  return (
    <div
      ref={tree}
      id="outline-tree"
      role="tree"
      tabIndex={0}
      aria-label={words.label}
      aria-description={words.hint}
      aria-multiselectable="true"
      aria-activedescendant={current === undefined ? undefined : rowId(current)}
      className={styles['tree']}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={styles['all']} style={{ height: rows.length * ROW_PX }}>
        {[...mounted, ...(isAway ? [{ row: current, line: at }] : [])].map(({ row, line }) => (
          <TreeRow
            key={row.key}
            id={rowId(row)}
            row={row}
            top={line * ROW_PX}
            isActive={row === current}
            isSelected={row.subject !== null && selection.includes(row.subject)}
            onChoose={(isAdding) => choose(row, isAdding)}
            onToggle={() => toggle(row.key)}
          />
        ))}
      </div>
    </div>
  );
}

const rowId = ({ key }: OutlineRow): string => `outline-${key}`;

const isLetter = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  /^\S$/u.test(key) && !ctrlKey && !metaKey && !altKey;

const nameOfRow = (row: OutlineRow | undefined, names: SubjectNames): string =>
  row?.subject == null ? '' : (names.name(row.subject) ?? '');

function flipped(toggled: ReadonlySet<string>, keys: readonly string[]): ReadonlySet<string> {
  const next = new Set(toggled);
  for (const key of keys) if (!next.delete(key)) next.add(key);
  return next;
}

/** Which lines to mount: those in sight and some more. */
function useWindow(tree: { readonly current: HTMLElement | null }, count: number) {
  const [seen, setSeen] = useState({ first: 0, last: 60 });
  const isShown = count > 0;
  useLayoutEffect(() => {
    const box = tree.current;
    if (box === null || !isShown) return undefined;
    const measure = (): void => {
      const first = Math.max(0, Math.floor(box.scrollTop / ROW_PX) - SPARE);
      const last = Math.ceil((box.scrollTop + box.clientHeight) / ROW_PX) + SPARE;
      setSeen((before) => (before.first === first && before.last === last ? before : { first, last }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    box.addEventListener('scroll', measure);
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', measure);
    };
  }, [tree, isShown]);
  return seen;
}
