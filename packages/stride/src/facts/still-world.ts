/** The world over a model that does not change while it is looked at. */

import type { Model } from '@strideboard/model';
import type { PackIndex } from '@strideboard/packs';
import { createWorld } from './create-world.ts';
import { createDependencies } from './dependencies.ts';
import type { Graph } from './graph.ts';
import type { ModelProblem } from './model-problem.ts';
import { createPlaces } from './places.ts';
import type { World } from './world.ts';

/** Builds the world and its graph; `report` gets what the model has that cannot be used. */
export function createStillWorld(
  model: Pick<Model, 'elements' | 'flows'>,
  index: PackIndex,
  report: (problem: ModelProblem) => void = () => {},
): { readonly world: World; readonly graph: Graph } {
  const places = createPlaces(model, index);
  const dependencies = createDependencies();
  return {
    world: createWorld({
      index,
      places,
      dependencies,
      newest: (subject) => subject,
      mechanismsAt: () => [],
      report,
    }),
    graph: places.graph,
  };
}
