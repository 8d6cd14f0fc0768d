/** How far the team is with each of the four questions, in a few characters. */
import { check as words, say } from '@strideboard/words';
import type { ReviewQuestion } from './places.ts';
import type { Check } from './use-check.ts';

/** One question's standing. */
export interface QuestionProgress {
  /** What stands under the question. */
  readonly text: string;
  /** How much of it is done. */
  readonly done: number;
  readonly total: number;
  /** Further numbers of the whole sentence. */
  readonly values: Readonly<Record<'records' | 'open' | 'gaps', string>>;
}

/** Things that a model should say about itself. */
const SAID = ['system', 'owner', 'reviewers', 'summary', 'goal', 'assumption'] as const;

/** The standing of one question. */
export function progressOf(question: ReviewQuestion, check: Check): QuestionProgress {
  const { model, summary, ends, toDecide, decided, threats, clean, checks } = check;
  const gaps = ends.length + summary.unanswered.length;
  const records = say(words.frame.working, { count: model.records.length });
  const values = { records, open: String(toDecide.length), gaps: String(gaps) };
  switch (question) {
    case 'working':
      return { text: records, ...saidOf(check), values };
    case 'wrong':
      return {
        text: say(words.frame.wrong, { count: toDecide.length }),
        done: summary.answered,
        total: summary.total,
        values,
      };
    case 'doing':
      return { text: say(words.frame.doing, { decided, total: threats }), done: decided, total: threats, values };
    case 'good':
      return { text: say(words.frame.good, { count: gaps }), done: clean, total: checks, values };
  }
}

function saidOf({ model: { meta, records } }: Check): { readonly done: number; readonly total: number } {
  const isSaid = (what: (typeof SAID)[number]): boolean => {
    if (what === 'goal' || what === 'assumption') return records.some(({ kind }) => kind === what);
    return what === 'reviewers' ? meta.reviewers.length > 0 : meta[what].trim() !== '';
  };
  return { done: SAID.filter(isSaid).length, total: SAID.length };
}
