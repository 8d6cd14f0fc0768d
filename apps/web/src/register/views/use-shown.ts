/** What of the register is shown: filtered, cut, ordered and grouped as the view says. */
import type { SubjectId } from '@strideboard/model';
import type { RegisterRow } from '@strideboard/stride';
import { type InterfaceWords, register } from '@strideboard/words';
import { useDeferredValue, useMemo } from 'react';
import { useWords } from '../../session/words.ts';
import { foldText } from '../../ui/fold-text.ts';
import type { SubjectNames } from '../../ui/subject-names.ts';
import { useSubjectNames } from '../../ui/use-subject-names.ts';
import { filterRows, limitRows, partyOf } from './filter-rows.ts';
import { groupRows, type Line } from './group-rows.ts';
import { sortRows } from './sort-rows.ts';
import type { ViewSettings } from './view-settings.ts';

/** What is shown. */
export interface Shown {
  readonly lines: readonly Line[];
  /** Each once, in their order. */
  readonly rows: readonly RegisterRow[];
  /** What passes the filter but for its cell of the matrix. */
  readonly matrixRows: readonly RegisterRow[];
  /** How many without a score a limited view leaves out. */
  readonly unscored: number;
}

/** What is shown of the rows. `subjects`: only threats about these; `null` for all. */
export function useShown(
  rows: readonly RegisterRow[],
  settings: ViewSettings,
  { closed, subjects }: { readonly closed: ReadonlySet<string>; readonly subjects: readonly SubjectId[] | null },
): Shown {
  const names = useSubjectNames();
  const { common } = useWords();
  const { filter, sort, group, limit } = settings;
  const text = useDeferredValue(filter.text);
  const hay = useMemo(() => createHay(names, common), [names, common]);
  const words = useMemo(() => foldText(text).split(' ').filter(Boolean), [text]);
  const chosen = useMemo(() => (subjects === null ? null : new Set(subjects)), [subjects]);
  const matrixRows = useMemo(
    () => filterRows(rows, { filter: { ...filter, cell: null }, hay, words, subjects: chosen }),
    [rows, filter, hay, words, chosen],
  );
  const shown = useMemo(() => {
    const passed = filter.cell === null ? matrixRows : filterRows(matrixRows, { filter, hay, words, subjects: chosen });
    const limited = limitRows(passed, limit);
    return {
      ...limited,
      rows: sortRows(limited.rows, sort, ({ subjects: [first] }) =>
        first === undefined ? '' : (names.name(first) ?? ''),
      ),
    };
  }, [matrixRows, filter, hay, words, chosen, limit, sort, names]);
  const lines = useMemo(() => groupRows(shown.rows, group, closed), [shown, group, closed]);
  return { lines, rows: shown.rows, matrixRows, unscored: shown.unscored };
}

/** The text of a row that is searched, folded once for each. */
function createHay(names: SubjectNames, common: InterfaceWords['common']): (row: RegisterRow) => string {
  const known = new WeakMap<RegisterRow, string>();
  return (row) => {
    const old = known.get(row);
    if (old !== undefined) return old;
    const made = foldText(
      [
        row.title,
        row.id,
        row.description,
        row.why,
        row.category,
        row.treatment,
        row.future,
        row.owner,
        row.ticket,
        ...row.tags,
        ...row.subjects.map((id) => names.name(id) ?? ''),
        common.states[row.state],
        row.severity === null ? '' : common.severities[row.severity],
        partyOf(row) === 'none' ? '' : register.parties[partyOf(row)],
      ].join(' '),
    );
    known.set(row, made);
    return made;
  };
}
