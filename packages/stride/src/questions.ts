/**
 * Open questions: what rules wait for, listed once however many wait. A rule asks one thing at a time, the first in its condition that it
 * does not know, since the answer may make the rest idle. Rules come and go; what nobody waits for any more is not asked.
 */

import { compareText, type SubjectId } from '@strideboard/model';
import type { PackIndex } from '@strideboard/packs';
import { type AskedProperties, createAskedProperties } from './asked-properties.ts';
import type { Missing } from './fact.ts';
import type { Subject } from './facts/world.ts';
import type { FindingSeverity, Question, WaitingRule } from './finding.ts';
import { createRuleSets, type RuleSet } from './rule-sets.ts';

/** How much a waiting finding weighs: one step of severity is worth two findings of the next. */
const WEIGHTS: Readonly<Record<FindingSeverity, number>> = { critical: 8, high: 4, medium: 2, low: 1 };

/** A question in the making; as a verdict, that a case waits for it. */
export interface QuestionDraft extends Pick<Question, 'subject' | 'property' | 'definition'> {
  readonly kind: 'asks';
  waiters: RuleSet;
  /** How many cases of each rule wait, in the order of the set; `null` = one of each. */
  cases: number[] | null;
  waiting: number;
  weight: number;
  /** As it was last listed; `null` while it is not. */
  question: Question | null;
  /** Whether anybody came or went since it was last settled. */
  isTouched: boolean;
}

/** What became of the questions. */
export interface QuestionChanges {
  /** What came or changed. */
  readonly put: readonly Question[];
  /** Ids. */
  readonly gone: readonly string[];
  /** Where those stood that changed or went, so that nobody has to look through all of them: there may be hundreds of thousands. */
  readonly stood: readonly QuestionPlace[];
}

/** What decides where a question stands in the list. */
export type QuestionPlace = Pick<Question, 'id' | 'subject' | 'property' | 'weight'>;

/** Collects what rules wait for. */
export interface QuestionBook {
  /** The draft of the first of the properties that can be asked; `null` where none can. */
  draftOf(missing: readonly Missing[]): QuestionDraft | null;
  /** A case of the rule (always the same object for the same rule) waits for this. */
  wait(rule: WaitingRule, draft: QuestionDraft): void;
  /** It waits no longer. */
  stopWaiting(rule: WaitingRule, draft: QuestionDraft): void;
  /** Whether and how the subject can be asked has to be looked up anew. */
  forget(subject: SubjectId): void;
  /** What changed since the last call; unchanged questions keep their identity. */
  settle(): QuestionChanges;
  /** Heaviest first, then by subject and property. */
  list(): readonly Question[];
}

/** What can be asked of one subject, and what is: a place for each property, in the order of their names. */
interface Sheet {
  readonly asked: AskedProperties;
  readonly drafts: (QuestionDraft | undefined)[];
}

/** Starts empty. Only properties the pack asks of a subject in scope become questions. */
export function createQuestionBook(index: PackIndex, current: (id: SubjectId) => Subject | undefined): QuestionBook {
  const sheets = new Map<SubjectId, Sheet>();
  const askedOf = createAskedProperties(index);
  const nobody = createRuleSets();
  let touched: QuestionDraft[] = [];

  const sheetOf = (id: SubjectId): Sheet => {
    let sheet = sheets.get(id);
    if (sheet === undefined) {
      const asked = askedOf(current(id));
      sheet = { asked, drafts: asked.definitions.map(() => undefined) };
      sheets.set(id, sheet);
    }
    return sheet;
  };
  /** `null` for a property that is not asked there. */
  const draftFor = ({ subject, property }: Missing): QuestionDraft | null => {
    const { asked, drafts } = sheetOf(subject);
    const place = asked.places.get(property);
    if (place === undefined) return null;
    let draft = drafts[place];
    if (draft === undefined) {
      const definition = asked.definitions[place];
      if (definition === undefined) throw new Error(`draftFor: ${property} has no definition`);
      draft = createDraft({ subject, property, definition, waiters: nobody });
      drafts[place] = draft;
    }
    return draft;
  };
  const touch = (draft: QuestionDraft): void => {
    if (draft.isTouched) return;
    draft.isTouched = true;
    touched.push(draft);
  };
  return {
    draftOf: (missing) => {
      for (const one of missing) {
        const draft = draftFor(one);
        if (draft !== null) return draft;
      }
      return null;
    },
    wait: (rule, draft) => {
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
      touch(draft);
    },
    stopWaiting: (rule, draft) => {
      const at = draft.waiters.rules.indexOf(rule);
      if (at < 0) throw new Error(`stopWaiting: ${rule.id} does not wait for ${idOf(draft)}`);
      const left = (draft.cases?.[at] ?? 1) - 1;
      if (left > 0 && draft.cases !== null) draft.cases[at] = left;
      else {
        draft.waiters = draft.waiters.without(rule);
        draft.cases?.splice(at, 1);
      }
      draft.waiting -= 1;
      draft.weight -= WEIGHTS[rule.severity];
      touch(draft);
    },
    forget: (subject) => {
      sheets.delete(subject);
    },
    settle: () => {
      const gone = new Map<string, Question>();
      for (const draft of touched) {
        if (draft.waiting > 0 || draft.question === null) continue;
        gone.set(draft.question.id, draft.question);
        draft.question = null;
      }
      const stood: QuestionPlace[] = [];
      const put: Question[] = [];
      for (const draft of touched) {
        draft.isTouched = false;
        if (draft.waiting === 0) continue;
        const id = draft.question?.id ?? idOf(draft);
        // Nearly always nothing is gone, and looking for a text that was just joined costs more than joining it.
        const before = draft.question ?? (gone.size === 0 ? null : (gone.get(id) ?? null));
        if (before !== null) gone.delete(id);
        if (before !== null && isStill(before, draft)) draft.question = before;
        else {
          if (before !== null) stood.push(placeOf(before));
          draft.question = questionOf(id, draft);
          put.push(draft.question);
        }
      }
      touched = [];
      for (const question of gone.values()) stood.push(placeOf(question));
      return { put, gone: [...gone.keys()].sort(), stood };
    },
    list: () => {
      const bySubject = [...sheets].sort(([a], [b]) => compareText(a, b));
      const byWeight = new Map<number, Question[]>();
      for (const [, { drafts }] of bySubject) {
        for (const draft of drafts) {
          if (draft === undefined || draft.question === null) continue;
          const { question } = draft;
          const sameWeight = byWeight.get(question.weight);
          if (sameWeight === undefined) byWeight.set(question.weight, [question]);
          else sameWeight.push(question);
        }
      }
      const lists = [...byWeight].sort(([a], [b]) => b - a).map(([, questions]) => questions);
      const none: readonly Question[] = [];
      return none.concat(...lists);
    },
  };
}

/** Written out: copying the parts over is many times slower, and there are hundreds of thousands of drafts on a large board. */
const createDraft = ({
  subject,
  property,
  definition,
  waiters,
}: Pick<QuestionDraft, 'subject' | 'property' | 'definition' | 'waiters'>): QuestionDraft => ({
  kind: 'asks',
  subject,
  property,
  definition,
  waiters,
  cases: null,
  waiting: 0,
  weight: 0,
  question: null,
  isTouched: false,
});

const idOf = ({ subject, property }: Missing): string => `${subject}~${property}`;

const questionOf = (
  id: string,
  { subject, property, definition, waiters, waiting, weight }: QuestionDraft,
): Question => ({ id, subject, property, definition, rules: waiters.rules, waiting, weight });

const placeOf = ({ id, subject, property, weight }: Question): QuestionPlace => ({ id, subject, property, weight });

/** Heaviest first, then by subject and property. */
export const heaviestFirst = (a: QuestionPlace, b: QuestionPlace): number =>
  b.weight - a.weight || compareText(a.subject, b.subject) || compareText(a.property, b.property);

const isStill = (before: Question, { definition, waiters, waiting, weight }: QuestionDraft): boolean =>
  before.definition === definition &&
  before.waiting === waiting &&
  before.weight === weight &&
  before.rules === waiters.rules;
