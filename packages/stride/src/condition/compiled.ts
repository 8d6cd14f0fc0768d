/** A compiled expression, and what holds for all of them. */

import type { PackIndex } from '@strideboard/packs';
import type { Missing } from '../fact.ts';
import { type Outcome, type Truth, unknown } from '../outcome.ts';
import type { ConditionError, Position } from './syntax.ts';
import { isSubject, type Scene, type Value } from './value.ts';

/** Which names a condition may use: `el`, or `flow` with `source` and `target`, or none. */
export type ConditionSubject = 'element' | 'flow' | 'model';

/** Types of expressions; `any` for a property whose definitions differ. */
export type Type = 'boolean' | 'number' | 'string' | 'null' | 'list' | 'element' | 'flow' | 'elements' | 'any';

/** The subjects of a scene, of which only kind and type are looked at. */
export type Kinds = Pick<Scene, 'el' | 'flow' | 'source' | 'target'>;

/** A compiled expression. */
export interface Compiled {
  readonly type: Type;
  readonly at: Position;
  readonly evaluate: (scene: Scene) => Outcome<Value>;
  /**
   * The value alone, without its facts: the same as `evaluate` gives, many times faster. What an unknown one waits for is added to the
   * world's `waits`; a known one leaves nothing there.
   */
  readonly value: (scene: Scene) => Value | undefined;
  /** What kinds and types alone decide; `undefined` where they do not. Absent where they cannot. */
  readonly byKind?: (kinds: Kinds) => boolean | undefined;
  /** The value of a literal, else absent. */
  readonly literal?: { readonly value: string | number | boolean | null };
  /** The name of a property that is read, else absent. */
  readonly property?: string;
}

/** What compiling knows of its surroundings, and where it puts errors. */
export interface Frame {
  readonly subject: ConditionSubject;
  readonly index: PackIndex;
  readonly errors: ConditionError[];
  /** Names of all properties the condition may look at, also inside functions. */
  readonly names: Set<string>;
}

/** Stands for what could not be compiled; an error is on record, so it is never run. */
export const broken = (at: Position): Compiled => ({
  type: 'any',
  at,
  evaluate: () => unknown(),
  value: () => undefined,
});

/** Notes an error unless the type is one of these; `any` passes. */
export function expectType(found: Compiled, expected: readonly Type[], errors: ConditionError[]): void {
  if (found.type === 'any' || expected.includes(found.type)) return;
  const message = `Expected ${expected.join(' or ')}, found ${found.type}.`;
  errors.push({ code: 'condition-type', at: found.at, message });
}

/** Anything but true and false where one of them is needed is unknown, and reported. */
export function truthOf(scene: Scene, outcome: Outcome<Value>): Truth {
  const { value } = outcome;
  if (typeof value === 'boolean' || value === undefined) return outcome as Truth; // the line above is the check
  return unfit(scene, outcome);
}

/** The same without a trace; what cannot be true or false is reported with the facts that made it so. */
export function truthAlone(scene: Scene, compiled: Compiled): boolean | undefined {
  const value = compiled.value(scene);
  if (typeof value === 'boolean' || value === undefined) return value;
  unfit(scene, compiled.evaluate(scene));
  return undefined;
}

/** Adds what an unknown value waits for. */
export function waitFor({ world }: Scene, missing: readonly Missing[]): void {
  for (const one of missing) world.waits.push(one);
}

/** Unknown, with a note that this value of the model cannot be used so. */
export function unfit(scene: Scene, { value, because }: Outcome<Value>): Outcome<never> {
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
