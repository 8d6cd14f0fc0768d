/**
 * What controls add to what enforces a boundary: a control of a pack that is implemented or verified on a boundary brings its mechanism
 * there. A planned or failed one brings nothing, nor does a control of the room, which names no mechanism.
 */

import { type AppliedControl, compareText, type ElementId } from '@strideboard/model';
import type { Control } from '@strideboard/packs';
import { isInPlace } from '../register/risk.ts';

/** The name under which a look at them is noted; no property can have it. */
export const APPLIED_MECHANISMS = 'mechanisms of controls in place';

/** The mechanisms by element, as they change. */
export interface AppliedMechanisms {
  /** Written `mechanism` or `mechanism@layer`, sorted, without repeats. */
  of(element: ElementId): readonly string[];
  /** Takes all applied controls as they are now; gives the elements where something else is in place than before. */
  take(applied: readonly AppliedControl[]): readonly ElementId[];
}

/** Starts with nothing in place. */
export function createAppliedMechanisms(controls: readonly Control[]): AppliedMechanisms {
  const provides = new Map(
    controls.flatMap(({ id, mechanism, layer }) =>
      mechanism === undefined ? [] : [[id, layer === undefined ? mechanism : `${mechanism}@${layer}`] as const],
    ),
  );
  let byElement: ReadonlyMap<string, readonly string[]> = new Map();
  return {
    of: (element) => byElement.get(element) ?? NOTHING,
    take: (applied) => {
      const before = byElement;
      byElement = mechanismsOf(applied, provides);
      const ids = new Set([...before.keys(), ...byElement.keys()]);
      const isOther = (id: string): boolean => before.get(id)?.join() !== byElement.get(id)?.join();
      return [...ids].filter(isOther).map((id) => id as ElementId); // applied controls name elements
    },
  };
}

const NOTHING: readonly string[] = [];

function mechanismsOf(
  applied: readonly AppliedControl[],
  provides: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const { control, element, state } of applied) {
    const mechanism = provides.get(control);
    if (mechanism === undefined || !isInPlace(state)) continue;
    const known = found.get(element);
    if (known === undefined) found.set(element, new Set([mechanism]));
    else known.add(mechanism);
  }
  return new Map([...found].map(([element, mechanisms]) => [element, [...mechanisms].sort(compareText)]));
}
