/** Not, and, or: in three-valued logic, with the trace and without, and by kinds alone. */

import { and, not, or, type Truth } from '../outcome.ts';
import { type Compiled, expectType, type Frame, truthAlone, truthOf } from './compiled.ts';
import type { Expression, Position } from './syntax.ts';
import type { Scene } from './value.ts';

/** Compiles a negation of what was compiled. */
export function compileNegation(operand: Compiled, { errors }: Frame, at: Position): Compiled {
  expectType(operand, ['boolean'], errors);
  return {
    type: 'boolean',
    at,
    evaluate: (scene) => not(truthOf(scene, operand.evaluate(scene))),
    value: (scene) => {
      const truth = truthAlone(scene, operand);
      return truth === undefined ? undefined : !truth;
    },
    ...(operand.byKind === undefined ? {} : { byKind: negated(operand.byKind) }),
  };
}

/** Compiles what joins two sides that were compiled. */
export function compileJunction(
  { kind, at }: Pick<Extract<Expression, { kind: 'and' | 'or' }>, 'kind' | 'at'>,
  [left, right]: readonly [Compiled, Compiled],
  { errors }: Frame,
): Compiled {
  expectType(left, ['boolean'], errors);
  expectType(right, ['boolean'], errors);
  return {
    type: 'boolean',
    at,
    evaluate: kind === 'and' ? conjunction(left, right) : disjunction(left, right),
    value: kind === 'and' ? conjunctionAlone(left, right) : disjunctionAlone(left, right),
    ...joinedByKind(left, right, kind === 'or'),
  };
}

/** A false left side decides alone. */
const conjunction =
  (left: Compiled, right: Compiled) =>
  (scene: Scene): Truth => {
    const first = truthOf(scene, left.evaluate(scene));
    return first.value === false ? first : and(first, truthOf(scene, right.evaluate(scene)));
  };

/** Both sides are always looked at, so that the trace names every reason. */
const disjunction =
  (left: Compiled, right: Compiled) =>
  (scene: Scene): Truth =>
    or(truthOf(scene, left.evaluate(scene)), truthOf(scene, right.evaluate(scene)));

type ByKind = NonNullable<Compiled['byKind']>;

const negated =
  (operand: ByKind): ByKind =>
  (kinds) => {
    const value = operand(kinds);
    return value === undefined ? undefined : !value;
  };

/** `decisive` decides alone: true in a disjunction, false in a conjunction. The other value needs both sides. */
function joinedByKind(left: Compiled, right: Compiled, decisive: boolean): Pick<Compiled, 'byKind'> {
  const [one, other] = [left.byKind, right.byKind];
  if (one === undefined && other === undefined) return {};
  return {
    byKind: (kinds) => {
      const [first, second] = [one?.(kinds), other?.(kinds)];
      if (first === decisive || second === decisive) return decisive;
      return first === undefined || second === undefined ? undefined : !decisive;
    },
  };
}

const conjunctionAlone =
  (left: Compiled, right: Compiled) =>
  (scene: Scene): boolean | undefined => {
    const { waits } = scene.world;
    const mark = waits.length;
    const first = truthAlone(scene, left);
    if (first === false) return false;
    const second = truthAlone(scene, right);
    if (second !== false) return first === undefined ? undefined : second;
    if (waits.length > mark) waits.length = mark;
    return false;
  };

const disjunctionAlone =
  (left: Compiled, right: Compiled) =>
  (scene: Scene): boolean | undefined => {
    const { waits } = scene.world;
    const mark = waits.length;
    const first = truthAlone(scene, left);
    const second = truthAlone(scene, right);
    if (first !== true && second !== true) return first === undefined ? undefined : second;
    if (waits.length > mark) waits.length = mark;
    return true;
  };
