/** What a loose end of a model is. */

import type { SubjectId, ThreatId } from '@strideboard/model';

/** Permanent codes in the order of a list; each has sentences in the word catalogue. */
export const LOOSE_ENDS = [
  'duplicate-name',
  'flow-without-label',
  'number-gap',
  'store-to-store',
  'store-unread',
  'store-unwritten',
  'element-without-flow',
  'outside-boundaries',
  'empty-boundary',
  'scope-without-reason',
  'severities-differ',
  'decision-without-reason',
  'mitigated-without-control',
  'standing-expired',
  'assumption-broken',
  'assumption-unknown',
  'question-open',
] as const;
/** One of {@link LOOSE_ENDS}. */
export type LooseEndCode = (typeof LOOSE_ENDS)[number];

/** One loose end. */
export interface LooseEnd {
  /** Unique in a list, and the same for the same loose end tomorrow. */
  readonly id: string;
  readonly code: LooseEndCode;
  /** Elements and flows to look at; empty where it is about none. */
  readonly subjects: readonly SubjectId[];
  /** Threats to look at. */
  readonly threats: readonly ThreatId[];
  /** The record it is about. */
  readonly record: string | null;
  /** What its sentence names: a name, a range of numbers, a rule or a title. */
  readonly values: Readonly<Record<string, string>>;
}

/** A loose end with what it does not say left empty. */
export const looseEnd = (
  code: LooseEndCode,
  key: string,
  parts: Partial<Omit<LooseEnd, 'id' | 'code'>> = {},
): LooseEnd => ({ id: `${code} ${key}`, code, subjects: [], threats: [], record: null, values: {}, ...parts });
