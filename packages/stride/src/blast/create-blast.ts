/** The blast radius over one model: what an attacker who controls one element gets. Pure; equal models give equal answers. */

import { compareText, type ElementId, type Model } from '@strideboard/model';
import { createStillWorld } from '../facts/still-world.ts';
import type { BlastDifference, BlastRadius, Cut } from './blast-radius.ts';
import { compareWalks } from './compare.ts';
import type { CompiledBlast } from './compile-steps.ts';
import { createOpenings } from './openings.ts';
import { tellingArrivals } from './paths.ts';
import { report } from './report.ts';
import { createRings } from './rings.ts';
import { type Arrival, type Ground, type Walk, walk } from './walk.ts';

/** Answers about one model. What was judged is remembered, so the second answer is cheaper than the first. */
export interface Blast {
  /**
   * What an attacker gets who controls this element, boundary, identity or credential, with these controls assumed besides those that the facts
   * show. `null` for an id that is nothing an attacker can have (unknown, or a note). A reference stands for what it shows.
   */
  from(start: ElementId, assumed?: readonly string[]): BlastRadius | null;
  /** The same without and with these controls, and what they change. */
  whatIf(start: ElementId, controls: readonly string[]): BlastDifference | null;
}

/** Prepares the answers. Nothing is judged before it is asked for. */
export function createBlast(model: Pick<Model, 'elements' | 'flows'>, blast: CompiledBlast): Blast {
  const { index, part } = blast;
  // What is wrong with the model is the analysis' to tell.
  const { world, graph } = createStillWorld(model, index);
  const ground: Ground = { elements: graph.elements, openings: createOpenings(world, blast) };
  const placeOf = new Map(graph.elements.map(({ id }, at) => [id, at]));

  /** The place of what an id stands for. */
  const resolve = (id: ElementId): number | null => {
    const element = graph.element(id);
    return placeOf.get(element?.kind === 'ref' && element.of !== null ? element.of : id) ?? null;
  };

  const answer = (walked: Walk, assumed: readonly string[]): BlastRadius | null => {
    const start = walked.arrivals[0]?.element;
    const at = start === undefined ? undefined : placeOf.get(start.id);
    if (start === undefined || at === undefined) return null;
    const withControl = (control: string): Walk => walk(at, ground, new Set([...assumed, control]));
    return {
      start: start.id,
      assumed: [...new Set(assumed)].sort(compareText),
      ...report({ world, walk: walked, ground, where: createRings(world, part, start) }),
      cuts: cutsOf(walked, ground, withControl),
    };
  };

  return {
    from: (id, assumed = []) => {
      const at = resolve(id);
      return at === null ? null : answer(walk(at, ground, new Set(assumed)), assumed);
    },
    whatIf: (id, controls) => {
      const at = resolve(id);
      if (at === null) return null;
      const [without, withThem] = [walk(at, ground, new Set()), walk(at, ground, new Set(controls))];
      const [before, after] = [answer(without, []), answer(withThem, controls)];
      if (before === null || after === null) return null;
      return { before, after, ...compareWalks(without, withThem, ground.elements) };
    },
  };
}

/** Every control that stops a step of some path is tried; one that stops none cannot change anything. */
function cutsOf(walked: Walk, { elements }: Ground, walkWith: (control: string) => Walk): readonly Cut[] {
  const telling = tellingArrivals(walked);
  return controlsOnPaths(walked)
    .map((control): Cut => {
      const paths = pathsThrough(walked, control, telling);
      return { control, paths, ...compareWalks(walked, walkWith(control), elements) };
    })
    .filter(({ gone, lessened }) => gone.length + lessened.length > 0)
    .sort(
      (a, b) =>
        b.gone.length - a.gone.length ||
        b.lessened.length - a.lessened.length ||
        b.paths - a.paths ||
        compareText(a.control, b.control),
    );
}

const controlsOnPaths = ({ arrivals }: Walk): readonly string[] => [
  ...new Set(arrivals.flatMap(({ step }) => step?.opening.compiled.controls ?? [])),
];

/** How many of the paths have a step that the control stops. */
function pathsThrough({ arrivals }: Walk, control: string, ends: readonly Arrival[]): number {
  const isStopped = new Uint8Array(arrivals.length);
  for (const { order, step } of arrivals) {
    if (step === null) continue;
    const isHere = step.opening.compiled.controls.includes(control);
    isStopped[order] = isHere || isStopped[step.before.order] === 1 ? 1 : 0;
  }
  return ends.filter(({ order }) => isStopped[order] === 1).length;
}
