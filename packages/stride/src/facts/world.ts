/** Everything known about one model while it is judged. */

import type { Element, Flow, PropertyValue } from '@strideboard/model';
import type { PackIndex } from '@strideboard/packs';
import type { Outcome } from '../outcome.ts';
import type { Graph } from './graph.ts';
import type { ModelProblem } from './model-problem.ts';
import type { Workloads } from './workloads.ts';

/** What a property is read from. */
export type Subject = Element | Flow;

/** Everything known about one model; built once for an analysis. */
export interface World {
  readonly index: PackIndex;
  readonly graph: Graph;
  readonly workloads: Workloads;
  /** Reads a property. Remembers its answers. */
  read(subject: Subject, property: string): Outcome<PropertyValue>;
  /** Notes something wrong with the model itself; the same note twice is kept once. */
  report(problem: ModelProblem): void;
  /** Remembered answers of functions over the whole graph, by function and selectors. */
  readonly memory: Map<string, unknown>;
}
