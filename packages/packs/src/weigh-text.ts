/**
 * Looks at a YAML text before it is read. The reader's time grows with the square of the number of anchors, and its stack with the depth of
 * brackets; both are counted here in one pass over the tokens.
 */

import { Lexer } from 'yaml';
import { PACK_LIMITS } from './limits.ts';
import type { PackProblemCode } from './problem.ts';

/** What is too much, and what to do; `null` for a text that can be read. */
export function weighText(text: string): { readonly code: PackProblemCode; readonly message: string } | null {
  const { fileCharacters, anchors, nesting } = PACK_LIMITS;
  const tooMuch = (code: PackProblemCode, message: string) => ({ code, message });
  if (text.length > fileCharacters) {
    const message = `The file has ${text.length} characters, at most ${fileCharacters} are read. Split it, or leave out what is not needed.`;
    return tooMuch('file-too-large', message);
  }
  let named = 0;
  let depth = 0;
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    // A token after the scalar sign is text, whatever it begins with.
    if (isScalar) {
      isScalar = false;
      continue;
    }
    const [sign = ''] = token;
    if (token === SCALAR) isScalar = true;
    else if (sign === '&' || sign === '*') named++;
    else if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    if (named > anchors) return tooMuch('too-many', `More than ${anchors} anchors and aliases. Write things out.`);
    if (depth > nesting) return tooMuch('yaml-syntax', `Brackets nest deeper than ${nesting}. Simplify.`);
  }
  return null;
}

/** The lexer puts this before the text of a scalar. */
const SCALAR = '\u001f';
