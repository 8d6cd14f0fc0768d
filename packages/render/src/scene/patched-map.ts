/** A map that is another one but for a few values. The keys stay; making one costs what is different, not what is there. */

/** More values apart than this share of the map are better copied. */
const MOST = 0.25;

interface Patch<Key, Value> {
  readonly base: ReadonlyMap<Key, Value>;
  readonly other: ReadonlyMap<Key, Value>;
}

const patches = new WeakMap<ReadonlyMap<unknown, unknown>, Patch<unknown, unknown>>();

/** The map with these values instead of its own. Keys that it does not have are left out. */
export function withValues<Key, Value>(
  map: ReadonlyMap<Key, Value>,
  values: ReadonlyMap<Key, Value>,
): ReadonlyMap<Key, Value> {
  if (values.size === 0) return map;
  const known = patches.get(map) as Patch<Key, Value> | undefined; // made for this very map
  const base = known?.base ?? map;
  const other = new Map(known?.other);
  for (const [key, value] of values) if (base.has(key)) other.set(key, value);
  if (other.size > base.size * MOST) return new Map(entriesOf({ base, other }));
  const made = patchedMap({ base, other });
  patches.set(made, { base, other });
  return made;
}

function* entriesOf<Key, Value>({ base, other }: Patch<Key, Value>): MapIterator<[Key, Value]> {
  // A value may be undefined: what is there instead is asked for by its key.
  for (const entry of base) yield other.has(entry[0]) ? [entry[0], other.get(entry[0]) as Value] : entry; // it has the key
}

function* valuesOf<Key, Value>(patch: Patch<Key, Value>): MapIterator<Value> {
  for (const [, value] of entriesOf(patch)) yield value;
}

function patchedMap<Key, Value>(patch: Patch<Key, Value>): ReadonlyMap<Key, Value> {
  const { base, other } = patch;
  const made: ReadonlyMap<Key, Value> = {
    size: base.size,
    has: (key) => base.has(key),
    get: (key) => (other.has(key) ? other.get(key) : base.get(key)),
    keys: () => base.keys(),
    values: () => valuesOf(patch),
    entries: () => entriesOf(patch),
    [Symbol.iterator]: () => entriesOf(patch),
    forEach(call) {
      for (const [key, value] of entriesOf(patch)) call(value, key, made);
    },
  };
  return made;
}
