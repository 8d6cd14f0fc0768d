/** Answers requests about blast radii one after another; keeps what it has judged as long as the model stays the same. */
import type { Model } from '@strideboard/model';
import { type Blast, type BlastDifference, type CompiledBlast, createBlast } from '@strideboard/stride';
import type { BlastRequest } from '../analysis/blast-protocol.ts';

/** The answer to a request; `null` when nobody can have the start. Throws when the first request brings no model. */
export type AnswerBlast = (request: Omit<BlastRequest, 'run'>) => BlastDifference | null;

/** Prepares the answers. */
export function createAnswers(compiled: CompiledBlast): AnswerBlast {
  let blast: Blast | null = null;
  const over = (model: Pick<Model, 'elements' | 'flows'> | null): Blast => {
    if (model !== null) blast = createBlast(model, compiled);
    if (blast === null) throw new Error('createAnswers: the first request must bring the model');
    return blast;
  };
  return ({ model, start, assumed }) => {
    const blasts = over(model);
    if (assumed.length > 0) return blasts.whatIf(start, assumed);
    const radius = blasts.from(start);
    return radius === null ? null : { before: radius, after: radius, gone: [], lessened: [] };
  };
}
