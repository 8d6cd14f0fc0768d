/** One subject with everything that was judged of it: the piece of an analysis that is judged anew as a whole or rule by rule. */

import type { SubjectId } from '@strideboard/model';
import type { Observer } from './facts/dependencies.ts';
import type { ModelProblem } from './facts/model-problem.ts';
import type { Finding, Prompt } from './finding.ts';
import type { ChosenRule } from './judgement.ts';
import type { QuestionDraft } from './questions.ts';

/** What one rule said of one subject. `null` = nothing: it is false, or neither asks nor counts. */
export type Verdict =
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'prompt'; readonly prompt: Prompt }
  | QuestionDraft
  | { readonly kind: 'undecided' }
  | null;

/** An element, a flow or (`subject` null) the whole model. */
export interface Unit extends Observer {
  /** Rules it is judged by; the checklist comes after the last of them. */
  rules: readonly ChosenRule[];
  /** One for each rule and one for the checklist. */
  verdicts: Verdict[];
  /** What judging it could not use. */
  problems: ModelProblem[];
}

const NO_ENDS: Pick<Unit, 'source' | 'target'> = { source: null, target: null };

/** A unit that was not judged yet. The ends are the source and target of a flow: they are its own as much as it is itself. */
export const createUnit = (
  subject: SubjectId | null,
  { source, target }: Pick<Unit, 'source' | 'target'> = NO_ENDS,
): Unit => ({
  subject,
  source,
  target,
  property: null,
  watched: null,
  rules: [],
  verdicts: [],
  problems: [],
});

/** The id under which a rule's verdict on a subject is known. */
export const isSameVerdict = (a: Verdict, b: Verdict): boolean => {
  if (a === null || b === null || a === b) return a === b;
  if (a.kind === 'finding') return b.kind === 'finding' && isSameFinding(a.finding, b.finding);
  if (a.kind === 'prompt') return b.kind === 'prompt' && isSamePrompt(a.prompt, b.prompt);
  return a.kind === 'undecided' && b.kind === 'undecided'; // a question is the same as itself alone
};

/** Everything else of a finding comes from its rule. */
function isSameFinding(a: Finding, b: Finding): boolean {
  if (a.id !== b.id || a.title !== b.title || a.why !== b.why) return false;
  if (a.outOfScope !== b.outOfScope || a.basis !== b.basis) return false;
  return a.because === b.because || JSON.stringify(a.because) === JSON.stringify(b.because);
}

const isSamePrompt = (a: Prompt, b: Prompt): boolean =>
  a.id === b.id &&
  a.title === b.title &&
  a.why === b.why &&
  a.letters.join('') === b.letters.join('') &&
  a.judged?.join('') === b.judged?.join('');
