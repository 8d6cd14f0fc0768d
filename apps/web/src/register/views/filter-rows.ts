/** Narrowing the register. */
import type { SubjectId } from '@strideboard/model';
import { asksAgain, cellOf, isToDecide, type RegisterRow } from '@strideboard/stride';
import type { Origin, Party, RegisterFilter } from './view-settings.ts';

/** What filtering needs beside the rows. */
interface FilterOptions {
  readonly filter: RegisterFilter;
  /** The text that is searched, folded as {@link RegisterFilter.text} is; asked only where something is searched. */
  readonly hay: (row: RegisterRow) => string;
  /** Folded words; every one must occur. */
  readonly words: readonly string[];
  /** Only threats about these; `null` for all. */
  readonly subjects: ReadonlySet<SubjectId> | null;
}

/** Where a row comes from. */
const originOf = ({ origin }: RegisterRow): Origin =>
  origin === 'rule' || origin === 'hand' || origin === 'card' ? origin : 'import';

/** Who answers for it. */
export const partyOf = ({ party }: RegisterRow): Party =>
  party === 'provider' || party === 'customer' || party === 'shared' ? party : 'none';

/** Whether a row is set aside: it does not apply, or its subject is out of scope. */
const isAside = ({ state, outOfScope }: RegisterRow): boolean => outOfScope || state === 'notApplicable';

/** Whether a grade stands that nobody has confirmed. */
export const isSuggested = ({ risk }: RegisterRow): boolean =>
  risk.likelihood.from === 'suggested' || risk.impact.from === 'suggested';

/** The rows that pass, in their order. */
export function filterRows(
  rows: readonly RegisterRow[],
  { filter, hay, words, subjects }: FilterOptions,
): readonly RegisterRow[] {
  const { states, severities, letters, origins, parties, cell } = filter;
  // Asking for states by name is asking for what is set aside under them, too.
  const hidesAside = !filter.aside && !states.includes('notApplicable');
  return rows.filter((row) => {
    if (hidesAside && isAside(row)) return false;
    if (states.length > 0 && !states.includes(row.state)) return false;
    if (severities.length > 0 && (row.severity === null || !severities.includes(row.severity))) return false;
    if (letters.length > 0 && !row.letters.some((letter) => letters.includes(letter))) return false;
    if (origins.length > 0 && !origins.includes(originOf(row))) return false;
    if (parties.length > 0 && !parties.includes(partyOf(row))) return false;
    if (filter.toDecide && !isToDecide(row)) return false;
    if (filter.again && !asksAgain(row)) return false;
    if (filter.unscored && row.risk.residual !== null) return false;
    if (filter.suggested && !isSuggested(row)) return false;
    if (cell !== null) {
      const at = cellOf(row.risk, cell.side);
      if (at?.likelihood !== cell.likelihood || at.impact !== cell.impact) return false;
    }
    if (subjects !== null && !row.subjects.some((id) => subjects.has(id))) return false;
    if (words.length === 0) return true;
    const text = hay(row);
    return words.every((word) => text.includes(word));
  });
}

/** The list with the value added, or taken out when it was in. */
export const toggled = <Value>(list: readonly Value[], value: Value): readonly Value[] =>
  list.includes(value) ? list.filter((other) => other !== value) : [...list, value];

/** Cuts to the first scored ones. What has no score is not among them, because it has no rank; how many there are is told apart. */
export function limitRows(
  rows: readonly RegisterRow[],
  limit: number | null,
): { readonly rows: readonly RegisterRow[]; readonly unscored: number } {
  if (limit === null) return { rows, unscored: 0 };
  const scored = rows.filter(({ risk }) => risk.residual !== null);
  return { rows: scored.slice(0, limit), unscored: rows.length - scored.length };
}
