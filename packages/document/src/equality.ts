/** Comparing, copying and freezing of the plain values kept in the document. */

/**
 * Whether two plain values have the same content. Objects compare by their own keys in any order; `null` and `undefined` are the same,
 * since an absent key and `null` mean the same in the document. Numbers compare with `===`.
 */
export function equalValues(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a === null || a === undefined || b === null || b === undefined) return (a ?? null) === (b ?? null);
  if (typeof a !== 'object' || typeof b !== 'object') return Number.isNaN(a) && Number.isNaN(b);
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, at) => equalValues(item, b[at]));
  }
  if (a instanceof Map || b instanceof Map || a instanceof Uint8Array || b instanceof Uint8Array) return false;
  const left = ownEntries(a);
  const right = ownEntries(b);
  if (left.size !== right.size) return false;
  for (const [key, value] of left) if (!right.has(key) || !equalValues(value, right.get(key))) return false;
  return true;
}

const ownEntries = (value: object): ReadonlyMap<string, unknown> => new Map(Object.entries(value));

/** Freezes a value and everything plain inside it; returns it. Stops at what is frozen already. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
  return value;
}

/**
 * A copy that the document may keep: plain JSON with lone surrogates replaced by U+FFFD (they would reach other replicas changed) and
 * `-0` as 0. `undefined` becomes `null`; anything that is not plain JSON gives `undefined`, and so does an object with a key `constructor`, by
 * which Yjs would take it for something else.
 */
export function storable(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return wellFormed(value);
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : undefined;
  if (Array.isArray(value)) {
    const items = value.map(storable);
    return items.includes(undefined) ? undefined : items;
  }
  return typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype
    ? storableObject(value)
    : undefined;
}

/** Whether Yjs takes the value as plain: it asks an object for its constructor, which a foreign one may name otherwise. */
export const isSettable = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || !Object.hasOwn(value, 'constructor');

function storableObject(value: object): unknown {
  if (!isSettable(value)) return undefined;
  const entries = Object.entries(value).map(([key, item]: [string, unknown]) => [wellFormed(key), storable(item)]);
  return entries.some(([, item]) => item === undefined) ? undefined : Object.fromEntries(entries);
}

/** The text with every lone surrogate replaced by U+FFFD, as UTF-8 would carry it. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');
