/** Where a step leads on a given model: the set of what it reaches, remembered, so that a thousand pods of a cluster share one. */

import type { Element, ElementId } from '@strideboard/model';
import type { Fact } from '../fact.ts';
import type { World } from '../facts/world.ts';
import type { CompiledStep } from './compile-steps.ts';

/** One thing a step leads to. */
export interface Target {
  readonly element: Element;
  /** Its place in the graph's list. */
  readonly at: number;
  /** Whether the step's `provided` is known to hold of it; true where it has none. */
  readonly isCertain: boolean;
  /** Where it stands; empty where place plays no part. */
  readonly place: readonly Fact[];
}

/** Everything a step leads to from one place: the same object for the same step and place. */
export interface TargetSet {
  readonly targets: readonly Target[];
  /** False where nothing of that kind is there, whatever the step demands of it. */
  readonly isDrawn: boolean;
  /** False where nobody said which of several places is meant. */
  readonly isPlaced: boolean;
}

/** Builds the look-up. The anchor is what the step is seen from. */
export function createDestinations(world: World): (compiled: CompiledStep, anchor: Element) => TargetSet {
  const { graph, index } = world;
  const placeOf = new Map(graph.elements.map(({ id }, at) => [id, at]));
  const sets = new Map<CompiledStep, Map<string, TargetSet>>();
  const boundaries = new Map<string, readonly Element[]>();
  const chosen = (element: Element, selectors: readonly string[]): boolean =>
    selectors.some((selector) => index.matches(element, selector));

  /** All boundaries of these kinds, sorted by id. */
  const drawn = (selectors: readonly string[]): readonly Element[] => {
    const key = selectors.join('|');
    const known = boundaries.get(key);
    if (known !== undefined) return known;
    const found = graph.elements.filter((element) => element.kind === 'boundary' && chosen(element, selectors));
    boundaries.set(key, found);
    return found;
  };

  /** The element itself where it is such a boundary, else the innermost ones around it: more than one for what runs in several places. */
  const findHolders = (anchor: Element, selectors: readonly string[]): readonly Element[] => {
    if (anchor.kind === 'boundary' && chosen(anchor, selectors)) return [anchor];
    const around = graph.enclosing(anchor.id).filter((boundary) => chosen(boundary, selectors));
    if (around.length < 2) return around;
    const outer = new Set(around.flatMap((boundary) => graph.enclosing(boundary.id)));
    return around.filter((boundary) => !outer.has(boundary));
  };
  const knownHolders = new Map<string, Map<ElementId, readonly Element[]>>();
  const holders = (anchor: Element, selectors: readonly string[]): readonly Element[] => {
    const key = selectors.join('|');
    let known = knownHolders.get(key);
    if (known === undefined) {
      known = new Map();
      knownHolders.set(key, known);
    }
    let found = known.get(anchor.id);
    if (found === undefined) {
      found = findHolders(anchor, selectors);
      known.set(anchor.id, found);
    }
    return found;
  };

  /** The places meant, and whether there is no doubt about them; `null` for one that is nowhere on the diagram. */
  const places = (
    anchor: Element,
    selectors: readonly string[],
    unplaced: 'each' | 'sole' | 'self',
  ): { readonly at: readonly Element[]; readonly isPlaced: boolean } | null => {
    const around = holders(anchor, selectors);
    if (around.length > 0) return { at: around, isPlaced: true };
    if (unplaced === 'self') return { at: [anchor], isPlaced: true };
    const all = drawn(selectors);
    return all.length === 0 ? null : { at: all, isPlaced: unplaced === 'sole' && all.length === 1 };
  };

  const within = (element: Element, holder: Element, selectors: readonly string[]): readonly Fact[] =>
    element.id === holder.id
      ? NOWHERE
      : [{ kind: 'within', subject: element.id, witness: holder.id, selectors, holds: true }];

  const fill = (compiled: CompiledStep, found: Iterable<Placed>, isPlaced: boolean): TargetSet => {
    const targets: Target[] = [];
    const seen = new Set<ElementId>();
    for (const { element, place } of found) {
      const at = placeOf.get(element.id);
      if (at === undefined || seen.has(element.id)) continue;
      seen.add(element.id);
      const provided = compiled.provided?.decide({ world, el: element, flow: null, source: null, target: null });
      if (provided === false) continue;
      targets.push({ element, at, isCertain: compiled.provided === null || provided === true, place });
    }
    return { targets, isDrawn: seen.size > 0, isPlaced };
  };

  /** A set that all who stand in the same place share. */
  const shared = (compiled: CompiledStep, key: string, make: () => TargetSet): TargetSet => {
    let ofStep = sets.get(compiled);
    if (ofStep === undefined) {
      ofStep = new Map();
      sets.set(compiled, ofStep);
    }
    let set = ofStep.get(key);
    if (set === undefined) {
      set = make();
      ofStep.set(key, set);
    }
    return set;
  };

  return (compiled, anchor) => {
    const { to } = compiled.step;
    switch (to.kind) {
      case 'self':
        return fill(compiled, [{ element: anchor, place: NOWHERE }], true);
      case 'inside':
        return fill(
          compiled,
          graph.inside(anchor.id).map((element) => ({ element, place: within(element, anchor, [anchor.type]) })),
          true,
        );
      case 'around': {
        const found = places(anchor, to.boundary, to.unplaced);
        if (found === null) return fill(compiled, [], true);
        const { at, isPlaced } = found;
        const placed = at.map((holder) => ({
          element: holder,
          place: isPlaced ? within(anchor, holder, to.boundary) : NOWHERE,
        }));
        return fill(compiled, placed, isPlaced);
      }
      case 'among': {
        const isMeant = (element: Element): boolean => chosen(element, to.elements);
        const found = to.within.length === 0 ? null : places(anchor, to.within, to.unplaced);
        if (found === null) {
          return shared(compiled, '', () => {
            const everywhere = graph.elements.filter(isMeant);
            return fill(
              compiled,
              everywhere.map((element) => ({ element, place: NOWHERE })),
              true,
            );
          });
        }
        const { at, isPlaced } = found;
        return shared(compiled, `${isPlaced ? '' : '?'}${at.map(({ id }) => id).join('|')}`, () =>
          fill(
            compiled,
            at.flatMap((holder) =>
              [holder, ...graph.inside(holder.id)]
                .filter(isMeant)
                .map((element) => ({ element, place: within(element, holder, to.within) })),
            ),
            isPlaced,
          ),
        );
      }
    }
  };
}

interface Placed {
  readonly element: Element;
  readonly place: readonly Fact[];
}

const NOWHERE: readonly Fact[] = [];
