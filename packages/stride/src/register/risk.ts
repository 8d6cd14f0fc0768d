/**
 * Risk of a threat. Inherent risk is likelihood times impact, both 1 to 5. Residual risk is the same after the controls that are in place
 * have taken their steps off: a planned or failed one takes nothing. Numbers of a rule are suggestions until somebody says them.
 */

import type { ControlState } from '@strideboard/model';

/** 1 to 5, or nobody has said and nothing suggests one. */
export interface Grade {
  readonly value: number | null;
  /** `suggested`: by the rule, not confirmed by anybody. */
  readonly from: 'said' | 'suggested' | 'none';
}

/** Steps a control takes off likelihood and impact once it is in place, 0 to 4 each. */
export interface ControlStrength {
  readonly likelihood: number;
  readonly impact: number;
}

/** A control that answers a threat, and what it does for it. */
export interface AnsweringControl {
  readonly id: string;
  /** How far it is in place where the threat is; `null` = applied nowhere around it. */
  readonly state: ControlState | null;
  /** Elements and boundaries it is applied to around the threat, sorted. */
  readonly at: readonly string[];
  /** As stated; `null` = nobody stated how strong it is, so it takes nothing. */
  readonly strength: ControlStrength | null;
  /** Whether it lowers the risk now. */
  readonly counts: boolean;
}

/** The risk of one threat. */
export interface Risk {
  readonly likelihood: Grade;
  readonly impact: Grade;
  /** 1 to 25; `null` where a grade is missing. */
  readonly inherent: number | null;
  /** Grades after the controls that count; `null` where missing. */
  readonly residualLikelihood: number | null;
  readonly residualImpact: number | null;
  /** 1 to 25; `null` where a grade is missing: not scored, which is never the same as low. */
  readonly residual: number | null;
  /** Controls linked with the threat, sorted by id. */
  readonly controls: readonly AnsweringControl[];
}

/** What somebody said, else what the rule suggests. */
export function gradeOf(said: unknown, suggested: number | undefined): Grade {
  if (isGrade(said)) return { value: said, from: 'said' };
  return isGrade(suggested) ? { value: suggested, from: 'suggested' } : { value: null, from: 'none' };
}

/** The risk from grades and the controls that answer the threat. */
export function riskOf(likelihood: Grade, impact: Grade, controls: readonly AnsweringControl[]): Risk {
  const after = (grade: Grade, side: keyof ControlStrength): number | null => {
    if (grade.value === null) return null;
    const taken = controls.reduce((sum, { counts, strength }) => sum + (counts ? (strength?.[side] ?? 0) : 0), 0);
    return Math.max(LEAST, grade.value - taken);
  };
  const [residualLikelihood, residualImpact] = [after(likelihood, 'likelihood'), after(impact, 'impact')];
  return {
    likelihood,
    impact,
    inherent: product(likelihood.value, impact.value),
    residualLikelihood,
    residualImpact,
    residual: product(residualLikelihood, residualImpact),
    controls,
  };
}

/** Whether a control in this state lowers a risk. */
export const isInPlace = (state: ControlState | null): boolean => state === 'implemented' || state === 'verified';

const LEAST = 1;
const MOST = 5;

const product = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a * b);

const isGrade = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= LEAST && value <= MOST;
