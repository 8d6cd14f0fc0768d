/** Making any text safe inside HTML and CSS: the only ways text gets into the page. */

/** For text and for attribute values in double quotes. What no page may hold (control characters, lone surrogates) becomes U+FFFD. */
export const escapeHtml = (text: string): string => (PLAIN.test(text) ? text : escaped(text));

/** Most texts need nothing done. */
const PLAIN = /^[\w .,:;()/~–→-]*$/u;

const escaped = (text: string): string =>
  text
    .replace(
      /[^\t\n\r\u{20}-\u{7E}\u{A0}-\u{D7FF}\u{E000}-\u{FDCF}\u{FDF0}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu,
      '\u{FFFD}',
    )
    .replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? '');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A CSS string with its quotes; letters, digits and spaces stand as they are, everything else by number. */
export const cssString = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N} ]/gu, (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `)}"`;
