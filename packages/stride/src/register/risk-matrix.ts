/** Risks by likelihood and impact: five times five, and what nobody has scored beside it. */

import type { FindingSeverity } from '../finding.ts';
import type { Risk } from './risk.ts';

/** Before or after what the controls in place take off. */
export type RiskSide = 'inherent' | 'residual';

/** The place of a scored threat in the matrix; both 1 to 5. */
export interface RiskCell {
  readonly likelihood: number;
  readonly impact: number;
}

/** How many threats stand in each cell. */
export interface RiskMatrix {
  /** `counts[likelihood - 1][impact - 1]` */
  readonly counts: readonly (readonly number[])[];
  /** Not scored: in no cell, which is never the same as the lowest. */
  readonly unscored: number;
}

/** Where a risk stands; `null` when it is not scored. */
export function cellOf(risk: Risk, side: RiskSide): RiskCell | null {
  const likelihood = side === 'inherent' ? risk.likelihood.value : risk.residualLikelihood;
  const impact = side === 'inherent' ? risk.impact.value : risk.residualImpact;
  return likelihood === null || impact === null ? null : { likelihood, impact };
}

/** Counts threats by cell. */
export function countMatrix(rows: readonly { readonly risk: Risk }[], side: RiskSide): RiskMatrix {
  const counts = Array.from({ length: GRADES }, () => Array.from({ length: GRADES }, () => 0));
  let unscored = 0;
  for (const { risk } of rows) {
    const cell = cellOf(risk, side);
    const line = cell === null ? undefined : counts[cell.likelihood - 1];
    if (cell === null || line === undefined) unscored += 1;
    else line[cell.impact - 1] = (line[cell.impact - 1] ?? 0) + 1;
  }
  return { counts, unscored };
}

/** The band of a risk of 1 to 25: from 15 critical, from 10 high, from 5 medium, below low. */
export const riskBand = (risk: number): FindingSeverity =>
  risk >= 15 ? 'critical' : risk >= 10 ? 'high' : risk >= 5 ? 'medium' : 'low';

const GRADES = 5;
