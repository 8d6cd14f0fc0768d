/** How well the work is done, from one state of a board: coverage, what is left to decide, and what does not fit together. */

import type { Model } from '@strideboard/model';
import { type Coverage, coverInSteps } from '../coverage.ts';
import type { Analysis } from '../finding.ts';
import { listInSteps, type RegisterRow } from '../register/list-register.ts';
import { asksAgain, isToDecide } from '../register/to-decide.ts';
import type { StandingUse } from '../standing.ts';
import { finish, type Steps } from '../steps.ts';
import type { Threat } from '../threats.ts';
import { checkInSteps } from './check-consistency.ts';
import { LOOSE_ENDS, type LooseEnd } from './loose-end.ts';
import { type CoverageSummary, summariseCoverage } from './unanswered.ts';

/** What is looked at. */
export interface ReviewInput {
  readonly model: Model;
  readonly analysis: Analysis;
  /** As `joinDecisions` gives them, as the standing decisions are. */
  readonly threats: readonly Threat[];
  readonly standing: readonly StandingUse[];
}

/** What there is to say. */
export interface BoardReview {
  readonly coverage: Coverage;
  readonly summary: CoverageSummary;
  readonly ends: readonly LooseEnd[];
  /** Threats to decide, worst first. */
  readonly toDecide: readonly RegisterRow[];
  /** Threats whose decision asks to be confirmed; those in scope are to decide as well. */
  readonly again: readonly RegisterRow[];
  readonly decided: number;
  /** Decided and undecided ones; what is out of scope is neither. */
  readonly threats: number;
  /** How many of the checks found nothing, and how many there are. */
  readonly clean: number;
  readonly checks: number;
}

/** All of it. */
export const reviewBoard = (input: ReviewInput): BoardReview => finish(reviewInSteps(input));

/** {@link reviewBoard}, with pauses. */
export function* reviewInSteps({ model, analysis, threats, standing }: ReviewInput): Steps<BoardReview> {
  const coverage = yield* coverInSteps(analysis, threats);
  const summary = summariseCoverage(coverage);
  yield;
  // How strong controls are plays no part here.
  const rows = yield* listInSteps({ model, threats, strengths: {} });
  yield;
  const inScope = rows.filter(({ outOfScope }) => !outOfScope);
  const toDecide = inScope.filter(isToDecide);
  const ends = yield* checkInSteps({ model, rows, standing });
  const codes = new Set(ends.map(({ code }) => code));
  const further = [summary.unanswered.length, toDecide.length, analysis.questions.length];
  return {
    coverage,
    summary,
    ends,
    toDecide,
    again: rows.filter(asksAgain),
    decided: inScope.length - toDecide.length,
    threats: inScope.length,
    clean: LOOSE_ENDS.length - codes.size + further.filter((count) => count === 0).length,
    checks: LOOSE_ENDS.length + further.length,
  };
}
