/** What a matrix of coverage says as a whole: how much of it is answered, and who has no answer at all. */

import type { SubjectId } from '@strideboard/model';
import type { Coverage, CoverageRow } from '../coverage.ts';

/** A summary of {@link Coverage}. */
export interface CoverageSummary {
  /** Cells with an answer, and all cells. */
  readonly answered: number;
  readonly total: number;
  /** Subjects with letters that apply and not one of them looked at: neither answered nor with a finding. */
  readonly unanswered: readonly SubjectId[];
  /** Of these, the ones that no rule looks at in any letter. */
  readonly unjudged: ReadonlySet<SubjectId>;
}

/** Sums up the matrix. Rows without letters say nothing. */
export function summariseCoverage({ rows, counts }: Coverage): CoverageSummary {
  const empty = rows.filter(({ cells }) => cells.length > 0 && cells.every(isUnanswered));
  return {
    answered: counts.answered,
    total: counts.open + counts.asked + counts.answered + counts.nothing,
    unanswered: empty.map(({ subject }) => subject),
    unjudged: new Set(
      empty.filter(({ cells }) => cells.every(({ state }) => state === 'nothing')).map(({ subject }) => subject),
    ),
  };
}

const isUnanswered = ({ state }: CoverageRow['cells'][number]): boolean => state === 'asked' || state === 'nothing';
