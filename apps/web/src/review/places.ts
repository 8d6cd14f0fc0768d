/** The places of the review, under the four questions of threat modelling (Shostack, “The Four Question Framework”). */
import type { ReviewPlace } from '../session/session-store.ts';

/** One of the four questions. */
export type ReviewQuestion = 'working' | 'wrong' | 'doing' | 'good';

/** Places by question, in the order in which a team goes through them. */
export const REVIEW: readonly { readonly question: ReviewQuestion; readonly places: readonly ReviewPlace[] }[] = [
  { question: 'working', places: ['records'] },
  { question: 'wrong', places: ['register', 'trees'] },
  { question: 'doing', places: ['controls'] },
  { question: 'good', places: ['check'] },
];

/** The work on the questions as a team: cards, what came of them, votes and talk. */
export const TOGETHER: readonly ReviewPlace[] = ['cards', 'gap', 'vote', 'parking', 'comments'];
