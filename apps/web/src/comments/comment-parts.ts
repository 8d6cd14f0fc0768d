/**
 * A comment's text in parts. It is plain text: what looks like a web address becomes a link, a known name after `@` a mention, everything else
 * stays text. Nothing is ever read as markup.
 */
import { foldName, type KnownName } from './mentions.ts';

/** Names as they are looked for in texts, by their first letter. */
export type NameTable = ReadonlyMap<string, readonly { readonly name: string; readonly principal: string }[]>;

/** The table of some names. */
export function nameTable(names: readonly Pick<KnownName, 'name' | 'principal'>[]): NameTable {
  const table = new Map<string, { readonly name: string; readonly principal: string }[]>();
  for (const { name: given, principal } of names) {
    const name = foldName(given);
    const first = name.charAt(0);
    if (first !== '') table.set(first, [...(table.get(first) ?? []), { name, principal }]);
  }
  return table;
}

/** One part; all parts together are the text, letter by letter. */
export type CommentPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'mention'; readonly text: string; readonly principals: readonly string[] };

/** Letters that could make an address look like another one end it: blanks, quotes, controls and marks of direction. */
const ADDRESS =
  /https?:\/\/[^\s<>"'`\u0000-\u001F\u007F-\u009F\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]{1,2000}/giu;
const TRAILING = /[.,;:!?)\]}…»”’]+$/u;

/** The parts in order; no empty ones. */
export function commentParts(body: string, names: NameTable): readonly CommentPart[] {
  const parts: CommentPart[] = [];
  let from = 0;
  for (const match of body.matchAll(ADDRESS)) {
    const text = match[0].replace(TRAILING, '');
    const href = addressOf(text);
    if (href === null) continue;
    parts.push(...mentionParts(body.slice(from, match.index), names), { kind: 'link', text, href });
    from = match.index + text.length;
  }
  parts.push(...mentionParts(body.slice(from), names));
  return parts;
}

/** The principals somebody names in a text. */
export const namedIn = (body: string, names: NameTable): readonly string[] =>
  body.includes('@')
    ? commentParts(body, names).flatMap((part) => (part.kind === 'mention' ? part.principals : []))
    : [];

/** Where an address leads; `null` for what is none, and for addresses with a user name, which only pretend to lead elsewhere. */
function addressOf(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, username, password, host, href } = new URL(text);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return isWeb && username === '' && password === '' && host !== '' ? href : null;
}

function mentionParts(text: string, names: NameTable): readonly CommentPart[] {
  const parts: CommentPart[] = [];
  const folded = text.includes('@') ? foldName(text) : '';
  let from = 0;
  const push = (to: number): void => {
    if (to > from) parts.push({ kind: 'text', text: text.slice(from, to) });
  };
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', Math.max(at + 1, from))) {
    // Inside a word it is part of an address of mail.
    if (at > 0 && WORD.test(text.charAt(at - 1))) continue;
    const name = nameAt({ text, folded, at: at + 1 }, names);
    if (name === null) continue;
    push(at);
    from = at + 1 + name.length;
    parts.push({ kind: 'mention', text: text.slice(at, from), principals: name.principals });
  }
  push(text.length);
  return parts;
}

const WORD = /[\p{L}\p{N}_]/u;

/** The longest name that stands there whole; everybody who bears it is meant. */
function nameAt(
  { text, folded, at }: { readonly text: string; readonly folded: string; readonly at: number },
  names: NameTable,
): { readonly length: number; readonly principals: readonly string[] } | null {
  let length = 0;
  let principals: string[] = [];
  for (const { name, principal } of names.get(folded.charAt(at)) ?? []) {
    if (name.length < length || !folded.startsWith(name, at)) continue;
    if (WORD.test(text.charAt(at + name.length)) && WORD.test(name.at(-1) ?? '')) continue;
    if (name.length > length) principals = [];
    length = name.length;
    if (!principals.includes(principal)) principals.push(principal);
  }
  return length === 0 ? null : { length, principals };
}
