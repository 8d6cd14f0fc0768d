/**
 * From the tree of a condition to a closure. Names, functions and the types of what is compared are checked here, against the pack, so that
 * a slip of the pen is a problem of the pack and not a rule that never fires.
 */

import type { PackIndex } from '@strideboard/packs';
import { and, join, known, not, or, type Outcome, type Truth, unknown, withFacts } from '../outcome.ts';
import { expectListed, expectSame, propertyType } from './check-names.ts';
import { compileCall } from './compile-call.ts';
import {
  broken,
  type Compiled,
  type ConditionSubject,
  expectType,
  type Frame,
  truthOf,
  type Type,
  unfit,
} from './compiled.ts';
import { parseCondition } from './parse.ts';
import type { Comparison, ConditionError, Expression, Position } from './syntax.ts';
import { isElementList, isScalarList, isSubject, type Scene, type Value } from './value.ts';

/** A compiled condition: give it a scene, get true, false or unknown with the trace. */
export type Condition = (scene: Scene) => Truth;

/** Compiles a condition. All problems of names and types are listed; of the syntax, the first. */
export function compileCondition(
  text: string,
  subject: ConditionSubject,
  index: PackIndex,
):
  | { readonly ok: true; readonly condition: Condition }
  | { readonly ok: false; readonly errors: readonly ConditionError[] } {
  const parsed = parseCondition(text);
  if (!parsed.ok) return { ok: false, errors: [parsed.error] };
  const errors: ConditionError[] = [];
  const compiled = compile(parsed.expression, { subject, index, errors });
  expectType(compiled, ['boolean'], errors);
  if (errors.length > 0) return { ok: false, errors };
  const evaluate = compiled.evaluate;
  return { ok: true, condition: (scene) => truthOf(scene, evaluate(scene)) };
}

function compile(expression: Expression, frame: Frame): Compiled {
  const { at } = expression;
  switch (expression.kind) {
    case 'literal': {
      const { value } = expression;
      const outcome = known<Value>(value);
      return { type: typeOfLiteral(value), at, evaluate: () => outcome, literal: { value } };
    }
    case 'list': {
      frame.errors.push({ code: 'condition-type', at, message: 'A list may only stand after "in".' });
      return broken(at);
    }
    case 'name':
      return compileName(expression.name, at, frame);
    case 'property':
      return compileProperty(expression, frame);
    case 'call':
      return compileCall(expression, frame, (argument) => compile(argument, frame));
    case 'not': {
      const operand = compile(expression.operand, frame);
      expectType(operand, ['boolean'], frame.errors);
      return { type: 'boolean', at, evaluate: (scene) => not(truthOf(scene, operand.evaluate(scene))) };
    }
    case 'and':
    case 'or': {
      const left = compile(expression.left, frame);
      const right = compile(expression.right, frame);
      expectType(left, ['boolean'], frame.errors);
      expectType(right, ['boolean'], frame.errors);
      return {
        type: 'boolean',
        at,
        evaluate: expression.kind === 'and' ? conjunction(left, right) : disjunction(left, right),
      };
    }
    case 'compare':
      return compileComparison(expression, frame);
    case 'in':
      return compileMembership(expression, frame);
  }
}

const typeOfLiteral = (value: string | number | boolean | null): Type =>
  value === null ? 'null' : typeof value === 'string' ? 'string' : typeof value === 'number' ? 'number' : 'boolean';

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

function compileName(name: string, at: Position, { subject, errors }: Frame): Compiled {
  const inFlow = subject === 'flow';
  const type: Type | null =
    name === 'el' && subject === 'element'
      ? 'element'
      : name === 'flow' && inFlow
        ? 'flow'
        : (name === 'source' || name === 'target') && inFlow
          ? 'element'
          : null;
  if (type === null) {
    const names = inFlow ? '"flow", "source" and "target"' : subject === 'element' ? '"el"' : 'no names';
    errors.push({
      code: 'condition-name',
      at,
      message: `"${name}" means nothing here; a rule of this scope knows ${names}.`,
    });
    return broken(at);
  }
  const key = name as 'el' | 'flow' | 'source' | 'target'; // one of the four, or we would have returned
  return { type, at, evaluate: (scene) => known<Value>(scene[key]) };
}

function compileProperty(expression: Extract<Expression, { kind: 'property' }>, frame: Frame): Compiled {
  const { name, at } = expression;
  const of = compile(expression.of, frame);
  expectType(of, ['element', 'flow'], frame.errors);
  const type = propertyType(name, frame.index);
  if (type === null) {
    frame.errors.push({
      code: 'condition-name',
      at,
      message: `No property is called "${name}". Define it or correct the name.`,
    });
    return broken(at);
  }
  const evaluate = (scene: Scene): Outcome<Value> => {
    const subject = of.evaluate(scene);
    if (subject.value === undefined || subject.value === null || !isSubject(subject.value))
      return unknown(subject.missing);
    return withFacts<Value>(scene.world.read(subject.value, name), subject.because);
  };
  return { type, at, evaluate, property: name };
}

function compileComparison(expression: Extract<Expression, { kind: 'compare' }>, frame: Frame): Compiled {
  const { operator, at } = expression;
  const left = compile(expression.left, frame);
  const right = compile(expression.right, frame);
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
  return { type: 'boolean', at, evaluate };
}

/** `undefined` for what cannot be compared so. */
function compareValues(operator: Comparison, a: Value, b: Value): boolean | undefined {
  if (operator === '==' || operator === '!=') {
    if (isScalarList(a) || isScalarList(b) || isElementList(a) || isElementList(b)) return undefined;
    return (a === b) === (operator === '==');
  }
  if (typeof a !== 'number' || typeof b !== 'number') return undefined;
  if (operator === '<') return a < b;
  if (operator === '<=') return a <= b;
  return operator === '>' ? a > b : a >= b;
}

function compileMembership(expression: Extract<Expression, { kind: 'in' }>, frame: Frame): Compiled {
  const { at } = expression;
  const left = compile(expression.left, frame);
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
    const compiled = compile(item, frame);
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
  return { type: 'boolean', at, evaluate };
}
