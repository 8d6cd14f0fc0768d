/** What a reader could not take over or a writer could not say. Nothing is lost silently. */

/** Permanent codes of losses; each has a sentence in the word catalogue. */
export const LOSS_CODES = [
  'field-unknown',
  'value-adjusted',
  'value-left-out',
  'subject-missing',
  'kind-unknown',
  'value-unreadable',
  'parent-cycle',
  'parent-missing',
  'flow-end-missing',
  'membership-cycle',
  'reference-broken',
  'diagram-missing',
  'card-cluster-cycle',
  'votes-over-limit',
  'tree-cycle',
  'tree-orphan',
  'schema-newer',
  'decision-vanished',
  'type-unknown',
  'rule-left-out',
  'category-unknown',
  'severity-unknown',
  'picture-left-out',
  'place-missing',
  'template-left-out',
  'glyph-missing',
  'threat-left-out',
  'picture-smaller',
  'format-left-out',
  'text-shortened',
  'mermaid-limit',
  'line-left-out',
  'membership-left-out',
  'flow-left-out',
] as const;
/** One of {@link LOSS_CODES}. */
export type LossCode = (typeof LOSS_CODES)[number];

/** One loss: what kind, and where: a path into the file or the ids concerned. */
export interface Loss {
  readonly code: LossCode;
  readonly where: string;
}
