/** Which questions are asked now. */
import type { SubjectId } from '@strideboard/model';
import type { Question } from '@strideboard/stride';

/** Questions in two parts, each heaviest first. */
export interface AskedQuestions {
  readonly asked: readonly Question[];
  /** Put off by this person for this session. */
  readonly skipped: readonly Question[];
}

/** The questions about the subjects (all of them when none is given), parted by what was put off. */
export function orderQuestions(
  questions: readonly Question[],
  subjects: readonly SubjectId[],
  skipped: ReadonlySet<string>,
): AskedQuestions {
  const chosen = new Set(subjects);
  const mine = questions
    .filter((question) => chosen.size === 0 || chosen.has(question.subject))
    .sort((a, b) => b.weight - a.weight);
  return {
    asked: mine.filter((question) => !skipped.has(question.id)),
    skipped: mine.filter((question) => skipped.has(question.id)),
  };
}
