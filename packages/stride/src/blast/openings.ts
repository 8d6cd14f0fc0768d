/** The steps that start from an element on a given model, judged once and remembered: walking again with other controls judges nothing anew. */

import { compareText, type Element, type ElementId, type PropertyValue } from '@strideboard/model';
import type { Access } from '@strideboard/packs';
import type { Scene } from '../condition/value.ts';
import type { Fact } from '../fact.ts';
import type { JudgedFlow } from '../facts/graph.ts';
import type { World } from '../facts/world.ts';
import type { Outcome, Truth } from '../outcome.ts';
import type { ChosenStep, CompiledBlast, CompiledStep, CompiledStop } from './compile-steps.ts';
import { createDestinations, type TargetSet } from './destinations.ts';

/** A stop as it stands on this model. */
export interface JudgedStop {
  readonly stop: CompiledStop;
  /** `null` for one that stands only when its control is assumed. */
  readonly truth: Truth | null;
}

/** A step that starts from an element and is not ruled out by its condition. */
export interface Opening {
  readonly compiled: CompiledStep;
  readonly from: Element;
  readonly flow: JudgedFlow | null;
  /** The end of the flow that the step goes to; `from` itself where there is no flow. */
  readonly anchor: Element;
  /** The step's condition; never false. */
  readonly when: Truth;
  readonly stops: readonly JudgedStop[];
  readonly set: TargetSet;
}

/** Answers which steps somebody can take who has this access of an element. */
export type Openings = (element: Element, access: Access) => readonly Opening[];

/** Builds the look-up. */
export function createOpenings(world: World, blast: CompiledBlast): Openings {
  const destination = createDestinations(world);
  const flows = createFlowEnds(world);
  const known = new Map<ElementId, readonly Opening[]>();

  const open = ({ compiled, byChance }: ChosenStep, from: Element, flow: JudgedFlow | null): Opening | null => {
    const anchor = flow === null ? from : otherEnd(flow, from);
    const scene: Scene =
      flow === null
        ? { world, el: from, flow: null, source: null, target: null }
        : { world, el: null, flow: flow.flow, source: from, target: anchor };
    const when = compiled.when(scene);
    if (when.value === false || (byChance && when.value === undefined)) return null;
    const stops = compiled.stops.map((stop) => ({ stop, truth: stop.when === null ? null : stop.when(scene) }));
    return { compiled, from, flow, anchor, when, stops, set: destination(compiled, anchor) };
  };

  const judge = (element: Element): readonly Opening[] =>
    blast.stepsFrom(element).flatMap((chosen) => {
      const { flow } = chosen.compiled.step;
      if (flow === undefined) return open(chosen, element, null) ?? [];
      return flows(element, flow.along)
        .filter((judged) => flow.end.some((selector) => world.index.matches(otherEnd(judged, element), selector)))
        .flatMap((judged) => open(chosen, element, judged) ?? []);
    });

  return (element, access) => {
    let all = known.get(element.id);
    if (all === undefined) {
      all = judge(element);
      known.set(element.id, all);
    }
    return all.filter(({ compiled: { step } }) => includes(access, step.having));
  };
}

/** Control includes reach. */
export const includes = (has: Access, needed: Access): boolean =>
  has === needed || (has === 'control' && needed === 'reach');

const otherEnd = ({ source, target }: JudgedFlow, end: Element): Element => (source.id === end.id ? target : source);

type Along = 'connection' | 'answer';

/** Flows along which a step can leave an element in a direction, sorted by id; self-loops lead nowhere. */
function createFlowEnds(world: World): (element: Element, along: Along) => readonly JudgedFlow[] {
  const { graph } = world;
  return (element, along) => {
    const both = new Set([...graph.leaving(element.id), ...graph.arriving(element.id)]);
    return [...both]
      .filter((judged) => judged.source !== judged.target)
      .filter((judged) => (opener(world, judged).id === element.id) === (along === 'connection'))
      .sort((a, b) => compareText(a.flow.id, b.flow.id));
  };
}

/**
 * The end that opens the connection: as `initiator` says; else the source, but for a store, which is opened by others. (The initiator is not the
 * direction of the data: agents, scrapers and watches pull; content README section 2.)
 */
function opener(world: World, { flow, source, target }: JudgedFlow): Element {
  const initiator: Outcome<PropertyValue> = world.read(flow, 'initiator');
  if (initiator.value === 'target') return target;
  if (initiator.value === 'source') return source;
  return source.kind === 'store' && target.kind !== 'store' ? target : source;
}

/** What a step rests on: the flow it goes along, or else its kind, then the facts of its condition. */
export function factsOf({ compiled, from, flow, anchor, when }: Opening): readonly Fact[] {
  const { step } = compiled;
  if (flow !== null && step.flow !== undefined) {
    const direction = flow.source.id === from.id ? 'to' : 'from';
    const selectors = step.flow.end;
    const along: Fact = {
      kind: 'flow',
      subject: from.id,
      direction,
      flow: flow.flow.id,
      other: anchor.id,
      selectors,
      holds: true,
    };
    return [along, ...when.because];
  }
  return when.because.length > 0
    ? when.because
    : [{ kind: 'kind', subject: from.id, selectors: step.from, holds: true }];
}
