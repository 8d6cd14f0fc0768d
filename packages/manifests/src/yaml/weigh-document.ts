/** Measures what a document would become with its aliases written out, before anything walks over it. */

import { type Alias, type Document, isAlias, isCollection, isNode, isPair, type Node, visit } from 'yaml';
import { DEPTH_LIMIT } from './measure-nesting.ts';

/** Most values in one document, aliases written out. The largest real set seen has about 200,000 in all its documents. */
const SIZE_LIMIT = 2_000_000;
/** Most aliases in one document: finding what one means takes time with their number. */
const ALIAS_LIMIT = 1_000;
/** A pair counts besides its collection, and an alias besides what it means. */
const STEP_LIMIT = 3 * DEPTH_LIMIT;

/** Why a document may not be read. */
interface Refusal {
  readonly code: 'too-deep' | 'alias-bomb' | 'yaml-syntax';
  readonly found: string;
}

/** Why a document may not be read; `null` = it may. One that contains itself, or an alias of nothing, may not. */
export function weighDocument(document: Document): Refusal | null {
  const meanings = aliasMeanings(document);
  if (meanings.size > ALIAS_LIMIT) return { code: 'alias-bomb', found: '' };
  for (const [{ source }, meant] of meanings) {
    if (meant === undefined) return { code: 'yaml-syntax', found: `*${source}` };
  }
  const sizes = new Map<unknown, number>();
  const open = new Set<unknown>();
  const verdict: { refused: Refusal['code'] | null } = { refused: null };

  const sizeOf = (node: unknown, depth: number): number => {
    if (verdict.refused !== null) return 0;
    const known = sizes.get(node);
    if (known !== undefined) return known;
    if (depth > STEP_LIMIT || open.has(node)) {
      verdict.refused = depth > STEP_LIMIT ? 'too-deep' : 'alias-bomb';
      return 0;
    }
    open.add(node);
    let size = 1;
    for (const part of partsOf(node, meanings)) size += sizeOf(part, depth + 1);
    open.delete(node);
    if (size > SIZE_LIMIT) verdict.refused = 'alias-bomb';
    if (isCollection(node)) sizes.set(node, size);
    return size;
  };

  sizeOf(document.contents, 0);
  return verdict.refused === null ? null : { code: verdict.refused, found: '' };
}

function partsOf(node: unknown, meanings: ReadonlyMap<Alias, Node | undefined>): readonly unknown[] {
  if (isCollection(node)) return node.items;
  if (isPair(node)) return [node.key, node.value];
  if (isAlias(node)) return [meanings.get(node)];
  return [];
}

/** What each alias means: the nearest anchor of its name before it (YAML 1.2.2, section 7.1). */
function aliasMeanings(document: Document): ReadonlyMap<Alias, Node | undefined> {
  const anchors = new Map<string, Node>();
  const meanings = new Map<Alias, Node | undefined>();
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) meanings.set(node, anchors.get(node.source));
      else if (isNode(node) && node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return meanings;
}
