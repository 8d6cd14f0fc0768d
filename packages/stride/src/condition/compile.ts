/**
 * From the tree of a condition to a closure. Names, functions and the types of what is compared are checked here, against the pack, so that
 * a slip of the pen is a problem of the pack and not a rule that never fires.
 */

import type { PackIndex } from '@strideboard/packs';
import { known, type Outcome, type Truth, unknown, withFacts } from '../outcome.ts';
import { propertyType } from './check-names.ts';
import { compileCall } from './compile-call.ts';
import { compileComparison, compileMembership } from './compile-comparison.ts';
import { compileJunction, compileNegation } from './compile-logic.ts';
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
} from './compiled.ts';
import { parseCondition } from './parse.ts';
import type { ConditionError, Expression, Position } from './syntax.ts';
import { isSubject, type Scene, type Value } from './value.ts';

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
    case 'not':
      return compileNegation(compile(expression.operand, frame), frame, at);
    case 'and':
    case 'or':
      return compileJunction(expression, [compile(expression.left, frame), compile(expression.right, frame)], frame);
    case 'compare':
      return compileComparison(expression, frame, (part) => compile(part, frame));
    case 'in':
      return compileMembership(expression, frame, (part) => compile(part, frame));
  }
}

const typeOfLiteral = (value: string | number | boolean | null): Type =>
  value === null ? 'null' : typeof value === 'string' ? 'string' : typeof value === 'number' ? 'number' : 'boolean';

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
    return scene.world.value(subject, name);
  };
  return { type, at, evaluate, value, property: name };
}
