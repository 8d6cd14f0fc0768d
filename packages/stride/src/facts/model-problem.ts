/** Something in the model that judgement could not use. It is named, never skipped in silence. */

import { compareText, type SubjectId } from '@strideboard/model';

/** Permanent codes; each has a sentence in the word catalogue. */
export type ModelProblemCode =
  | 'type-unknown'
  | 'property-unknown'
  | 'value-unfit'
  | 'mechanism-unknown'
  | 'comparison-unfit';

/** One problem. `found` is what stands there, as JSON or text, cut short. */
export interface ModelProblem {
  readonly code: ModelProblemCode;
  readonly subject: SubjectId | null;
  readonly property: string | null;
  readonly found: string;
}

/** Each problem once, sorted. */
export function listProblems(all: Iterable<ModelProblem>): readonly ModelProblem[] {
  const found = new Map<string, ModelProblem>();
  for (const problem of all) {
    found.set(JSON.stringify([problem.subject, problem.code, problem.property, problem.found]), problem);
  }
  return [...found].sort(([a], [b]) => compareText(a, b)).map(([, problem]) => problem);
}
