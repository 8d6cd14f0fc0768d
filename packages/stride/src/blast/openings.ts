/** The steps that start from an element on a given model, judged once and remembered: walking again with other controls judges nothing anew. */

import { compareText, type Element, type ElementId, type PropertyValue } from '@strideboard/model';
import type { Access } from '@strideboard/packs';
import type { Scene } from '../condition/value.ts';
import type { Fact, Missing } from '../fact.ts';
import type { JudgedFlow } from '../facts/graph.ts';
import type { World } from '../facts/world.ts';
import type { Outcome } from '../outcome.ts';
import type { Certainty } from './blast-radius.ts';
import type { ChosenStep, CompiledBlast, CompiledStep, CompiledStop } from './compile-steps.ts';
import { createDestinations, type TargetSet } from './destinations.ts';

/** A stop as it stands on this model. */
export interface JudgedStop {
  readonly stop: CompiledStop;
  /** Whether it stands; `undefined` = unknown. False for one that stands only when its control is assumed. */
  readonly stands: boolean | undefined;
}

/** A step that starts from an element and is not ruled out by its condition. */
export interface Opening {
  readonly compiled: CompiledStep;
  readonly from: Element;
  readonly flow: JudgedFlow | null;
  /** The end of the flow that the step goes to; `from` itself where there is no flow. */
  readonly anchor: Element;
  /** What its conditions are about. */
  readonly scene: Scene;
  /** Whether the step's condition is known to hold; else it is unknown. */
  readonly holds: boolean;
  readonly stops: readonly JudgedStop[];
  readonly set: TargetSet;
  /** How far it is open while nothing is assumed. */
  readonly passage: Passage;
}

/** Whether a step is open, or what keeps it shut. */
export type Passage =
  | { readonly kind: 'open'; readonly certainty: Certainty }
  | { readonly kind: 'halted'; readonly by: JudgedStop };

/** Answers which steps an element offers that need this access of it. */
export type Openings = (element: Element, having: Access) => readonly Opening[];

/** Builds the look-up. */
export function createOpenings(world: World, blast: CompiledBlast): Openings {
  const destination = createDestinations(world);
  const flows = createFlowEnds(world);
  const known = new Map<ElementId, Partial<Record<Access, readonly Opening[]>>>();

  const open = ({ compiled, byChance }: ChosenStep, from: Element, flow: JudgedFlow | null): readonly Opening[] => {
    const anchor = flow === null ? from : otherEnd(flow, from);
    const scene: Scene =
      flow === null
        ? { world, el: from, flow: null, source: null, target: null }
        : { world, el: null, flow: flow.flow, source: from, target: anchor };
    const when = compiled.when.decide(scene);
    if (when === false || (byChance && when === undefined)) return NONE;
    const stops = compiled.stops.map((stop) => ({
      stop,
      stands: stop.when === null ? false : stop.when.decide(scene),
    }));
    const set = destination(compiled, anchor);
    const holds = when === true;
    return [
      { compiled, from, flow, anchor, scene, holds, stops, set, passage: passageOf(compiled, { holds, stops, set }) },
    ];
  };

  const judge = (element: Element, having: Access): readonly Opening[] =>
    blast.stepsFrom(element).flatMap((chosen) => {
      const { flow, having: needed } = chosen.compiled.step;
      if (needed !== having) return NONE;
      if (flow === undefined) return open(chosen, element, null);
      return flows(element, flow.along)
        .filter((judged) => flow.end.some((selector) => world.index.matches(otherEnd(judged, element), selector)))
        .flatMap((judged) => open(chosen, element, judged));
    });

  /** Nobody reads what conditions wait for before a path is told, so it is given up. */
  const judgeOnce = (element: Element, having: Access): readonly Opening[] => {
    let ways = known.get(element.id);
    if (ways === undefined) {
      ways = {};
      known.set(element.id, ways);
    }
    const found = (ways[having] ??= judge(element, having));
    world.waits.length = 0;
    return found;
  };

  return judgeOnce;
}

const NONE: readonly never[] = [];

/** How far a step is open by what is known of it. */
function passageOf(compiled: CompiledStep, { holds, stops, set }: Pick<Opening, 'holds' | 'stops' | 'set'>): Passage {
  let isDoubtful = !holds || compiled.step.atMost === 'possible' || !set.isPlaced;
  for (const by of stops) {
    if (by.stands === false) continue;
    // A policy answers what nobody has said; what was said goes before it.
    if (by.stop.kind === 'policy' && holds) continue;
    if (by.stands === true) return { kind: 'halted', by };
    if (by.stop.unsaid === 'doubt') isDoubtful = true;
  }
  return isDoubtful ? POSSIBLE : PROVEN;
}

const PROVEN: Passage = { kind: 'open', certainty: 'proven' };
const POSSIBLE: Passage = { kind: 'open', certainty: 'possible' };

/** How far a step is open while these controls are assumed. */
export function pass({ compiled, stops, passage }: Opening, assumed: ReadonlySet<string>): Passage {
  if (assumed.size === 0 || !compiled.controls.some((control) => assumed.has(control))) return passage;
  const by = stops.find(({ stop }) => stop.assumable && assumed.has(stop.control));
  return by === undefined ? passage : { kind: 'halted', by };
}

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

/** Why a step opens as far as it does: the flow it goes along, the facts of its conditions, and what nobody has said. */
export function traceOf({ compiled, from, flow, anchor, scene, stops }: Opening, target: Element): Trace {
  const { step } = compiled;
  const { world } = scene;
  const when = compiled.when.condition(scene);
  const provided = compiled.provided?.condition({ world, el: target, flow: null, source: null, target: null });
  const doubts = stops
    .filter(({ stop, stands }) => stands === undefined && stop.unsaid === 'doubt')
    .flatMap(({ stop }) => stop.when?.condition(scene).missing ?? []);
  world.waits.length = 0;
  const facts: Fact[] = [];
  if (flow !== null && step.flow !== undefined) {
    const direction = flow.source.id === from.id ? 'to' : 'from';
    const ends = { flow: flow.flow.id, other: anchor.id, selectors: step.flow.end };
    facts.push({ kind: 'flow', subject: from.id, direction, ...ends, holds: true });
  } else if (when.because.length === 0) {
    facts.push({ kind: 'kind', subject: from.id, selectors: step.from, holds: true });
  }
  return {
    facts: [...facts, ...when.because, ...(provided?.because ?? [])],
    missing: [...when.missing, ...(provided?.missing ?? []), ...doubts],
  };
}

/** Facts and open questions, with repeats. */
export interface Trace {
  readonly facts: readonly Fact[];
  readonly missing: readonly Missing[];
}
