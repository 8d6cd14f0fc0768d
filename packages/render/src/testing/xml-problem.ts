/** For tests that write markup: whether a text is well-formed, and texts that try to keep it from being so. */

import fc from 'fast-check';

/** The problem of an XML text, `null` for none: tags nest, attributes are quoted and unescaped characters do not occur. */
export function xmlProblem(text: string): string | null {
  const open: string[] = [];
  const bad = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.exec(text);
  if (bad !== null) return `character ${bad[0].codePointAt(0)} at ${bad.index}`;
  const token =
    /<\?xml [^?]*\?>|<(\/?)([a-zA-Z]+)((?: [a-zA-Z-]+="[^"<&]*(?:&(?:amp|lt|gt|quot|apos|#\d+);[^"<&]*)*")*)(\/?)>|[^<&]+|&(?:amp|lt|gt|quot|apos|#\d+);/uy;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const match = token.exec(text);
    if (match === null) return `markup at ${at}: ${text.slice(at, at + 60)}`;
    const [, closing, name, , empty] = match;
    if (name === undefined || empty === '/') continue;
    if (closing === '') open.push(name);
    else if (open.pop() !== name) return `</${name}> at ${at}`;
  }
  return open.length === 0 ? null : `<${open.join('>, <')}> left open`;
}

/** Texts that would break out of markup. */
export const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '</text><script>alert(1)</script>',
    '"><image href="x"/>',
    ']]>',
    '<!--',
    '&#0;',
    '\uD800',
    '\uFFFE\u0000\u000B',
    'a\nb\tc',
  ),
);
