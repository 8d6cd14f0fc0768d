/** The same question about several elements or flows is one row: it is read once, and may be answered once. */
import type { PropertyDefinition } from '@strideboard/packs';
import { type FindingSeverity, type Question, severityRank } from '@strideboard/stride';

/** One row of the list. */
export interface QuestionGroup {
  /** Id of its heaviest question. */
  readonly key: string;
  readonly definition: PropertyDefinition;
  /** Heaviest first. */
  readonly questions: readonly [Question, ...Question[]];
}

/** Rows by what hangs on their heaviest question, then on all of them together. Takes the questions heaviest first. */
export function groupQuestions(questions: readonly Question[]): readonly QuestionGroup[] {
  const rows = new Map<PropertyDefinition, [Question, ...Question[]]>();
  for (const question of questions) {
    const row = rows.get(question.definition);
    if (row === undefined) rows.set(question.definition, [question]);
    else row.push(question);
  }
  const together = ({ questions: all }: QuestionGroup): number => all.reduce((sum, { weight }) => sum + weight, 0);
  return [...rows]
    .map(([definition, all]): QuestionGroup => ({ key: all[0].id, definition, questions: all }))
    .sort((a, b) => b.questions[0].weight - a.questions[0].weight || together(b) - together(a));
}

/** Of how many questions something critical or high hangs on. */
export const countSerious = (questions: readonly Question[]): number =>
  questions.filter((question) => {
    const worst = worstOf([question]);
    return worst !== null && severityRank(worst) <= severityRank('high');
  }).length;

/** The worst that hangs on any of them; `null` where nothing does. */
export function worstOf(questions: readonly Question[]): FindingSeverity | null {
  const found = questions.flatMap(({ rules }) => rules[0]?.severity ?? []);
  return found.sort((a, b) => severityRank(a) - severityRank(b))[0] ?? null;
}
