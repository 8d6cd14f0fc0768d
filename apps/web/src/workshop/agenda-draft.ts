/** An agenda while it is being changed: what takes place in its order, then what is left out. */
import { type AgendaItem, DEFAULT_MINUTES, PHASE_IDS, type PhaseId } from '../room/workshop/phases.ts';

/** One line of the form. */
export interface DraftRow {
  /** Stays with the line wherever it goes. */
  readonly key: number;
  readonly phase: PhaseId;
  /** As typed. */
  readonly minutes: string;
  readonly isOn: boolean;
}

/** Lines of an agenda, as the board takes them at most. */
export const AGENDA_LIMIT = 50;
const MINUTES_LIMIT = 600;

/** The form for an agenda; phases that it leaves out stand where they would by default. */
export function draftOf(items: readonly AgendaItem[]): readonly DraftRow[] {
  let rows = items.map(
    ({ phase, minutes }): Omit<DraftRow, 'key'> => ({ phase, minutes: String(minutes), isOn: true }),
  );
  for (const [order, phase] of PHASE_IDS.entries()) {
    if (rows.some((row) => row.phase === phase)) continue;
    const later = rows.findIndex((row) => PHASE_IDS.indexOf(row.phase) > order);
    const place = later === -1 ? rows.length : later;
    rows = rows.toSpliced(place, 0, { phase, minutes: String(DEFAULT_MINUTES[phase]), isOn: false });
  }
  return rows.map((row, key) => ({ ...row, key }));
}

/** The line changed. */
export const changeRow = (
  rows: readonly DraftRow[],
  key: number,
  change: Partial<Pick<DraftRow, 'minutes' | 'isOn'>>,
): readonly DraftRow[] => rows.map((row) => (row.key === key ? { ...row, ...change } : row));

/** The line one place up (-1) or down (1); the same lines at either end. */
export function moveRow(rows: readonly DraftRow[], key: number, by: -1 | 1): readonly DraftRow[] {
  const from = rows.findIndex((row) => row.key === key);
  const [row, other] = [rows[from], rows[from + by]];
  if (row === undefined || other === undefined) return rows;
  return rows.with(from, other).with(from + by, row);
}

/** The phase of a line once more, right after it. */
export function repeatRow(rows: readonly DraftRow[], key: number): readonly DraftRow[] {
  const at = rows.findIndex((row) => row.key === key);
  const row = rows[at];
  if (row === undefined) return rows;
  const fresh = Math.max(...rows.map((one) => one.key)) + 1;
  return rows.toSpliced(at + 1, 0, { ...row, key: fresh, isOn: true });
}

/** Whole minutes, or `null` for what is none. */
export function readMinutes(text: string): number | null {
  const trimmed = text.trim();
  return /^\d{1,3}$/u.test(trimmed) && Number(trimmed) <= MINUTES_LIMIT ? Number(trimmed) : null;
}

/** What takes place, or what is wrong with it. */
export function agendaOf(
  rows: readonly DraftRow[],
): { readonly items: readonly AgendaItem[] } | { readonly problem: 'nobody' | 'unreadable' | 'tooMany' } {
  const on = rows.filter(({ isOn }) => isOn);
  if (on.length === 0) return { problem: 'nobody' };
  if (on.length > AGENDA_LIMIT) return { problem: 'tooMany' };
  const items = on.flatMap(({ phase, minutes: typed }) => {
    const minutes = readMinutes(typed);
    return minutes === null ? [] : [{ phase, minutes }];
  });
  return items.length < on.length ? { problem: 'unreadable' } : { items };
}
