/** One change of a long text as data: what a keystroke did, small enough to be kept in a journal, and whether a text is the one it was made on. */

import type * as Y from 'yjs';

/** A change of the text under `key` of root `text`. Places and counts are UTF-16 code units. */
export interface TextChange {
  readonly key: string;
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
  /** Fingerprints of the whole text before and after. */
  readonly before: string;
  readonly after: string;
}

/** The smallest single replacement that turns one text into another, without cutting a character in two; `null` where they are equal. */
export function changeOf(key: string, before: string, after: string): TextChange | null {
  if (before === after) return null;
  const [old, next] = [Array.from(before), Array.from(after)];
  let start = 0;
  while (start < old.length && start < next.length && old[start] === next[start]) start++;
  let end = 0;
  while (
    end < old.length - start &&
    end < next.length - start &&
    old[old.length - 1 - end] === next[next.length - 1 - end]
  )
    end++;
  return {
    key,
    at: old.slice(0, start).join('').length,
    removed: old.slice(start, old.length - end).join('').length,
    inserted: next.slice(start, next.length - end).join(''),
    before: fingerprintOf(before),
    after: fingerprintOf(after),
  };
}

/** Carries the change out; call it inside a transaction, on the text it was made for. */
export function applyChange(shared: Y.Text, { at, removed, inserted }: TextChange): void {
  if (removed > 0) shared.delete(at, removed);
  if (inserted !== '') shared.insert(at, inserted);
}

/** Length and a 32-bit hash (FNV-1a): tells a text from another one, not from one that somebody made to look like it. */
export function fingerprintOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${text.length}:${(hash >>> 0).toString(36)}`;
}
