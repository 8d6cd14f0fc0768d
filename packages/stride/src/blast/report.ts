/** From a walk to what people and programs read: entries with paths, closed steps, leads, counts. */

import { compareText, type ElementId } from '@strideboard/model';
import type { Access } from '@strideboard/packs';
import { type Fact, factKey } from '../fact.ts';
import type { World } from '../facts/world.ts';
import type { TargetSet } from './destinations.ts';
import type { AccessCounts, BlastRadius, Certainty, ClosedStep, Reached, UndrawnStep } from './blast-radius.ts';
import { type JudgedStop, type Opening, pass } from './openings.ts';
import { distinct, entriesOf, type ReportParts, titleOf } from './paths.ts';
import { noWhereabouts } from './rings.ts';
import type { Walk } from './walk.ts';

/** Entries, closed steps, leads and counts of a walk, in their order. */
export function report(parts: ReportParts): Pick<BlastRadius, 'reached' | 'closed' | 'undrawn' | 'counts'> {
  const reached = entriesOf(parts);
  return {
    reached,
    ...standstills(parts),
    counts: countReached(reached),
  };
}

/** Where the attacker did not get on: steps that a stop keeps shut, and open steps whose targets are not drawn. */
function standstills({ world, walk, ground }: ReportParts): Pick<BlastRadius, 'closed' | 'undrawn'> {
  const closed: ClosedStep[] = [];
  const undrawn = new Map<string, UndrawnStep>();
  const kept = createKeeping(walk);
  const seen = new Set<Opening>();
  for (const { element, access } of walk.arrivals) {
    const reaches = access === 'control' ? ground.openings(element, 'reach') : [];
    for (const opening of [...ground.openings(element, access), ...reaches]) {
      if (seen.has(opening)) continue;
      seen.add(opening);
      const passage = pass(opening, walk.assumed);
      if (passage.kind === 'halted') {
        const ids = kept(opening);
        if (ids.length > 0) closed.push(closedStep(world, opening, { by: passage.by, kept: ids }));
      } else if (!opening.set.isDrawn) {
        const lead = undrawnStep(world, opening, passage.certainty);
        const known = undrawn.get(lead.rule);
        if (lead.selectors.length > 0 && (known === undefined || known.certainty === 'possible')) {
          if (known === undefined || lead.certainty === 'proven') undrawn.set(lead.rule, lead);
        }
      }
    }
  }
  return {
    closed: closed.sort(
      (a, b) => compareText(a.rule, b.rule) || compareText(a.from, b.from) || compareText(a.flow ?? '', b.flow ?? ''),
    ),
    undrawn: [...undrawn.values()].sort((a, b) => compareText(a.rule, b.rule)),
  };
}

/** What a closed step keeps: its targets that are not provenly had otherwise, sorted; worked out once a set. */
function createKeeping({ arrivals }: Walk): (opening: Opening) => readonly ElementId[] {
  const proven = new Set(
    arrivals.filter(({ assumptions }) => assumptions === 0).map(({ element, access }) => `${access}|${element.id}`),
  );
  const keptOf = new Map<TargetSet, readonly ElementId[]>();
  return ({ set, compiled }) => {
    const known = keptOf.get(set);
    if (known !== undefined) return known;
    const ids = set.targets
      .map(({ element }) => element.id)
      .filter((id) => !proven.has(`${compiled.step.gives}|${id}`) && !proven.has(`control|${id}`))
      .sort(compareText);
    keptOf.set(set, ids);
    return ids;
  };
}

function closedStep(
  world: World,
  opening: Opening,
  { by, kept }: { readonly by: JudgedStop; readonly kept: readonly ElementId[] },
): ClosedStep {
  const [only, ...others] = opening.set.targets;
  return {
    rule: opening.compiled.step.id,
    title: titleOf(world, opening, others.length === 0 ? (only?.element ?? null) : null),
    from: opening.from.id,
    flow: opening.flow?.flow.id ?? null,
    control: by.stop.control,
    facts: by.stands === true ? distinct<Fact>(by.stop.when?.condition(opening.scene).because ?? [], factKey) : [],
    kept,
  };
}

function undrawnStep(world: World, opening: Opening, certainty: Certainty): UndrawnStep {
  const { step, provided } = opening.compiled;
  const { to } = step;
  return {
    rule: step.id,
    title: titleOf(world, opening, null),
    from: opening.from.id,
    certainty: provided === null ? certainty : 'possible',
    selectors: to.kind === 'around' ? to.boundary : to.kind === 'among' ? to.elements : [],
  };
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
