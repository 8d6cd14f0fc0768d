/** Entries of a blast radius: what is reached, with the path that leads there. */

import { compareText, type Element, type ElementId } from '@strideboard/model';
import { ACCESSES, type Access } from '@strideboard/packs';
import { factKey, type Missing } from '../fact.ts';
import type { World } from '../facts/world.ts';
import { fillTitle } from '../labels.ts';
import type { PathStep, Reached, Whereabouts } from './blast-radius.ts';
import { type Opening, traceOf } from './openings.ts';
import type { Arrival, Ground, Walk } from './walk.ts';

/** What a report is made of. */
export interface ReportParts {
  readonly world: World;
  readonly walk: Walk;
  readonly ground: Ground;
  readonly where: (element: Element) => Whereabouts;
}

/** Everything reached, each with its path, in the order of lists. */
export function entriesOf({ world, walk, where }: ReportParts): readonly Reached[] {
  const paths = new Map<Arrival, readonly PathStep[]>();
  const pathTo = (arrival: Arrival): readonly PathStep[] => {
    const trail: Arrival[] = [];
    let at = arrival;
    while (at.step !== null && !paths.has(at)) {
      trail.push(at);
      at = at.step.before;
    }
    let path = paths.get(at) ?? [];
    for (const next of trail.reverse()) {
      path = [...path, pathStep(world, next)];
      paths.set(next, path);
    }
    return path;
  };
  const entries = tellingArrivals(walk).map(
    (arrival): Reached => ({
      subject: arrival.element.id,
      access: arrival.access,
      certainty: arrival.assumptions === 0 ? 'proven' : 'possible',
      assumptions: arrival.assumptions,
      where: where(arrival.element),
      distance: arrival.distance,
      path: pathTo(arrival),
      outOfScope: arrival.element.outOfScope !== null,
    }),
  );
  return entries.sort(compareReached);
}

/** Strongest first. */
const rankOf = (access: Access): number => ACCESSES.length - ACCESSES.indexOf(access);

const compareReached = (a: Reached, b: Reached): number =>
  a.assumptions - b.assumptions ||
  a.distance - b.distance ||
  rankOf(a.access) - rankOf(b.access) ||
  compareText(a.subject, b.subject);

/** Arrivals that say something: none at the start, none that a stronger access with no more assumptions makes idle. */
export function tellingArrivals({ arrivals }: Walk): readonly Arrival[] {
  const start = arrivals[0]?.element.id;
  const byElement = new Map<ElementId, Arrival[]>();
  for (const arrival of arrivals) {
    const list = byElement.get(arrival.element.id);
    if (list === undefined) byElement.set(arrival.element.id, [arrival]);
    else list.push(arrival);
  }
  return arrivals.filter(
    (arrival) =>
      arrival.element.id !== start &&
      !byElement
        .get(arrival.element.id)
        ?.some(
          (other) =>
            rankOf(other.access) < rankOf(arrival.access) && (other.assumptions === 0 || arrival.assumptions > 0),
        ),
  );
}

function pathStep(world: World, { element, step }: Arrival): PathStep {
  if (step === null) throw new Error('pathStep: the start is no step');
  const { opening, target, certainty } = step;
  const { compiled, from, flow } = opening;
  const { facts, missing } = traceOf(opening, element);
  return {
    rule: compiled.step.id,
    title: titleOf(world, opening, element),
    from: from.id,
    to: element.id,
    flow: flow?.flow.id ?? null,
    via: compiled.step.via,
    gives: compiled.step.gives,
    certainty,
    facts: distinct([...facts, ...target.place], factKey),
    missing: certainty === 'proven' ? [] : distinct(missing, missingKey),
    controls: compiled.controls,
  };
}

const missingKey = ({ subject, property }: Missing): string => `${subject}~${property}`;

/** Each item once, by its key. */
export function distinct<T>(list: readonly T[], keyOf: (item: T) => string): readonly T[] {
  return [...new Map(list.map((item) => [keyOf(item), item])).values()];
}

/** The title with labels; without a target `{target}` is left as an ellipsis. */
export function titleOf(world: World, { compiled, from, flow }: Opening, target: Element | null): string {
  const scene = { world, el: from, flow: flow?.flow ?? null, source: from, target };
  return fillTitle(compiled.step.title, scene, world.index).replace('{target}', '…');
}
