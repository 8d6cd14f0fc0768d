/** The blast radius over one model: what an attacker who controls one element gets. Pure; equal models give equal answers. */

import { compareText, type Element, type ElementId, type Model } from '@strideboard/model';
import { createStillWorld } from '../facts/still-world.ts';
import type { BlastDifference, BlastRadius, Cut } from './blast-radius.ts';
import { compareWalks } from './compare.ts';
import type { CompiledBlast } from './compile-steps.ts';
import { createOpenings } from './openings.ts';
import { tellingArrivals } from './paths.ts';
import { report } from './report.ts';
import { createRings } from './rings.ts';
import { type Arrival, type Walk, walk } from './walk.ts';

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
  const openings = createOpenings(world, blast);
  const judged = new Set(graph.elements);

  const resolve = (id: ElementId): Element | null => {
    const element = graph.element(id);
    const meant = element?.kind === 'ref' && element.of !== null ? graph.element(element.of) : element;
    return meant !== null && judged.has(meant) ? meant : null;
  };

  const answer = (start: Element, assumed: readonly string[], walked: Walk): BlastRadius => ({
    start: start.id,
    assumed: [...new Set(assumed)].sort(compareText),
    ...report({ world, walk: walked, where: createRings(world, part, start) }),
    cuts: cutsOf(walked, (control) => walk(start, openings, new Set([...assumed, control]))),
  });

  return {
    from: (id, assumed = []) => {
      const start = resolve(id);
      return start === null ? null : answer(start, assumed, walk(start, openings, new Set(assumed)));
    },
    whatIf: (id, controls) => {
      const start = resolve(id);
      if (start === null) return null;
      const before = walk(start, openings, new Set());
      const after = walk(start, openings, new Set(controls));
      return {
        before: answer(start, [], before),
        after: answer(start, controls, after),
        ...compareWalks(before, after),
      };
    },
  };
}

/** Every control that stops a step of some path is tried; one that stops none cannot change anything. */
function cutsOf(walked: Walk, walkWith: (control: string) => Walk): readonly Cut[] {
  return [...pathsByControl(walked)]
    .map(([control, paths]): Cut => ({ control, paths, ...compareWalks(walked, walkWith(control)) }))
    .filter(({ gone, lessened }) => gone.length + lessened.length > 0)
    .sort(
      (a, b) =>
        b.gone.length - a.gone.length ||
        b.lessened.length - a.lessened.length ||
        b.paths - a.paths ||
        compareText(a.control, b.control),
    );
}

/** How many paths each control would interrupt. */
function pathsByControl(walked: Walk): ReadonlyMap<string, number> {
  const onPath = new Map<Arrival, ReadonlySet<string>>();
  for (const arrival of walked.arrivals) {
    const { step } = arrival;
    const before = step === null ? NONE : (onPath.get(step.before) ?? NONE);
    const own = step?.opening.compiled.controls ?? [];
    onPath.set(arrival, own.every((control) => before.has(control)) ? before : new Set([...before, ...own]));
  }
  const paths = new Map<string, number>();
  for (const arrival of tellingArrivals(walked)) {
    for (const control of onPath.get(arrival) ?? NONE) paths.set(control, (paths.get(control) ?? 0) + 1);
  }
  return paths;
}

const NONE: ReadonlySet<string> = new Set();
