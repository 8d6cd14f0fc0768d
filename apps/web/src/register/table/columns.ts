/** Widths of the columns of the register. */
import type { Column } from '../views/view-settings.ts';

/** Least width of each column, px. */
const WIDTHS: Readonly<Record<Column, number>> = {
  risk: 88,
  inherent: 88,
  severity: 92,
  subject: 150,
  letters: 72,
  category: 130,
  state: 140,
  likelihood: 92,
  impact: 76,
  description: 260,
  why: 220,
  treatment: 200,
  future: 200,
  party: 100,
  owner: 110,
  due: 96,
  ticket: 110,
  tags: 120,
  id: 150,
};

const SELECT_PX = 36;
const TITLE_PX = 260;

/** Columns that share what width is left; the others have short values. */
const WIDE: ReadonlySet<Column> = new Set([
  'subject',
  'description',
  'why',
  'treatment',
  'future',
  'category',
  'owner',
]);

/** The tracks of a CSS grid, and the least width of all of them, px: select, title, then the columns. */
export function trackOf(columns: readonly Column[]): { readonly template: string; readonly leastPx: number } {
  const tracks = columns.map((column) =>
    WIDE.has(column) ? `minmax(${String(WIDTHS[column])}px, 1fr)` : `${String(WIDTHS[column])}px`,
  );
  return {
    template: [`${String(SELECT_PX)}px`, `minmax(${String(TITLE_PX)}px, 2fr)`, ...tracks].join(' '),
    leastPx: columns.reduce((sum, column) => sum + WIDTHS[column], SELECT_PX + TITLE_PX),
  };
}
