/**
 * Judges a model and follows it. The work goes subject by subject: each subject has its rules, each rule gives true (a finding), unknown (its
 * questions) or false. What a verdict was found from is noted (facts/dependencies.ts), so after a change exactly those verdicts are found
 * anew that looked at what changed:
 *
 * 1. The change is taken. If where things are may be another, the look-ups are built anew and compared with the old ones, subject by
 *    subject (facts/places.ts); otherwise only facts changed, and each is known by subject and name.
 * 2. Answers that rest on what changed are given up, and whoever looked at them is worked out again, but only where the answer turns out
 *    different (spread.ts).
 * 3. Units reached that way are judged again: all of their rules, or those that name a property that changed.
 *
 * The law: after every change the result equals that of judging the new model from scratch, and what did not change is the same object.
 */

import type { Element, ElementId, SubjectId, ThreatId } from '@strideboard/model';
import { type AnalysisDelta, undecidedId } from './analysis-delta.ts';
import { createAppliedMechanisms } from './facts/applied-mechanisms.ts';
import { createWorld } from './facts/create-world.ts';
import { createDependencies } from './facts/dependencies.ts';
import { listProblems } from './facts/model-problem.ts';
import { changedPlaces, createPlaces } from './facts/places.ts';
import type { Analysis, Elsewhere, Finding, Prompt, Undecided } from './finding.ts';
import type { CompiledJudgement } from './judgement.ts';
import { isNoChange, type JudgedModel, type ModelChange, wholeModel } from './model-change.ts';
import { createQuestionBook } from './questions.ts';
import { createRounds } from './rounds.ts';
import { reachedBy } from './spread.ts';
import { createSubjects } from './subjects.ts';
import { summarise } from './summary.ts';
import { isSameVerdict, type Unit, type Verdict } from './unit.ts';
import { type VanishedCause, type VanishedLookup, whyVanished } from './vanished.ts';

/** How much work the last update was; what a bench shows beside its times. */
export interface AnalyserWork {
  /** Subjects that were judged, wholly or in part. */
  readonly subjects: number;
  /** Rules that were run. */
  readonly rules: number;
}

/** Judges one model as it changes. */
export interface Analyser {
  /** The whole result as it is now. Put together anew on each call; its parts keep their identity. */
  analysis(): Analysis;
  /** Follows a change and says what is other than before. */
  update(change: ModelChange): AnalysisDelta;
  /** Why threats that were decided on do not arise any more; for ids of threats that are not among the findings. */
  whyVanished(threats: readonly string[]): ReadonlyMap<string, VanishedCause>;
  work(): AnalyserWork;
}

/** Judges the model once and is ready to follow it. Takes any model, however odd: what cannot be used is in `problems`. */
export function createAnalyser(model: JudgedModel, judgement: CompiledJudgement): Analyser {
  const { index } = judgement;
  const mechanisms = createAppliedMechanisms(judgement.part.controls);
  const subjects = createSubjects(mechanisms);
  subjects.take(wholeModel(model));
  const dependencies = createDependencies();
  const questions = createQuestionBook(index, subjects.find);
  let places = createPlaces(subjects.model(), index);
  let reporting: Unit | null = null;
  const world = createWorld({
    index,
    places,
    dependencies,
    newest: subjects.newest,
    mechanismsAt: (boundary) => mechanisms.of(boundary),
    report: (problem) => reporting?.problems.push(problem),
  });
  const rounds = createRounds({ judgement, world, dependencies, questions, subjects });
  let work: AnalyserWork = { subjects: 0, rules: 0 };

  /** Judges a unit and notes what became of each verdict. */
  const judge = (unit: Unit, names: ReadonlySet<string> | 'all', changes: Changes | null): void => {
    const hadProblems = unit.problems.length > 0;
    const before = { rules: unit.rules, verdicts: unit.verdicts };
    reporting = unit;
    // Where judging met problems, each of its rules has to say again whether it meets them still.
    const run = rounds.judge(unit, hadProblems ? 'all' : names);
    reporting = null;
    if (run > 0) work = { subjects: work.subjects + 1, rules: work.rules + run };
    if (changes === null) return;
    if (hadProblems || unit.problems.length > 0) changes.problems = true;
    compareVerdicts(before, unit, changes);
  };
  const drop = (unit: Unit, changes: Changes): void => {
    const before = { rules: unit.rules, verdicts: unit.verdicts };
    if (unit.problems.length > 0) changes.problems = true;
    rounds.drop(unit);
    compareVerdicts(before, unit, changes);
  };

  rounds.arrange(places.graph);
  for (const unit of rounds.units()) judge(unit, 'all', null);
  questions.settle();

  const analysis = (): Analysis => {
    const [findings, prompts, undecided]: [Finding[], Prompt[], Undecided[]] = [[], [], []];
    const elsewhere: Elsewhere[] = [];
    for (const { subject, rules, verdicts } of rounds.units()) {
      verdicts.forEach((verdict, at) => {
        if (verdict === null) return;
        if (verdict.kind === 'finding') findings.push(verdict.finding);
        else if (verdict.kind === 'prompt') prompts.push(verdict.prompt);
        else if (verdict.kind === 'undecided') undecided.push({ rule: ruleAt(rules, at), subject });
        else {
          const waits = elsewhereOf(verdict, rules[at], subject);
          if (waits !== null) elsewhere.push(waits);
        }
      });
    }
    return summarise({ findings, prompts, undecided, elsewhere, questions: questions.list(), problems: problems() });
  };
  const endOf = (id: SubjectId | null | undefined): Element | undefined =>
    id === null || id === undefined ? undefined : subjects.element(id as ElementId); // ends of flows are elements
  const problems = () => listProblems(allProblems(rounds.units()));

  return {
    analysis,
    update: (change) => {
      work = { subjects: 0, rules: 0 };
      const changes = noChanges();
      if (!isNoChange(change)) {
        const { moved, facts } = subjects.take(change);
        let elsewhere: ReadonlySet<SubjectId> = new Set();
        if (moved) {
          const after = createPlaces(subjects.model(), index);
          elsewhere = changedPlaces(places, after);
          places = after;
          world.setPlaces(places);
          for (const unit of rounds.arrange(places.graph)) drop(unit, changes);
        }
        for (const id of elsewhere) questions.forget(id);
        for (const [id, names] of facts) if (names === 'all') questions.forget(id);
        const reached = reachedBy({
          elsewhere,
          facts,
          world,
          dependencies,
          rounds,
          graph: places.graph,
          find: subjects.find,
        });
        for (const [unit, names] of reached) judge(unit, names, changes);
      }
      return { ...toDelta(changes), questions: questions.settle(), problems: changes.problems ? problems() : null };
    },
    whyVanished: (threats) => {
      const lookup: VanishedLookup = {
        element: (id) => (rounds.unitsOf(id).length > 0 ? subjects.element(id) : undefined),
        flow: (id) => {
          const [unit] = rounds.unitsOf(id).filter(({ source }) => source !== null);
          const [flow, source, target] = [subjects.flow(id), endOf(unit?.source), endOf(unit?.target)];
          return flow === undefined || source === undefined || target === undefined
            ? undefined
            : { flow, source, target };
        },
      };
      return new Map(threats.map((id) => [id, whyVanished(id, judgement, { world, lookup })]));
    },
    work: () => work,
  };
}

function* allProblems(units: Iterable<Unit>) {
  for (const unit of units) yield* unit.problems;
}

interface Changes {
  readonly findings: Map<ThreatId, Finding | null>;
  readonly prompts: Map<string, Prompt | null>;
  readonly undecided: Map<string, Undecided | null>;
  readonly elsewhere: Map<string, Elsewhere | null>;
  problems: boolean;
}

const noChanges = (): Changes => ({
  findings: new Map(),
  prompts: new Map(),
  undecided: new Map(),
  elsewhere: new Map(),
  problems: false,
});

/** What a waiting rule says of its subject when its question stands with another; `null` where it stands here. */
function elsewhereOf(
  draft: Extract<Verdict, { kind: 'asks' }>,
  chosen: Unit['rules'][number] | undefined,
  subject: Unit['subject'],
): Elsewhere | null {
  const rule = chosen?.compiled.counted;
  if (draft.subject === subject || rule === null || rule === undefined) return null;
  return { rule: rule.id, subject, letters: rule.letters, question: `${draft.subject}~${draft.property}` };
}

/** Notes what became of the verdicts of a unit; a verdict that says the same as before is put back, so that it is the same object. */
function compareVerdicts(before: Pick<Unit, 'rules' | 'verdicts'>, after: Unit, changes: Changes): void {
  if (before.verdicts === after.verdicts) return;
  const wasAt = placesOf(before, after);
  const kept = new Set<number>();
  after.verdicts.forEach((verdict, at) => {
    const was = wasAt(at);
    const old = was === undefined ? null : (before.verdicts[was] ?? null);
    if (was !== undefined) kept.add(was);
    if (verdict === old) return;
    if (isSameVerdict(old, verdict)) {
      after.verdicts[at] = old;
      return;
    }
    note(changes, old, { chosen: before.rules[was ?? at], subject: after.subject }, 'gone');
    note(changes, verdict, { chosen: after.rules[at], subject: after.subject }, 'put');
  });
  before.verdicts.forEach((verdict, at) => {
    if (!kept.has(at)) note(changes, verdict, { chosen: before.rules[at], subject: after.subject }, 'gone');
  });
}

/** Where the verdict at a place of the new list stood in the old one. */
function placesOf(before: Pick<Unit, 'rules' | 'verdicts'>, after: Unit): (at: number) => number | undefined {
  if (before.rules === after.rules && before.verdicts.length === after.verdicts.length) return (at) => at;
  if (before.verdicts.length === 0) return () => undefined;
  const byRule = new Map(before.rules.map(({ compiled }, at) => [compiled.rule.id, at]));
  return (at) => {
    const rule = after.rules[at]?.compiled.rule.id;
    return rule === undefined ? before.rules.length : byRule.get(rule);
  };
}

const ruleAt = (rules: Unit['rules'], at: number): string => rules[at]?.compiled.rule.id ?? '';

/** Where a verdict stands. */
interface Where {
  readonly chosen: Unit['rules'][number] | undefined;
  readonly subject: Unit['subject'];
}

function note(changes: Changes, verdict: Verdict, { chosen, subject }: Where, what: 'put' | 'gone'): void {
  if (verdict === null) return;
  if (verdict.kind === 'asks') {
    const waits = elsewhereOf(verdict, chosen, subject);
    if (waits !== null) setChange(changes.elsewhere, undecidedId(waits), waits, what);
    return;
  }
  const where = { rule: chosen?.compiled.rule.id ?? '', subject };
  if (verdict.kind === 'finding') setChange(changes.findings, verdict.finding.id, verdict.finding, what);
  else if (verdict.kind === 'prompt') setChange(changes.prompts, verdict.prompt.id, verdict.prompt, what);
  else setChange(changes.undecided, undecidedId(where), where, what);
}

/** What was put in this update is not taken out by what it replaces. */
function setChange<Id, Item>(changes: Map<Id, Item | null>, id: Id, item: Item, what: 'put' | 'gone'): void {
  if (what === 'put') changes.set(id, item);
  else if (!changes.has(id)) changes.set(id, null);
}

function toDelta({
  findings,
  prompts,
  undecided,
  elsewhere,
}: Changes): Pick<AnalysisDelta, 'findings' | 'prompts' | 'undecided' | 'elsewhere'> {
  return {
    findings: deltaOf(findings),
    prompts: deltaOf(prompts),
    undecided: deltaOf(undecided),
    elsewhere: deltaOf(elsewhere),
  };
}

const deltaOf = <Id extends string, Item>(changes: ReadonlyMap<Id, Item | null>) => ({
  put: [...changes.values()].filter((item) => item !== null),
  gone: [...changes].filter(([, item]) => item === null).map(([id]) => id),
});
