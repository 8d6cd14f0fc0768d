/** STRIDE per element: for each element and flow and each letter that applies to it, how far the question has been answered. */

import type { SubjectId } from '@strideboard/model';
import type { StrideLetter } from '@strideboard/packs';
import type { Analysis, Elsewhere, Prompt, Question } from './finding.ts';
import { isOpenThreat, type Threat } from './threats.ts';

/**
 * How far one letter of one subject is answered: `open` = findings that nobody has decided on; `asked` = no such finding, but a rule waits
 * for an answer, about it or about something it stands with; `answered` = every finding is decided, or rules of this letter were judged and found nothing; `nothing` = no rule of this
 * letter looks at such a subject, so people have to think of it themselves.
 */
export type CoverageState = 'open' | 'asked' | 'answered' | 'nothing';

/** One cell of the matrix. */
export interface CoverageCell {
  readonly letter: StrideLetter;
  readonly state: CoverageState;
  /** Findings and questions behind it. */
  readonly open: number;
  readonly decided: number;
  readonly questions: number;
}

/** One line of the matrix. */
export interface CoverageRow {
  readonly subject: SubjectId;
  /** Letters that apply, in STRIDE order (content README section 4; the method of the pack says which). */
  readonly cells: readonly CoverageCell[];
}

/** The matrix and how many cells are in each state. */
export interface Coverage {
  /** Sorted by subject. Out of scope and boundaries have no row. */
  readonly rows: readonly CoverageRow[];
  readonly counts: Readonly<Record<CoverageState, number>>;
}

/** Builds the matrix. Decisions of any kind, standing ones too, count as decided, never as absent. */
export function coverStride(
  analysis: Pick<Analysis, 'prompts' | 'questions' | 'elsewhere'>,
  threats: readonly Threat[],
): Coverage {
  const threatsOf = new Map<SubjectId, Threat[]>();
  for (const threat of threats) for (const subject of threat.finding.subjects) append(threatsOf, subject, threat);
  const questionsOf = new Map<SubjectId, Question[]>();
  for (const question of analysis.questions) append(questionsOf, question.subject, question);
  const elsewhereOf = new Map<SubjectId, Elsewhere[]>();
  for (const waits of analysis.elsewhere) if (waits.subject !== null) append(elsewhereOf, waits.subject, waits);

  const rowOf = ({ letters, judged = [] }: Prompt, subject: SubjectId): CoverageRow => {
    const cellOf = (letter: StrideLetter): CoverageCell => {
      const mine = (threatsOf.get(subject) ?? []).filter(({ finding }) => finding.letters.includes(letter));
      const open = mine.filter(isOpenThreat).length;
      const here = (questionsOf.get(subject) ?? []).filter(({ rules }) =>
        rules.some((rule) => rule.letters.includes(letter)),
      );
      const there = (elsewhereOf.get(subject) ?? []).filter(({ letters: waiting }) => waiting.includes(letter));
      const questions = new Set([...here.map(({ id }) => id), ...there.map(({ question }) => question)]).size;
      const isAnswered = mine.length > 0 || judged.includes(letter);
      const state = open > 0 ? 'open' : questions > 0 ? 'asked' : isAnswered ? 'answered' : 'nothing';
      return { letter, state, open, decided: mine.length - open, questions };
    };
    return { subject, cells: letters.map(cellOf) };
  };
  const rows = analysis.prompts.flatMap((prompt) =>
    prompt.rule !== null || prompt.subject === null ? [] : [rowOf(prompt, prompt.subject)],
  );
  const counts = { open: 0, asked: 0, answered: 0, nothing: 0 };
  for (const { cells } of rows) for (const { state } of cells) counts[state] += 1;
  return { rows, counts };
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
