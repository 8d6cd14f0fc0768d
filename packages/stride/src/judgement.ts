/** A pack's judgement, compiled: every condition a closure, every rule filed under the kinds of subject it is judged on. */

import type { Element } from '@strideboard/model';
import {
  type BoardPart,
  createPackIndex,
  type JudgementPart,
  type PackIndex,
  type PackPlace,
  type PackProblem,
  type Rule,
  type StrideLetter,
} from '@strideboard/packs';
import { type CompiledCondition, compileCondition } from './condition/compile.ts';
import type { ConditionSubject } from './condition/compiled.ts';
import type { ConditionError } from './condition/syntax.ts';
import { type FindingGroup, isFindingSeverity, type WaitingRule } from './finding.ts';

/** A rule with its condition. */
export interface CompiledRule extends CompiledCondition {
  readonly rule: Rule;
  /** The rule as a finding: what waits while it is unknown. `null` for a prompt, which is shown but never counted. */
  readonly counted: WaitingRule | null;
  /** What its findings are told together with; `null` = each by itself. */
  readonly group: FindingGroup | null;
}

/** A STRIDE letter to think about for a class; `null` = always. */
export interface ChecklistLetter {
  readonly letter: StrideLetter;
  readonly condition: CompiledCondition | null;
}

/** A judgement that can be run. Holds no state of any model. */
export interface CompiledJudgement {
  readonly index: PackIndex;
  readonly part: JudgementPart;
  readonly rules: readonly CompiledRule[];
  readonly flowRules: readonly ChosenRule[];
  readonly modelRules: readonly ChosenRule[];
  /** Rules to judge a flow on that its ends' kinds leave open. */
  rulesForFlow(source: Element, target: Element): readonly ChosenRule[];
  /**
   * Rules to judge an element on that its kind leaves open, with the selectors by which they choose it. A selector that is a group stands apart (`groups`), because a
   * boundary may take up the element for that group.
   */
  rulesFor(element: Element): readonly ChosenRule[];
  /** STRIDE letters for a class: `external`, `process`, `store`, `flow`. */
  checklist(kind: string): readonly ChecklistLetter[];
}

/** Why a rule is judged on an element. */
export interface ChosenRule {
  readonly compiled: CompiledRule;
  /** A selector that is a class, an id or a glob chooses it. */
  readonly direct: boolean;
  /** Groups that choose it. */
  readonly groups: readonly string[];
  /** Only that it may run as a workload chooses it: then nothing is asked and nothing counts as undecided. */
  readonly byChance: boolean;
}

/** A compiled judgement, or everything that is wrong with its conditions. */
export type CompileResult =
  | { readonly ok: true; readonly judgement: CompiledJudgement }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/**
 * Compiles a judgement over its board. `places` (from `loadPack`) let problems name file, line and column; without them they name the rule
 * and the place inside its condition.
 */
export function compileJudgement(
  board: BoardPart,
  part: JudgementPart,
  places: Readonly<Record<string, PackPlace>> = {},
): CompileResult {
  const index = createPackIndex(board);
  const problems: PackProblem[] = [];
  const compile = (
    text: string,
    subject: ConditionSubject,
    item: string,
    place?: PackPlace,
  ): CompiledCondition | null => {
    const result = compileCondition(text, subject, index);
    if (result.ok) return result;
    problems.push(...result.errors.map((error) => toProblem(error, item, place)));
    return null;
  };

  const rules: CompiledRule[] = [];
  for (const rule of part.rules) {
    const item = `rule ${rule.id}`;
    const place = Object.hasOwn(places, rule.id) ? places[rule.id] : undefined;
    const subject = subjectOf(rule);
    if (subject === null) {
      const message = 'The scopes "flow" and "model" stand alone. Split the rule.';
      const nowhere = { file: place?.file ?? '', line: place?.line ?? null, column: place?.column ?? null };
      problems.push({ ...nowhere, code: 'condition-type', item, path: 'scope', message });
      continue;
    }
    const condition = compile(rule.when, subject, item, place);
    const isCounted = rule.prompt !== true && isFindingSeverity(rule.severity);
    const counted = isCounted ? { id: rule.id, severity: rule.severity, letters: rule.letters } : null;
    const group = groupsOf(part, rule.family).find(({ id }) => id === rule.group) ?? null;
    if (condition !== null) rules.push({ ...condition, rule, counted, group });
  }

  const checklists = new Map<string, readonly ChecklistLetter[]>();
  for (const { kind, letters, conditional } of part.method.strideByElement) {
    const always = letters.map((letter): ChecklistLetter => ({ letter, condition: null }));
    const sometimes = conditional.map(({ letter, when }): ChecklistLetter | null => {
      const condition = compile(when, kind === 'flow' ? 'flow' : 'element', `method ${kind} ${letter}`);
      return condition === null ? null : { letter, condition };
    });
    checklists.set(kind, [...always, ...sometimes.filter((entry) => entry !== null)]);
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, judgement: assembleJudgement({ index, part, rules, checklists }) };
}

const groupsOf = ({ families }: JudgementPart, family: string): readonly FindingGroup[] =>
  families.find(({ id }) => id === family)?.groups ?? [];

/** What a rule's condition may name; `null` where scopes of different kinds are mixed. */
function subjectOf(rule: Rule): ConditionSubject | null {
  const special = rule.scope.filter((selector) => selector === 'flow' || selector === 'model');
  if (special.length === 0) return 'element';
  if (rule.scope.length > 1) return null;
  return special[0] === 'flow' ? 'flow' : 'model';
}

function toProblem({ code, at, message }: ConditionError, item: string, place?: PackPlace): PackProblem {
  const shown = `${message} (character ${at.column} of the condition${at.line > 1 ? `'s line ${at.line}` : ''})`;
  return {
    file: place?.file ?? '',
    line: place?.line === undefined || place.line === null ? null : place.line + at.line - 1,
    column:
      place?.column === undefined || place.column === null || at.line > 1 ? at.column : place.column + at.column - 1,
    code,
    item,
    path: 'when',
    message: shown,
  };
}

interface Parts {
  readonly index: PackIndex;
  readonly part: JudgementPart;
  readonly rules: readonly CompiledRule[];
  readonly checklists: ReadonlyMap<string, readonly ChecklistLetter[]>;
}

function assembleJudgement({ index, part, rules, checklists }: Parts): CompiledJudgement {
  const withScope = (scope: string): readonly CompiledRule[] => rules.filter(({ rule }) => rule.scope.includes(scope));
  const flowRules = withScope('flow');
  const modelRules = withScope('model');
  const elementRules = rules.filter((compiled) => !flowRules.includes(compiled) && !modelRules.includes(compiled));
  const always = (compiled: CompiledRule): ChosenRule => ({ compiled, direct: true, groups: [], byChance: false });
  const byType = new Map<string, readonly ChosenRule[]>();
  const byEnds = new Map<string, readonly ChosenRule[]>();
  return {
    index,
    part,
    rules,
    flowRules: flowRules.map(always),
    modelRules: modelRules.map(always),
    rulesFor: (element) => {
      const key = `${element.kind}|${element.type}`;
      const known = byType.get(key);
      if (known !== undefined) return known;
      const chosen = elementRules
        .map((compiled) => chooseFor(index, compiled, element))
        .filter((rule) => rule !== null)
        .filter(({ compiled }) => !compiled.isFalseByKind({ el: element, flow: null, source: null, target: null }));
      byType.set(key, chosen);
      return chosen;
    },
    rulesForFlow: (source, target) => {
      const key = `${source.kind}|${source.type}|${target.kind}|${target.type}`;
      const known = byEnds.get(key);
      if (known !== undefined) return known;
      const ends = { el: null, flow: null, source, target };
      const chosen = flowRules.filter((compiled) => !compiled.isFalseByKind(ends)).map(always);
      byEnds.set(key, chosen);
      return chosen;
    },
    checklist: (kind) => checklists.get(kind) ?? [],
  };
}

function chooseFor(index: PackIndex, compiled: CompiledRule, element: Element): ChosenRule | null {
  const selectors = compiled.rule.scope.filter((selector) => index.matches(element, selector));
  if (selectors.length === 0) return null;
  const groups = selectors.filter((selector) => index.group(selector) !== null);
  const direct = groups.length < selectors.length;
  const byChance = !direct && !groups.some((group) => index.isNamedMember(element, group));
  return { compiled, direct, groups, byChance };
}
