/** The units of a model and how one of them is judged: by all its rules, or by those that look at what changed. */

import type { ElementId, FlowId, SubjectId } from '@strideboard/model';
import type { Scene } from './condition/value.ts';
import type { LivingWorld } from './facts/create-world.ts';
import type { Dependencies } from './facts/dependencies.ts';
import type { Graph } from './facts/graph.ts';
import { isKnownProperty, reportOwnProblems } from './facts/own-problems.ts';
import type { Missing } from './fact.ts';
import type { ChecklistLetter, ChosenRule, CompiledJudgement } from './judgement.ts';
import { type Case, judgeChecklist, judgeRule } from './judge.ts';
import type { QuestionBook, QuestionDraft } from './questions.ts';
import type { Subjects } from './subjects.ts';
import { createUnit, type Unit, type Verdict } from './unit.ts';

/** Keeps and judges the units. */
export interface Rounds {
  /** Makes the units those of the graph; a flow whose ends are others is a new unit. Returns the units that are no longer there. */
  arrange(graph: Graph): readonly Unit[];
  /** Elements by id, flows by id, the model. */
  units(): Iterable<Unit>;
  /** The unit of a subject; two where an element and a flow have the same id. */
  unitsOf(id: SubjectId): readonly Unit[];
  /** Judges by all rules, or by those that look at one of the properties. Returns how many were run. */
  judge(unit: Unit, names: ReadonlySet<string> | 'all'): number;
  /** Takes back all verdicts. */
  drop(unit: Unit): void;
}

/** What rounds work with. */
export interface RoundsParts {
  readonly judgement: CompiledJudgement;
  readonly world: LivingWorld;
  readonly dependencies: Dependencies;
  readonly questions: QuestionBook;
  readonly subjects: Subjects;
}

const NO_RULES: readonly ChosenRule[] = [];
const NO_LETTERS: readonly ChecklistLetter[] = [];

/** Starts without units. */
export function createRounds({ judgement, world, dependencies, questions, subjects }: RoundsParts): Rounds {
  let elements = new Map<SubjectId, Unit>();
  let flows = new Map<SubjectId, Unit>();
  const model = createUnit(null);
  /** The properties that a list of rules, and the checklist of its kind, look at: most changes concern none of the subjects around. */
  const lookedAt = new WeakMap<readonly ChosenRule[], ReadonlySet<string>>();

  /** Whoever waits for a property looks at it, even where it was another property that led there. */
  const draftOf = (missing: readonly Missing[]): QuestionDraft | null => {
    for (const { subject, property } of missing) dependencies.fact(subject, property);
    return questions.draftOf(missing);
  };
  const court = { judgement, draftOf };

  const settle = (rules: readonly ChosenRule[], at: number, was: Verdict, now: Verdict): void => {
    const rule = rules[at]?.compiled.counted;
    if (rule === null || rule === undefined) return;
    if (was === now) return;
    if (was?.kind === 'asks') questions.stopWaiting(rule, was);
    if (now?.kind === 'asks') questions.wait(rule, now);
  };
  const takeBack = (unit: Unit): void => {
    unit.verdicts.forEach((verdict, at) => settle(unit.rules, at, verdict, null));
  };

  const judgeAll = (unit: Unit, docket: Docket): number => {
    const old = unit.rules === docket.rules && unit.verdicts.length > 0 ? unit.verdicts : null;
    if (old === null) takeBack(unit);
    dependencies.forget(unit);
    unit.problems = [];
    docket.report();
    const verdicts: Verdict[] = [];
    docket.rules.forEach((rule, at) => {
      const verdict = docket.judge(rule);
      settle(docket.rules, at, old?.[at] ?? null, verdict);
      verdicts.push(verdict);
    });
    verdicts.push(docket.judgeChecklist());
    unit.rules = docket.rules;
    unit.verdicts = verdicts;
    if (!lookedAt.has(docket.rules)) lookedAt.set(docket.rules, namesIn(docket));
    return verdicts.length;
  };
  const judgeSome = (unit: Unit, docket: Docket, names: ReadonlySet<string>): number => {
    const verdicts = [...unit.verdicts];
    let run = 0;
    docket.rules.forEach((rule, at) => {
      if (!looksAt(rule.compiled.names, names)) return;
      run += 1;
      const verdict = docket.judge(rule);
      settle(docket.rules, at, verdicts[at] ?? null, verdict);
      verdicts[at] = verdict;
    });
    if (docket.letters.some(({ condition }) => condition !== null && looksAt(condition.names, names))) {
      run += 1;
      verdicts[docket.rules.length] = docket.judgeChecklist();
    }
    unit.verdicts = verdicts;
    return run;
  };

  const docketOf = (unit: Unit): Docket => {
    const { subject, source, target } = unit;
    if (subject === null) {
      const scene: Scene = { world, el: null, flow: null, source: null, target: null };
      const whole: Case = { scene, subject: null };
      return createDocket(judgement.modelRules, NO_LETTERS, (rule) => judgeRule(court, rule, whole), whole);
    }
    if (source !== null && target !== null) {
      const flow = subjects.flow(subject as FlowId); // only flows have ends
      if (flow === undefined) throw new Error(`docketOf: ${subject} is not in the model`);
      const scene = { world, el: null, flow, source: elementOf(source), target: elementOf(target) };
      const one: Case = { scene, subject: flow };
      const letters = judgement.checklist('flow');
      return createDocket(
        judgement.rulesForFlow(scene.source, scene.target),
        letters,
        (rule) => judgeRule(court, rule, one),
        one,
      );
    }
    const element = elementOf(subject);
    const scene: Scene = { world, el: element, flow: null, source: null, target: null };
    const one: Case = { scene, subject: element };
    const takenUp = new Map<string, boolean>();
    const isTakenUp = (group: string): boolean => {
      const known = takenUp.get(group);
      if (known !== undefined) return known;
      const is = world.workloads.hostOf(element, group) !== null;
      takenUp.set(group, is);
      return is;
    };
    // A boundary that takes up this element answers for it, once.
    const judge = (rule: ChosenRule): Verdict =>
      !rule.direct && rule.groups.every(isTakenUp) ? null : judgeRule(court, rule, one);
    return createDocket(judgement.rulesFor(element), judgement.checklist(element.kind), judge, one);
  };
  const elementOf = (id: SubjectId) => {
    const element = subjects.element(id as ElementId); // everything but flows is an element
    if (element === undefined) throw new Error(`elementOf: ${id} is not in the model`);
    return element;
  };

  return {
    arrange: (graph) => {
      const [oldElements, oldFlows] = [elements, flows];
      elements = new Map(graph.elements.map(({ id }) => [id, oldElements.get(id) ?? createUnit(id)]));
      flows = new Map(
        graph.flows.map(({ flow, source, target }) => {
          const known = oldFlows.get(flow.id);
          const isSame = known?.source === source.id && known.target === target.id;
          return [
            flow.id,
            known !== undefined && isSame ? known : createUnit(flow.id, { source: source.id, target: target.id }),
          ];
        }),
      );
      const left = (before: ReadonlyMap<SubjectId, Unit>, after: ReadonlyMap<SubjectId, Unit>): readonly Unit[] =>
        [...before].filter(([id, unit]) => after.get(id) !== unit).map(([, unit]) => unit);
      return [...left(oldElements, elements), ...left(oldFlows, flows)];
    },
    *units() {
      yield* elements.values();
      yield* flows.values();
      yield model;
    },
    unitsOf: (id) => [elements.get(id), flows.get(id)].filter((unit) => unit !== undefined),
    judge: (unit, names) => {
      // A property that no pack knows is no rule's business, but it has to be reported.
      const hasUnknown = names !== 'all' && [...names].some((name) => !isKnownProperty(judgement.index, name));
      if (names !== 'all' && !hasUnknown && !looksAt(lookedAt.get(unit.rules) ?? names, names)) return 0;
      const docket = docketOf(unit);
      const observer = dependencies.observe(unit);
      const isWhole = names === 'all' || hasUnknown || unit.rules !== docket.rules || unit.verdicts.length === 0;
      const run = isWhole ? judgeAll(unit, docket) : judgeSome(unit, docket, names);
      dependencies.observe(observer);
      return run;
    },
    drop: (unit) => {
      takeBack(unit);
      dependencies.forget(unit);
      unit.rules = NO_RULES;
      unit.verdicts = [];
      unit.problems = [];
    },
  };
}

/** What one unit is judged by. */
interface Docket {
  readonly rules: readonly ChosenRule[];
  readonly letters: readonly ChecklistLetter[];
  judge(rule: ChosenRule): Verdict;
  judgeChecklist(): Verdict;
  /** Says what is wrong with the subject itself. */
  report(): void;
}

const createDocket = (
  rules: readonly ChosenRule[],
  letters: readonly ChecklistLetter[],
  judge: (rule: ChosenRule) => Verdict,
  one: Case,
): Docket => ({
  rules,
  letters,
  judge,
  judgeChecklist: () => judgeChecklist(letters, rules, one),
  report: () => {
    if (one.subject !== null) reportOwnProblems(one.scene.world, one.subject);
  },
});

const namesIn = ({ rules, letters }: Docket): ReadonlySet<string> =>
  new Set([
    ...rules.flatMap(({ compiled }) => [...compiled.names]),
    ...letters.flatMap(({ condition }) => [...(condition?.names ?? [])]),
  ]);

function looksAt(looked: ReadonlySet<string>, changed: ReadonlySet<string>): boolean {
  for (const name of changed) if (looked.has(name)) return true;
  return false;
}
