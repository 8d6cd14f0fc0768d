/** Pieces that a gesture is made of: records fit to be stored, and what restoring brings back. */

import { LIMITS } from '@strideboard/wire';
import { dependantsOf } from './dependants.ts';
import type { Part } from './entry.ts';
import { storable, wellFormed } from './equality.ts';
import { type Roots, recordAt, textAt } from './roots.ts';
import { type NestedRoot, notesKey } from './writes.ts';

/** The parts that undo takes back of things shown again. */
export function restoredParts(
  roots: Roots,
  restored: readonly { readonly root: NestedRoot; readonly id: string }[],
): readonly Part[] {
  const before = dependantsOf(roots, new Set(restored.map(({ id }) => id)));
  return restored.map(({ root, id }) => {
    const { del, ...record } = recordAt(roots[root], id) ?? {};
    const notes = textAt(roots.text, notesKey(id))?.toJSON() ?? '';
    return {
      kind: 'shown',
      root,
      id,
      record,
      notes,
      created: false,
      dependants: before.get(id) ?? new Set(),
      hiddenBy: del,
    };
  });
}

/** The record as the document may keep it; `null` when something in it cannot be stored or is too large. */
export function storableRecord(record: Readonly<Record<string, unknown>>): Record<string, unknown> | null {
  const entries: [string, unknown][] = [];
  for (const [key, value] of Object.entries(record)) {
    const copy = storable(value);
    if (
      copy === undefined ||
      byteLength(key) > LIMITS.mapKeyBytes ||
      byteLength(JSON.stringify(copy)) > LIMITS.valueBytes
    )
      return null;
    if (copy !== null) entries.push([wellFormed(key), copy]);
  }
  return Object.fromEntries(entries);
}

/** Size of a text in UTF-8. */
export const byteLength = (text: string): number => new TextEncoder().encode(text).length;
