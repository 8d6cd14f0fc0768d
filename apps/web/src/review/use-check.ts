/** Coverage and loose ends of the board, worked out once it has been still for a moment. */
import type { Model } from '@strideboard/model';
import {
  type Analysis,
  checkConsistency,
  type Coverage,
  coverStride,
  type CoverageSummary,
  isDecided,
  isOpenThreat,
  isSettled,
  listRegister,
  LOOSE_ENDS,
  type LooseEnd,
  type RegisterRow,
  type StandingUse,
  summariseCoverage,
  type Threat,
} from '@strideboard/stride';
import { useEffect, useMemo, useState } from 'react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useModel } from '../room/use-room.ts';

/** What there is to say about how well the work was done. */
export interface Check {
  readonly model: Model;
  readonly coverage: Coverage;
  readonly summary: CoverageSummary;
  readonly ends: readonly LooseEnd[];
  /** Threats that nobody has decided, or whose decision does not stand any more; worst first. */
  readonly undecided: readonly RegisterRow[];
  readonly decided: number;
  /** Decided and undecided ones; what is out of scope is neither. */
  readonly threats: number;
  /** How many of the checks found nothing, and how many there are. */
  readonly clean: number;
  readonly checks: number;
}

interface Known {
  readonly model: Model;
  readonly analysis: Analysis;
  readonly threats: readonly Threat[];
  readonly standing: readonly StandingUse[];
}

const STILL_MS = 250;

/** The check; `null` until the board has been analysed. */
export function useCheck(): Check | null {
  const model = useModel((whole) => whole);
  const analysis = useAnalysis((state) => state.analysis);
  const threats = useAnalysis((state) => state.threats);
  const standing = useAnalysis((state) => state.standing);
  const known = useMemo(
    () => (analysis === null ? null : { model, analysis, threats, standing }),
    [model, analysis, threats, standing],
  );
  const still = useStill(known, STILL_MS);
  return useMemo(() => (still === null ? null : checkOf(still)), [still]);
}

/** All of it, from one state of the board. */
function checkOf({ model, analysis, threats, standing }: Known): Check {
  const coverage = coverStride(analysis, threats);
  const summary = summariseCoverage(coverage);
  // How strong controls are plays no part here.
  const rows = listRegister({ model, threats, strengths: {} });
  const inScope = rows.filter(({ outOfScope }) => !outOfScope);
  const undecided = inScope.filter(isUndecided);
  const ends = checkConsistency({ model, rows, standing });
  const codes = new Set(ends.map(({ code }) => code));
  const further = [summary.unanswered.length, undecided.length, analysis.questions.length];
  return {
    model,
    coverage,
    summary,
    ends,
    undecided,
    decided: inScope.length - undecided.length,
    threats: inScope.length,
    clean: LOOSE_ENDS.length - codes.size + further.filter((count) => count === 0).length,
    checks: LOOSE_ENDS.length + further.length,
  };
}

const isUndecided = ({ threat, state, broken }: RegisterRow): boolean =>
  threat === null ? !isSettled({ state, confirmAgain: false, broken }) : isOpenThreat(threat) || !isDecided(state);

/** A value once it has stayed the same for a while; at once where there was none. */
function useStill<Value>(value: Value | null, ms: number): Value | null {
  const [still, setStill] = useState(value);
  useEffect(() => {
    if (value === still) return undefined;
    const timer = setTimeout(() => setStill(value), still === null ? 0 : ms);
    return () => clearTimeout(timer);
  }, [value, still, ms]);
  return still;
}
