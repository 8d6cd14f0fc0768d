/** What of an attack tree is unfolded, as rows within rows. A shared part stands at each place where it is used, folded at first. */
import type { TreeResult, TreeStep, TreeWay } from '@strideboard/stride';

/** One step at one place. */
export interface TreeRow {
  /** Unique in the tree: the way down to it. */
  readonly key: string;
  readonly step: TreeStep;
  /** The way from the row above; `null` at the top. */
  readonly way: TreeWay | null;
  /** From 1. */
  readonly level: number;
  readonly position: number;
  readonly setSize: number;
  /** `null` where nothing can be unfolded. */
  readonly isOpen: boolean | null;
  readonly rows: readonly TreeRow[];
  /** Steps right below that are left out of a very long list. */
  readonly hidden: number;
}

/** Deeper steps are not unfolded: the page nests as deep as the tree. */
const MOST_LEVELS = 30;
/** Steps right below one that are shown. */
const MOST_BESIDE = 200;
/** Rows that are there before anybody unfolds one. */
const MOST_AT_FIRST = 300;

/** The rows from the top; `toggled` holds keys of rows that are not as they start. */
export function treeRows({ root, steps }: TreeResult, toggled: ReadonlySet<string>): TreeRow | null {
  const top = steps.get(root);
  if (top === undefined) return null;
  let left = MOST_AT_FIRST;
  const draft = (step: TreeStep, place: Omit<Draft, 'step' | 'rows' | 'hidden' | 'isOpen'>): Draft => ({
    ...place,
    step,
    isOpen: step.ways.length === 0 || place.level >= MOST_LEVELS ? null : false,
    rows: [],
    hidden: 0,
  });
  const first = draft(top, { key: root, way: null, level: 1, position: 1, setSize: 1 });
  const waiting = [first];
  // The list grows while it is walked: level by level, so that what is near the top comes first.
  for (const row of waiting) {
    const { step, key, level } = row;
    if (row.isOpen === null) continue;
    const ways = step.ways.slice(0, MOST_BESIDE);
    const startsOpen = (level === 1 || step.uses < 2) && left >= ways.length;
    row.isOpen = startsOpen !== toggled.has(key);
    if (startsOpen) left -= ways.length;
    if (!row.isOpen) continue;
    row.hidden = step.ways.length - ways.length;
    row.rows = ways.flatMap((way, at) => {
      const child = steps.get(way.child);
      const place = { key: `${key}/${at}`, way, level: level + 1, position: at + 1, setSize: ways.length };
      return child === undefined ? [] : [draft(child, place)];
    });
    waiting.push(...row.rows);
  }
  return first;
}

type Draft = { -readonly [Key in keyof Omit<TreeRow, 'rows'>]: TreeRow[Key] } & { rows: Draft[] };

/** The rows in sight from the top down, as arrow keys walk them. */
export const rowsInOrder = (row: TreeRow): readonly TreeRow[] => [row, ...row.rows.flatMap(rowsInOrder)];

/** What a key does in the tree. */
export type TreeAct =
  | { readonly kind: 'go'; readonly to: TreeRow }
  | { readonly kind: 'toggle'; readonly row: TreeRow }
  | { readonly kind: 'choose'; readonly row: TreeRow };

/** What a key does at a row; `null` = nothing, the page may have it. */
export function treeAct(key: string, rows: readonly TreeRow[], at: TreeRow): TreeAct | null {
  const place = rows.indexOf(at);
  const go = (to: TreeRow | undefined): TreeAct | null => (to === undefined ? null : { kind: 'go', to });
  switch (key) {
    case 'ArrowDown':
      return go(rows[place + 1] ?? at);
    case 'ArrowUp':
      return go(rows[place - 1] ?? at);
    case 'Home':
      return go(rows[0]);
    case 'End':
      return go(rows.at(-1));
    case 'ArrowRight':
      if (at.isOpen === false) return { kind: 'toggle', row: at };
      return go(at.rows[0] ?? at);
    case 'ArrowLeft':
      if (at.isOpen === true) return { kind: 'toggle', row: at };
      return go(rows.find(({ rows: below }) => below.includes(at)) ?? at);
    case 'Enter':
    case ' ':
      return { kind: 'choose', row: at };
    default:
      return null;
  }
}

/** Keys of rows to toggle so that everything that can be is unfolded or folded; the top stays open. */
export function toggledFor(result: TreeResult, toggled: ReadonlySet<string>, isOpen: boolean): ReadonlySet<string> {
  let now = toggled;
  // Unfolding brings rows that can be unfolded; more than this is not asked for at once.
  for (let round = 0; round < MOST_LEVELS; round++) {
    const top = treeRows(result, now);
    if (top === null) return now;
    const rows = rowsInOrder(top);
    const wrong = rows.filter((row) => row.level > 1 && row.isOpen === !isOpen);
    if (wrong.length === 0 || (isOpen && rows.length > MOST_AT_FIRST)) return now;
    const next = new Set(now);
    for (const { key } of wrong) if (!next.delete(key)) next.add(key);
    now = next;
    if (!isOpen) return now;
  }
  return now;
}
