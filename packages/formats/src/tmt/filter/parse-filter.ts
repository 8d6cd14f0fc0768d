/**
 * Recursive descent over a filter. Keywords in any case, line breaks anywhere; loosest first:
 *
 *     or      = and { "or" and }
 *     and     = unary { "and" unary }
 *     unary   = "not" unary | "(" or ")" | compare
 *     compare = ( "source" | "target" | "flow" ) [ "." property ] "is" 'text' | "flow" "crosses" 'text'
 *
 * The grammar was worked out from real templates (docs/document-format.md); length and depth are bounded.
 */

import type { Filter, FilterSubject } from './filter.ts';

/** Characters of one filter; the longest real one has 1,300. */
const LENGTH_LIMIT = 20_000;
const DEPTH_LIMIT = 30;
const SUBJECTS: readonly FilterSubject[] = ['source', 'target', 'flow'];

interface Token {
  readonly kind: 'word' | 'text' | 'open' | 'close';
  readonly text: string;
}

/** The tree of a filter; `empty` for one without content, which never holds; `null` for one that cannot be read. Never throws. */
export function parseFilter(text: string): Filter | 'empty' | null {
  if (text.length > LENGTH_LIMIT) return null;
  const tokens = tokenize(text);
  if (tokens === null) return null;
  if (tokens.length === 0) return 'empty';
  const reader = createReader(tokens);
  const filter = reader.readOr();
  return reader.isAtEnd() ? filter : null;
}

function tokenize(text: string): readonly Token[] | null {
  const tokens: Token[] = [];
  const pattern = /\s+|'([^']*)'|(\()|(\))|([^\s'()]+)/uy;
  while (pattern.lastIndex < text.length) {
    const found = pattern.exec(text);
    if (found === null) return null;
    const [, quoted, open, close, word] = found;
    if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted });
    else if (open !== undefined) tokens.push({ kind: 'open', text: open });
    else if (close !== undefined) tokens.push({ kind: 'close', text: close });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
  }
  return tokens;
}

interface Reader {
  readOr(): Filter | null;
  isAtEnd(): boolean;
}

function createReader(tokens: readonly Token[]): Reader {
  let next = 0;
  let depth = 0;
  const accept = (word: string): boolean => {
    const token = tokens[next];
    if (token?.kind !== 'word' || token.text.toLowerCase() !== word) return false;
    next++;
    return true;
  };
  const take = (kind: Token['kind']): string | null => {
    const token = tokens[next];
    if (token?.kind !== kind) return null;
    next++;
    return token.text;
  };
  const deeper = (read: () => Filter | null): Filter | null => {
    if (depth >= DEPTH_LIMIT) return null;
    depth++;
    const filter = read();
    depth--;
    return filter;
  };
  const chain = (kind: 'and' | 'or', read: () => Filter | null): Filter | null => {
    const operands: Filter[] = [];
    do {
      const operand = read();
      if (operand === null) return null;
      operands.push(operand);
    } while (accept(kind));
    const [first] = operands;
    return operands.length === 1 && first !== undefined ? first : { kind, operands };
  };

  const readOr = (): Filter | null => chain('or', () => chain('and', readUnary));
  const readUnary = (): Filter | null => {
    if (accept('not')) {
      const operand = deeper(readUnary);
      return operand === null ? null : { kind: 'not', operand };
    }
    if (take('open') === null) return readCompare();
    const inner = deeper(readOr);
    return inner === null || take('close') === null ? null : inner;
  };
  const readCompare = (): Filter | null => {
    const word = take('word');
    if (word === null) return null;
    const dot = word.indexOf('.');
    const head = (dot < 0 ? word : word.slice(0, dot)).toLowerCase();
    const subject = SUBJECTS.find((known) => known === head);
    if (subject === undefined) return null;
    const crosses = dot < 0 && subject === 'flow' && accept('crosses');
    if (!crosses && !accept('is')) return null;
    const text = take('text');
    if (text === null) return null;
    if (crosses) return { kind: 'crosses', type: text };
    if (dot < 0) return { kind: 'is', subject, type: text };
    const property = word.slice(dot + 1);
    return property === '' ? null : { kind: 'has', subject, property, value: text };
  };
  return { readOr, isAtEnd: () => next === tokens.length };
}
