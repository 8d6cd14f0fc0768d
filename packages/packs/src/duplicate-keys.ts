/** Finds keys that stand twice in one map. The reader's own check compares each with each; this one remembers what it saw. */

import { type Document, isMap, isScalar, isSeq, type Node } from 'yaml';

/** Every key that repeats an earlier one of its map, in the order of the text. */
export function duplicateKeys(document: Document): readonly Node[] {
  const found: Node[] = [];
  const waiting: unknown[] = [document.contents];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (isSeq(node)) for (const item of node.items) waiting.push(item);
    if (!isMap(node)) continue;
    const seen = new Set<unknown>();
    for (const { key, value } of node.items) {
      waiting.push(value);
      if (!isScalar(key)) continue;
      if (seen.has(key.value)) found.push(key);
      seen.add(key.value);
    }
  }
  return found.sort((a, b) => (a.range?.[0] ?? 0) - (b.range?.[0] ?? 0));
}
