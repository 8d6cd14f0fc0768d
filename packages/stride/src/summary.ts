/** Sorts and counts what an analysis found. */

import { compareText, type SubjectId } from '@strideboard/model';
import {
  type Analysis,
  type Elsewhere,
  type Finding,
  type FindingSeverity,
  type Prompt,
  type SubjectCounts,
  severityRank,
  type Undecided,
} from './finding.ts';

/** Puts the parts into their order and counts them. Questions and problems come sorted. */
export function summarise(
  parts: Pick<Analysis, 'findings' | 'prompts' | 'questions' | 'undecided' | 'elsewhere' | 'problems'>,
): Analysis {
  const findings = sortFindings(parts.findings);
  const inScope = findings.filter((finding) => !finding.outOfScope);
  const bySubject = new Map<SubjectId, Tally>();
  const total = noCounts();
  const count = (subject: SubjectId | undefined, what: FindingSeverity | 'questions'): void => {
    total[what] += 1;
    if (subject === undefined) return;
    let tally = bySubject.get(subject);
    if (tally === undefined) {
      tally = noCounts();
      bySubject.set(subject, tally);
    }
    tally[what] += 1;
  };
  for (const finding of inScope) count(finding.subjects[0], finding.severity);
  for (const question of parts.questions) count(question.subject, 'questions');
  return {
    findings,
    questions: parts.questions,
    prompts: [...parts.prompts].sort(comparePrompts),
    bySubject,
    counts: { ...total, outOfScope: findings.length - inScope.length, prompts: parts.prompts.length },
    problems: parts.problems,
    undecided: [...parts.undecided].sort(compareUndecided),
    elsewhere: [...parts.elsewhere].sort(compareUndecided),
  };
}

type Tally = { -readonly [Key in keyof SubjectCounts]: number };

const noCounts = (): Tally => ({ critical: 0, high: 0, medium: 0, low: 0, questions: 0 });

/** Worst first, then by rule, then by subjects; rule by rule, since the findings of one rule mostly come sorted. */
function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  const byRule = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const ofRule = byRule.get(finding.rule);
    if (ofRule === undefined) byRule.set(finding.rule, [finding]);
    else ofRule.push(finding);
  }
  const rules = [...byRule.values()].sort(([a], [b]) => compareFindings(a, b));
  return rules.flatMap((ofRule) => ofRule.sort(compareFindings));
}

/** Worst first, then by rule, then by subjects. */
export const compareFindings = (a: Finding, b: Finding): number =>
  severityRank(a.severity) - severityRank(b.severity) || compareIdentity(a, b);

/** By rule, then by subjects. */
export const compareIdentity = (a: Finding, b: Finding): number =>
  compareText(a.rule, b.rule) || compareText(joined(a.subjects), joined(b.subjects));

/** Nearly all findings have one subject, and lists of tens of thousands are sorted by it. */
const joined = (subjects: readonly SubjectId[]): string =>
  subjects.length === 1 ? (subjects[0] ?? '') : subjects.join('~');

/** By id. */
export const comparePrompts = (a: Prompt, b: Prompt): number => compareText(a.id, b.id);

/** By rule, then by subject. */
export const compareUndecided = (a: Undecided | Elsewhere, b: Undecided | Elsewhere): number =>
  compareText(a.rule, b.rule) || compareText(a.subject ?? '', b.subject ?? '');
