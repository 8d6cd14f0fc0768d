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

/** How a function is run on what it looks at. */
interface Runs<On> {
  readonly evaluate: (world: World, on: On, constants: readonly string[]) => Outcome<Value>;
  /**
   * The value alone, without making its facts; what an unknown one waits for is added to the world's `waits`, a known one leaves nothing
   * there. Absent where making the facts costs nothing.
   */
  readonly decide?: (world: World, on: On, constants: readonly string[]) => Value | undefined;
}

/** A function by what it looks at. `flow` takes no argument: it looks at the flow of the rule. */
export type CoreFunction = Declaration &
  (
    | ({ readonly on: 'flow' } & Runs<Flow>)
    | ({ readonly on: 'subject' } & Runs<Subject>)
    | ({ readonly on: 'element' } & Runs<Element>)
    | ({ readonly on: 'list' } & Runs<readonly Scalar[]>)
    | ({ readonly on: 'elements' } & Runs<ElementList>)
    | ({ readonly on: 'countable' } & Runs<readonly Scalar[] | ElementList>)
  );

/** At least one selector. */
export const SELECTORS = { kind: 'selector', min: 1, max: 50 } as const;
/** No constants. */
export const NO_CONSTANTS = { kind: 'selector', min: 0, max: 0 } as const;

/** Whether any of the selectors chooses the subject. */
export const chooses = (world: World, subject: Subject, selectors: readonly string[]): boolean =>
  selectors.some((selector) => world.index.matches(subject, selector));
