/** Judges a whole model once. Nothing depends on the order of the model's lists, on positions or on labels, except the words of titles. */

import type { Model } from '@strideboard/model';
import { createAnalyser } from './analyser.ts';
import type { Analysis } from './finding.ts';
import type { CompiledJudgement } from './judgement.ts';

/** Judges the model. Pure; takes any model, however odd: what cannot be used is in `problems`. */
export const analyse = (model: Pick<Model, 'elements' | 'flows'>, judgement: CompiledJudgement): Analysis =>
  createAnalyser(model, judgement).analysis();
