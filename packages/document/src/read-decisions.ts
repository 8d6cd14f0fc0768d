/** Reads decisions from their flat keys `threatId|field`. */

import {
  DECISION_FIELDS,
  type Decision,
  type DecisionField,
  THREAT_STATES,
  type ThreatState,
} from '@strideboard/model';
import { LIMITS } from '@strideboard/wire';
import { plainAt, type RootMap } from './roots.ts';

const TAG_LIMIT = 50;
const SCORES: ReadonlySet<string> = new Set(['likelihood', 'impact']);

/** The threat id of a flat key; `null` when the key has no field. */
export function threatOf(key: string): string | null {
  const at = key.lastIndexOf('|');
  return at > 0 ? key.slice(0, at) : null;
}

/** What must be read again of the decisions: by threat id, the fields of it that were written, `state` among them. */
export type TouchedDecisions = Map<string, Set<string>>;

/** Notes a flat key as written; keys that are no decision are passed over. */
export function touchDecision(touched: TouchedDecisions, key: string): void {
  const threat = threatOf(key);
  if (threat === null) return;
  const field = key.slice(threat.length + 1);
  const fields = touched.get(threat);
  if (fields === undefined) touched.set(threat, new Set([field]));
  else fields.add(field);
}

/**
 * Reads one decision; `null` when nothing is decided or said about the threat. Without a readable state it is open. Fields that were not
 * touched since it was read are taken from what is `known`.
 */
export function readDecision(
  root: RootMap | null,
  threat: string,
  touched: ReadonlySet<string>,
  known: Decision | null,
): Decision | null {
  const stored = plainAt(root, `${threat}|state`);
  const tuple: readonly unknown[] = Array.isArray(stored) ? stored : [];
  const state: ThreatState | undefined = THREAT_STATES.find((name) => name === tuple[0]);
  const fields: [DecisionField, string | number | readonly string[]][] = [];
  for (const field of DECISION_FIELDS) {
    const value = touched.has(field) ? plainAt(root, `${threat}|${field}`) : known?.fields[field];
    if (isDecisionValue(field, value)) fields.push([field, value]);
  }
  if (state === undefined && fields.length === 0) return null;
  const [, basis, by, at] = state === undefined ? [] : tuple;
  return {
    state: state ?? 'open',
    basis: typeof basis === 'string' ? basis.slice(0, LIMITS.text) : '',
    by: typeof by === 'string' ? by.slice(0, 100) : '',
    at: typeof at === 'number' && Number.isFinite(at) ? at : 0,
    fields: Object.fromEntries(fields),
  };
}

/** Whether a value fits a field of a decision: 1–5 for scores, a short list of texts for tags, a text otherwise. */
export function isDecisionValue(field: DecisionField, value: unknown): value is string | number | readonly string[] {
  if (SCORES.has(field)) return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 5;
  if (field === 'tags') {
    return (
      Array.isArray(value) &&
      value.length <= TAG_LIMIT &&
      value.every((tag) => typeof tag === 'string' && tag.length <= LIMITS.label)
    );
  }
  return typeof value === 'string' && value.length <= LIMITS.text;
}
