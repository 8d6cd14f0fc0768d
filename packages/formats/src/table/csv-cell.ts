/** Comma-separated values that a spreadsheet never takes for formulas. */

/** A table as RFC 4180 text with CRLF: UTF-8 without byte order mark. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');

/**
 * One cell: guarded by an apostrophe where a spreadsheet would calculate (it begins, maybe after white space, with `=`, `+`, `-`, `@` or a
 * full-width form of these, or with a tab or carriage return), quoted where CSV needs it.
 */
export function csvCell(text: string): string {
  const plain = text.replaceAll('\0', '');
  const safe = /^(?:\s*[=+\-@＝＋－＠]|[\t\r])/u.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
