/** From a walk to what people and programs read: entries with paths, closed steps, leads, counts. */

import { compareText, type ElementId } from '@strideboard/model';
import type { Access } from '@strideboard/packs';
import { type Fact, factKey } from '../fact.ts';
import type { World } from '../facts/world.ts';
import type { AccessCounts, BlastRadius, Certainty, ClosedStep, Reached, UndrawnStep } from './blast-radius.ts';
import type { Opening } from './openings.ts';
import { distinct, entriesOf, type ReportParts, titleOf } from './paths.ts';
import { noWhereabouts } from './rings.ts';
import type { Walk } from './walk.ts';

/** Entries, closed steps, leads and counts of a walk, in their order. */
export function report(parts: ReportParts): Pick<BlastRadius, 'reached' | 'closed' | 'undrawn' | 'counts'> {
  const { world, walk } = parts;
  const reached = entriesOf(parts);
  return {
    reached,
    closed: closedSteps(world, walk),
    undrawn: undrawnSteps(world, walk),
    counts: countReached(reached),
  };
}

/** Steps that a stop kept shut, with those of their targets that are not provenly had otherwise. */
function closedSteps(world: World, walk: Walk): readonly ClosedStep[] {
  const proven = new Set(
    walk.arrivals
      .filter(({ assumptions }) => assumptions === 0)
      .map(({ element, access }) => `${access}|${element.id}`),
  );
  const keptOf = new Map<string, readonly ElementId[]>();
  const kept = ({ set, compiled }: Opening): readonly ElementId[] => {
    const known = keptOf.get(set.key);
    if (known !== undefined) return known;
    const ids = set.targets
      .map(({ element }) => element.id)
      .filter((id) => !proven.has(`${compiled.step.gives}|${id}`) && !proven.has(`control|${id}`));
    const sorted = ids.sort(compareText);
    keptOf.set(set.key, sorted);
    return sorted;
  };
  return walk.halts
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
    .sort(
      (a, b) => compareText(a.rule, b.rule) || compareText(a.from, b.from) || compareText(a.flow ?? '', b.flow ?? ''),
    );
}

/** Open steps whose targets are not drawn; of each step of the pack the most certain, then the first. */
function undrawnSteps(world: World, { leads }: Walk): readonly UndrawnStep[] {
  const byRule = new Map<string, UndrawnStep>();
  for (const { opening, certainty } of leads) {
    const { id, to } = opening.compiled.step;
    const selectors = to.kind === 'around' ? to.boundary : to.kind === 'among' ? to.elements : [];
    const known = byRule.get(id);
    if (selectors.length === 0 || (known !== undefined && (known.certainty === 'proven' || certainty === 'possible')))
      continue;
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
