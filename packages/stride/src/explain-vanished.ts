/** Why decided threats of a model that is looked at once do not arise any more. */

import type { Model } from '@strideboard/model';
import { createAnalyser } from './analyser.ts';
import type { CompiledJudgement } from './judgement.ts';
import type { VanishedThreat } from './threats.ts';
import type { VanishedCause } from './vanished.ts';

/** The cause of each, by threat id; nothing is judged when there is nothing to explain. */
export function explainVanished(
  vanished: readonly Pick<VanishedThreat, 'id'>[],
  model: Pick<Model, 'elements' | 'flows'>,
  judgement: CompiledJudgement,
): ReadonlyMap<string, VanishedCause> {
  if (vanished.length === 0) return new Map();
  return createAnalyser(model, judgement).whyVanished(vanished.map(({ id }) => id));
}
