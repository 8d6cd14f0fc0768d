import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEPTH_LIMIT, LENGTH_LIMIT, parseCondition } from './parse.ts';
import type { Expression } from './syntax.ts';

/** The tree with all parentheses shown and nothing else. */
function show(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return JSON.stringify(expression.value);
    case 'list':
      return `[${expression.items.map(show).join(', ')}]`;
    case 'name':
      return expression.name;
    case 'property':
      return `${show(expression.of)}.${expression.name}`;
    case 'call':
      return `${expression.name}(${expression.args.map(show).join(', ')})`;
    case 'not':
      return `!(${show(expression.operand)})`;
    case 'in':
      return `(${show(expression.left)} in ${show(expression.right)})`;
    case 'compare':
      return `(${show(expression.left)} ${expression.operator} ${show(expression.right)})`;
    case 'and':
    case 'or':
      return `(${show(expression.left)} ${expression.kind} ${show(expression.right)})`;
  }
}

function parsed(text: string): string {
  const result = parseCondition(text);
  return result.ok
    ? show(result.expression)
    : `${result.error.at.line}:${result.error.at.column} ${result.error.message}`;
}

describe('parseCondition', () => {
  it('binds "!" before comparison, comparison before "&&", "&&" before "||"', () => {
    expect(parsed('a.x == 1 || !b.y && c.z in [1, "t"]')).toBe('((a.x == 1) or (!(b.y) and (c.z in [1, "t"])))');
    expect(parsed('!(a == true) && (b || c)')).toBe('(!((a == true)) and (b or c))');
    expect(parsed("nearest(el, 'tb.cluster').x != null")).toBe('(nearest(el, "tb.cluster").x != null)');
    expect(parsed('count(el.a) >= -1.5')).toBe('(count(el.a) >= -1.5)');
  });

  it('reads escapes and both kinds of quotes', () => {
    expect(parsed(String.raw`el.a == 'it\'s' || el.b == "\n"`)).toBe('((el.a == "it\'s") or (el.b == "\\n"))');
  });

  it.each([
    ['el.a ==', '1:8 Expected a value, found the end.'],
    ['el.a = 1', '1:6 "=" has no meaning here. Remove it.'],
    ['el.a == 1 == 2', '1:6 Comparisons do not chain. Use parentheses and "&&".'],
    ['(el.a', '1:6 Expected ")", found the end.'],
    ['el.a el.b', '1:6 Expected the end, found "el".'],
    ["el.a ==\n  'open", '2:3 This text has no closing quote. Add it.'],
    ['el.', '1:4 Expected a property name, found the end.'],
    ['el.a in', '1:8 Expected a value, found the end.'],
    ['in [1]', '1:1 "in" needs something on its left.'],
    ['f(1,)', '1:5 Expected a value, found ")".'],
    ["'a\\q'", '1:1 The escape "\\q" is not known. Remove the backslash.'],
    ['el.a + 1', '1:6 "+" has no meaning here. Remove it.'],
    ['', '1:1 Expected a value, found the end.'],
  ])('names line and column of what is wrong in %j', (text, problem) => {
    expect(parsed(text)).toBe(problem);
  });

  it('refuses what is too deep or too long instead of running out of stack', () => {
    expect(parsed('('.repeat(DEPTH_LIMIT + 1))).toContain('Nested deeper');
    expect(parsed('!'.repeat(3_000))).toContain('Nested deeper');
    expect(parsed('a'.repeat(LENGTH_LIMIT + 1))).toContain('more than');
  });

  it('never throws, whatever it is given', () => {
    const piece = fc.constantFrom(
      'el',
      '.a',
      '==',
      '&&',
      '||',
      '!',
      '(',
      ')',
      '[',
      ']',
      ',',
      "'t'",
      '1',
      'in',
      ' ',
      '\n',
      '€',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(' ')),
        ),
        (text) => {
          const result = parseCondition(text);
          if (!result.ok) expect(result.error.at.offset).toBeLessThanOrEqual(text.length);
        },
      ),
    );
  });
});
