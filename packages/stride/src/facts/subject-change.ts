/** How one version of a subject differs from another, as far as judgement can tell. */

import { type Element, type Evidence, type Flow, isSameBox, type PropertyValue } from '@strideboard/model';
import type { Subject } from './world.ts';

/** What a change of a subject touches. */
export interface SubjectChange {
  /** Where things are may be another for anything: the look-ups have to be built anew. */
  readonly moved: boolean;
  /** Names of properties of which something else is said, or `all`: label, scope and everything else of it. */
  readonly facts: ReadonlySet<string> | 'all';
}

/** Compares two versions of an element. Geometry counts only where a line boundary could be crossed differently. */
export function elementChange(before: Element, after: Element, hasLines: boolean): SubjectChange {
  const isOther =
    before.kind !== after.kind ||
    before.type !== after.type ||
    before.parent !== after.parent ||
    before.of !== after.of ||
    before.shape.kind !== after.shape.kind ||
    !isSameList(before.memberOf, after.memberOf);
  const isElsewhere = hasLines && (!isSameBox(before, after) || before.shape !== after.shape);
  return { moved: isOther || isElsewhere, facts: isOther ? 'all' : factsChange(before, after) };
}

/** Compares two versions of a flow. */
export function flowChange(before: Flow, after: Flow, hasLines: boolean): SubjectChange {
  const isOther =
    before.source !== after.source || before.target !== after.target || before.direction !== after.direction;
  const isElsewhere = hasLines && before.route !== after.route;
  const facts = isOther || before.order !== after.order ? 'all' : factsChange(before, after);
  return { moved: isOther || isElsewhere, facts };
}

function factsChange(before: Subject, after: Subject): ReadonlySet<string> | 'all' {
  if (before.label !== after.label || before.outOfScope !== after.outOfScope) return 'all';
  const changed = new Set<string>();
  if (before.properties !== after.properties) addChanged(changed, before.properties, after.properties);
  if (before.evidence !== after.evidence) addChanged(changed, before.evidence, after.evidence);
  return changed;
}

function addChanged(
  changed: Set<string>,
  before: Readonly<Record<string, PropertyValue | Evidence>>,
  after: Readonly<Record<string, PropertyValue | Evidence>>,
): void {
  const names = [...Object.keys(before), ...Object.keys(after)];
  for (const name of names) {
    if (Object.hasOwn(before, name) !== Object.hasOwn(after, name) || before[name] !== after[name]) changed.add(name);
  }
}

const isSameList = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((item, at) => item === b[at]));
