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
  /** Notes that a rule waits for these properties. Returns whether any of them can be asked. */
  wait(rule: WaitingRule, missing: readonly Missing[]): boolean;
  /** Heaviest first, then by subject and property. */
  list(): readonly Question[];
}

/** Builds an empty list. Only properties the pack asks of a subject in scope become questions. */
export function createQuestionList(index: PackIndex, subjects: ReadonlyMap<SubjectId, Subject>): QuestionList {
  interface Draft extends Omit<Question, 'rules' | 'waiting' | 'weight'> {
    readonly rules: Map<string, WaitingRule>;
    waiting: number;
    weight: number;
  }
  const drafts = new Map<string, Draft>();

  const draftFor = ({ subject: id, property }: Missing): Draft | null => {
    const key = `${id}~${property}`;
    const known = drafts.get(key);
    if (known !== undefined) return known;
    const subject = subjects.get(id);
    if (subject === undefined || subject.outOfScope !== null || !index.isAsked(subject, property)) return null;
    const definition = index.definition(subject, property);
    if (definition === null) return null;
    const draft: Draft = { id: key, subject: id, property, definition, rules: new Map(), waiting: 0, weight: 0 };
    drafts.set(key, draft);
    return draft;
  };

  return {
    wait: (rule, missing) => {
      const asked = new Set<Draft>();
      for (const property of missing) {
        const draft = draftFor(property);
        if (draft !== null) asked.add(draft);
      }
      for (const draft of asked) {
        draft.rules.set(rule.id, rule);
        draft.waiting += 1;
        draft.weight += WEIGHTS[rule.severity];
      }
      return asked.size > 0;
    },
    list: () =>
      [...drafts.values()]
        .map((draft): Question => ({ ...draft, rules: [...draft.rules.values()].sort(worstFirst) }))
        .sort(
          (a, b) => b.weight - a.weight || compareText(a.subject, b.subject) || compareText(a.property, b.property),
        ),
  };
}

const worstFirst = (a: WaitingRule, b: WaitingRule): number =>
  severityRank(a.severity) - severityRank(b.severity) || compareText(a.id, b.id);
