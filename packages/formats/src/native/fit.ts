/** Brings what stands around the diagrams (titles, names, decisions) within what a board can hold, and says what that cost. */

import { type Decision, DECISION_FIELDS, type DecisionField, type ModelMeta, type Scalar } from '@strideboard/model';
import type { Loss } from '../loss.ts';

/** Limits of the shared document: characters, entries, bytes of a key. */
const LIMITS = {
  label: 300,
  text: 4_000,
  notes: 50_000,
  person: 100,
  list: 200,
  userName: 64,
  pack: 64,
  tags: 50,
  keyBytes: 256,
};

/** Collects losses. */
export interface LossList {
  readonly losses: readonly Loss[];
  add(code: Loss['code'], where: string): void;
  /** The text within a limit; cutting it is a loss. Never leaves half of a character. */
  cut(text: string, limit: keyof typeof LIMITS, where: string): string;
}

/** An empty list. */
export function createLossList(): LossList {
  const losses: Loss[] = [];
  const add: LossList['add'] = (code, where) => {
    losses.push({ code, where });
  };
  return {
    losses,
    add,
    cut(text, limit, where) {
      if (text.length <= LIMITS[limit]) return text;
      add('value-adjusted', where);
      return text.slice(0, LIMITS[limit]).replace(/[\uD800-\uDBFF]$/u, '');
    },
  };
}

/** The first entries of a list; leaving out the rest is a loss. */
function fitList<Item>(items: readonly Item[], where: string, list: LossList): readonly Item[] {
  if (items.length <= LIMITS.list) return items;
  list.add('value-adjusted', where);
  return items.slice(0, LIMITS.list);
}

/** Title and the like within their limits. */
export const fitMeta = (
  { title, summary, owner, reviewers, system, created }: ModelMeta,
  list: LossList,
): ModelMeta => ({
  title: list.cut(title, 'label', 'meta.title'),
  summary: list.cut(summary, 'text', 'meta.summary'),
  owner: list.cut(owner, 'label', 'meta.owner'),
  reviewers: fitList(reviewers, 'meta.reviewers', list).map((name) => list.cut(name, 'text', 'meta.reviewers')),
  system: list.cut(system, 'text', 'meta.system'),
  created,
});

/** The packs with ids and versions within their limits. */
export const fitPacks = (
  packs: readonly (readonly [string, string])[],
  list: LossList,
): readonly (readonly [string, string])[] =>
  fitList(packs, 'settings.packs', list).map(([id, version]) => [
    list.cut(id, 'pack', 'settings.packs'),
    list.cut(version, 'pack', 'settings.packs'),
  ]);

/** Scalars by name, in order of names, within their limits. */
export function fitScalars(
  given: Readonly<Record<string, Scalar>> = {},
  where: string,
  list: LossList,
): Readonly<Record<string, Scalar>> {
  const kept = Object.entries(given).flatMap(([name, value]): [string, Scalar][] => {
    if (name !== '' && name.length <= 64)
      return [[name, typeof value === 'string' ? list.cut(value, 'text', where) : value]];
    list.add('value-left-out', `${where}.${name.slice(0, 64)}`);
    return [];
  });
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether a name fits into a key of the document behind its prefix. */
export const isNameStorable = (name: string): boolean => name !== '' && byteLength(name) + 2 <= LIMITS.keyBytes;

/** Whether a threat id can be a key of the document together with the longest name of a field. */
export const isThreatStorable = (threat: string): boolean =>
  threat !== '' && !threat.includes('|') && byteLength(threat) + '|likelihood'.length <= LIMITS.keyBytes;

const byteLength = (text: string): number => new TextEncoder().encode(text).length;

/** The decision within its limits; a field whose value makes no sense is left out. */
export function fitDecision(given: Decision, where: string, list: LossList): Decision {
  const fields = DECISION_FIELDS.flatMap((field): [DecisionField, string | number | readonly string[]][] => {
    const value = given.fields[field];
    if (value === undefined) return [];
    const fitted = fitField(field, value, { where: `${where}.fields.${field}`, list });
    if (fitted === null) list.add('value-left-out', `${where}.fields.${field}`);
    return fitted === null ? [] : [[field, fitted]];
  });
  return {
    state: given.state,
    basis: list.cut(given.basis, 'text', `${where}.basis`),
    by: list.cut(given.by, 'person', `${where}.by`),
    at: given.at,
    fields: Object.fromEntries(fields),
  };
}

/** As the shared document has it: 1–5 for scores, a short list of texts for tags, a text otherwise. */
function fitField(
  field: DecisionField,
  value: string | number | readonly string[],
  { where, list }: { readonly where: string; readonly list: LossList },
): string | number | readonly string[] | null {
  if (field === 'likelihood' || field === 'impact') {
    return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 5 ? value : null;
  }
  if (field === 'tags') {
    if (typeof value === 'string' || typeof value === 'number') return null;
    if (value.length > LIMITS.tags) list.add('value-adjusted', where);
    return value.slice(0, LIMITS.tags).map((tag) => list.cut(tag, 'label', where));
  }
  return typeof value === 'string' ? list.cut(value, 'text', where) : null;
}
