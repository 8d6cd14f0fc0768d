/** Where a step leads on a given model: the set of what it reaches, remembered, so that a thousand pods of a cluster share one. */

import type { Element, ElementId } from '@strideboard/model';
import type { Fact } from '../fact.ts';
import type { World } from '../facts/world.ts';
import type { Truth } from '../outcome.ts';
import type { CompiledStep } from './compile-steps.ts';

/** One thing a step leads to. */
export interface Target {
  readonly element: Element;
  /** The step's `provided` on it; `null` where it has none. Never false. */
  readonly provided: Truth | null;
  /** Where it stands; empty where place plays no part. */
  readonly place: readonly Fact[];
}

/** Everything a step leads to from one place. */
export interface TargetSet {
  /** The same for the same step and place. */
  readonly key: string;
  readonly targets: readonly Target[];
  /** False where nothing of that kind is there, whatever the step demands of it. */
  readonly isDrawn: boolean;
  /** False where nobody said which of several places is meant. */
  readonly isPlaced: boolean;
}

/** Builds the look-up. The anchor is what the step is seen from. */
export function createDestinations(world: World): (compiled: CompiledStep, anchor: Element) => TargetSet {
  const { graph, index } = world;
  const sets = new Map<string, TargetSet>();
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
  const holders = (anchor: Element, selectors: readonly string[]): readonly Element[] => {
    if (anchor.kind === 'boundary' && chosen(anchor, selectors)) return [anchor];
    const around = graph.enclosing(anchor.id).filter((boundary) => chosen(boundary, selectors));
    if (around.length < 2) return around;
    const outer = new Set(around.flatMap((boundary) => graph.enclosing(boundary.id)));
    return around.filter((boundary) => !outer.has(boundary));
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
      ? []
      : [{ kind: 'within', subject: element.id, witness: holder.id, selectors, holds: true }];

  const collect = (compiled: CompiledStep, anchor: Element): TargetSet => {
    const { id, to } = compiled.step;
    const make = (
      key: string,
      found: () => Iterable<readonly [Element, readonly Fact[]]>,
      isPlaced = true,
    ): TargetSet => {
      const whole = `${id}|${isPlaced ? '' : '?'}|${key}`;
      const known = sets.get(whole);
      if (known !== undefined) return known;
      const targets: Target[] = [];
      const seen = new Set<ElementId>();
      for (const [element, place] of found()) {
        if (seen.has(element.id)) continue;
        seen.add(element.id);
        const scene = { world, el: element, flow: null, source: null, target: null };
        const provided = compiled.provided === null ? null : compiled.provided(scene);
        if (provided?.value !== false) targets.push({ element, provided, place });
      }
      const set = { key: whole, targets, isDrawn: seen.size > 0, isPlaced };
      sets.set(whole, set);
      return set;
    };
    switch (to.kind) {
      case 'self':
        return make(anchor.id, () => [[anchor, []]]);
      case 'inside':
        return make(anchor.id, () =>
          graph.inside(anchor.id).map((element) => [element, within(element, anchor, [anchor.type])]),
        );
      case 'around': {
        const found = places(anchor, to.boundary, to.unplaced);
        if (found === null) return make('', () => []);
        // The place is a fact about the anchor, so the set is its own.
        return make(
          anchor.id,
          () => found.at.map((holder) => [holder, found.isPlaced ? within(anchor, holder, to.boundary) : []]),
          found.isPlaced,
        );
      }
      case 'among': {
        const isMeant = (element: Element): boolean => chosen(element, to.elements);
        const whole = (): readonly (readonly [Element, readonly Fact[]])[] =>
          graph.elements.filter(isMeant).map((element) => [element, []]);
        if (to.within.length === 0) return make('', whole);
        const found = places(anchor, to.within, to.unplaced);
        if (found === null) return make('', whole);
        return make(
          found.at.map((holder) => holder.id).join('|'),
          () =>
            found.at.flatMap((holder) =>
              [holder, ...graph.inside(holder.id)]
                .filter(isMeant)
                .map((element) => [element, within(element, holder, to.within)] as const),
            ),
          found.isPlaced,
        );
      }
    }
  };
  return collect;
}
