/** Judges a whole model once. Nothing depends on the order of the model's lists, on positions or on labels, except the words of titles. */

import { createAnalyser } from './analyser.ts';
import type { Analysis } from './finding.ts';
import type { CompiledJudgement } from './judgement.ts';
import type { JudgedModel } from './model-change.ts';

/** Judges the model. Pure; takes any model, however odd: what cannot be used is in `problems`. */
export const analyse = (model: JudgedModel, judgement: CompiledJudgement): Analysis =>
  createAnalyser(model, judgement).analysis();
