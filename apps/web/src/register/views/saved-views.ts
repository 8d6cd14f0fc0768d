/** Views that a person keeps in this browser, by name. Whatever is stored is read with care: it may be older, or somebody else's. */
import { STRIDE_LETTERS, THREAT_STATES } from '@strideboard/model';
import { FINDING_SEVERITIES } from '@strideboard/stride';
import {
  COLUMNS,
  GROUPINGS,
  type MatrixCell,
  NO_FILTER,
  ORIGINS,
  PARTIES,
  type RegisterFilter,
  SORTS,
  type ViewSettings,
} from './view-settings.ts';

/** A view with its name. */
export interface SavedView {
  readonly name: string;
  readonly settings: ViewSettings;
}

/** What is needed of the browser's storage. */
export type ViewStorage = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'strideboard.register-views';
const VERSION = 1;
/** Views kept at most. */
const VIEW_LIMIT = 50;
/** Characters of a name. */
export const VIEW_NAME_LIMIT = 60;

/** The kept views in the order in which they were saved; none where nothing readable is kept. */
export function loadViews(storage: ViewStorage | null): readonly SavedView[] {
  try {
    const stored: unknown = JSON.parse(storage?.getItem(KEY) ?? 'null');
    if (!isRecord(stored) || stored['version'] !== VERSION || !Array.isArray(stored['views'])) return [];
    const views: readonly unknown[] = stored['views'];
    return views.flatMap((view) => readView(view) ?? []).slice(0, VIEW_LIMIT);
  } catch {
    return []; // storage is switched off, or holds what is no JSON: nothing is kept
  }
}

/** Keeps the views; whether that worked. */
export function keepViews(storage: ViewStorage | null, views: readonly SavedView[]): boolean {
  try {
    storage?.setItem(KEY, JSON.stringify({ version: VERSION, views }));
    return storage !== null;
  } catch {
    return false; // full or switched off: the caller says so
  }
}

/** The list with a view added, in the place of one of the same name. */
export const withView = (views: readonly SavedView[], view: SavedView): readonly SavedView[] =>
  [...views.filter(({ name }) => name !== view.name), view].slice(-VIEW_LIMIT);

function readView(given: unknown): SavedView | null {
  if (!isRecord(given) || typeof given['name'] !== 'string' || !isRecord(given['settings'])) return null;
  const name = given['name'].slice(0, VIEW_NAME_LIMIT).trim();
  return name === '' ? null : { name, settings: readSettings(given['settings']) };
}

/** The settings of a view that was kept; what is not understood is as if nobody had said it. */
export function readSettings({ filter, columns, sort, group, limit }: Readonly<Record<string, unknown>>): ViewSettings {
  const order = isRecord(sort) ? sort : {};
  return {
    filter: readFilter(isRecord(filter) ? filter : {}),
    columns: listed(COLUMNS, columns),
    sort: { by: SORTS.find((by) => by === order['by']) ?? 'risk', reversed: order['reversed'] === true },
    group: GROUPINGS.find((by) => by === group) ?? 'none',
    limit: typeof limit === 'number' && Number.isInteger(limit) && limit > 0 ? limit : null,
  };
}

function readFilter(given: Readonly<Record<string, unknown>>): RegisterFilter {
  const { text } = given;
  return {
    ...NO_FILTER,
    text: typeof text === 'string' ? text.slice(0, 200) : '',
    states: listed(THREAT_STATES, given['states']),
    severities: listed(FINDING_SEVERITIES, given['severities']),
    letters: listed(STRIDE_LETTERS, given['letters']),
    origins: listed(ORIGINS, given['origins']),
    parties: listed(PARTIES, given['parties']),
    toDecide: given['toDecide'] === true,
    again: given['again'] === true,
    unscored: given['unscored'] === true,
    suggested: given['suggested'] === true,
    aside: given['aside'] === true,
    cell: readCell(given['cell']),
  };
}

function readCell(given: unknown): MatrixCell | null {
  if (!isRecord(given)) return null;
  const { side, likelihood, impact } = given;
  const isGrade = (value: unknown): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 5;
  if ((side !== 'inherent' && side !== 'residual') || !isGrade(likelihood) || !isGrade(impact)) return null;
  return { side, likelihood, impact };
}

/** What of a list is known, in the known order. */
const listed = <Known extends string>(known: readonly Known[], given: unknown): readonly Known[] =>
  Array.isArray(given) ? known.filter((one) => given.includes(one)) : [];

/** Whether something that was kept has fields. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
