/** A small seeded random source, so that a failing script can be told by its seed. */

/** Random choices from one seed; the same seed gives the same choices. */
export interface Random {
  /** 0 ≤ value < 1 */
  next(): number;
  /** An integer 0 ≤ value < count; 0 for a count below 1. */
  below(count: number): number;
  /** An integer from low to high, both included. */
  between(low: number, high: number): number;
  /** Whether something of this probability happens. */
  chance(probability: number): boolean;
  /** One of the items; `undefined` for none. */
  pick<T>(items: readonly T[]): T | undefined;
  /** The items in random order. */
  shuffle<T>(items: readonly T[]): T[];
  /** Each item with the given probability. */
  some<T>(items: readonly T[], probability: number): T[];
}

/** Starts a random source (Mulberry32, a 32-bit generator in the public domain). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(next() * Math.max(0, count));
  return {
    next,
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (probability) => next() < probability,
    pick: (items) => items[below(items.length)],
    shuffle: (items) =>
      items
        .map((item) => ({ item, key: next() }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item),
    some: (items, probability) => items.filter(() => next() < probability),
  };
}

/** The seeds 1…count, or only the one given. */
export const seedsUpTo = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1);
