/**
 * The tree of a condition. The language is a subset of CEL: `||`, `&&`, `!`, `==`, `!=`, `<`, `<=`, `>`, `>=`, `in`, parentheses, list,
 * string, number, `true`, `false`, `null`, names, property access and calls of known functions. No arithmetic, no macros, no loops.
 * No CEL library is used: those at hand evaluate to two values and throw on what is missing, while here unknown is a value of its own
 * and every result must say which facts it rests on; the subset is smaller than the adapter would be.
 */

/** A place in a condition's text: `offset` counts from 0, `line` and `column` from 1. */
export interface Position {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** Operators that compare two values. */
export const COMPARISONS = ['==', '!=', '<=', '>=', '<', '>'] as const;
/** One of {@link COMPARISONS}. */
export type Comparison = (typeof COMPARISONS)[number];

/** One node of the tree; `at` is where it begins. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null; readonly at: Position }
  | { readonly kind: 'list'; readonly items: readonly Expression[]; readonly at: Position }
  | { readonly kind: 'name'; readonly name: string; readonly at: Position }
  | { readonly kind: 'property'; readonly of: Expression; readonly name: string; readonly at: Position }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[]; readonly at: Position }
  | { readonly kind: 'not'; readonly operand: Expression; readonly at: Position }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression; readonly at: Position }
  | {
      readonly kind: 'compare';
      readonly operator: Comparison;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: Position;
    }
  | { readonly kind: 'in'; readonly left: Expression; readonly right: Expression; readonly at: Position };

/** Permanent codes of what can be wrong with a condition. */
export type ConditionErrorCode = 'condition-syntax' | 'condition-type' | 'condition-name';

/** What is wrong with a condition, and where. */
export interface ConditionError {
  readonly code: ConditionErrorCode;
  readonly at: Position;
  /** In English, for writers of packs. */
  readonly message: string;
}
