/** Coverage and loose ends of the board, worked out once it has been still for a moment, a little at a time. */
import type { Model } from '@strideboard/model';
import { type BoardReview, reviewInSteps } from '@strideboard/stride';
import { useEffect, useMemo, useState } from 'react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useModel } from '../room/use-room.ts';
import { runInSlices } from './run-in-slices.ts';

/** What there is to say about how well the work was done, and of which model. */
export interface Check extends BoardReview {
  readonly model: Model;
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
  const [check, setCheck] = useState<Check | null>(null);
  useEffect(() => {
    if (still === null) return undefined;
    return runInSlices(reviewInSteps(still), (review) => setCheck({ ...review, model: still.model }));
  }, [still]);
  // What is hidden or gone is not told any more, though it was a moment ago.
  return known === null ? null : check;
}

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
