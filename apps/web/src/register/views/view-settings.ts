/** What a view of the register shows: filter, columns, order, groups. Plain data, so that views can be listed, saved and compared. */
import type { StrideLetter, ThreatState } from '@strideboard/model';
import type { FindingSeverity, RiskCell, RiskSide } from '@strideboard/stride';

/** Where a threat comes from. */
export const ORIGINS = ['rule', 'hand', 'card', 'import'] as const;
/** One of {@link ORIGINS}. */
export type Origin = (typeof ORIGINS)[number];

/** Who answers for a threat; `none` where nobody said. */
export const PARTIES = ['provider', 'customer', 'shared', 'none'] as const;
/** One of {@link PARTIES}. */
export type Party = (typeof PARTIES)[number];

/** Columns beside the title, in their order. */
export const COLUMNS = [
  'risk',
  'inherent',
  'severity',
  'subject',
  'letters',
  'category',
  'state',
  'likelihood',
  'impact',
  'description',
  'why',
  'treatment',
  'future',
  'party',
  'owner',
  'due',
  'ticket',
  'tags',
  'id',
] as const;
/** One of {@link COLUMNS}. */
export type Column = (typeof COLUMNS)[number];

/** What rows can be ordered by. */
export const SORTS = [
  'risk',
  'inherent',
  'severity',
  'likelihood',
  'impact',
  'title',
  'subject',
  'category',
  'state',
  'party',
  'owner',
  'due',
  'id',
] as const;
/** One of {@link SORTS}. */
export type SortKey = (typeof SORTS)[number];

/** What rows can be put together by. */
export const GROUPINGS = ['none', 'rule', 'element', 'letter', 'owner', 'state', 'category', 'party'] as const;
/** One of {@link GROUPINGS}. */
export type Grouping = (typeof GROUPINGS)[number];

/** A cell of the risk matrix, before or after controls. */
export interface MatrixCell extends RiskCell {
  readonly side: RiskSide;
}

/** What is shown; empty lists and an empty text let everything through. */
export interface RegisterFilter {
  readonly text: string;
  readonly states: readonly ThreatState[];
  readonly severities: readonly FindingSeverity[];
  readonly letters: readonly StrideLetter[];
  readonly origins: readonly Origin[];
  readonly parties: readonly Party[];
  /** Only what is to decide. */
  readonly toDecide: boolean;
  /** Only what asks to be confirmed again. */
  readonly again: boolean;
  /** Only what has no score. */
  readonly unscored: boolean;
  /** Only what has a score that nobody confirmed. */
  readonly suggested: boolean;
  /** Also what does not apply and what is out of scope. */
  readonly aside: boolean;
  readonly cell: MatrixCell | null;
}

/** A whole view. */
export interface ViewSettings {
  readonly filter: RegisterFilter;
  readonly columns: readonly Column[];
  readonly sort: { readonly by: SortKey; readonly reversed: boolean };
  readonly group: Grouping;
  /** At most this many scored threats; `null` for all. */
  readonly limit: number | null;
}

/** Everything but what is set aside. */
export const NO_FILTER: RegisterFilter = {
  text: '',
  states: [],
  severities: [],
  letters: [],
  origins: [],
  parties: [],
  toDecide: false,
  again: false,
  unscored: false,
  suggested: false,
  aside: false,
  cell: null,
};

/** How many parts of the filter narrow the list, the text apart. */
export const activeParts = (filter: RegisterFilter): number =>
  filter.states.length +
  filter.severities.length +
  filter.letters.length +
  filter.origins.length +
  filter.parties.length +
  [filter.toDecide, filter.again, filter.unscored, filter.suggested, filter.aside, filter.cell !== null].filter(Boolean)
    .length;
