/** Texts of a template as a pack takes them. */

/** Characters a text of a pack may have. */
const TEXT_LIMIT = 4_000;

/** The text, cut where it is too long, never through a character; `-` for none, because a pack has no empty texts. */
export const packText = (text: string): string => text.slice(0, TEXT_LIMIT).replace(/[\uD800-\uDBFF]$/u, '') || '-';
