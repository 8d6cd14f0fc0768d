/** Open questions: what rules wait for, listed once however many wait. */

import { compareText, type SubjectId } from '@strideboard/model';
import type { PackIndex } from '@strideboard/packs';
import type { Missing } from './fact.ts';
import type { Subject } from './facts/world.ts';
import { type FindingSeverity, type Question, severityRank } from './finding.ts';

/** How much a waiting finding weighs: one step of severity is worth two findings of the next. */
const WEIGHTS: Readonly<Record<FindingSeverity, number>> = { critical: 8, high: 4, medium: 2, low: 1 };

/** A rule that waits. */
export interface WaitingRule {
  readonly id: string;
  readonly severity: FindingSeverity;
}

/** Collects what rules wait for. */
export interface QuestionList {
  /** Notes that a rule (always the same object for the same rule) waits for these properties. Returns whether any of them can be asked. */
  wait(rule: WaitingRule, missing: readonly Missing[]): boolean;
  /** Heaviest first, then by subject and property. */
  list(): readonly Question[];
}

/** Builds an empty list. Only properties the pack asks of a subject in scope become questions. */
export function createQuestionList(index: PackIndex, subjects: ReadonlyMap<SubjectId, Subject>): QuestionList {
  interface Draft extends Omit<Question, 'rules' | 'waiting' | 'weight'> {
    readonly rules: WaitingRule[];
    waiting: number;
    weight: number;
    /** The last case that waited for it, so that one case counts once however often it names the property. */
    lastCase: number;
  }
  /** `null` for a property that is not asked there. */
  const drafts = new Map<SubjectId, Map<string, Draft | null>>();
  let cases = 0;

  const createDraft = ({ subject: id, property }: Missing): Draft | null => {
    const subject = subjects.get(id);
    if (subject === undefined || subject.outOfScope !== null || !index.isAsked(subject, property)) return null;
    const definition = index.definition(subject, property);
    if (definition === null) return null;
    const identity = { id: `${id}~${property}`, subject: id, property, definition };
    return { ...identity, rules: [], waiting: 0, weight: 0, lastCase: 0 };
  };
  const draftFor = (missing: Missing): Draft | null => {
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
    wait: (rule, missing) => {
      cases += 1;
      let isAsked = false;
      for (const property of missing) {
        const draft = draftFor(property);
        if (draft === null) continue;
        isAsked = true;
        if (draft.lastCase === cases) continue;
        draft.lastCase = cases;
        if (!draft.rules.includes(rule)) draft.rules.push(rule);
        draft.waiting += 1;
        draft.weight += WEIGHTS[rule.severity];
      }
      return isAsked;
    },
    list: () => {
      const questions: Question[] = [];
      for (const ofSubject of drafts.values()) {
        for (const draft of ofSubject.values()) {
          if (draft === null) continue;
          const { id, subject, property, definition, rules, waiting, weight } = draft;
          questions.push({ id, subject, property, definition, rules: rules.toSorted(worstFirst), waiting, weight });
        }
      }
      return questions.sort(heaviestFirst);
    },
  };
}

const heaviestFirst = (a: Question, b: Question): number =>
  b.weight - a.weight || compareText(a.subject, b.subject) || compareText(a.property, b.property);

const worstFirst = (a: WaitingRule, b: WaitingRule): number =>
  severityRank(a.severity) - severityRank(b.severity) || compareText(a.id, b.id);
