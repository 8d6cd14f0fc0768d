/**
 * From the tree of a condition to a closure. Names, functions and the types of what is compared are checked here, against the pack, so that
 * a slip of the pen is a problem of the pack and not a rule that never fires.
 */

import type { PackIndex } from '@strideboard/packs';
import { isGlob, matchesGlob, SUBJECT_CLASSES } from '@strideboard/packs';
import { DERIVED_PROPERTIES } from '../facts/derive.ts';
import { CORE_FUNCTIONS } from '../functions/core-functions.ts';
import type { CoreFunction } from '../functions/core-function.ts';
import { and, join, known, not, or, type Outcome, type Truth, unknown, withFacts } from '../outcome.ts';
import { parseCondition } from './parse.ts';
import type { Comparison, ConditionError, Expression, Position } from './syntax.ts';
import { isElement, isElementList, isScalarList, isSubject, type Scene, type Value } from './value.ts';

/** Which names a condition may use: `el`, or `flow` with `source` and `target`, or none. */
export type ConditionSubject = 'element' | 'flow' | 'model';

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

type Type = 'boolean' | 'number' | 'string' | 'null' | 'list' | 'element' | 'flow' | 'elements' | 'any';

interface Compiled {
  readonly type: Type;
  readonly at: Position;
  readonly evaluate: (scene: Scene) => Outcome<Value>;
  /** The value of a literal, else absent. */
  readonly literal?: { readonly value: string | number | boolean | null };
  /** The name of a property that is read, else absent. */
  readonly property?: string;
}

interface Frame {
  readonly subject: ConditionSubject;
  readonly index: PackIndex;
  readonly errors: ConditionError[];
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
      return compileCall(expression, frame);
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

/** Stands for what could not be compiled; an error is on record, so it is never run. */
const broken = (at: Position): Compiled => ({ type: 'any', at, evaluate: () => unknown() });

function expectType(found: Compiled, expected: readonly Type[], errors: ConditionError[]): void {
  if (found.type === 'any' || expected.includes(found.type)) return;
  const message = `Expected ${expected.join(' or ')}, found ${found.type}.`;
  errors.push({ code: 'condition-type', at: found.at, message });
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

/** Anything but true and false where one of them is needed is unknown, and reported. */
function truthOf(scene: Scene, outcome: Outcome<Value>): Truth {
  const { value } = outcome;
  if (typeof value === 'boolean' || value === undefined) return outcome as Truth; // the line above is the check
  return unfit(scene, outcome);
}

function unfit(scene: Scene, { value, because }: Outcome<Value>): Outcome<never> {
  const subject = (scene.flow ?? scene.el)?.id ?? null;
  const fact = because.find((candidate) => candidate.kind === 'property');
  const found = isSubject(value ?? null) ? 'an element' : JSON.stringify(value ?? null).slice(0, 200);
  scene.world.report({
    code: 'comparison-unfit',
    subject: fact?.subject ?? subject,
    property: fact?.kind === 'property' ? fact.property : null,
    found,
  });
  return unknown();
}

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

const DOCUMENT_FIELDS: Readonly<Record<string, Type>> = { order: 'string', dir: 'string', oos: 'boolean' };

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

/** The one type of a property over all its definitions, `any` if they differ, `null` for a name nobody knows. */
function propertyType(name: string, index: PackIndex): Type | null {
  const types = new Set<Type>(index.definitionsNamed(name).map(({ type }) => (type === 'enum' ? 'string' : type)));
  if (types.size === 0) {
    const builtIn = Object.hasOwn(DOCUMENT_FIELDS, name) ? DOCUMENT_FIELDS[name] : undefined;
    return builtIn ?? (Object.hasOwn(DERIVED_PROPERTIES, name) ? (DERIVED_PROPERTIES[name] ?? null) : null);
  }
  const [only = 'any'] = types;
  return types.size === 1 ? only : 'any';
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

function expectSame(left: Compiled, right: Compiled, errors: ConditionError[], at: Position): void {
  const types = [left.type, right.type];
  if (types.includes('any') || types.includes('null') || left.type === right.type) return;
  errors.push({
    code: 'condition-type',
    at,
    message: `A ${left.type} is compared with a ${right.type}; that is never equal.`,
  });
}

/** A text that an enum is compared with must be one of its values. */
function expectListed(property: Compiled, text: Compiled, { index, errors }: Frame): void {
  if (property.property === undefined || typeof text.literal?.value !== 'string') return;
  const definitions = index.definitionsNamed(property.property);
  if (definitions.length === 0 || definitions.some(({ type }) => type !== 'enum')) return;
  const values = new Set([
    'unknown',
    ...definitions.flatMap((definition) => definition.values ?? []).map(({ id }) => id),
  ]);
  if (values.has(text.literal.value)) return;
  const message = `"${text.literal.value}" is not a value of ${property.property}. Use one of ${[...values].join(', ')}.`;
  errors.push({ code: 'condition-type', at: text.at, message });
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

function compileCall(expression: Extract<Expression, { kind: 'call' }>, frame: Frame): Compiled {
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
    return { type: called.returns, at, evaluate };
  }
  const [first, ...rest] = args;
  if (first === undefined) {
    frame.errors.push({ code: 'condition-type', at, message: `"${name}" needs something to look at.` });
    return broken(at);
  }
  const argument = compile(first, frame);
  expectType(argument, ARGUMENT_TYPES[called.on], frame.errors);
  const constants = readConstants(called, rest, frame, at);
  const evaluate = (scene: Scene): Outcome<Value> => {
    const on = argument.evaluate(scene);
    if (on.value === undefined || on.value === null) return unknown(on.missing, on.because);
    const result = run(called, scene, on.value, constants);
    return result === null ? unfit(scene, on) : withFacts(result, on.because);
  };
  return { type: called.returns, at, evaluate };
}

const ARGUMENT_TYPES: Readonly<Record<Exclude<CoreFunction['on'], 'flow'>, readonly Type[]>> = {
  subject: ['element', 'flow'],
  element: ['element'],
  list: ['list'],
  elements: ['elements'],
  countable: ['list', 'elements'],
};

/** Runs a function on a value of the right kind; `null` for a value of another kind. */
function run(called: CoreFunction, scene: Scene, on: Value, constants: readonly string[]): Outcome<Value> | null {
  const { world } = scene;
  switch (called.on) {
    case 'flow':
      return null;
    case 'subject':
      return isSubject(on) ? called.evaluate(world, on, constants) : null;
    case 'element':
      return isElement(on) ? called.evaluate(world, on, constants) : null;
    case 'list':
      return isScalarList(on) ? called.evaluate(world, on, constants) : null;
    case 'elements':
      return isElementList(on) ? called.evaluate(world, on, constants) : null;
    case 'countable':
      return isScalarList(on) || isElementList(on) ? called.evaluate(world, on, constants) : null;
  }
}

/** The literal arguments of a call, each checked for what it must name. */
function readConstants(
  called: CoreFunction,
  args: readonly Expression[],
  frame: Frame,
  at: Position,
): readonly string[] {
  const { kind, min, max } = called.constants;
  if (args.length < min || args.length > max) {
    const wanted = min === max ? String(min) : `${min} to ${max}`;
    frame.errors.push({
      code: 'condition-type',
      at,
      message: `"${called.name}" takes ${wanted} texts here, found ${args.length}.`,
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
    if (kind === 'selector' && !canChoose(arg.value, frame.index)) {
      frame.errors.push({
        code: 'condition-name',
        at: arg.at,
        message: `"${arg.value}" chooses nothing. Correct the name.`,
      });
    }
    if (kind === 'property' && propertyType(arg.value, frame.index) === null) {
      frame.errors.push({ code: 'condition-name', at: arg.at, message: `No property is called "${arg.value}".` });
    }
    constants.push(arg.value);
  }
  return constants;
}

function canChoose(selector: string, index: PackIndex): boolean {
  if (SUBJECT_CLASSES.some((known) => known === selector)) return true;
  if (index.typeLabel(selector) !== null || index.group(selector) !== null) return true;
  if (!isGlob(selector)) return false;
  const { stencils, boundaries } = index.board;
  return [...stencils, ...boundaries].some(({ id }) => matchesGlob(selector, id));
}
