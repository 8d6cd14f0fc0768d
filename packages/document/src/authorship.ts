/** Whose Yjs client is it? Answered from keys that only their owner can write, then from what people say about themselves. */

import { lastWriter, plainAt, type Roots, nestedAt, sortedKeys } from './roots.ts';

/** The principal behind a Yjs client id as far as the document tells; `null` when it does not. */
export function principalOf(roots: Roots, client: number | null): string | null {
  if (client === null) return null;
  for (const root of [roots.people, roots.decisionLog]) {
    for (const key of sortedKeys(root)) {
      if (lastWriter(root, key) === client) return key.split('|', 1)[0] ?? null;
    }
  }
  for (const root of [roots.nodes, roots.edges]) {
    for (const id of sortedKeys(root)) {
      const nested = nestedAt(root, id);
      if (lastWriter(nested, 'by') !== client) continue;
      const by = plainAt(nested, 'by');
      if (Array.isArray(by) && typeof by[0] === 'string') return by[0];
    }
  }
  return null;
}
