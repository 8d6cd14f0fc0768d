/** Measures what a document would become with its aliases written out, before anything walks over it. */

import { type Document, isAlias, isCollection, isPair, type Node } from 'yaml';

/** Deepest nesting, collections in collections. A pod template is about twelve deep. */
const DEPTH_LIMIT = 100;
/** Most values in one document, aliases written out. The largest real set seen has about 200,000. */
const SIZE_LIMIT = 2_000_000;

/** Why a document may not be read; `null` = it may. */
export function weighDocument(document: Document): 'too-deep' | 'alias-bomb' | null {
  const sizes = new Map<unknown, number>();
  const open = new Set<unknown>();
  let refused: 'too-deep' | 'alias-bomb' | null = null;

  /** Values in a node; a node that stands inside itself, or too much, refuses the document. */
  const sizeOf = (node: unknown, depth: number): number => {
    if (refused !== null) return 0;
    const known = sizes.get(node);
    if (known !== undefined) return known;
    if (depth > DEPTH_LIMIT) {
      refused = 'too-deep';
      return 0;
    }
    if (open.has(node)) {
      refused = 'alias-bomb';
      return 0;
    }
    open.add(node);
    let size = 1;
    for (const part of partsOf(node, document)) size += sizeOf(part, depth + 1);
    open.delete(node);
    if (size > SIZE_LIMIT) refused = 'alias-bomb';
    if (isCollection(node)) sizes.set(node, size);
    return size;
  };

  sizeOf(document.contents, 0);
  return refused;
}

function partsOf(node: unknown, document: Document): readonly unknown[] {
  if (isCollection(node)) return node.items;
  if (isPair(node)) return [node.key, node.value];
  if (!isAlias(node)) return [];
  const meant: Node | undefined = node.resolve(document);
  return meant === undefined ? [] : [meant];
}
