/** From where property tests take their seeds, and what a failure says: the seed, and the one line that repeats it. */

import { seedsUpTo } from './random.ts';

/**
 * The seeds of this run: `STRIDEBOARD_FUZZ_SEEDS` of them (100 when nothing is said) from `STRIDEBOARD_FUZZ_FIRST` (1) on, so that a long
 * run can be divided among machines. `share` is the part of them that a costly law makes do with.
 */
export function fuzzSeeds(share = 1): readonly number[] {
  const count = numberFrom('STRIDEBOARD_FUZZ_SEEDS', 100);
  const first = numberFrom('STRIDEBOARD_FUZZ_FIRST', 1);
  return seedsUpTo(Math.max(1, Math.ceil(count * share))).map((seed) => seed + first - 1);
}

function numberFrom(name: string, otherwise: number): number {
  const said = setting(name);
  const given = Number(said ?? otherwise);
  if (!Number.isSafeInteger(given) || given < 1)
    throw new Error(`${name} is a whole number from 1, not ${String(said)}`);
  return given;
}

/** A variable of the environment; rooms know nothing of Node.js, so it is looked up by name. */
function setting(name: string): unknown {
  const found: unknown = Reflect.get(globalThis, 'process');
  const variables: unknown = typeof found === 'object' && found !== null ? Reflect.get(found, 'env') : undefined;
  return typeof variables === 'object' && variables !== null ? Reflect.get(variables, name) : undefined;
}

/** Seeds in groups for `it.each`, each with its name, so that a report stays readable and no test outlasts its time limit. */
export function seedBatches(share = 1, size = 25): (readonly [string, readonly number[]])[] {
  const seeds = fuzzSeeds(share);
  const batches: (readonly [string, readonly number[]])[] = [];
  for (let at = 0; at < seeds.length; at += size) {
    const batch = seeds.slice(at, at + size);
    batches.push([`${batch[0]}–${batch.at(-1)}`, batch]);
  }
  return batches;
}

/** Runs a check for each seed; a failure names `law` (the test file's beginning), the seed and how to repeat it. */
export function forSeeds(law: string, seeds: readonly number[], check: (seed: number) => void): void {
  for (const seed of seeds) {
    try {
      check(seed);
    } catch (cause) {
      throw withRepeat(law, seed, cause);
    }
  }
}

/** The same failure, said with the seed and the command that repeats it. */
export function withRepeat(law: string, seed: number, cause: unknown): Error {
  const failure = cause instanceof Error ? cause : new Error(String(cause));
  failure.message = `${law}, seed ${seed}: ${failure.message}\n\nTo repeat: npm run fuzz -- --first ${seed} --seeds 1 ${law}`;
  return failure;
}
