/** What the team decided about a threat. */

/** The one list of threat states for the whole product. */
export const THREAT_STATES = [
  'open',
  'investigating',
  'mitigated',
  'accepted',
  'transferred',
  'deferred',
  'notApplicable',
] as const;
/** One of {@link THREAT_STATES}. */
export type ThreatState = (typeof THREAT_STATES)[number];

/** States that need a justification in `why`. */
export const STATES_NEEDING_WHY: readonly ThreatState[] = ['accepted', 'notApplicable'];

/** Fields of a decision other than its state; all optional, last writer wins per field. */
export const DECISION_FIELDS = [
  'why',
  'category',
  'severity',
  'likelihood',
  'impact',
  'treatment',
  'future',
  'party',
  'owner',
  'ticket',
  'due',
  'tags',
] as const;
/** One of {@link DECISION_FIELDS}. */
export type DecisionField = (typeof DECISION_FIELDS)[number];

/** A team's decision about one threat, keyed by threat id. */
export interface Decision {
  readonly state: ThreatState;
  /** Fingerprint of the facts the decision was taken on; `''` when unknown. A different one later asks to confirm again. */
  readonly basis: string;
  readonly by: string;
  /** ms since 1970 UTC */
  readonly at: number;
  /** The other fields as given; absent = not given. Texts, numbers 1–5, or a list of texts for `tags`. */
  readonly fields: Readonly<Partial<Record<DecisionField, string | number | readonly string[]>>>;
}
