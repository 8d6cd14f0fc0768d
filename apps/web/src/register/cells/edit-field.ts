/** What can be changed in the cells of the table, how it stands in a field, and what is written of it. */
import type { RegisterRow } from '@strideboard/stride';
import { readTags, TAG_LIMIT } from '../detail/tags.ts';
import { partyOf } from '../views/filter-rows.ts';
import type { Column } from '../views/view-settings.ts';

/** A field of one line or of several, and how many characters it takes. */
interface TextKind {
  readonly kind: 'text';
  readonly field: 'category' | 'owner' | 'ticket' | 'tags' | 'treatment' | 'future' | 'due';
  readonly limit: number;
  readonly lines: 1 | 3;
}

/** What the editor of a cell is. A decision is said together with its reason. */
export type EditField =
  | { readonly kind: 'decision'; readonly part: 'state' | 'severity' | 'why' }
  | { readonly kind: 'choice'; readonly field: 'likelihood' | 'impact' | 'party' }
  | TextKind;

/** A field whose value is written by itself. */
export type ValueField = Exclude<EditField, { readonly kind: 'decision' }>;

const SHORT = 200;
const LONG = 4_000;
const TAGS = 2_000;
const text = (field: TextKind['field'], limit: number, lines: 1 | 3 = 1): TextKind => ({
  kind: 'text',
  field,
  limit,
  lines,
});

const FIELDS: Readonly<Partial<Record<Column, EditField>>> = {
  state: { kind: 'decision', part: 'state' },
  severity: { kind: 'decision', part: 'severity' },
  why: { kind: 'decision', part: 'why' },
  likelihood: { kind: 'choice', field: 'likelihood' },
  impact: { kind: 'choice', field: 'impact' },
  party: { kind: 'choice', field: 'party' },
  category: text('category', SHORT),
  owner: text('owner', SHORT),
  ticket: text('ticket', SHORT),
  due: text('due', SHORT),
  tags: text('tags', TAGS),
  treatment: text('treatment', LONG, 3),
  future: text('future', LONG, 3),
};

/** The editor of a column; `null` where nothing is to be changed: what is derived, counted or drawn. */
export const editFieldOf = (column: Column | 'title'): EditField | null =>
  column === 'title' ? null : (FIELDS[column] ?? null);

/** The value as the field shows it; `''` for nothing, and for a grade that is only suggested. */
export function valueOf(row: RegisterRow, { field }: ValueField): string {
  switch (field) {
    case 'likelihood':
    case 'impact': {
      const { from, value } = row.risk[field];
      return from === 'said' && value !== null ? String(value) : '';
    }
    case 'party':
      return partyOf(row) === 'none' ? '' : row.party;
    case 'tags':
      return row.tags.join(', ');
    case 'due':
      return /^\d{4}-\d{2}-\d{2}$/u.test(row.due) ? row.due : '';
    default:
      return row[field];
  }
}

/** What is written for a text of the field; `null` clears. */
export function writtenOf({ field }: ValueField, given: string): string | number | readonly string[] | null {
  const trimmed = given.trim();
  if (trimmed === '') return null;
  if (field === 'likelihood' || field === 'impact') return Number(trimmed);
  return field === 'tags' ? readTags(trimmed) : trimmed;
}

/** Whether the document takes the text. */
export const isTakeable = ({ field }: ValueField, given: string): boolean =>
  field !== 'tags' || readTags(given).length <= TAG_LIMIT;
