/**
 * Character references. The parser is told to leave them alone, because its limits on entities reject real files that are dense with `&quot;`;
 * without a document type only the five named ones of XML 1.0 and numbers can occur.
 */

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text with its references replaced, once; what is no reference, or stands for no character of XML, stays as written. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));/giu, (whole, hex, decimal, name) => {
    if (typeof hex === 'string') return characterOf(Number.parseInt(hex, 16)) ?? whole;
    if (typeof decimal === 'string') return characterOf(Number(decimal)) ?? whole;
    return NAMED[String(name)] ?? whole;
  });
}

/** Characters that XML 1.0 allows (production 2, Char). */
function characterOf(code: number): string | null {
  const isControl = code < 0x20 && code !== 0x9 && code !== 0xa && code !== 0xd;
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return isControl || isSurrogate || code === 0xfffe || code === 0xffff || code > 0x10ffff
    ? null
    : String.fromCodePoint(code);
}
