/** What a function of the condition language is. */

import type { Element, Flow, Scalar } from '@strideboard/model';
import type { ElementList, Value } from '../condition/value.ts';
import type { Subject, World } from '../facts/world.ts';
import type { Outcome } from '../outcome.ts';

/** What the constants after the first argument are; they must be written as literals, so that they can be checked when a pack is loaded. */
type ConstantKind = 'selector' | 'property' | 'text';

/** What the value of a call is. */
type FunctionResult = 'boolean' | 'number' | 'element' | 'elements';

interface Declaration {
  readonly name: string;
  readonly returns: FunctionResult;
  readonly constants: { readonly kind: ConstantKind; readonly min: number; readonly max: number };
  /** Properties it looks at without being given their names. A function that reads others would keep an old verdict alive. */
  readonly reads?: readonly string[];
}

/** A function by what it looks at. `flow` takes no argument: it looks at the flow of the rule. */
export type CoreFunction = Declaration &
  (
    | { readonly on: 'flow'; evaluate(world: World, on: Flow, constants: readonly string[]): Outcome<Value> }
    | { readonly on: 'subject'; evaluate(world: World, on: Subject, constants: readonly string[]): Outcome<Value> }
    | { readonly on: 'element'; evaluate(world: World, on: Element, constants: readonly string[]): Outcome<Value> }
    | {
        readonly on: 'list';
        evaluate(world: World, on: readonly Scalar[], constants: readonly string[]): Outcome<Value>;
      }
    | { readonly on: 'elements'; evaluate(world: World, on: ElementList, constants: readonly string[]): Outcome<Value> }
    | {
        readonly on: 'countable';
        evaluate(world: World, on: readonly Scalar[] | ElementList, constants: readonly string[]): Outcome<Value>;
      }
  );

/** At least one selector. */
export const SELECTORS = { kind: 'selector', min: 1, max: 50 } as const;
/** No constants. */
export const NO_CONSTANTS = { kind: 'selector', min: 0, max: 0 } as const;

/** Whether any of the selectors chooses the subject. */
export const chooses = (world: World, subject: Subject, selectors: readonly string[]): boolean =>
  selectors.some((selector) => world.index.matches(subject, selector));
