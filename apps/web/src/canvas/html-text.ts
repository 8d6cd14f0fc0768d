/**
 * The text of a piece of HTML from the clipboard: what a reader sees, line by line. Nothing is parsed into a document, so nothing in it can
 * load or run; what looks like markup in the result is text like any other.
 */

/** Longer pieces are cut before they are read. */
const LIMIT = 500_000;
const UNSEEN = /<!--[\s\S]*?(?:-->|$)|<(script|style|head|title|template|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)/giu;
const LINE_END = /<(?:br|hr)\b[^<>]*>|<\/(?:p|div|li|tr|h[1-6]|pre|section|article|blockquote|dt|dd)\s*>/giu;
const CELL_END = /<\/t[dh]\s*>/giu;
const TAG = /<\/?[a-z!?][^<>]*>/giu;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The text; empty when there is none to see. */
export function textOfHtml(html: string): string {
  return html
    .slice(0, LIMIT)
    .replace(UNSEEN, '')
    .replace(/\s+/gu, ' ')
    .replace(LINE_END, '\n')
    .replace(CELL_END, ' ')
    .replace(TAG, '')
    .replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]+);/giu, decoded)
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/gu, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** The character behind a reference; the reference itself where it is not known. */
function decoded(whole: string, name: string): string {
  if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? whole;
  const isHex = name[1] === 'x' || name[1] === 'X';
  const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  return code > 0 && code <= 0x10_ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
}
