/**
 * Judges a whole model. The work goes subject by subject: each subject has its rules, each rule gives true (a finding), unknown (its
 * questions) or false. Nothing depends on the order of the model's lists, on positions or on labels, except the words of titles.
 */

import { type Element, type Model, type SubjectId, threatId } from '@strideboard/model';
import { STRIDE_LETTERS } from '@strideboard/packs';
import type { Scene } from './condition/value.ts';
import { type Fact, factKey } from './fact.ts';
import { createGraph, type JudgedFlow } from './facts/graph.ts';
import { createProblemList } from './facts/model-problem.ts';
import { createWorld } from './facts/read.ts';
import type { Subject, World } from './facts/world.ts';
import { createWorkloads } from './facts/workloads.ts';
import type { Analysis, Finding, Prompt, Undecided } from './finding.ts';
import { fingerprint } from './fingerprint.ts';
import type { CompiledJudgement, CompiledRule } from './judgement.ts';
import { fillTitle } from './labels.ts';
import { createQuestionList } from './questions.ts';
import { summarise } from './summary.ts';

/** Judges the model. Pure; takes any model, however odd: what cannot be used is in `problems`. */
export function analyse(model: Pick<Model, 'elements' | 'flows'>, judgement: CompiledJudgement): Analysis {
  const run = startRun(model, judgement);
  for (const element of run.world.graph.elements) judgeElement(run, element);
  for (const flow of run.world.graph.flows) judgeFlow(run, flow);
  const scene: Scene = { world: run.world, el: null, flow: null, source: null, target: null };
  for (const compiled of judgement.modelRules) judgeRule(run, compiled, { scene, subject: null });
  return summarise({
    findings: run.findings,
    prompts: run.prompts,
    questions: run.questions.list(),
    undecided: run.undecided,
    problems: run.problems.list(),
  });
}

interface Run {
  readonly judgement: CompiledJudgement;
  readonly world: World;
  readonly findings: Finding[];
  readonly prompts: Prompt[];
  readonly undecided: Undecided[];
  readonly questions: ReturnType<typeof createQuestionList>;
  readonly problems: ReturnType<typeof createProblemList>;
}

function startRun(model: Pick<Model, 'elements' | 'flows'>, judgement: CompiledJudgement): Run {
  const problems = createProblemList();
  const { index } = judgement;
  const graph = createGraph(model);
  const world = createWorld({ index, graph, workloads: createWorkloads(graph, index), report: problems.add });
  const subjects = new Map<SubjectId, Subject>(graph.elements.map((element) => [element.id, element]));
  for (const { flow } of graph.flows) subjects.set(flow.id, flow);
  const questions = createQuestionList(index, subjects);
  return { judgement, world, findings: [], prompts: [], undecided: [], questions, problems };
}

function judgeElement(run: Run, element: Element): void {
  const { world, judgement } = run;
  if (element.type !== '' && judgement.index.typeLabel(element.type) === null) {
    world.report({ code: 'type-unknown', subject: element.id, property: null, found: element.type });
  }
  const scene: Scene = { world, el: element, flow: null, source: null, target: null };
  for (const { compiled, direct, groups, byChance } of judgement.rulesFor(element)) {
    // A boundary that takes up this element answers for it, once.
    if (!direct && groups.every((group) => world.workloads.hostOf(element, group) !== null)) continue;
    judgeRule(run, compiled, { scene, subject: element, byChance });
  }
  addChecklist(run, element.kind, { scene, subject: element });
}

function judgeFlow(run: Run, { flow, source, target }: JudgedFlow): void {
  const scene: Scene = { world: run.world, el: null, flow, source, target };
  for (const compiled of run.judgement.flowRules) judgeRule(run, compiled, { scene, subject: flow });
  addChecklist(run, 'flow', { scene, subject: flow });
}

interface Case {
  readonly scene: Scene;
  readonly subject: Subject | null;
  /** See `ChosenRule.byChance`. */
  readonly byChance?: boolean;
}

function judgeRule(run: Run, compiled: CompiledRule, { scene, subject, byChance = false }: Case): void {
  const { rule, condition, counted } = compiled;
  const { value, because, missing } = condition(scene);
  if (value === false) return;
  const outOfScope = subject !== null && subject.outOfScope !== null;
  if (counted === null) {
    if (value === true && !outOfScope) {
      const title = fillTitle(rule.title, scene, run.judgement.index);
      const id = threatId(rule.id, subject === null ? [] : [subject.id]);
      run.prompts.push({
        id,
        subject: subject?.id ?? null,
        letters: rule.letters,
        rule: rule.id,
        title,
        why: rule.why,
      });
    }
    return;
  }
  if (value === undefined) {
    if (outOfScope) return;
    const asked = run.questions.wait(counted, missing);
    if (!asked && !byChance) run.undecided.push({ rule: rule.id, subject: subject?.id ?? null });
    return;
  }
  const facts = because.length > 0 || subject === null ? distinctFacts(because) : [ownKind(rule.scope, subject)];
  run.findings.push({
    id: threatId(rule.id, subject === null ? [] : [subject.id]),
    rule: rule.id,
    subjects: subject === null ? [] : [subject.id],
    title: fillTitle(rule.title, scene, run.judgement.index),
    letters: rule.letters,
    severity: counted.severity,
    why: rule.why,
    because: facts,
    controls: rule.controls,
    references: rule.references,
    threatClass: rule.threatClass,
    ...(rule.category === undefined ? {} : { category: rule.category }),
    ...(rule.likelihood === undefined ? {} : { likelihood: rule.likelihood }),
    ...(rule.impact === undefined ? {} : { impact: rule.impact }),
    basis: fingerprint(facts),
    outOfScope,
  });
}

/** Where the kind alone is the finding, the kind is the fact. */
const ownKind = (selectors: readonly string[], subject: Subject): Fact => ({
  kind: 'kind',
  subject: subject.id,
  selectors,
  holds: true,
});

function distinctFacts(facts: readonly Fact[]): readonly Fact[] {
  if (facts.length < 2) return facts;
  const seen = new Set<string>();
  return facts.filter((fact) => {
    const key = factKey(fact);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** STRIDE per element: the letters of the class that apply. */
function addChecklist(run: Run, kind: string, { scene, subject }: Case): void {
  if (subject === null || subject.outOfScope !== null) return;
  const letters = run.judgement
    .checklist(kind)
    .filter(({ condition }) => condition === null || condition(scene).value === true)
    .map(({ letter }) => letter)
    .sort((a, b) => STRIDE_LETTERS.indexOf(a) - STRIDE_LETTERS.indexOf(b));
  if (letters.length === 0) return;
  run.prompts.push({ id: `prompt~${subject.id}`, subject: subject.id, letters, rule: null, title: null, why: null });
}
