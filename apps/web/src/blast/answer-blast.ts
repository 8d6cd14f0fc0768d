/** Answers requests about blast radii one after another; keeps what it has judged as long as model and packs stay the same. */
import type { Model } from '@strideboard/model';
import type { PackBase, PackTranslation } from '@strideboard/packs';
import { type Blast, type BlastDifference, type CompiledBlast, createBlast } from '@strideboard/stride';
import type { BlastRequest } from '../analysis/blast-protocol.ts';

/** The answer to a request; `null` when nobody can have the start. Throws when the first request brings no model or no packs. */
export type AnswerBlast = (request: Omit<BlastRequest, 'run'>) => BlastDifference | null;

/** Prepares the answers. `compileWith` gives the steps over the built-in pack and these packs on top. */
export function createAnswers(
  compileWith: (additions: readonly PackBase[], translation: PackTranslation | null) => CompiledBlast,
): AnswerBlast {
  let compiled: CompiledBlast | null = null;
  let model: Pick<Model, 'elements' | 'flows'> | null = null;
  let blast: Blast | null = null;
  const over = (request: Pick<BlastRequest, 'model' | 'additions' | 'translation'>): Blast => {
    if (request.additions !== null) compiled = compileWith(request.additions, request.translation);
    if (request.model !== null) model = request.model;
    if (model === null || compiled === null)
      throw new Error('createAnswers: the first request must bring the model and the packs');
    if (blast === null || request.model !== null || request.additions !== null) blast = createBlast(model, compiled);
    return blast;
  };
  return (request) => {
    const { start, assumed } = request;
    const blasts = over(request);
    if (assumed.length > 0) return blasts.whatIf(start, assumed);
    const radius = blasts.from(start);
    return radius === null ? null : { before: radius, after: radius, gone: [], lessened: [] };
  };
}
