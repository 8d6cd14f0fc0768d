/** The placeholders of a sentence, e.g. `{el}`: a translation has the same ones. */

/** Each placeholder once, sorted. */
export const placeholdersOf = (text: string): readonly string[] =>
  [...new Set(text.match(/\{[A-Za-z][A-Za-z0-9.]*\}/gu))].sort();
