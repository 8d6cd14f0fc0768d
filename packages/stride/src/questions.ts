/**
 * Open questions: what rules wait for, listed once however many wait. A rule asks one thing at a time, the first in its condition that it
 * does not know, since the answer may make the rest idle. Rules come and go; what nobody waits for any more is not asked.
 */

import { compareText, type SubjectId } from '@strideboard/model';
import type { PackIndex, PropertyDefinition } from '@strideboard/packs';
import type { Missing } from './fact.ts';
import type { Subject } from './facts/world.ts';
import { type FindingSeverity, type Question, severityRank, type WaitingRule } from './finding.ts';

/** How much a waiting finding weighs: one step of severity is worth two findings of the next. */
const WEIGHTS: Readonly<Record<FindingSeverity, number>> = { critical: 8, high: 4, medium: 2, low: 1 };

/** A question in the making. */
export interface QuestionDraft extends Pick<Question, 'id' | 'subject' | 'property' | 'definition'> {
  waiters: RuleSet;
  /** How many cases of each rule wait, in the order of the set; `null` = one of each. */
  cases: number[] | null;
  /** What one says that waits for this alone. */
  readonly alone: readonly QuestionDraft[];
  waiting: number;
  weight: number;
  /** As it was last listed; `null` while it is not. */
  question: Question | null;
}

/** What became of the questions. */
interface QuestionChanges {
  readonly put: readonly Question[];
  /** Ids. */
  readonly gone: readonly string[];
}

/** Collects what rules wait for. */
export interface QuestionBook {
  /** The draft of the first of the properties that can be asked, as a list; empty where none can. */
  draftsOf(missing: readonly Missing[]): readonly QuestionDraft[];
  /** A case of the rule (always the same object for the same rule) waits for these. */
  wait(rule: WaitingRule, drafts: readonly QuestionDraft[]): void;
  /** It waits no longer. */
  stopWaiting(rule: WaitingRule, drafts: readonly QuestionDraft[]): void;
  /** Whether and how the subject can be asked has to be looked up anew. */
  forget(subject: SubjectId): void;
  /** What changed since the last call; unchanged questions keep their identity. */
  settle(): QuestionChanges;
  /** Heaviest first, then by subject and property. */
  list(): readonly Question[];
}

/** Starts empty. Only properties the pack asks of a subject in scope become questions. */
export function createQuestionBook(index: PackIndex, current: (id: SubjectId) => Subject | undefined): QuestionBook {
  /** `null` for a property that is not asked there. */
  const drafts = new Map<SubjectId, Map<string, QuestionDraft | null>>();
  const touched = new Set<QuestionDraft>();
  const nobody = createRuleSets();

  const createDraft = ({ subject: id, property }: Missing): QuestionDraft | null => {
    const subject = current(id);
    if (subject === undefined || subject.outOfScope !== null || !index.isAsked(subject, property)) return null;
    const definition = index.definition(subject, property);
    if (definition === null) return null;
    return draftOf({ subject: id, property }, { definition, nobody });
  };
  const draftFor = (missing: Missing): QuestionDraft | null => {
    let ofSubject = drafts.get(missing.subject);
    if (ofSubject === undefined) {
      ofSubject = new Map();
      drafts.set(missing.subject, ofSubject);
    }
    let draft = ofSubject.get(missing.property);
    if (draft === undefined) {
      draft = createDraft(missing);
      ofSubject.set(missing.property, draft);
    }
    return draft;
  };

  return {
    draftsOf: (missing) => {
      for (const one of missing) {
        const draft = draftFor(one);
        if (draft !== null) return draft.alone;
      }
      return NO_DRAFTS;
    },
    wait: (rule, waited) => {
      for (const draft of waited) {
        const at = draft.waiters.rules.indexOf(rule);
        if (at < 0) {
          draft.waiters = draft.waiters.with(rule);
          draft.cases?.splice(draft.waiters.rules.indexOf(rule), 0, 1);
        } else {
          draft.cases ??= draft.waiters.rules.map(() => 1);
          draft.cases[at] = (draft.cases[at] ?? 0) + 1;
        }
        draft.waiting += 1;
        draft.weight += WEIGHTS[rule.severity];
        touched.add(draft);
      }
    },
    stopWaiting: (rule, waited) => {
      for (const draft of waited) {
        const at = draft.waiters.rules.indexOf(rule);
        if (at < 0) throw new Error(`stopWaiting: ${rule.id} does not wait for ${draft.id}`);
        const left = (draft.cases?.[at] ?? 1) - 1;
        if (left > 0 && draft.cases !== null) draft.cases[at] = left;
        else {
          draft.waiters = draft.waiters.without(rule);
          draft.cases?.splice(at, 1);
        }
        draft.waiting -= 1;
        draft.weight -= WEIGHTS[rule.severity];
        touched.add(draft);
      }
    },
    forget: (subject) => {
      drafts.delete(subject);
    },
    settle: () => {
      const gone = new Map<string, Question>();
      const asked: QuestionDraft[] = [];
      for (const draft of touched) {
        if (draft.waiting > 0) asked.push(draft);
        else if (draft.question !== null) {
          gone.set(draft.id, draft.question);
          draft.question = null;
        }
      }
      touched.clear();
      const put: Question[] = [];
      for (const draft of asked) {
        const fresh = questionOf(draft);
        const before = draft.question ?? gone.get(draft.id) ?? null;
        gone.delete(draft.id);
        if (before !== null && isSameQuestion(before, fresh)) draft.question = before;
        else {
          draft.question = fresh;
          put.push(fresh);
        }
      }
      return { put, gone: [...gone.keys()].sort() };
    },
    list: () => {
      const bySubject = [...drafts].sort(([a], [b]) => compareText(a, b));
      const byWeight = new Map<number, Question[]>();
      for (const [, ofSubject] of bySubject) {
        const asked = [...ofSubject.values()].flatMap((draft) => draft?.question ?? []);
        for (const question of asked.sort((a, b) => compareText(a.property, b.property))) {
          const sameWeight = byWeight.get(question.weight);
          if (sameWeight === undefined) byWeight.set(question.weight, [question]);
          else sameWeight.push(question);
        }
      }
      return [...byWeight].sort(([a], [b]) => b - a).flatMap(([, questions]) => questions);
    },
  };
}

const NO_DRAFTS: readonly QuestionDraft[] = [];

function draftOf(
  { subject, property }: Missing,
  { definition, nobody }: { readonly definition: PropertyDefinition; readonly nobody: RuleSet },
): QuestionDraft {
  const alone: QuestionDraft[] = [];
  const draft: QuestionDraft = {
    id: `${subject}~${property}`,
    subject,
    property,
    definition,
    waiters: nobody,
    cases: null,
    alone,
    waiting: 0,
    weight: 0,
    question: null,
  };
  alone.push(draft);
  return draft;
}

const questionOf = ({ id, subject, property, definition, waiters, waiting, weight }: QuestionDraft): Question => ({
  id,
  subject,
  property,
  definition,
  rules: waiters.rules,
  waiting,
  weight,
});

/** Rules that wait for the same: there are few such sets, and thousands of questions share each. */
interface RuleSet {
  /** Worst first. */
  readonly rules: readonly WaitingRule[];
  with(rule: WaitingRule): RuleSet;
  without(rule: WaitingRule): RuleSet;
}

/** The empty set; all others are reached from it, and equal ones are the same object. */
function createRuleSets(): RuleSet {
  const known = new Map<string, RuleSet>();
  const setOf = (rules: readonly WaitingRule[]): RuleSet => {
    const key = rules.map(({ id }) => id).join('|');
    let set = known.get(key);
    if (set === undefined) {
      set = ruleSet(rules);
      known.set(key, set);
    }
    return set;
  };
  const ruleSet = (rules: readonly WaitingRule[]): RuleSet => {
    const [more, fewer] = [new Map<WaitingRule, RuleSet>(), new Map<WaitingRule, RuleSet>()];
    const step = (steps: Map<WaitingRule, RuleSet>, rule: WaitingRule, to: () => readonly WaitingRule[]): RuleSet => {
      let set = steps.get(rule);
      if (set === undefined) {
        set = setOf(to());
        steps.set(rule, set);
      }
      return set;
    };
    return {
      rules,
      with: (rule) => step(more, rule, () => [...rules, rule].sort(worstFirst)),
      without: (rule) => step(fewer, rule, () => rules.filter((one) => one !== rule)),
    };
  };
  return setOf([]);
}

const isSameQuestion = (a: Question, b: Question): boolean =>
  a.definition === b.definition && a.waiting === b.waiting && a.weight === b.weight && a.rules === b.rules;

/** Heaviest first, then by subject and property. */
export const heaviestFirst = (a: Question, b: Question): number =>
  b.weight - a.weight || compareText(a.subject, b.subject) || compareText(a.property, b.property);

const worstFirst = (a: WaitingRule, b: WaitingRule): number =>
  severityRank(a.severity) - severityRank(b.severity) || compareText(a.id, b.id);
