/** The lines of the table: rows, and above those that belong together a heading with their count. */
import type { RegisterRow } from '@strideboard/stride';
import { partyOf } from './filter-rows.ts';
import type { Grouping } from './view-settings.ts';

/** One line of the table. */
export type Line =
  | {
      readonly kind: 'group';
      readonly key: string;
      /** What its rows share: an id, a letter, a name, a state; `''` for nothing. */
      readonly value: string;
      readonly rows: readonly RegisterRow[];
      readonly isOpen: boolean;
    }
  | { readonly kind: 'row'; readonly key: string; readonly row: RegisterRow };

/** Lines in the order of the rows; a group stands where its first row stood. A threat with several letters or subjects is in each group. */
export function groupRows(rows: readonly RegisterRow[], by: Grouping, closed: ReadonlySet<string>): readonly Line[] {
  if (by === 'none') return rows.map((row): Line => ({ kind: 'row', key: row.id, row }));
  const groups = new Map<string, RegisterRow[]>();
  for (const row of rows) {
    for (const value of valuesOf(row, by)) {
      const group = groups.get(value);
      if (group === undefined) groups.set(value, [row]);
      else group.push(row);
    }
  }
  return [...groups].flatMap(([value, members]): readonly Line[] => {
    const key = `${by} ${value}`;
    const isOpen = !closed.has(key);
    const head: Line = { kind: 'group', key, value, rows: members, isOpen };
    return isOpen ? [head, ...members.map((row): Line => ({ kind: 'row', key: `${key} ${row.id}`, row }))] : [head];
  });
}

function valuesOf(row: RegisterRow, by: Exclude<Grouping, 'none'>): readonly string[] {
  switch (by) {
    case 'rule':
      return [row.threat?.finding.rule ?? ''];
    case 'element':
      return orNothing(row.subjects);
    case 'letter':
      return orNothing(row.letters);
    case 'owner':
      return [row.owner];
    case 'state':
      return [row.state];
    case 'category':
      return [row.category];
    case 'party':
      return [partyOf(row)];
  }
}

const orNothing = (values: readonly string[]): readonly string[] => (values.length === 0 ? [''] : values);
