/** Everything known about one model while it is judged. */

import type { Element, Flow, PropertyValue } from '@strideboard/model';
import type { PackIndex } from '@strideboard/packs';
import type { Missing } from '../fact.ts';
import type { Outcome } from '../outcome.ts';
import type { Graph } from './graph.ts';
import type { ModelProblem } from './model-problem.ts';
import type { Reach } from './reach.ts';
import type { Reading } from './reading.ts';
import type { Workloads } from './workloads.ts';

/** What a property is read from. */
export type Subject = Element | Flow;

/**
 * Everything known about one model. Whatever is looked at through it is noted as something the verdict depends on, so a function may
 * remember nothing between two calls: what it found belongs to whoever asked.
 */
export interface World {
  readonly index: PackIndex;
  /** Of the elements in its lists only id, kind and type count: they may be older than the newest facts, which `read` knows. */
  readonly graph: Graph;
  readonly workloads: Workloads;
  readonly reach: Pick<Reach, 'pathTo'>;
  /** Reads a property. Remembers its answers. */
  read(subject: Subject, property: string): Outcome<PropertyValue>;
  /** The value alone: the same as `read` gives, many times faster. What an unknown one waits for is added to `waits`. */
  value(subject: Subject, property: string): PropertyValue | undefined;
  /** The value alone, and nothing is waited for. */
  peek(subject: Subject, property: string): PropertyValue | undefined;
  /** What controls in place bring to what enforces a boundary, as `mechanism` or `mechanism@layer`; noted as a look at it. */
  mechanismsAt(boundary: Element): readonly string[];
  /** How a property of the subject is read. */
  reading(subject: Subject, property: string): Reading;
  /** The subject with its newest facts; noted as a look at this property. */
  look<S extends Subject>(subject: S, property: string): S;
  /** Notes something wrong with the model itself; the same note twice is kept once. */
  report(problem: ModelProblem): void;
  /** What the condition being decided waits for; see `Compiled.value`. */
  readonly waits: Missing[];
}
