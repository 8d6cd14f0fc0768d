/** Text of other people on one line, with nothing in it that acts. */

/** Control characters, and marks that turn the direction of writing around. */
const ACTING = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;

/** On one line, white space joined, at most so many characters: a longer one ends with an ellipsis. */
export function plainLine(text: string, limit = Number.POSITIVE_INFINITY): string {
  const line = text.replace(ACTING, ' ').replace(/\s+/gu, ' ').trim();
  if (line.length <= limit) return line;
  // No character is cut in two.
  return `${line.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
