/** What one rule says of one subject: true is a finding, unknown its questions, false nothing. */

import { type SubjectId, threatId } from '@strideboard/model';
import { STRIDE_LETTERS, type StrideLetter } from '@strideboard/packs';
import type { Scene } from './condition/value.ts';
import { type Fact, factKey, type Missing } from './fact.ts';
import type { Subject } from './facts/world.ts';
import type { Finding } from './finding.ts';
import { fingerprint } from './fingerprint.ts';
import type { ChecklistLetter, ChosenRule, CompiledJudgement, CompiledRule } from './judgement.ts';
import { fillTitle } from './labels.ts';
import type { QuestionDraft } from './questions.ts';
import type { Verdict } from './unit.ts';

/** What a verdict is found with. */
export interface Court {
  readonly judgement: CompiledJudgement;
  /** The question about the first of the properties that can be asked; `null` where none can. */
  readonly draftOf: (missing: readonly Missing[]) => QuestionDraft | null;
}

/** A subject as a condition sees it; `subject` is `null` for the whole model. */
export interface Case {
  readonly scene: Scene;
  readonly subject: Subject | null;
}

const UNDECIDED: Verdict = { kind: 'undecided' };

/** One verdict for each rule, with its number in the list; `null` says nothing. */
export function judgeRule(court: Court, { compiled, byChance }: ChosenRule, { scene, subject }: Case): Verdict {
  const { rule, counted } = compiled;
  const { waits } = scene.world;
  // Setting the length is slow, even to what it is.
  if (waits.length > 0) waits.length = 0;
  const value = compiled.decide(scene);
  if (value === false) return null;
  const isOutOfScope = subject !== null && subject.outOfScope !== null;
  if (counted === null) {
    if (value !== true || isOutOfScope) return null;
    const title = fillTitle(rule.title, scene, court.judgement.index);
    const id = threatId(rule.id, subject === null ? [] : [subject.id]);
    const why = fillTitle(rule.why, scene, court.judgement.index);
    const { letters } = rule;
    return { kind: 'prompt', prompt: { id, subject: subject?.id ?? null, letters, rule: rule.id, title, why } };
  }
  if (value === undefined) {
    if (isOutOfScope) return null;
    return court.draftOf(waits) ?? (byChance ? null : UNDECIDED);
  }
  const { because } = compiled.condition(scene);
  const facts = because.length > 0 || subject === null ? distinctFacts(because) : [ownKind(rule.scope, subject)];
  const title = fillTitle(rule.title, scene, court.judgement.index);
  const why = fillTitle(rule.why, scene, court.judgement.index);
  return { kind: 'finding', finding: findingOf(compiled, { subject, facts, title, why, isOutOfScope }) };
}

interface Found {
  readonly subject: Subject | null;
  readonly facts: readonly Fact[];
  readonly title: string;
  readonly why: string;
  readonly isOutOfScope: boolean;
}

function findingOf(
  { rule, counted, group }: CompiledRule,
  { subject, facts, title, why, isOutOfScope }: Found,
): Finding {
  if (counted === null) throw new Error(`findingOf: ${rule.id} is a prompt`);
  const subjects: readonly SubjectId[] = subject === null ? [] : [subject.id];
  return {
    id: threatId(rule.id, subjects),
    rule: rule.id,
    subjects,
    title,
    letters: rule.letters,
    severity: counted.severity,
    why,
    because: facts,
    controls: rule.controls,
    references: rule.references,
    threatClass: rule.threatClass,
    ...(group === null ? {} : { group }),
    ...(rule.category === undefined ? {} : { category: rule.category }),
    ...(rule.likelihood === undefined ? {} : { likelihood: rule.likelihood }),
    ...(rule.impact === undefined ? {} : { impact: rule.impact }),
    basis: fingerprint(facts),
    outOfScope: isOutOfScope,
  };
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
export function judgeChecklist(
  letters: readonly ChecklistLetter[],
  rules: readonly ChosenRule[],
  { scene, subject }: Case,
): Verdict {
  if (subject === null || subject.outOfScope !== null) return null;
  const holding = letters
    .filter(({ condition }) => condition === null || condition.decide(scene) === true)
    .map(({ letter }) => letter)
    .sort((a, b) => STRIDE_LETTERS.indexOf(a) - STRIDE_LETTERS.indexOf(b));
  if (holding.length === 0) return null;
  const id = `prompt~${subject.id}`;
  const judged = judgedLetters(rules);
  return {
    kind: 'prompt',
    prompt: { id, subject: subject.id, letters: holding, judged, rule: null, title: null, why: null },
  };
}

/** Thousands of subjects are judged by the same list of rules. */
const judgedBy = new WeakMap<readonly ChosenRule[], readonly StrideLetter[]>();

function judgedLetters(rules: readonly ChosenRule[]): readonly StrideLetter[] {
  let letters = judgedBy.get(rules);
  if (letters === undefined) {
    letters = lettersOf(rules);
    judgedBy.set(rules, letters);
  }
  return letters;
}

function lettersOf(rules: readonly ChosenRule[]): readonly StrideLetter[] {
  const counted = rules.filter(({ compiled }) => compiled.counted !== null);
  return STRIDE_LETTERS.filter((letter) => counted.some(({ compiled }) => compiled.rule.letters.includes(letter)));
}
