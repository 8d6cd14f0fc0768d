/** What an analysis gives. */

import type { SubjectId, ThreatId } from '@strideboard/model';
import type { PropertyDefinition, Reference, Severity, StrideLetter } from '@strideboard/packs';
import type { Fact } from './fact.ts';
import type { ModelProblem } from './facts/model-problem.ts';

/** Severities a finding can have, worst first: the order of every list. */
export const FINDING_SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
/** One of {@link FINDING_SEVERITIES}. */
export type FindingSeverity = (typeof FINDING_SEVERITIES)[number];

/** A group of rules whose findings on one subject are told as one row. */
export interface FindingGroup {
  readonly id: string;
  readonly title: string;
}

/** One threat that a rule found. */
export interface Finding {
  /** `ruleId~subjectId`; independent of place, label, order and time. */
  readonly id: ThreatId;
  readonly rule: string;
  /** In the order the rule defines; empty for a rule about the whole model. */
  readonly subjects: readonly SubjectId[];
  /** The rule's title with labels filled in. */
  readonly title: string;
  readonly letters: readonly StrideLetter[];
  readonly severity: FindingSeverity;
  readonly why: string;
  /** The facts that made the rule true, in the order of its condition. */
  readonly because: readonly Fact[];
  /** Ids of controls that help. */
  readonly controls: readonly string[];
  readonly references: readonly Reference[];
  readonly threatClass: readonly string[];
  /** What it is told together with, on the same subject. */
  readonly group?: FindingGroup;
  /** Attacker action. */
  readonly category?: string;
  readonly likelihood?: number;
  readonly impact?: number;
  /** Fingerprint of the facts: a decision taken on another basis asks to be confirmed again. */
  readonly basis: string;
  /** Its subject is out of scope: listed apart, not in counts and badges. */
  readonly outOfScope: boolean;
}

/** A rule that waits for an answer. */
export interface WaitingRule {
  readonly id: string;
  readonly severity: FindingSeverity;
  readonly letters: readonly StrideLetter[];
}

/** A property nobody has answered that could still make some rule true. */
export interface Question {
  /** `subjectId~property` */
  readonly id: string;
  readonly subject: SubjectId;
  readonly property: string;
  /** Label, question and values to offer. */
  readonly definition: PropertyDefinition;
  /** Rules that wait for it, worst first, each once. */
  readonly rules: readonly WaitingRule[];
  /** How many findings wait for it: one rule may wait on several subjects. */
  readonly waiting: number;
  /** How much hangs on it; questions come heaviest first. */
  readonly weight: number;
}

/** Something to think about; never a finding. */
export interface Prompt {
  /** `prompt~subjectId` for STRIDE per element, `ruleId~subjectId` for a rule. */
  readonly id: string;
  /** `null` for the whole model. */
  readonly subject: SubjectId | null;
  readonly letters: readonly StrideLetter[];
  /** For STRIDE per element: letters that some rule looks at on this subject, so that nothing found there is an answer. */
  readonly judged?: readonly StrideLetter[];
  /** The rule it comes from; `null` for STRIDE per element, which has no title either. */
  readonly rule: string | null;
  readonly title: string | null;
  readonly why: string | null;
}

/** How many findings of each severity, and questions. */
export type SubjectCounts = Readonly<Record<FindingSeverity | 'questions', number>>;

/** A rule that stays unknown on a subject although there is nothing anybody could answer. */
export interface Undecided {
  readonly rule: string;
  readonly subject: SubjectId | null;
}

/** A rule that waits for an answer about something else than what it judges: a question that stands with another subject. */
export interface Elsewhere {
  readonly rule: string;
  readonly subject: SubjectId | null;
  readonly letters: readonly StrideLetter[];
  /** Id of the question. */
  readonly question: string;
}

/** The whole result of judging one model. Equal models give equal results. */
export interface Analysis {
  /** Sorted by severity, rule, subjects. */
  readonly findings: readonly Finding[];
  /** Sorted by weight, subject, property. */
  readonly questions: readonly Question[];
  readonly prompts: readonly Prompt[];
  /** Findings in scope and questions of each subject that has any; a finding with several subjects counts at its first. */
  readonly bySubject: ReadonlyMap<SubjectId, SubjectCounts>;
  /** `outOfScope` findings are not in the counts by severity. */
  readonly counts: SubjectCounts & { readonly outOfScope: number; readonly prompts: number };
  readonly problems: readonly ModelProblem[];
  readonly undecided: readonly Undecided[];
  /** Sorted by rule, then subject. */
  readonly elsewhere: readonly Elsewhere[];
}

/** Whether a severity of a rule is one a finding can have. */
export const isFindingSeverity = (severity: Severity): severity is FindingSeverity => severity !== 'prompt';

/** 0 for critical to 3 for low. */
export const severityRank = (severity: FindingSeverity): number => FINDING_SEVERITIES.indexOf(severity);

/** Counts of nothing. */
export const NO_COUNTS: SubjectCounts = Object.freeze({ critical: 0, high: 0, medium: 0, low: 0, questions: 0 });
