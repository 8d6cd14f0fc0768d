/** Putting the register in an order. Equal rows stand by their residual risk. */
import { THREAT_STATES } from '@strideboard/model';
import { type RegisterRow, severityRank } from '@strideboard/stride';
import { compareNames } from '../../session/in-language.ts';
import { PARTIES, type SortKey, type ViewSettings } from './view-settings.ts';
import { partyOf } from './filter-rows.ts';

/** Rows as `listRegister` gives them, highest residual risk first, in another order. `subjectOf` names what a row is about. */
export function sortRows(
  rows: readonly RegisterRow[],
  { by, reversed }: ViewSettings['sort'],
  subjectOf: (row: RegisterRow) => string,
): readonly RegisterRow[] {
  if (by === 'risk') return reversed ? rows.toReversed() : rows;
  const keyOf = KEYS[by];
  const keyed = rows.map((row) => ({ row, key: keyOf(row, subjectOf) }));
  // A stable sort leaves equal rows as they came.
  keyed.sort((a, b) => compareKeys(a.key, b.key, reversed));
  return keyed.map(({ row }) => row);
}

/** `null` stands last whichever way the order goes. */
type Key = string | number | null;

function compareKeys(a: Key, b: Key, reversed: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : compareNames(String(a), String(b));
  return reversed ? -order : order;
}

/** Unknown is not low: what has no number stands with the highest. */
const UNSCORED = 26;
const highestFirst = (value: number | null): number => -(value ?? UNSCORED);
const text = (value: string): string | null => (value === '' ? null : value);

const KEYS: Readonly<
  Record<Exclude<SortKey, 'risk'>, (row: RegisterRow, subjectOf: (row: RegisterRow) => string) => Key>
> = {
  inherent: ({ risk }) => highestFirst(risk.inherent),
  likelihood: ({ risk }) => highestFirst(risk.likelihood.value),
  impact: ({ risk }) => highestFirst(risk.impact.value),
  severity: ({ severity }) => (severity === null ? -1 : severityRank(severity)),
  title: ({ title }) => text(title),
  subject: (row, subjectOf) => text(subjectOf(row)),
  category: ({ category }) => text(category),
  state: ({ state }) => THREAT_STATES.indexOf(state),
  party: (row) => PARTIES.indexOf(partyOf(row)),
  owner: ({ owner }) => text(owner),
  due: ({ due }) => text(due),
  id: ({ id }) => id,
};
