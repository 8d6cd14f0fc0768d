/**
 * Results in three-valued logic, each with its trace. `undefined` is unknown. `and` is false if any part is false, else unknown if any is
 * unknown; `or` is its mirror; the negation of unknown is unknown (Kleene's strong logic).
 */

import type { Fact, Missing } from './fact.ts';

/** A value, the facts it rests on, and for an unknown one the properties that could decide it. */
export interface Outcome<T> {
  /** `undefined` = unknown. */
  readonly value: T | undefined;
  readonly because: readonly Fact[];
  readonly missing: readonly Missing[];
}

/** True, false or unknown, with its trace. */
export type Truth = Outcome<boolean>;

const NOTHING: readonly never[] = [];

/** A known value. */
export const known = <T>(value: T, because: readonly Fact[] = NOTHING): Outcome<T> => ({
  value,
  because,
  missing: NOTHING,
});

/** An unknown value and what could decide it. */
export const unknown = (missing: readonly Missing[] = NOTHING, because: readonly Fact[] = NOTHING): Outcome<never> => ({
  value: undefined,
  because,
  missing,
});

/** Joins two traces without copying where one is empty. */
export const join = <T>(left: readonly T[], right: readonly T[]): readonly T[] =>
  left.length === 0 ? right : right.length === 0 ? left : [...left, ...right];

/** Kleene's and. The facts of a false result are those of its false parts. */
export function and(left: Truth, right: Truth): Truth {
  if (left.value === false) return right.value === false ? known(false, join(left.because, right.because)) : left;
  if (right.value === false) return right;
  const because = join(left.because, right.because);
  if (left.value === true && right.value === true) return known(true, because);
  return { value: undefined, because, missing: join(left.missing, right.missing) };
}

/** Kleene's or. The facts of a true result are those of all its true parts: each alone would do. */
export function or(left: Truth, right: Truth): Truth {
  if (left.value === true) return right.value === true ? known(true, join(left.because, right.because)) : left;
  if (right.value === true) return right;
  const because = join(left.because, right.because);
  if (left.value === false && right.value === false) return known(false, because);
  return { value: undefined, because, missing: join(left.missing, right.missing) };
}

/** Negation; what an unknown waits for stays. */
export const not = (operand: Truth): Truth =>
  operand.value === undefined ? operand : { ...operand, value: !operand.value };

/** The same value with a wider trace. */
export const withFacts = <T>(outcome: Outcome<T>, because: readonly Fact[]): Outcome<T> =>
  because.length === 0 ? outcome : { ...outcome, because: join(because, outcome.because) };
