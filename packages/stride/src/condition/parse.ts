/**
 * Recursive descent over the tokens of a condition. Grammar, loosest first:
 *
 *     or      = and { "||" and }
 *     and     = compare { "&&" compare }
 *     compare = not [ ( "==" | "!=" | "<" | "<=" | ">" | ">=" | "in" ) not ]
 *     not     = "!" not | member
 *     member  = primary { "." name }
 *     primary = literal | list | name [ "(" [ or { "," or } ] ")" ] | "(" or ")"
 *
 * Comparisons do not chain. Length and depth are bounded, so a hostile condition costs a bounded time to read and to judge.
 */

import { COMPARISONS, type ConditionError, type Expression, type Position } from './syntax.ts';
import { type Token, tokenize } from './tokenize.ts';

/** Characters a condition may have. */
export const LENGTH_LIMIT = 4_000;
/** How deep parentheses, lists, calls and negations may nest. */
export const DEPTH_LIMIT = 40;

/** A parsed condition, or the first thing that is wrong with it. */
export type Parsed =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly error: ConditionError };

/** Parses a condition. Never throws. */
export function parseCondition(text: string): Parsed {
  if (text.length > LENGTH_LIMIT) {
    const at = { offset: LENGTH_LIMIT, line: 1, column: 1 };
    const message = `The condition has more than ${LENGTH_LIMIT} characters. Split it into several rules.`;
    return { ok: false, error: { code: 'condition-syntax', at, message } };
  }
  const result = tokenize(text);
  if (!result.ok) return result;
  try {
    return { ok: true, expression: readWhole(result.tokens) };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, error: error.problem };
    throw error;
  }
}

/** Carries the first problem out of the recursion; never leaves this module. */
class Unreadable extends Error {
  readonly problem: ConditionError;
  constructor(at: Position, message: string) {
    super(message);
    this.problem = { code: 'condition-syntax', at, message };
  }
}

function readWhole(tokens: readonly Token[]): Expression {
  let next = 0;
  let depth = 0;
  const end: Token = tokens[tokens.length - 1] ?? { kind: 'end', text: '', at: { offset: 0, line: 1, column: 1 } };
  const peek = (): Token => tokens[next] ?? end;
  const take = (): Token => {
    const token = peek();
    next++;
    return token;
  };
  const isSymbol = (text: string): boolean => peek().kind === 'symbol' && peek().text === text;
  const accept = (text: string): boolean => {
    if (!isSymbol(text)) return false;
    next++;
    return true;
  };
  const shown = (token: Token): string => (token.kind === 'end' ? 'the end' : `"${token.text}"`);
  const expect = (text: string): void => {
    if (!accept(text)) throw new Unreadable(peek().at, `Expected "${text}", found ${shown(peek())}.`);
  };
  const deeper = <T>(at: Position, read: () => T): T => {
    if (++depth > DEPTH_LIMIT) throw new Unreadable(at, `Nested deeper than ${DEPTH_LIMIT}. Simplify the condition.`);
    const value = read();
    depth--;
    return value;
  };

  const chain = (kind: 'and' | 'or', symbol: string, read: () => Expression): Expression => {
    let left = read();
    while (isSymbol(symbol)) {
      const { at } = take();
      left = { kind, left, right: read(), at };
    }
    return left;
  };
  const readOr = (): Expression => chain('or', '||', readAnd);
  const readAnd = (): Expression => chain('and', '&&', readCompare);

  const readCompare = (): Expression => {
    const left = readNot();
    const compared = readComparison(left);
    if (compared === left) return left;
    if (readComparison(compared) !== compared) {
      throw new Unreadable(compared.at, 'Comparisons do not chain. Use parentheses and "&&".');
    }
    return compared;
  };
  const readComparison = (left: Expression): Expression => {
    const token = peek();
    if (token.kind === 'name' && token.text === 'in') {
      take();
      return { kind: 'in', left, right: readNot(), at: token.at };
    }
    const operator = token.kind === 'symbol' ? COMPARISONS.find((known) => known === token.text) : undefined;
    if (operator === undefined) return left;
    take();
    return { kind: 'compare', operator, left, right: readNot(), at: token.at };
  };

  const readNot = (): Expression => {
    const { at } = peek();
    if (!accept('!')) return readMember();
    return deeper(at, () => ({ kind: 'not', operand: readNot(), at }));
  };

  const readMember = (): Expression => {
    let expression = readPrimary();
    while (isSymbol('.')) {
      take();
      const token = take();
      if (token.kind !== 'name') throw new Unreadable(token.at, `Expected a property name, found ${shown(token)}.`);
      expression = { kind: 'property', of: expression, name: token.text, at: token.at };
    }
    return expression;
  };

  const readItems = (close: string): readonly Expression[] => {
    const items: Expression[] = [];
    if (accept(close)) return items;
    do items.push(readOr());
    while (accept(','));
    expect(close);
    return items;
  };

  const readPrimary = (): Expression => {
    const token = take();
    const { at, text } = token;
    if (token.kind === 'string') return { kind: 'literal', value: text, at };
    if (token.kind === 'number') return { kind: 'literal', value: Number(text), at };
    if (token.kind === 'name') {
      if (text === 'true' || text === 'false') return { kind: 'literal', value: text === 'true', at };
      if (text === 'null') return { kind: 'literal', value: null, at };
      if (text === 'in') throw new Unreadable(at, '"in" needs something on its left.');
      if (!accept('(')) return { kind: 'name', name: text, at };
      return deeper(at, () => ({ kind: 'call', name: text, args: readItems(')'), at }));
    }
    if (token.kind === 'symbol' && text === '(') {
      return deeper(at, () => {
        const inner = readOr();
        expect(')');
        return inner;
      });
    }
    if (token.kind === 'symbol' && text === '[') {
      return deeper(at, () => ({ kind: 'list', items: readItems(']'), at }));
    }
    throw new Unreadable(at, `Expected a value, found ${shown(token)}.`);
  };

  const expression = readOr();
  const rest = peek();
  if (rest.kind !== 'end') throw new Unreadable(rest.at, `Expected the end, found ${shown(rest)}.`);
  return expression;
}
