/** A decision being written in the register: only what was touched is sent, so that what others change meanwhile stays theirs. */
import type { DecideArguments } from '@strideboard/document';
import { STATES_NEEDING_WHY, type ThreatState } from '@strideboard/model';
import { asksAgain, FINDING_SEVERITIES, type FindingSeverity, type RegisterRow } from '@strideboard/stride';

/** What is decided together, because one reason stands for all of it. */
export interface Decided {
  readonly state: ThreatState;
  /** What people set instead of the rule's; `null` for the rule's own. */
  readonly severity: FindingSeverity | null;
  readonly why: string;
}

/** What was touched, and what stood there when the writing began. */
export interface DecisionDraft {
  readonly touched: Partial<Decided>;
  readonly began: Decided;
}

/** What a decision may lack. */
export type DecisionProblem = 'why' | 'severity';

/** The decision as it stands. */
export function decidedOf({ state, why, decision }: RegisterRow): Decided {
  const severity = FINDING_SEVERITIES.find((one) => one === decision?.fields.severity) ?? null;
  return { state, severity, why };
}

/** The decision as it would be saved. */
export const mergedOf = (now: Decided, draft: DecisionDraft | null): Decided => ({ ...now, ...draft?.touched });

/** The draft with something touched; what is as it stands is no touch. */
export function touch(draft: DecisionDraft | null, now: Decided, part: Partial<Decided>): DecisionDraft {
  return { touched: { ...draft?.touched, ...part }, began: draft?.began ?? now };
}

/** Whether somebody else decided since the writing began, other than what stands in the draft. */
export function isElsewhere(now: Decided, draft: DecisionDraft | null): boolean {
  if (draft === null) return false;
  const merged = mergedOf(now, draft);
  const changed = (part: keyof Decided): boolean =>
    now[part] !== draft.began[part] && Object.hasOwn(draft.touched, part) && merged[part] !== now[part];
  return changed('state') || changed('why') || changed('severity');
}

/** What is missing; `null` when it can be saved. Spaces are no reason. */
export function problemOf(
  { state, severity, why }: Decided,
  ruleSeverity: FindingSeverity | null,
): DecisionProblem | null {
  if (why.trim() !== '') return null;
  if (STATES_NEEDING_WHY.includes(state)) return 'why';
  return severity !== null && ruleSeverity !== null && severity !== ruleSeverity ? 'severity' : null;
}

/** The command's arguments; `null` when nothing was touched. */
export function decisionOf(row: RegisterRow, { touched }: DecisionDraft): DecideArguments | null {
  const { state, severity, why } = touched;
  // A threat that inherits its state and gets a reason of its own is decided by itself from now on.
  const said = state ?? (row.threat?.standing == null ? undefined : row.state);
  const fields = {
    ...(why === undefined ? {} : { why: why.trim() === '' ? null : why.trim() }),
    ...(severity === undefined ? {} : { severity }),
  };
  if (said === undefined && Object.keys(fields).length === 0) return null;
  return {
    threats: [row.id],
    ...(said === undefined ? {} : { state: said, basis: basisOf([row]) }),
    fields,
  };
}

/** Fingerprints of today's facts, by threat id; written threats rest on none. */
export const basisOf = (rows: readonly RegisterRow[]): Readonly<Record<string, string>> =>
  Object.fromEntries(rows.flatMap(({ id, threat }) => (threat === null ? [] : [[id, threat.finding.basis]])));

/** Deciding once more what is decided, on the facts of today. */
export const confirmAgain = (rows: readonly RegisterRow[]): readonly DecideArguments[] =>
  rows.filter(asksAgain).map((row) => ({ threats: [row.id], state: row.state, basis: basisOf([row]) }));

/** Saying what is only suggested. */
export const confirmGrades = (rows: readonly RegisterRow[]): readonly DecideArguments[] =>
  rows.flatMap(({ id, risk: { likelihood, impact } }) => {
    const fields = {
      ...(likelihood.from === 'suggested' ? { likelihood: likelihood.value } : {}),
      ...(impact.from === 'suggested' ? { impact: impact.value } : {}),
    };
    return Object.keys(fields).length === 0 ? [] : [{ threats: [id], fields }];
  });
