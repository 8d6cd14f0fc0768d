/** From a walk to what people and programs read: entries with paths, closed steps, leads, counts. */

import { compareText, type Element, type ElementId } from '@strideboard/model';
import { ACCESSES, type Access } from '@strideboard/packs';
import { type Fact, factKey, type Missing } from '../fact.ts';
import type { World } from '../facts/world.ts';
import { fillTitle } from '../labels.ts';
import type { AccessCounts, BlastRadius, Certainty, ClosedStep, PathStep, Reached, UndrawnStep, Whereabouts } from './blast-radius.ts';
import { factsOf, type Opening } from './openings.ts';
import { noWhereabouts } from './rings.ts';
import type { Arrival, Walk } from './walk.ts';

/** What a report is made of. */
export interface ReportParts {
  readonly world: World;
  readonly walk: Walk;
  readonly where: (element: Element) => Whereabouts;
}

/** Entries, closed steps, leads and counts of a walk, in their order. */
export function report({ world, walk, where }: ReportParts): Pick<BlastRadius, 'reached' | 'closed' | 'undrawn' | 'counts'> {
  const reached = entriesOf(world, walk, where).sort(compareReached);
  return {
    reached,
    closed: closedSteps(world, walk),
    undrawn: undrawnSteps(world, walk),
    counts: countReached(reached),
  };
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
        ?.some((other) => rankOf(other.access) < rankOf(arrival.access) && (other.assumptions === 0 || arrival.assumptions > 0)),
  );
}

function entriesOf(world: World, walk: Walk, where: ReportParts['where']): Reached[] {
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
  return tellingArrivals(walk).map(
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
}

function pathStep(world: World, { element, step }: Arrival): PathStep {
  if (step === null) throw new Error('pathStep: the start is no step');
  const { opening, target, certainty } = step;
  const { compiled, from, flow } = opening;
  const doubts = opening.stops.filter(
    ({ stop, truth }) => truth !== null && truth.value === undefined && stop.unsaid === 'doubt',
  );
  const unsaid = [
    ...opening.when.missing,
    ...(target.provided?.missing ?? []),
    ...doubts.flatMap(({ truth }) => truth?.missing ?? []),
  ];
  return {
    rule: compiled.step.id,
    title: titleOf(world, opening, element),
    from: from.id,
    to: element.id,
    flow: flow?.flow.id ?? null,
    via: compiled.step.via,
    gives: compiled.step.gives,
    certainty,
    facts: distinct([...factsOf(opening), ...target.place, ...(target.provided?.because ?? [])], factKey),
    missing: certainty === 'proven' ? [] : distinct(unsaid, missingKey),
    controls: compiled.controls,
  };
}

const missingKey = ({ subject, property }: Missing): string => `${subject}~${property}`;

function distinct<T>(list: readonly T[], keyOf: (item: T) => string): readonly T[] {
  return [...new Map(list.map((item) => [keyOf(item), item])).values()];
}

/** The title with labels; without a target `{target}` is left as an ellipsis. */
function titleOf(world: World, { compiled, from, flow }: Opening, target: Element | null): string {
  const scene = { world, el: from, flow: flow?.flow ?? null, source: from, target };
  return fillTitle(compiled.step.title, scene, world.index).replace('{target}', '…');
}

/** Steps that a stop kept shut and whose targets are not reached otherwise. */
function closedSteps(world: World, { halts, has }: Walk): readonly ClosedStep[] {
  const keptOf = new Map<string, readonly ElementId[]>();
  const kept = ({ set, compiled }: Opening): readonly ElementId[] => {
    const known = keptOf.get(set.key);
    if (known !== undefined) return known;
    const ids = set.targets.map(({ element }) => element.id).filter((id) => !has(id, compiled.step.gives) && !has(id, 'control'));
    const sorted = ids.sort(compareText);
    keptOf.set(set.key, sorted);
    return sorted;
  };
  return halts
    .map(({ opening, by }): ClosedStep => {
      const [only, ...others] = opening.set.targets;
      return {
        rule: opening.compiled.step.id,
        title: titleOf(world, opening, others.length === 0 ? (only?.element ?? null) : null),
        from: opening.from.id,
        flow: opening.flow?.flow.id ?? null,
        control: by.stop.control,
        facts: by.truth?.value === true ? distinct<Fact>(by.truth.because, factKey) : [],
        kept: kept(opening),
      };
    })
    .filter((closed) => closed.kept.length > 0)
    .sort((a, b) => compareText(a.rule, b.rule) || compareText(a.from, b.from) || compareText(a.flow ?? '', b.flow ?? ''));
}

/** Open steps whose targets are not drawn; of each step of the pack the most certain, then the first. */
function undrawnSteps(world: World, { leads }: Walk): readonly UndrawnStep[] {
  const byRule = new Map<string, UndrawnStep>();
  for (const { opening, certainty } of leads) {
    const { id, to } = opening.compiled.step;
    const selectors = to.kind === 'around' ? to.boundary : to.kind === 'among' ? to.elements : [];
    const known = byRule.get(id);
    if (selectors.length === 0 || (known !== undefined && (known.certainty === 'proven' || certainty === 'possible'))) continue;
    byRule.set(id, { rule: id, title: titleOf(world, opening, null), from: opening.from.id, certainty, selectors });
  }
  return [...byRule.values()].sort((a, b) => compareText(a.rule, b.rule));
}

function countReached(reached: readonly Reached[]): BlastRadius['counts'] {
  const none = (): Record<Access, number> => ({ reach: 0, identity: 0, control: 0 });
  const counted: Record<Certainty, Record<Access, number>> = { proven: none(), possible: none() };
  const certainties = new Map<ElementId, Certainty>();
  const places = noWhereabouts();
  for (const { subject, access, certainty, where, outOfScope } of reached) {
    if (outOfScope) continue;
    counted[certainty][access] += 1;
    if (certainties.has(subject)) continue;
    // Proven entries come first, so the first of a subject says what it is.
    certainties.set(subject, certainty);
    places[where] += 1;
  }
  const elements = { proven: 0, possible: 0 };
  for (const certainty of certainties.values()) elements[certainty] += 1;
  const { proven, possible }: Readonly<Record<Certainty, AccessCounts>> = counted;
  return { proven, possible, elements, where: places };
}

