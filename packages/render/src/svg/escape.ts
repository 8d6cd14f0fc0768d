/** Making any text safe inside XML. */

/**
 * Escapes the five XML characters and replaces what XML 1.0 does not allow (most control characters, lone surrogates, U+FFFE, U+FFFF) by
 * U+FFFD. Good for text and for attribute values in double quotes.
 */
export function escapeXml(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}')
    .replace(/[&<>"'\t\n\r]/gu, (character) => ENTITIES[character] ?? '');
}

/** Most texts need nothing done. */
const PLAIN = /^[\w .,:;#()/+-]*$/u;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
