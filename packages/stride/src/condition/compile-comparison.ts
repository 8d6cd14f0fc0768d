/** Comparisons: of two values, and of one value with a list. */

import { join, known, type Outcome, unknown } from '../outcome.ts';
import { expectListed, expectSame } from './check-names.ts';
import { broken, type Compiled, expectType, type Frame, unfit } from './compiled.ts';
import type { Comparison, Expression } from './syntax.ts';
import { isElementList, isScalarList, isSubject, type Scene, type Value } from './value.ts';

/** Compiles a sub-expression. */
type Compile = (expression: Expression) => Compiled;

/** Compiles a comparison of two values. */
export function compileComparison(
  expression: Extract<Expression, { kind: 'compare' }>,
  frame: Frame,
  compile: Compile,
): Compiled {
  const { operator, at } = expression;
  const left = compile(expression.left);
  const right = compile(expression.right);
  if (operator === '==' || operator === '!=') {
    expectType(left, ['boolean', 'number', 'string', 'null', 'element'], frame.errors);
    expectType(right, ['boolean', 'number', 'string', 'null', 'element'], frame.errors);
    expectSame(left, right, frame.errors, at);
    expectListed(left, right, frame);
    expectListed(right, left, frame);
  } else {
    expectType(left, ['number'], frame.errors);
    expectType(right, ['number'], frame.errors);
  }
  const evaluate = (scene: Scene): Outcome<Value> => {
    const [a, b] = [left.evaluate(scene), right.evaluate(scene)];
    const because = join(a.because, b.because);
    if (a.value === undefined || b.value === undefined) return unknown(join(a.missing, b.missing), because);
    const result = compareValues(operator, a.value, b.value);
    if (result !== undefined) return known(result, because);
    return unfit(scene, typeof a.value === 'number' ? b : a);
  };
  const value = (scene: Scene): Value | undefined => {
    const [a, b] = [left.value(scene), right.value(scene)];
    if (a === undefined || b === undefined) return undefined;
    const result = compareValues(operator, a, b);
    // What cannot be compared is reported with the facts that say so.
    if (result === undefined) evaluate(scene);
    return result;
  };
  return { type: 'boolean', at, evaluate, value };
}

/** `undefined` for what cannot be compared so. */
function compareValues(operator: Comparison, a: Value, b: Value): boolean | undefined {
  if (operator === '==' || operator === '!=') {
    if (isScalarList(a) || isScalarList(b) || isElementList(a) || isElementList(b)) return undefined;
    // A subject is itself, whichever of its versions stands here.
    const same = isSubject(a) && isSubject(b) ? a.id === b.id : a === b;
    return same === (operator === '==');
  }
  if (typeof a !== 'number' || typeof b !== 'number') return undefined;
  if (operator === '<') return a < b;
  if (operator === '<=') return a <= b;
  return operator === '>' ? a > b : a >= b;
}

/** Compiles `in` with its list. */
export function compileMembership(
  expression: Extract<Expression, { kind: 'in' }>,
  frame: Frame,
  compile: Compile,
): Compiled {
  const { at } = expression;
  const left = compile(expression.left);
  expectType(left, ['boolean', 'number', 'string'], frame.errors);
  if (expression.right.kind !== 'list') {
    frame.errors.push({
      code: 'condition-type',
      at: expression.right.at,
      message: 'After "in" a list in brackets is needed.',
    });
    return broken(at);
  }
  const values: Value[] = [];
  for (const item of expression.right.items) {
    const compiled = compile(item);
    if (compiled.literal === undefined) {
      frame.errors.push({
        code: 'condition-type',
        at: item.at,
        message: 'A list holds only texts, numbers, true and false.',
      });
      continue;
    }
    expectSame(left, compiled, frame.errors, item.at);
    expectListed(left, compiled, frame);
    values.push(compiled.literal.value);
  }
  const evaluate = (scene: Scene): Outcome<Value> => {
    const { value, because, missing } = left.evaluate(scene);
    return value === undefined ? unknown(missing, because) : known(values.includes(value), because);
  };
  const value = (scene: Scene): Value | undefined => {
    const found = left.value(scene);
    return found === undefined ? undefined : values.includes(found);
  };
  return { type: 'boolean', at, evaluate, value };
}
