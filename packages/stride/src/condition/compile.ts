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
  type Kinds,
  truthAlone,
  truthOf,
  type Type,
  unfit,
  waitFor,
} from './compiled.ts';
import { parseCondition } from './parse.ts';
import type { Comparison, ConditionError, Expression, Position } from './syntax.ts';
import { isElementList, isScalarList, isSubject, type Scene, type Value } from './value.ts';

/** A compiled condition: give it a scene, get true, false or unknown with the trace. */
export type Condition = (scene: Scene) => Truth;

/** What compiling a condition gives. */
export interface CompiledCondition {
  readonly condition: Condition;
  /** The same verdict without its facts; what an unknown one waits for stands in the world's `waits`, which the caller empties. */
  readonly decide: (scene: Scene) => boolean | undefined;
  /** Whether kinds and types alone make it false, whatever else is said: then it need not be run at all. */
  readonly isFalseByKind: (kinds: Kinds) => boolean;
  /** Names of the properties it may look at: nothing else that is said of a subject can change the verdict. */
  readonly names: ReadonlySet<string>;
}

/** Compiles a condition. All problems of names and types are listed; of the syntax, the first. */
export function compileCondition(
  text: string,
  subject: ConditionSubject,
  index: PackIndex,
): ({ readonly ok: true } & CompiledCondition) | { readonly ok: false; readonly errors: readonly ConditionError[] } {
  const parsed = parseCondition(text);
  if (!parsed.ok) return { ok: false, errors: [parsed.error] };
  const errors: ConditionError[] = [];
  const names = new Set<string>();
  const compiled = compile(parsed.expression, { subject, index, errors, names });
  expectType(compiled, ['boolean'], errors);
  if (errors.length > 0) return { ok: false, errors };
  const evaluate = compiled.evaluate;
  return {
    ok: true,
    condition: (scene) => truthOf(scene, evaluate(scene)),
    decide: (scene) => truthAlone(scene, compiled),
    isFalseByKind: (kinds) => compiled.byKind?.(kinds) === false,
    names,
  };
}

function compile(expression: Expression, frame: Frame): Compiled {
  const { at } = expression;
  switch (expression.kind) {
    case 'literal': {
      const { value } = expression;
      const outcome = known<Value>(value);
      return { type: typeOfLiteral(value), at, evaluate: () => outcome, value: () => value, literal: { value } };
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
        value: expression.kind === 'and' ? conjunctionAlone(left, right) : disjunctionAlone(left, right),
        ...joinedByKind(left, right, expression.kind === 'or'),
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
    if (second === false) waits.length = mark;
    return second === false ? false : first === undefined ? undefined : second;
  };

const disjunctionAlone =
  (left: Compiled, right: Compiled) =>
  (scene: Scene): boolean | undefined => {
    const { waits } = scene.world;
    const mark = waits.length;
    const first = truthAlone(scene, left);
    const second = truthAlone(scene, right);
    if (first !== true && second !== true) return first === undefined ? undefined : second;
    waits.length = mark;
    return true;
  };

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
  return { type, at, evaluate: (scene) => known<Value>(scene[key]), value: (scene) => scene[key] };
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
  frame.names.add(name);
  const evaluate = (scene: Scene): Outcome<Value> => {
    const subject = of.evaluate(scene);
    if (subject.value === undefined || subject.value === null || !isSubject(subject.value))
      return unknown(subject.missing);
    return withFacts<Value>(scene.world.read(subject.value, name), subject.because);
  };
  const value = (scene: Scene): Value | undefined => {
    const subject = of.value(scene);
    if (subject === undefined || subject === null || !isSubject(subject)) return undefined;
    const answer = scene.world.read(subject, name);
    if (answer.value === undefined) waitFor(scene, answer.missing);
    return answer.value;
  };
  return { type, at, evaluate, value, property: name };
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
  const value = (scene: Scene): Value | undefined => {
    const found = left.value(scene);
    return found === undefined ? undefined : values.includes(found);
  };
  return { type: 'boolean', at, evaluate, value };
}
