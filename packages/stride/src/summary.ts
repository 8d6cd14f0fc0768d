/** Sorts and counts what an analysis found. */

import { compareText, type SubjectId } from '@strideboard/model';
import {
  type Analysis,
  type Finding,
  type FindingSeverity,
  NO_COUNTS,
  type SubjectCounts,
  severityRank,
} from './finding.ts';

/** Puts the parts into their order and counts them. */
export function summarise(
  parts: Pick<Analysis, 'findings' | 'prompts' | 'questions' | 'undecided' | 'problems'>,
): Analysis {
  const findings = [...parts.findings].sort(compareFindings);
  const inScope = findings.filter((finding) => !finding.outOfScope);
  const bySubject = new Map<SubjectId, Tally>();
  const total: Tally = { ...NO_COUNTS };
  const count = (subject: SubjectId | undefined, what: FindingSeverity | 'questions'): void => {
    total[what] += 1;
    if (subject === undefined) return;
    let tally = bySubject.get(subject);
    if (tally === undefined) {
      tally = { ...NO_COUNTS };
      bySubject.set(subject, tally);
    }
    tally[what] += 1;
  };
  for (const finding of inScope) count(finding.subjects[0], finding.severity);
  for (const question of parts.questions) count(question.subject, 'questions');
  return {
    findings,
    questions: parts.questions,
    prompts: [...parts.prompts].sort((a, b) => compareText(a.id, b.id)),
    bySubject,
    counts: { ...total, outOfScope: findings.length - inScope.length, prompts: parts.prompts.length },
    problems: parts.problems,
    undecided: [...parts.undecided].sort(
      (a, b) => compareText(a.rule, b.rule) || compareText(a.subject ?? '', b.subject ?? ''),
    ),
  };
}

type Tally = { -readonly [Key in keyof SubjectCounts]: number };

/** Worst first, then by rule, then by subjects. */
const compareFindings = (a: Finding, b: Finding): number =>
  severityRank(a.severity) - severityRank(b.severity) || compareIdentity(a, b);

/** By rule, then by subjects. */
export const compareIdentity = (a: Finding, b: Finding): number =>
  compareText(a.rule, b.rule) || compareText(a.subjects.join('~'), b.subjects.join('~'));
