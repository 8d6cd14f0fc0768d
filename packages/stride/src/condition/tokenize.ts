/** From the text of a condition to its tokens. */

import type { ConditionError, Position } from './syntax.ts';

/** One token; `end` is the last one and has no text. */
export interface Token {
  readonly kind: 'name' | 'string' | 'number' | 'symbol' | 'end';
  /** As written; for a string, its value. */
  readonly text: string;
  readonly at: Position;
}

const SYMBOLS = ['&&', '||', '==', '!=', '<=', '>=', '<', '>', '!', '(', ')', '[', ']', ',', '.'] as const;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\\': '\\', "'": "'", '"': '"' };

/** Splits the text; the first character that fits nowhere ends the work. */
export function tokenize(
  text: string,
): { readonly ok: true; readonly tokens: readonly Token[] } | { readonly ok: false; readonly error: ConditionError } {
  const tokens: Token[] = [];
  let offset = 0;
  let line = 1;
  let lineStart = 0;
  const here = (): Position => ({ offset, line, column: offset - lineStart + 1 });
  const fail = (message: string): { readonly ok: false; readonly error: ConditionError } => ({
    ok: false,
    error: { code: 'condition-syntax', at: here(), message },
  });

  while (offset < text.length) {
    const character = text.charAt(offset);
    if (character === '\n') {
      offset++;
      line++;
      lineStart = offset;
    } else if (character === ' ' || character === '\t' || character === '\r') {
      offset++;
    } else if (/[A-Za-z_]/u.test(character)) {
      const [word = character] = /^[A-Za-z_][A-Za-z0-9_]*/u.exec(text.slice(offset)) ?? [];
      tokens.push({ kind: 'name', text: word, at: here() });
      offset += word.length;
    } else if (/[0-9]/u.test(character) || (character === '-' && /[0-9]/u.test(text.charAt(offset + 1)))) {
      const [number = character] = /^-?[0-9]+(\.[0-9]+)?/u.exec(text.slice(offset)) ?? [];
      tokens.push({ kind: 'number', text: number, at: here() });
      offset += number.length;
    } else if (character === "'" || character === '"') {
      const read = readString(text, offset);
      if (read === null) return fail('This text has no closing quote. Add it.');
      if (read.badEscape !== null) return fail(`The escape "\\${read.badEscape}" is not known. Remove the backslash.`);
      tokens.push({ kind: 'string', text: read.value, at: here() });
      offset = read.end;
    } else {
      const symbol = SYMBOLS.find((known) => text.startsWith(known, offset));
      if (symbol === undefined) return fail(`"${character}" has no meaning here. Remove it.`);
      tokens.push({ kind: 'symbol', text: symbol, at: here() });
      offset += symbol.length;
    }
  }
  tokens.push({ kind: 'end', text: '', at: here() });
  return { ok: true, tokens };
}

/** Reads a quoted text from its opening quote; `null` when it does not close on its line. */
function readString(
  text: string,
  start: number,
): { readonly value: string; readonly end: number; readonly badEscape: string | null } | null {
  const quote = text.charAt(start);
  let value = '';
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === quote) return { value, end: at + 1, badEscape: null };
    if (character === '\n') return null;
    if (character !== '\\') {
      value += character;
      continue;
    }
    const escaped = text.charAt(++at);
    const meaning = ESCAPES[escaped];
    if (meaning === undefined) return { value, end: at, badEscape: escaped };
    value += meaning;
  }
  return null;
}
