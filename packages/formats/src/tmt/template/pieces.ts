/** Pieces of a condition while it is put together: constants disappear, and choices from lists about the same thing become one list. */

import type { TemplateAttribute } from './knowledge-base.ts';

/** Part of a condition. */
export type Piece =
  | { readonly kind: 'constant'; readonly value: boolean }
  /** `before`, texts in quotes, `after`: a choice from a list. */
  | { readonly kind: 'listed'; readonly before: string; readonly items: readonly string[]; readonly after: string }
  /** Binds like an operand. */
  | { readonly kind: 'plain'; readonly text: string }
  /** At least two. */
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Piece[] };

/** Texts one call of the condition language takes. */
const CALL_LIMIT = 50;

/** Holds always. */
export const always: Piece = { kind: 'constant', value: true };
/** Never holds. */
export const never: Piece = { kind: 'constant', value: false };

/** A call that takes any of these texts, e.g. `kind(source, …)`. */
export const oneOfCall = (before: string, items: readonly string[]): Piece => listed(before, items, ')');

/** A property that has any of these values. */
export const oneOfValues = (path: string, items: readonly string[]): Piece => listed(`${path} in [`, items, ']');

function listed(before: string, given: readonly string[], after: string): Piece {
  const items = [...new Set(given)];
  if (items.length <= CALL_LIMIT) return { kind: 'listed', before, items, after };
  const parts: Piece[] = [];
  for (let at = 0; at < items.length; at += CALL_LIMIT) {
    parts.push({ kind: 'listed', before, items: items.slice(at, at + CALL_LIMIT), after });
  }
  return { kind: 'or', parts };
}

/** That what stands at `path` has a value. The tool compares texts; a yes or no is the text `true` or `false`. */
export function hasValue(path: string, value: string, type: TemplateAttribute['type']): Piece {
  if (type === 'string') return { kind: 'plain', text: `${path} == ${quote(value)}` };
  if (type === 'list') return value === '' ? never : oneOfValues(path, [value]);
  const text = value.toLowerCase();
  return text === 'true' || text === 'false' ? { kind: 'plain', text: `${path} == ${text}` } : never;
}

/** Not. */
export function negated(piece: Piece): Piece {
  if (piece.kind === 'constant') return piece.value ? never : always;
  const isCall = piece.kind === 'listed' && piece.after === ')';
  return { kind: 'plain', text: isCall ? `!${textOf(piece)}` : `!(${textOf(piece)})` };
}

/** And. */
export const allOf = (pieces: readonly Piece[]): Piece => join('and', pieces);

/** Or; choices from lists about the same thing become one. */
export function anyOf(pieces: readonly Piece[]): Piece {
  const merged = new Map<string, Piece>();
  for (const [at, piece] of flatten('or', pieces).entries()) {
    const key = piece.kind === 'listed' ? piece.before : String(at);
    const other = merged.get(key);
    const isSame = piece.kind === 'listed' && other?.kind === 'listed';
    merged.set(key, isSame ? { ...piece, items: [...new Set([...other.items, ...piece.items])] } : piece);
  }
  return join(
    'or',
    [...merged.values()].map((piece) =>
      piece.kind === 'listed' ? listed(piece.before, piece.items, piece.after) : piece,
    ),
  );
}

function join(kind: 'and' | 'or', pieces: readonly Piece[]): Piece {
  // What decides alone: false among "and", true among "or". The other constant changes nothing.
  const decisive = kind === 'or';
  const flat = flatten(kind, pieces);
  if (flat.some((piece) => piece.kind === 'constant' && piece.value === decisive)) return decisive ? always : never;
  const distinct = new Map(
    flat.filter((piece) => piece.kind !== 'constant').map((piece): [string, Piece] => [textOf(piece), piece]),
  );
  const parts = [...distinct.values()];
  const [first] = parts;
  if (first === undefined) return decisive ? never : always;
  return parts.length === 1 ? first : { kind, parts };
}

const flatten = (kind: 'and' | 'or', pieces: readonly Piece[]): readonly Piece[] =>
  pieces.flatMap((piece) => (piece.kind === kind ? piece.parts : [piece]));

/** The condition as text. */
export function textOf(piece: Piece): string {
  switch (piece.kind) {
    case 'constant':
      return String(piece.value);
    case 'plain':
      return piece.text;
    case 'listed': {
      const { before, items, after } = piece;
      const [only = ''] = items;
      if (after === ']' && items.length === 1) return `${before.slice(0, -' in ['.length)} == ${quote(only)}`;
      return `${before}${items.map(quote).join(', ')}${after}`;
    }
    case 'and':
      // "And" binds tighter than "or".
      return piece.parts.map((part) => (part.kind === 'or' ? `(${textOf(part)})` : textOf(part))).join(' && ');
    case 'or':
      return piece.parts.map((part) => (part.kind === 'and' ? `(${textOf(part)})` : textOf(part))).join(' || ');
  }
}

const quote = (text: string): string =>
  `'${text.replace(/[\\']/gu, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')}'`;
