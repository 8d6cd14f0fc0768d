/** Single writes to the shared document, who may make them, and carrying them out. Called by commands and history only. */

import { lockKeysFor, mayWriteKey, type Role, type RootName } from '@strideboard/wire';
import * as Y from 'yjs';
import { lastWriter, nestedAt, plainAt, type RootMap, type Roots } from './roots.ts';

/** Who writes: the principal the server gave and the role of the link. */
export interface Author {
  readonly principal: string;
  readonly role: Role;
}

/** One key and the value it shall have; `null` clears. `id` names the nested map, or is `null` for a flat or single root. */
export interface Write {
  readonly root: RootName;
  readonly id: string | null;
  readonly key: string;
  readonly after: unknown;
}

/** Roots that hold one map per id. */
export type NestedRoot = Extract<
  RootName,
  'nodes' | 'edges' | 'diagrams' | 'manual' | 'controls' | 'standing' | 'records' | 'trees' | 'treeNodes' | 'treeEdges'
>;

/** A nested map that comes to be, complete, with its notes; `notes` is `null` for things without any. */
export interface Creation {
  readonly root: NestedRoot;
  readonly id: string;
  readonly record: Readonly<Record<string, unknown>>;
  readonly notes: string | null;
}

/** The key in root `text` that holds the notes of an element or flow. */
export const notesKey = (id: string): string => `${id}|notes`;

/** The map that holds the key of a write; `null` when it is not there. */
const holderOf = (roots: Roots, { root, id }: Pick<Write, 'root' | 'id'>): RootMap | null =>
  id === null ? roots[root] : nestedAt(roots[root], id);

/** The value a key has now; `null` when absent. */
export const currentValue = (roots: Roots, at: Pick<Write, 'root' | 'id' | 'key'>): unknown =>
  plainAt(holderOf(roots, at), at.key);

/** The Yjs client that wrote the newest value of the key; `null` when never written. */
export const writerOf = (roots: Roots, at: Pick<Write, 'root' | 'id' | 'key'>): number | null =>
  lastWriter(holderOf(roots, at), at.key);

/** Carries out all writes; call it inside one transaction. Keys whose holder is gone are passed over. */
export function applyWrites(roots: Roots, writes: readonly Write[]): void {
  for (const write of writes) holderOf(roots, write)?.set(write.key, write.after);
}

/** Carries out all creations; call it inside one transaction. */
export function applyCreations(roots: Roots, creations: readonly Creation[]): void {
  for (const { root, id, record, notes } of creations) {
    const nested = new Y.Map<unknown>();
    for (const [key, value] of Object.entries(record)) nested.set(key, value);
    roots[root]?.set(id, nested);
    if (notes !== null) roots.text?.set(notesKey(id), new Y.Text(notes));
  }
}

/** A top-level key of a root, as roles and locks see it. */
export interface TopKey {
  readonly root: RootName;
  readonly key: string;
}

/** The top-level key a write falls under. */
export const topKeyOf = ({ root, id, key }: Pick<Write, 'root' | 'id' | 'key'>): TopKey => ({ root, key: id ?? key });

/** The keys the author's role may not write, and those a facilitator has locked; both empty when all may be written. */
export function refusedKeys(
  roots: Roots,
  author: Author,
  keys: readonly TopKey[],
): { readonly byRole: readonly string[]; readonly byLock: readonly string[] } {
  const byRole = keys.filter((key) => roots[key.root] === null || !mayWriteKey({ ...author, ...key }));
  const isLocked = ({ root, key }: TopKey): boolean =>
    lockKeysFor(root, key).some((lock) => plainAt(roots.locks, lock) !== null);
  const byLock = author.role === 'facilitate' ? [] : keys.filter(isLocked);
  const names = (refused: readonly TopKey[]): readonly string[] => [...new Set(refused.map(({ key }) => key))];
  return { byRole: names(byRole), byLock: names(byLock) };
}
