/**
 * Who answered what. The value of a property is one for all: of two people's answers it holds the later. What each of them said stands in the
 * log, under their own keys, so that neither is lost; where they differ, that is a disagreement until one answer is agreed.
 */

import { compareText, type DecisionLogEntry, type PropertyValue } from '@strideboard/model';

/** What one person says now. */
export interface Answer {
  /** Principal. */
  readonly by: string;
  readonly value: PropertyValue;
  /** ms since 1970 UTC; a claim of that person's browser. */
  readonly at: number;
}

/** Different answers of different people to one question. */
export interface Disagreement {
  /** `subject~property`, as the question's. */
  readonly id: string;
  readonly subject: string;
  readonly property: string;
  /** The latest of each person, by time, then principal: at least two different values. */
  readonly answers: readonly Answer[];
}

const ANSWER = 'answer~';

/** The latest answer of each person by question, since it was last agreed; the agreed one is its agreer's. */
export function readAnswers(log: readonly DecisionLogEntry[]): ReadonlyMap<string, readonly Answer[]> {
  const questions = new Map<string, Map<string, Answer>>();
  const inOrder = [...log].sort((a, b) => a.at - b.at || compareText(a.id, b.id));
  for (const { threat, field, by, after, at, cause } of inOrder) {
    if (field !== 'answer' || !threat.startsWith(ANSWER)) continue;
    const id = threat.slice(ANSWER.length);
    let answers = questions.get(id);
    if (answers === undefined || cause === 'agree') {
      answers = new Map();
      questions.set(id, answers);
    }
    if (isAnswer(after)) answers.set(by, { by, value: after, at });
    else answers.delete(by);
  }
  return new Map(
    [...questions].map(([id, answers]) => [
      id,
      [...answers.values()].sort((a, b) => a.at - b.at || compareText(a.by, b.by)),
    ]),
  );
}

/** The questions on which people differ, by id; of those about what is on the board when `shown` is given. */
export function findDisagreements(
  log: readonly DecisionLogEntry[],
  isShown: (subject: string) => boolean = () => true,
): readonly Disagreement[] {
  return [...readAnswers(log)]
    .map(([id, answers]): Disagreement => {
      const at = id.indexOf('~');
      return { id, subject: id.slice(0, at), property: id.slice(at + 1), answers };
    })
    .filter(({ subject, answers }) => isShown(subject) && areDifferent(answers))
    .sort((a, b) => compareText(a.id, b.id));
}

const areDifferent = (answers: readonly Answer[]): boolean =>
  new Set(answers.map(({ value }) => JSON.stringify(value))).size > 1;

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

const isAnswer = (value: unknown): value is PropertyValue =>
  isScalar(value) || (Array.isArray(value) && value.every(isScalar));
