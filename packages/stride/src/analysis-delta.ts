/** How one analysis differs from the one before, and how to get from one to the other. */

import type { SubjectId, ThreatId } from '@strideboard/model';
import type { ModelProblem } from './facts/model-problem.ts';
import type { Analysis, Elsewhere, Finding, FindingSeverity, Prompt, SubjectCounts, Undecided } from './finding.ts';
import { NO_COUNTS } from './finding.ts';
import { heaviestFirst, type QuestionChanges } from './questions.ts';
import { compareFindings, comparePrompts, compareUndecided } from './summary.ts';

/** What came or changed (`put`) and the ids of what went (`gone`). */
interface Delta<Item, Id = string> {
  readonly put: readonly Item[];
  readonly gone: readonly Id[];
}

/** The difference between two analyses; whatever is not named is the same, and keeps its identity. */
export interface AnalysisDelta {
  readonly findings: Delta<Finding, ThreatId>;
  readonly questions: QuestionChanges;
  readonly prompts: Delta<Prompt>;
  /** By `ruleId~subject`. */
  readonly undecided: Delta<Undecided>;
  /** By `ruleId~subject`. */
  readonly elsewhere: Delta<Elsewhere>;
  /** `null` = the same as before; they are few and come as a whole. */
  readonly problems: readonly ModelProblem[] | null;
}

/** Whether nothing changed. */
export const isNoDelta = ({ findings, questions, prompts, undecided, elsewhere, problems }: AnalysisDelta): boolean =>
  problems === null &&
  [findings, questions, prompts, undecided, elsewhere].every(({ put, gone }) => put.length + gone.length === 0);

/** The subjects whose findings or questions are other than before, given the analysis before. */
export function touchedSubjects(before: Analysis, delta: AnalysisDelta): ReadonlySet<SubjectId> {
  const touched = new Set<SubjectId>();
  const add = (subject: SubjectId | undefined): void => {
    if (subject !== undefined) touched.add(subject);
  };
  const findings = new Set<string>(delta.findings.gone);
  for (const finding of delta.findings.put) add(finding.subjects[0]);
  for (const question of delta.questions.put) add(question.subject);
  if (findings.size > 0) for (const { id, subjects } of before.findings) if (findings.has(id)) add(subjects[0]);
  for (const { subject } of delta.questions.stood) add(subject);
  return touched;
}

/** The analysis after the change: equal to one made from scratch, with the same objects for everything that did not change. */
export function patchAnalysis(before: Analysis, delta: AnalysisDelta): Analysis {
  if (isNoDelta(delta)) return before;
  const findings = patchList(before.findings, delta.findings, { idOf: ({ id }) => id, compare: compareFindings });
  const questions = patchList(before.questions, delta.questions, {
    idOf: ({ id }) => id,
    compare: heaviestFirst,
    placesOf: (list) => delta.questions.stood.map((one) => placeOf(list, one, heaviestFirst)),
  });
  const prompts = patchList(before.prompts, delta.prompts, { idOf: ({ id }) => id, compare: comparePrompts });
  const undecided = patchList(before.undecided, delta.undecided, { idOf: undecidedId, compare: compareUndecided });
  const elsewhere = patchList(before.elsewhere, delta.elsewhere, { idOf: undecidedId, compare: compareUndecided });
  const tally = createTally(before);
  for (const finding of findings.left) tally.count(finding, -1);
  for (const finding of findings.entered) tally.count(finding, 1);
  for (const question of questions.left) tally.ask(question.subject, -1);
  for (const question of questions.entered) tally.ask(question.subject, 1);
  const { bySubject, counts } = tally.result();
  return {
    findings: findings.list,
    questions: questions.list,
    prompts: prompts.list,
    undecided: undecided.list,
    elsewhere: elsewhere.list,
    problems: delta.problems ?? before.problems,
    bySubject,
    counts: { ...counts, prompts: prompts.list.length },
  };
}

/** The id of a rule that is undecided, or waits elsewhere, in a delta. */
export const undecidedId = ({ rule, subject }: Undecided | Elsewhere): string => `${rule}~${subject ?? 'model'}`;

interface Sorting<Item> {
  readonly idOf: (item: Item) => string;
  readonly compare: (a: Item, b: Item) => number;
  /** Where those stand that are named; where it is absent they are looked for. */
  readonly placesOf?: (list: readonly Item[]) => readonly number[];
}

interface Patched<Item> {
  readonly list: readonly Item[];
  /** Items of the old list that are not in the new one. */
  readonly left: readonly Item[];
  readonly entered: readonly Item[];
}

/** A sorted list with items taken out and put in where they belong; everything between is copied as it stands. */
function patchList<Item>(
  before: readonly Item[],
  { put, gone }: Delta<Item>,
  { idOf, compare, placesOf }: Sorting<Item>,
): Patched<Item> {
  if (put.length + gone.length === 0) return { list: before, left: [], entered: [] };
  const out = new Set<string>([...gone, ...put.map(idOf)]);
  const entered = [...put].sort(compare);
  const left: Item[] = [];
  const cuts: { readonly at: number; readonly coming: Item | null }[] = [];
  const takeOut = (item: Item | undefined, at: number): void => {
    if (item === undefined || !out.has(idOf(item))) return;
    left.push(item);
    cuts.push({ at, coming: null });
  };
  if (placesOf === undefined) before.forEach(takeOut);
  else for (const at of placesOf(before)) takeOut(before[at], at);
  for (const coming of entered) cuts.push({ at: placeOf(before, coming, compare), coming });
  // What comes in at a place stands before what is taken out there; the sort keeps the order of those that come in.
  cuts.sort((a, b) => a.at - b.at || Number(a.coming === null) - Number(b.coming === null));
  const pieces: (readonly Item[])[] = [];
  let from = 0;
  for (const { at, coming } of cuts) {
    if (at > from) pieces.push(before.slice(from, at));
    from = coming === null ? at + 1 : at;
    if (coming !== null) pieces.push([coming]);
  }
  pieces.push(before.slice(from));
  return { list: ([] as readonly Item[]).concat(...pieces), left, entered };
}

/** The place of the first item that does not come before this one. */
function placeOf<Item, Place>(list: readonly Item[], item: Place, compare: (a: Item, b: Place) => number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = list[middle];
    if (there !== undefined && compare(there, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Counts that follow what comes and goes; subjects it does not touch keep their counts object. */
function createTally(before: Analysis) {
  const bySubject = new Map(before.bySubject);
  const counts = { ...before.counts };
  const touched = new Set<SubjectId>();
  const step = (subject: SubjectId | undefined, what: FindingSeverity | 'questions', by: number): void => {
    counts[what] += by;
    if (subject === undefined) return;
    const old: SubjectCounts = bySubject.get(subject) ?? NO_COUNTS;
    const fresh: SubjectCounts = { ...old, [what]: old[what] + by };
    bySubject.set(subject, fresh);
    touched.add(subject);
  };
  return {
    count: ({ subjects, severity, outOfScope }: Finding, by: number): void => {
      if (outOfScope) counts.outOfScope += by;
      else step(subjects[0], severity, by);
    },
    ask: (subject: SubjectId, by: number): void => step(subject, 'questions', by),
    result: () => {
      for (const subject of touched)
        if (Object.values(bySubject.get(subject) ?? NO_COUNTS).every((count) => count === 0)) bySubject.delete(subject);
      return { bySubject, counts };
    },
  };
}
