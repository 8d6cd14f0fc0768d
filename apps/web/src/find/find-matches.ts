/** Which entries match what was typed, in the order in which they are stepped through. */
import type { DiagramId } from '@strideboard/model';
import { foldText } from '../ui/fold-text.ts';
import type { FindEntry, FindField } from './find-index.ts';

/** One entry that matches, and the text that does. */
export interface FindMatch {
  readonly entry: FindEntry;
  readonly field: FindField;
}

/** Characters of a matching text that are shown. */
const SHOWN = 90;
const BEFORE = 20;

/**
 * One match per thing: what is called so comes before what merely speaks of it, this diagram before the others. Every typed word has to be
 * in one text. Nothing for an empty query.
 */
export function findMatches(
  entries: readonly FindEntry[],
  query: string,
  current: DiagramId | null,
): readonly FindMatch[] {
  const words = foldText(query).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const ranks: FindMatch[][] = [[], [], [], []];
  for (const entry of entries) {
    const found = entry.fields.find(({ folded }) => words.every((word) => folded.includes(word)));
    if (found === undefined) continue;
    const isNamed = found.what === 'label' || found.what === 'kind';
    const rank = (isNamed ? 0 : 2) + (entry.diagram === current ? 0 : 1);
    ranks[rank]?.push({ entry, field: found });
  }
  return ranks.flat();
}

/** The part of a text around the first typed word, on one line, at most 90 characters. */
export function excerpt(text: string, query: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= SHOWN) return line;
  const [word = ''] = foldText(query).split(' ');
  const at = Math.max(0, foldText(line).indexOf(word) - BEFORE);
  const cut = line.slice(at, at + SHOWN).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/gu, '');
  return `${at > 0 ? '…' : ''}${cut}…`;
}

/** The place of the next or previous match, going round; the first or last when none is shown yet. `-1` when there is none. */
export function stepTo(at: number, count: number, by: 1 | -1): number {
  if (count === 0) return -1;
  if (at < 0) return by === 1 ? 0 : count - 1;
  return (at + by + count) % count;
}
