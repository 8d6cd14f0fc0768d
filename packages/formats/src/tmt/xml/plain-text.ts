/** Texts of the tool as people read them: some carry HTML that was escaped several times over (`&amp;amp;lt;a href…`). */

import { decodeReferences } from './references.ts';

/** How often a text is unescaped at most; the worst real one needs four. */
const ROUNDS = 12;

/** The text without references and tags: unescaped until nothing changes, then stripped of tags; a break or list item starts a line. */
export function plainText(text: string): string {
  let bare = text;
  for (let round = 0; round < ROUNDS; round++) {
    const next = decodeReferences(bare);
    if (next === bare) break;
    bare = next;
  }
  return bare
    .replace(/<(?:br|li|p)\b[^<>]*>/giu, '\n')
    .replace(/<\/?[a-z][^<>]*>/giu, '')
    .replace(/[ \t\u00A0]+/gu, ' ')
    .replace(/ ?\r?\n[\s]*/gu, '\n')
    .trim();
}
