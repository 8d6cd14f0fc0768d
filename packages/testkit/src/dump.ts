/** What is stored in a document, in a form that two replicas can be compared by. */

import { ROOT_NAMES, type RootName } from '@strideboard/wire';
import * as Y from 'yjs';

/** One stored key: where it is, its value as text, and the Yjs client that wrote it last. */
export interface StoredKey {
  readonly root: RootName;
  readonly path: string;
  readonly value: string;
  readonly writer: number | null;
}

/** Every stored key of every root by `root/path`, in order. Reads maps two levels deep, which is all a board has. */
export function dump(doc: Y.Doc): ReadonlyMap<string, StoredKey> {
  const found = new Map<string, StoredKey>();
  const walk = (root: RootName, map: Y.Map<unknown>, prefix: string): void => {
    for (const key of [...map.keys()].sort()) {
      const value = map.get(key);
      const path = `${prefix}${key}`;
      const writer = map._map.get(key)?.id.client ?? null;
      if (value instanceof Y.Map && prefix === '') {
        found.set(`${root}/${path}`, { root, path, value: '{}', writer });
        walk(root, value, `${path}/`);
      } else {
        const text = value instanceof Y.Text ? value.toJSON() : JSON.stringify(value);
        found.set(`${root}/${path}`, { root, path, value: text, writer });
      }
    }
  };
  for (const root of ROOT_NAMES) walk(root, doc.getMap(root), '');
  return found;
}

/** The dump as one text: equal for equal documents. */
export const dumpText = (doc: Y.Doc): string =>
  [...dump(doc)].map(([key, { value, writer }]) => `${key} = ${value} by ${writer}`).join('\n');
