/** Standing decisions: one decision on every threat of a rule within a scope. New matches inherit it and are counted; nothing is hidden. */

import {
  compareText,
  createContainment,
  type Decision,
  type ElementId,
  type Model,
  type StandingDecision,
  type SubjectId,
  type ThreatId,
} from '@strideboard/model';
import type { Finding } from './finding.ts';

/** What standing decisions are applied with. */
export interface Standing {
  readonly decisions: readonly StandingDecision[];
  /** The day, ISO 8601. A decision still holds on the day it ends. */
  readonly today: string;
  /** Whether a subject lies within a boundary; see {@link createScope}. */
  readonly isWithin: (subject: SubjectId, boundary: string) => boolean;
}

/** A standing decision and what it does now. */
export interface StandingUse {
  readonly decision: StandingDecision;
  /** `expired`: past its last day; `ended`: somebody ended it. Either applies to nothing any more. */
  readonly phase: 'holds' | 'expired' | 'ended';
  /** Threats that inherit it, in the order of the list. */
  readonly threats: readonly ThreatId[];
}

/** Whether a subject is a boundary or inside it at any depth, by any road; a flow is inside with both of its ends. */
export function createScope(model: Pick<Model, 'elements' | 'flows'>): Standing['isWithin'] {
  let known: { readonly isInside: (id: ElementId, boundary: string) => boolean; readonly flows: Flows } | null = null;
  const look = () => {
    const containment = createContainment(model);
    const isInside = (id: ElementId, boundary: string): boolean =>
      id === boundary || containment.enclosing(id).has(boundary as ElementId); // only looked up
    return { isInside, flows: new Map(model.flows.map((flow) => [flow.id, flow])) };
  };
  return (subject, boundary) => {
    known ??= look();
    const flow = known.flows.get(subject);
    if (flow === undefined) return known.isInside(subject as ElementId, boundary); // everything but flows is an element
    return known.isInside(flow.source, boundary) && known.isInside(flow.target, boundary);
  };
}

type Flows = ReadonlyMap<SubjectId, Model['flows'][number]>;

/** How a decision stands on a day; see {@link StandingUse}. */
export function standingPhase(
  { until, ended }: Pick<StandingDecision, 'until' | 'ended'>,
  today: string,
): StandingUse['phase'] {
  if (ended !== null) return 'ended';
  return until !== '' && until.slice(0, 10) < today.slice(0, 10) ? 'expired' : 'holds';
}

/** Finds the standing decision of a finding: of those that hold and match, the narrowest; then by id. `null` for none. */
export function createStandingFinder({
  decisions,
  today,
  isWithin,
}: Standing): (finding: Finding, decision: Decision | null) => StandingDecision | null {
  const byRule = new Map<string, StandingDecision[]>();
  for (const decision of decisions) {
    if (standingPhase(decision, today) !== 'holds') continue;
    const ofRule = byRule.get(decision.rule);
    if (ofRule === undefined) byRule.set(decision.rule, [decision]);
    else ofRule.push(decision);
  }
  for (const ofRule of byRule.values()) {
    ofRule.sort((a, b) => width(a) - width(b) || narrower(a, b, isWithin) || compareText(a.id, b.id));
  }
  return (finding, own) =>
    byRule.get(finding.rule)?.find((decision) => isInStandingScope(finding, own, decision, isWithin)) ?? null;
}

/** Whether a finding and what was decided on it lie within the rule and scope of a standing decision, whatever else stands. */
export function isInStandingScope(
  { rule, subjects }: Pick<Finding, 'rule' | 'subjects'>,
  own: Decision | null,
  target: Pick<StandingDecision, 'rule' | 'scope'>,
  isWithin: Standing['isWithin'],
): boolean {
  const { scope } = target;
  if (rule !== target.rule) return false;
  if (scope === 'model') return true;
  if (scope.startsWith(TAG)) return tagsOf(own).includes(scope.slice(TAG.length));
  return subjects.length > 0 && subjects.every((subject) => isWithin(subject, scope));
}

const TAG = 'tag:';

/** A boundary is narrower than a tag, a tag than the model. */
const width = ({ scope }: StandingDecision): number => (scope === 'model' ? 2 : scope.startsWith(TAG) ? 1 : 0);

/** Of two boundaries the inner one comes first. */
function narrower(a: StandingDecision, b: StandingDecision, isWithin: Standing['isWithin']): number {
  if (a.scope === b.scope) return 0;
  // Scopes are ids of boundaries here; only looked up.
  return Number(isWithin(b.scope as ElementId, a.scope)) - Number(isWithin(a.scope as ElementId, b.scope));
}

const tagsOf = (decision: Decision | null): readonly string[] => {
  const tags = decision?.fields.tags;
  return typeof tags === 'object' ? tags : [];
};

/** Every standing decision with what it does, by rule, then by id. */
export function listStanding(
  { decisions, today }: Standing,
  inherited: ReadonlyMap<string, readonly ThreatId[]>,
): readonly StandingUse[] {
  return [...decisions]
    .sort((a, b) => compareText(a.rule, b.rule) || compareText(a.id, b.id))
    .map((decision) => ({
      decision,
      phase: standingPhase(decision, today),
      threats: inherited.get(decision.id) ?? [],
    }));
}
