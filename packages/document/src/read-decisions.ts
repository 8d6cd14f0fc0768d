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

/** Reads one decision; `null` when nothing is decided or said about the threat. Without a readable state it is open. */
export function readDecision(root: RootMap | null, threat: string): Decision | null {
  const stored = plainAt(root, `${threat}|state`);
  const tuple: readonly unknown[] = Array.isArray(stored) ? stored : [];
  const state: ThreatState | undefined = THREAT_STATES.find((known) => known === tuple[0]);
  const fields: [DecisionField, string | number | readonly string[]][] = [];
  for (const field of DECISION_FIELDS) {
    const value = plainAt(root, `${threat}|${field}`);
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
