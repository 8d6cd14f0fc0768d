/** Naming people with `@`: what is being typed, who fits, and what the text becomes. Pure. */

/** Somebody who can be named. */
export interface KnownName {
  readonly principal: string;
  /** On one line, never empty. */
  readonly name: string;
  readonly colour: string | null;
  readonly isHere: boolean;
  readonly isMe: boolean;
}

/** A name being typed: the place of its `@`, and what follows it up to the caret. */
export interface TypedMention {
  readonly at: number;
  readonly query: string;
}

/** As names are compared: without case, one letter stays one letter. */
export function foldName(name: string): string {
  const folded = name.toLowerCase();
  // A few letters become two; then each is looked at for itself.
  return folded.length === name.length ? folded : Array.from(name, oneLetter).join('');
}

function oneLetter(letter: string): string {
  const lower = letter.toLowerCase();
  return lower.length === letter.length ? lower : letter;
}

const QUERY_LIMIT = 40;
const SHOWN_LIMIT = 8;

/** The mention at the caret; `null` when none is being typed. Names may have blanks, so it goes on as long as somebody is called like that. */
export function typedMention(text: string, caret: number, names: readonly KnownName[]): TypedMention | null {
  const before = text.slice(Math.max(0, caret - QUERY_LIMIT), caret);
  const found = before.lastIndexOf('@');
  if (found === -1) return null;
  const at = caret - before.length + found;
  const query = text.slice(at + 1, caret);
  if (query.includes('\n') || /^\s/u.test(query)) return null;
  if (at > 0 && !/[\s([{"'“‘„«:,;/-]/u.test(text.charAt(at - 1))) return null;
  return /\s/u.test(query) && matching(query, names).length === 0 ? null : { at, query };
}

/** Whom the query fits, at most eight: names that begin with it, then those with a later word that does; who is here comes first. */
export function matching(query: string, names: readonly KnownName[]): readonly KnownName[] {
  const wanted = foldName(query);
  const rank = ({ name, isHere }: KnownName): number => {
    const folded = foldName(name);
    const fit = folded.startsWith(wanted) ? 0 : folded.split(/\s+/u).some((word) => word.startsWith(wanted)) ? 2 : -1;
    return fit === -1 ? -1 : fit + (isHere ? 0 : 1);
  };
  return names
    .map((name) => ({ name, rank: rank(name) }))
    .filter((one) => one.rank !== -1)
    .sort((a, b) => a.rank - b.rank || Number(a.name.isMe) - Number(b.name.isMe) || compare(a.name.name, b.name.name))
    .slice(0, SHOWN_LIMIT)
    .map((one) => one.name);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The text with the name taken, and where the caret goes. */
export function withMention(
  text: string,
  { at, query }: TypedMention,
  name: string,
): { readonly text: string; readonly caret: number } {
  const rest = text.slice(at + 1 + query.length);
  const taken = `@${name}${/^[\s.,;:!?)]/u.test(rest) ? '' : ' '}`;
  return { text: `${text.slice(0, at)}${taken}${rest}`, caret: at + taken.length };
}

/** A name fit to be shown and to be found again in a text: one line, without marks that turn the direction of writing. */
export const plainName = (name: string): string =>
  name
    .replace(/[\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
