/** Keeping identity: what is equal to what was there before stays the same object, and what is new is frozen. */

import type { Decision } from '@strideboard/model';
import { deepFreeze, equalValues } from './equality.ts';
import type { Person } from './read-frame.ts';

/** Decisions by threat id. */
export type DecisionRecord = Readonly<Record<string, Decision>>;

interface Identified {
  readonly id: string;
}

/** The list with the items whose facts were read anew replaced; the same list when none differs. */
export function replaceEach<Item extends Identified, Read>(
  items: readonly Item[],
  replaced: ReadonlyMap<string, Read>,
  replace: (shown: Item, read: Read) => Item,
): readonly Item[] {
  if (replaced.size === 0) return items;
  const next = items.map((item) => {
    const read = replaced.get(item.id);
    return read === undefined ? item : deepFreeze(replace(item, read));
  });
  return next.every((item, at) => item === items[at]) ? items : Object.freeze(next);
}

/** The value before when the two are equal. */
export const reuse = <T>(before: T, after: T): T => (equalValues(before, after) ? before : deepFreeze(after));

/** The new list made of old items wherever they are equal. */
export function reuseEach<Item extends Identified>(before: readonly Item[], after: readonly Item[]): readonly Item[] {
  const known = new Map(before.map((item) => [item.id, item]));
  const items = after.map((item) => {
    const old = known.get(item.id);
    return old !== undefined && equalValues(old, item) ? old : deepFreeze(item);
  });
  return items.length === before.length && items.every((item, at) => item === before[at])
    ? before
    : Object.freeze(items);
}

/**
 * The new object with every list, every item of a list and every other part that equals the one before kept as the same object. Both have
 * the same parts; they keep the order they had, so that equal views are equal to the byte.
 */
export function reuseParts<Parts extends object>(before: Parts, after: Parts): Parts {
  const given = new Map<string, unknown>(Object.entries(after));
  const parts = Object.entries(before).map(([name, old]: [string, unknown]) => {
    const part = given.get(name);
    return [name, Array.isArray(old) && Array.isArray(part) ? reuseList(old, part) : reuse(old, part)];
  });
  const next = Object.fromEntries(parts) as Parts; // each part came from under its own name
  return sameParts(before, next) ? before : Object.freeze(next);
}

function reuseList(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  if (after.length === before.length && after.every((item, at) => item === before[at])) return before;
  const same = new Set(before);
  // Most items are the same object; only the others are looked for by what tells them apart.
  const known = new Map<string, unknown>();
  if (after.some((item) => !same.has(item))) for (const item of before) known.set(identityOf(item), item);
  const items = after.map((item) => (same.has(item) ? item : reuse(known.get(identityOf(item)), item)));
  return items.length === before.length && items.every((item, at) => item === before[at])
    ? before
    : Object.freeze(items);
}

/** What tells items of one list apart: their id or key, or the pair they link. */
function identityOf(item: unknown): string {
  if (typeof item !== 'object' || item === null) return JSON.stringify(item);
  const get = (key: string): unknown => Reflect.get(item, key);
  return JSON.stringify(['id', 'key', 'root', 'threat', 'control', 'element'].map(get));
}

/** The old record when every decision in it is the same object. */
export function reuseRecord(before: DecisionRecord, after: DecisionRecord): DecisionRecord {
  const keys = Object.keys(after);
  const same =
    keys.length === Object.keys(before).length &&
    keys.every((key) => Object.hasOwn(before, key) && before[key] === after[key]);
  return same ? before : Object.freeze(after);
}

/** The old set when it has the same members. */
export function reuseMembers<Item>(before: ReadonlySet<Item>, after: ReadonlySet<Item>): ReadonlySet<Item> {
  if (before.size !== after.size) return after;
  for (const item of after) if (!before.has(item)) return after;
  return before;
}

/** The old map when it holds the same people. */
export function reusePeople(
  before: ReadonlyMap<string, Person>,
  after: ReadonlyMap<string, Person>,
): ReadonlyMap<string, Person> {
  return equalValues([...before], [...after]) ? before : after;
}

/** Whether every part of two objects is the same object. */
export function sameParts<T extends object>(a: T, b: T): boolean {
  const left = new Map<string, unknown>(Object.entries(a));
  return Object.entries(b).every(([key, value]) => left.get(key) === value);
}
