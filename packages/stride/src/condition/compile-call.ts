/** Calls of core functions: what they look at, and the literal texts that follow. */

import type { PackIndex } from '@strideboard/packs';
import type { CoreFunction } from '../functions/core-function.ts';
import type { World } from '../facts/world.ts';
import { CORE_FUNCTIONS } from '../functions/core-functions.ts';
import { kind } from '../functions/value-functions.ts';
import { type Outcome, unknown, withFacts } from '../outcome.ts';
import { canChoose, propertyType } from './check-names.ts';
import { broken, type Compiled, expectType, type Frame, type Type, unfit, waitFor } from './compiled.ts';
import type { Expression, Position } from './syntax.ts';
import { isElement, isElementList, isScalarList, isSubject, type Scene, type Value } from './value.ts';

/** Compiles a call; `compileArgument` compiles its first argument where it is not a literal text. */
export function compileCall(
  expression: Extract<Expression, { kind: 'call' }>,
  frame: Frame,
  compileArgument: (argument: Expression) => Compiled,
): Compiled {
  const { name, at, args } = expression;
  const called = CORE_FUNCTIONS.get(name);
  if (called === undefined) {
    frame.errors.push({
      code: 'condition-name',
      at,
      message: `There is no function "${name}". See the list of functions.`,
    });
    return broken(at);
  }
  if (called.on === 'flow') {
    if (frame.subject !== 'flow') {
      frame.errors.push({ code: 'condition-name', at, message: `"${name}" is for rules whose scope is flow.` });
      return broken(at);
    }
    const constants = readConstants(called, args, frame, at);
    const evaluate = (scene: Scene): Outcome<Value> =>
      scene.flow === null ? unknown() : called.evaluate(scene.world, scene.flow, constants);
    const { decide } = called;
    const value =
      decide === undefined
        ? (scene: Scene): Value | undefined => alone(scene, evaluate(scene))
        : (scene: Scene): Value | undefined =>
            scene.flow === null ? undefined : decide(scene.world, scene.flow, constants);
    return { type: called.returns, at, evaluate, value };
  }
  const [first, ...rest] = args;
  if (first === undefined) {
    frame.errors.push({ code: 'condition-type', at, message: `"${name}" needs something to look at.` });
    return broken(at);
  }
  const argument = compileArgument(first);
  expectType(argument, ARGUMENT_TYPES[called.on], frame.errors);
  const constants = readConstants(called, rest, frame, at);
  const evaluate = (scene: Scene): Outcome<Value> => {
    const on = argument.evaluate(scene);
    if (on.value === undefined || on.value === null) return unknown(on.missing, on.because);
    const result = run(called, scene, on.value, constants);
    return result === null ? unfit(scene, on) : withFacts(result, on.because);
  };
  const value = (scene: Scene): Value | undefined => {
    const on = argument.value(scene);
    if (on === undefined || on === null) return undefined;
    if (called.decide !== undefined && takes(called, on)) return (called.decide as Decide)(scene.world, on, constants); // the line above is the check
    const result = run(called, scene, on, constants);
    if (result !== null) return alone(scene, result);
    unfit(scene, argument.evaluate(scene));
    return undefined;
  };
  for (const name of called.reads ?? []) frame.names.add(name);
  if (called.constants.kind === 'property') for (const name of constants) frame.names.add(name);
  return { type: called.returns, at, evaluate, value, ...byKind(called, { first, constants, index: frame.index }) };
}

interface KindCall {
  readonly first: Expression;
  readonly constants: readonly string[];
  readonly index: PackIndex;
}

/** `kind(el, …)` and its like are decided by kind and type alone. */
function byKind(called: CoreFunction, { first, constants, index }: KindCall): Pick<Compiled, 'byKind'> {
  if (called !== kind || first.kind !== 'name') return {};
  const name = first.name as 'el' | 'flow' | 'source' | 'target'; // compiled already: nothing else has a name
  return {
    byKind: (kinds) => {
      const subject = kinds[name];
      return subject === null ? undefined : constants.some((selector) => index.matches(subject, selector));
    },
  };
}

/** The value alone; what an unknown one waits for is added to the world's `waits`. */
function alone(scene: Scene, { value, missing }: Outcome<Value>): Value | undefined {
  if (value === undefined) waitFor(scene, missing);
  return value;
}

const ARGUMENT_TYPES: Readonly<Record<Exclude<CoreFunction['on'], 'flow'>, readonly Type[]>> = {
  subject: ['element', 'flow'],
  element: ['element'],
  list: ['list'],
  elements: ['elements'],
  countable: ['list', 'elements'],
};

type Decide = (world: World, on: Value, constants: readonly string[]) => Value | undefined;
type Evaluate = (world: World, on: Value, constants: readonly string[]) => Outcome<Value>;

/** Runs a function on a value of the right kind; `null` for a value of another kind. */
const run = (called: CoreFunction, { world }: Scene, on: Value, constants: readonly string[]): Outcome<Value> | null =>
  takes(called, on) ? (called.evaluate as Evaluate)(world, on, constants) : null; // `takes` is the check

/** Whether a function can look at such a value. */
function takes({ on: wanted }: CoreFunction, on: Value): boolean {
  switch (wanted) {
    case 'flow':
      return false;
    case 'subject':
      return isSubject(on);
    case 'element':
      return isElement(on);
    case 'list':
      return isScalarList(on);
    case 'elements':
      return isElementList(on);
    case 'countable':
      return isScalarList(on) || isElementList(on);
  }
}

/** The literal arguments of a call, each checked for what it must name. */
function readConstants(
  called: CoreFunction,
  args: readonly Expression[],
  frame: Frame,
  at: Position,
): readonly string[] {
  const { kind: wanted, min, max } = called.constants;
  if (args.length < min || args.length > max) {
    const number = min === max ? String(min) : `${min} to ${max}`;
    frame.errors.push({
      code: 'condition-type',
      at,
      message: `"${called.name}" takes ${number} texts here, found ${args.length}.`,
    });
  }
  const constants: string[] = [];
  for (const arg of args) {
    if (arg.kind !== 'literal' || typeof arg.value !== 'string') {
      frame.errors.push({
        code: 'condition-type',
        at: arg.at,
        message: `"${called.name}" takes texts in quotes here.`,
      });
      continue;
    }
    if (wanted === 'selector' && !canChoose(arg.value, frame.index)) {
      frame.errors.push({
        code: 'condition-name',
        at: arg.at,
        message: `"${arg.value}" chooses nothing. Correct the name.`,
      });
    }
    if (wanted === 'property' && propertyType(arg.value, frame.index) === null) {
      frame.errors.push({ code: 'condition-name', at: arg.at, message: `No property is called "${arg.value}".` });
    }
    constants.push(arg.value);
  }
  return constants;
}
