/** Places for gestures: order keys above siblings, coordinate checks, moving children out of a boundary that goes away, chains of parents as shown. */

import { COORDINATE_LIMIT, compareText, type ElementId, type FlowId, isOrderKey } from '@strideboard/model';
import { generateKeyBetween } from 'fractional-indexing';
import type { Gesture } from './gesture.ts';

/** The coordinate as it is stored: an integer; `null` when it is out of range or not a number. */
export function coordinate(value: number): number | null {
  const rounded = Math.round(value) + 0;
  return Number.isFinite(value) && Math.abs(rounded) < COORDINATE_LIMIT ? rounded : null;
}

/** An order key above all the given ones. */
export function orderAbove(keys: Iterable<string>): string {
  let highest: string | null = null;
  for (const key of keys) if (highest === null || compareText(key, highest) > 0) highest = key;
  if (highest === null || isFractionalIndex(highest)) {
    const above = generateKeyBetween(highest, null);
    if (isOrderKey(above)) return above;
  }
  // A foreign key that the library cannot continue: a longer text sorts above; at the limit of length ids decide.
  const longer = `${highest ?? 'a0'}V`;
  return isOrderKey(longer) ? longer : (highest ?? 'a0');
}

/** An order key between two, either of which may be absent. Keys that the library cannot continue, or equal ones, give one above the lower. */
export function orderBetween(below: string | null, above: string | null): string {
  const usable = [below, above].every((key) => key === null || isFractionalIndex(key));
  if (usable && (below === null || above === null || compareText(below, above) < 0)) {
    const between = generateKeyBetween(below, above);
    if (isOrderKey(between)) return between;
  }
  return orderAbove(below === null ? [] : [below]);
}

/**
 * Whether the key has the form the library continues: a head letter that tells the length of the integer, then a fraction without trailing zero.
 * The digits were checked when the key was read.
 */
function isFractionalIndex(key: string): boolean {
  const head = key.charCodeAt(0);
  const isUpper = key[0] !== undefined && key[0] >= 'A' && key[0] <= 'Z';
  const integerLength = isUpper ? 'Z'.charCodeAt(0) - head + 2 : head - 'a'.charCodeAt(0) + 2;
  if (key.length < integerLength || key === `A${'0'.repeat(26)}`) return false;
  return key.length === integerLength || !key.endsWith('0');
}

/** An order key above the children of a parent. */
export function orderAboveSiblings(gesture: Gesture, parent: ElementId | null): string {
  return orderAbove((gesture.index.children.get(parent) ?? []).map(({ z }) => z));
}

/**
 * Plans new parents for children of boundaries that stop holding anything: the nearest ancestor that stays, at the same absolute place.
 * Children that go too are left alone.
 */
export function liftOut(
  gesture: Gesture,
  going: ReadonlySet<ElementId>,
  leaving: ReadonlySet<ElementId> = going,
): void {
  for (const element of gesture.model.elements) {
    if (element.parent === null || !going.has(element.parent) || leaving.has(element.id)) continue;
    let parent: ElementId | null = element.parent;
    while (parent !== null && going.has(parent)) parent = gesture.element(parent)?.parent ?? null;
    const here = gesture.box(element.id);
    const origin = parent === null ? { x: 0, y: 0 } : gesture.box(parent);
    gesture.put('nodes', element.id, 'at', [parent, here.x - origin.x, here.y - origin.y]);
  }
}

/**
 * Flows that stay keep their bends where they are when the boundaries that these are measured from go: they are measured from the innermost
 * boundary that stays. Gives the first flow whose bends would be out of range.
 */
export function liftRoutes(gesture: Gesture, going: ReadonlySet<ElementId>): FlowId | null {
  for (const { id, route, source, target } of gesture.model.flows) {
    if (route === null || route.base === null || !going.has(route.base)) continue;
    if (going.has(source) || going.has(target)) continue;
    let base: ElementId | null = route.base;
    while (base !== null && going.has(base)) base = gesture.element(base)?.parent ?? null;
    const here = gesture.box(route.base);
    const origin = base === null ? { x: 0, y: 0 } : gesture.box(base);
    const points = route.points.map(([x, y]) => [coordinate(x + here.x - origin.x), coordinate(y + here.y - origin.y)]);
    if (points.flat().includes(null)) return id;
    gesture.put('edges', id, 'way', [base, points]);
  }
  return null;
}

/**
 * The new parent may be shown above a deleted boundary that is stored inside one of the moved elements. Then the stored chain would close
 * into a cycle that the picture does not show; writing the ancestors' places as shown keeps the two the same.
 */
export function settleAncestors(gesture: Gesture, parent: ElementId, moved: ReadonlySet<string>): void {
  const visited = new Set<string>();
  let at: string | null = parent;
  while (at !== null && !moved.has(at) && !visited.has(at)) {
    visited.add(at);
    at = gesture.stored(at)?.element.parent ?? null;
  }
  if (at === null || !moved.has(at)) return;
  for (let shown = gesture.element(parent); shown !== undefined; ) {
    if (gesture.stored(shown.id)?.element.parent !== shown.parent) {
      gesture.put('nodes', shown.id, 'at', [shown.parent, shown.x, shown.y]);
    }
    shown = shown.parent === null ? undefined : gesture.element(shown.parent);
  }
}

/** The given ids once each. */
export const unique = <T>(ids: Iterable<T>): readonly T[] => [...new Set(ids)];
