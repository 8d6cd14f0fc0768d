/** The world of the small pack over a model, for tests of what is read from it. */

import type { Model } from '@strideboard/model';
import { createWorld } from '../facts/create-world.ts';
import { createDependencies } from '../facts/dependencies.ts';
import type { Graph } from '../facts/graph.ts';
import type { ModelProblem } from '../facts/model-problem.ts';
import { createPlaces } from '../facts/places.ts';
import type { World } from '../facts/world.ts';
import { SMALL_INDEX } from './small-pack.ts';

/** Builds the world; `report` gets what the model has that cannot be used. */
export function buildWorld(
  model: Pick<Model, 'elements' | 'flows'>,
  report: (problem: ModelProblem) => void = () => {},
): { readonly world: World; readonly graph: Graph } {
  const places = createPlaces(model, SMALL_INDEX);
  const dependencies = createDependencies();
  const world = createWorld({ index: SMALL_INDEX, places, dependencies, newest: (subject) => subject, report });
  return { world, graph: places.graph };
}
