/** The shared roots of a board's document and safe reads of what they hold. Names come from `wire`; nothing here writes. */

import { ROOT_NAMES, type RootName } from '@strideboard/wire';
import * as Y from 'yjs';

/** One root: a map of ids or composite keys. */
export type RootMap = Y.Map<unknown>;

/** Every root of the document by name; `null` where the document holds something that is not a map. */
export type Roots = Readonly<Record<RootName, RootMap | null>>;

/** Opens all roots that `wire` names, and no other. Opening writes nothing. */
export function openRoots(doc: Y.Doc): Roots {
  const opened: Partial<Record<RootName, RootMap | null>> = {};
  for (const name of ROOT_NAMES) opened[name] = openRoot(doc, name);
  return opened as Roots; // the loop above has visited every name
}

function openRoot(doc: Y.Doc, name: RootName): RootMap | null {
  const existing = doc.share.get(name);
  const usable = existing === undefined || existing.constructor === Y.AbstractType || existing.constructor === Y.Map;
  return usable ? doc.getMap<unknown>(name) : null;
}

/** The value under a key as plain data; `null` when absent or when it is a shared type where plain data belongs. */
export function plainAt(map: RootMap | null, key: string): unknown {
  return map === null ? null : plain(map.get(key));
}

/** The record stored under an id in a nested root; `null` when there is none. Never recurses into shared types. */
export function recordAt(map: RootMap | null, id: string): Readonly<Record<string, unknown>> | null {
  const nested = nestedAt(map, id);
  if (nested === null) return null;
  const entries: [string, unknown][] = [];
  nested.forEach((value, key) => {
    entries.push([key, plain(value)]);
  });
  return Object.fromEntries(entries);
}

/** The nested map under an id; `null` when there is none or something else is there. */
export function nestedAt(map: RootMap | null, id: string): RootMap | null {
  const nested = map?.get(id);
  return nested instanceof Y.Map && nested.constructor === Y.Map ? nested : null;
}

/** The collaborative text under a key of root `text`; `null` when there is none. */
export function textAt(map: RootMap | null, key: string): Y.Text | null {
  const text = map?.get(key);
  return text instanceof Y.Text && text.constructor === Y.Text ? text : null;
}

/** The keys of a root in code-unit order; none for a root that is not a map. */
export const sortedKeys = (map: RootMap | null): readonly string[] => (map === null ? [] : [...map.keys()].sort());

/** Whether anything was ever stored in a root, deleted content included. */
export const wasEverUsed = (map: RootMap | null): boolean => map === null || map._map.size > 0;

/** The Yjs client that wrote the newest value of a key; `null` when the key was never written. */
export const lastWriter = (map: RootMap | null, key: string): number | null => map?._map.get(key)?.id.client ?? null;

const plain = (value: unknown): unknown =>
  value === undefined || value instanceof Y.AbstractType || value instanceof Y.Doc ? null : value;
