/** STRIDE per element: for each element and flow and each letter that applies to it, how far the question has been answered. */

import type { SubjectId } from '@strideboard/model';
import type { StrideLetter } from '@strideboard/packs';
import type { Analysis, Prompt, Question } from './finding.ts';
import { eachInSteps, finish, type Steps } from './steps.ts';
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
export const coverStride = (analysis: Covered, threats: readonly Threat[]): Coverage =>
  finish(coverInSteps(analysis, threats));

/** What of an analysis the matrix is made of. */
type Covered = Pick<Analysis, 'prompts' | 'questions' | 'elsewhere'>;

/** Items that are looked at between two pauses: a few thousandths of a second. */
const STEP = 250;

/** {@link coverStride}, with pauses. */
export function* coverInSteps(analysis: Covered, threats: readonly Threat[]): Steps<Coverage> {
  const asked = new Map<SubjectId, Asked[]>();
  const lettersOf = createLettersOf();
  yield* eachInSteps(analysis.questions, STEP, ({ id, subject, rules }) => {
    append(asked, subject, { id, letters: lettersOf(rules) });
  });
  for (const { subject, letters, question } of analysis.elsewhere)
    if (subject !== null) append(asked, subject, { id: question, letters: new Set(letters) });
  const threatsOf = new Map<SubjectId, Threat[]>();
  yield* eachInSteps(threats, STEP, (threat) => {
    for (const subject of threat.finding.subjects) append(threatsOf, subject, threat);
  });
  const rows: CoverageRow[] = [];
  const counts = { open: 0, asked: 0, answered: 0, nothing: 0 };
  yield* eachInSteps(analysis.prompts, STEP, (prompt) => {
    const { subject } = prompt;
    if (prompt.rule !== null || subject === null) return;
    const row = rowOf(prompt, subject, { threats: threatsOf.get(subject) ?? [], asked: asked.get(subject) ?? [] });
    for (const { state } of row.cells) counts[state] += 1;
    rows.push(row);
  });
  return { rows, counts };
}

/** A question that a subject waits for, whether about it or about something it stands with. */
interface Asked {
  readonly id: string;
  readonly letters: ReadonlySet<StrideLetter>;
}

function rowOf(
  { letters, judged = [] }: Prompt,
  subject: SubjectId,
  { threats, asked }: { readonly threats: readonly Threat[]; readonly asked: readonly Asked[] },
): CoverageRow {
  const cellOf = (letter: StrideLetter): CoverageCell => {
    const mine = threats.filter(({ finding }) => finding.letters.includes(letter));
    const open = mine.filter(isOpenThreat).length;
    const ids = asked.filter((question) => question.letters.has(letter)).map(({ id }) => id);
    const questions = ids.length < 2 ? ids.length : new Set(ids).size;
    const isAnswered = mine.length > 0 || judged.includes(letter);
    const state = open > 0 ? 'open' : questions > 0 ? 'asked' : isAnswered ? 'answered' : 'nothing';
    return { letter, state, open, decided: mine.length - open, questions };
  };
  return { subject, cells: letters.map(cellOf) };
}

/** The letters of all rules of a question. A large board has many questions, but few lists of rules: each is looked at once. */
function createLettersOf(): (rules: Question['rules']) => ReadonlySet<StrideLetter> {
  const known = new Map<Question['rules'], ReadonlySet<StrideLetter>>();
  return (rules) => {
    let letters = known.get(rules);
    if (letters === undefined) {
      letters = new Set(rules.flatMap((rule) => rule.letters));
      known.set(rules, letters);
    }
    return letters;
  };
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
