/** Findings joined with what people decided about them. */

import {
  compareText,
  type Decision,
  type Model,
  type StandingDecision,
  type SubjectId,
  type ThreatId,
  type ThreatState,
} from '@strideboard/model';
import { type Assumed, createBrokenFinder } from './broken-assumptions.ts';
import {
  type Finding,
  FINDING_SEVERITIES,
  type FindingSeverity,
  NO_COUNTS,
  type Question,
  type SubjectCounts,
  severityRank,
} from './finding.ts';
import { createStandingFinder, listStanding, type Standing, type StandingUse } from './standing.ts';
import { compareIdentity } from './summary.ts';

/** A finding and where the team stands on it. */
export interface Threat {
  readonly finding: Finding;
  /** `open` where nothing was decided, neither here nor by a standing decision. */
  readonly state: ThreatState;
  /** What was decided on this threat itself. */
  readonly decision: Decision | null;
  /** The standing decision it inherits its state from; `null` where it has a state of its own or none stands. */
  readonly standing: StandingDecision | null;
  /** The severity people gave it, else the rule's. */
  readonly severity: FindingSeverity;
  /** Decided on other facts than those that hold now. */
  readonly confirmAgain: boolean;
  /** Ids of broken assumptions it hangs on and that no decision has taken into account; they open it again. */
  readonly broken: readonly string[];
}

/** A decision whose threat no longer arises. It is kept. */
export interface VanishedThreat {
  /** The threat id. */
  readonly id: string;
  readonly rule: string;
  /** Ids as they stand in the threat id; empty for a rule about the whole model. */
  readonly subjects: readonly string[];
  readonly decision: Decision;
}

/** What joining gives. */
export interface JoinedThreats {
  /** Worst first by the severity that counts, then by rule and subjects. */
  readonly threats: readonly Threat[];
  /** Sorted by threat id. Hand-written threats (`manual~…`) are not looked at. Why they vanished: `Analyser.whyVanished`. */
  readonly vanished: readonly VanishedThreat[];
  /** Every standing decision with what it does, expired ones too; empty where none were given. */
  readonly standing: readonly StandingUse[];
}

/** What joining may take into account besides decisions. */
export interface JoinOptions {
  readonly standing?: Standing;
  readonly assumed?: Assumed;
  /** An earlier result: a threat about which nothing changed is the same object again. */
  readonly before?: Pick<JoinedThreats, 'threats'>;
}

/** Joins findings with decisions by threat id; a threat without a state of its own inherits that of a standing decision. */
export function joinDecisions(
  findings: readonly Finding[],
  decisions: Model['decisions'],
  { standing, assumed, before }: JoinOptions = {},
): JoinedThreats {
  const found = new Set<string>();
  const findStanding = standing === undefined ? () => null : createStandingFinder(standing);
  const findBroken = createBrokenFinder(assumed ?? NOTHING_ASSUMED);
  const inherited = new Map<string, ThreatId[]>();
  const known = new Map(before?.threats.map((threat) => [threat.finding.id, threat]));
  const threats = findings.map((finding): Threat => {
    found.add(finding.id);
    const decision = Object.hasOwn(decisions, finding.id) ? (decisions[finding.id] ?? null) : null;
    const inherits = decision === null || decision.state === 'open' ? findStanding(finding, decision) : null;
    const decidedAt = (inherits === null ? decision?.at : inherits.created?.at) ?? null;
    const broken = findBroken({ id: finding.id, subjects: finding.subjects, decidedAt });
    const old = known.get(finding.id);
    return old?.finding === finding &&
      old.decision === decision &&
      old.standing === inherits &&
      old.broken.join() === broken.join()
      ? old
      : { ...threatOf(finding, decision, inherits), broken };
  });
  threats.sort(compareThreats);
  for (const { finding, standing: from } of threats) {
    if (from === null) continue;
    const list = inherited.get(from.id);
    if (list === undefined) inherited.set(from.id, [finding.id]);
    else list.push(finding.id);
  }
  const vanished = Object.entries(decisions)
    .filter(([id]) => !found.has(id) && !id.startsWith('manual~'))
    .sort(([a], [b]) => compareText(a, b))
    .map(([id, decision]): VanishedThreat => {
      const [rule = '', ...subjects] = id.split('~');
      return { id, rule, subjects: subjects.length === 1 && subjects[0] === 'model' ? [] : subjects, decision };
    });
  return { threats, vanished, standing: standing === undefined ? [] : listStanding(standing, inherited) };
}

const NOTHING_ASSUMED: Assumed = { records: [], mitigations: [] };

function threatOf(
  finding: Finding,
  decision: Decision | null,
  standing: StandingDecision | null,
): Omit<Threat, 'broken'> {
  const state = standing?.state ?? decision?.state ?? 'open';
  const override = FINDING_SEVERITIES.find((severity) => severity === decision?.fields.severity);
  const basis = standing === null ? (decision?.basis ?? '') : '';
  const confirmAgain = isDecided(state) && basis !== '' && basis !== finding.basis;
  return { finding, state, decision, standing, severity: override ?? finding.severity, confirmAgain };
}

const compareThreats = (a: Threat, b: Threat): number =>
  severityRank(a.severity) - severityRank(b.severity) || compareIdentity(a.finding, b.finding);

/** Whether the state ends the matter; `open` and `investigating` do not. */
export const isDecided = (state: ThreatState): boolean => state !== 'open' && state !== 'investigating';

/** Whether a decision stands as it was taken: on the facts that hold now, and with no assumption under it that has broken since. */
export const isSettled = ({
  state,
  confirmAgain,
  broken,
}: Pick<Threat, 'state' | 'confirmAgain' | 'broken'>): boolean =>
  isDecided(state) && !confirmAgain && broken.length === 0;

/** Whether the threat still asks for attention: no decision on it stands; never for what is out of scope. */
export const isOpenThreat = (threat: Threat): boolean => !threat.finding.outOfScope && !isSettled(threat);

/** What the badge of each subject shows: open threats by severity, and questions. Subjects with nothing to show are absent. */
export function countBadges(
  threats: readonly Threat[],
  questions: readonly Question[],
): ReadonlyMap<SubjectId, SubjectCounts> {
  const badges = new Map<SubjectId, Tally>();
  const tallyOf = (subject: SubjectId): Tally => {
    let tally = badges.get(subject);
    if (tally === undefined) {
      tally = { ...NO_COUNTS };
      badges.set(subject, tally);
    }
    return tally;
  };
  for (const threat of threats) {
    const [subject] = threat.finding.subjects;
    if (subject !== undefined && isOpenThreat(threat)) tallyOf(subject)[threat.severity] += 1;
  }
  for (const question of questions) tallyOf(question.subject).questions += 1;
  return badges;
}

/** What the badge of one subject shows, given its threats and how many questions it has; `null` where there is nothing to show. */
export function countBadge(threats: readonly Threat[], questions: number): SubjectCounts | null {
  const open = threats.filter(isOpenThreat);
  if (open.length + questions === 0) return null;
  const tally: Tally = { ...NO_COUNTS, questions };
  for (const { severity } of open) tally[severity] += 1;
  return tally;
}

type Tally = { -readonly [Key in keyof SubjectCounts]: number };
