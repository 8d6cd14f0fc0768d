// Where a struct sits: the root and top-level key it belongs to, found through its parent or its neighbours, as Yjs itself would place it.

import * as Y from 'yjs';
import type { Struct } from './message.ts';

/** Root and top-level key of a struct; `depth` counts the types around it, 1 directly in a root. `key` is null for list items of a root. */
export type Place = { readonly root: string; readonly key: string | null; readonly depth: number };

/** `gone`: Yjs will turn the struct into a tombstone, because what it hangs on is deleted. `misplaced`: its parent is not a type. */
export type Placing = Place | 'gone' | 'misplaced';

/** Finds places for the structs of one message over one document; forgets everything afterwards. */
export type Places = {
  /** Place of a struct that is in the document. */
  ofStored(struct: Y.Item | Y.GC): Place | 'gone';
  /** Place of a struct of the message; everything it depends on must be stored or placed already. Remembers the answer. */
  place(struct: Struct): Placing;
};

/** `find` returns the struct that holds an id, from the document or, for newer clocks, from the message. */
export function createPlaces(find: (id: Y.ID) => Struct): Places {
  const placed = new Map<Struct, Place | 'gone'>();
  const rootNames = new Map<object, string>();

  const rootName = (type: Y.AbstractType<unknown>): string => {
    const known = rootNames.get(type);
    if (known !== undefined) return known;
    const name = Y.findRootTypeKey(type);
    rootNames.set(type, name);
    return name;
  };

  const ofStored = (struct: Y.Item | Y.GC): Place | 'gone' => {
    if (!(struct instanceof Y.Item) || !(struct.parent instanceof Y.AbstractType)) return 'gone';
    let type: Y.AbstractType<unknown> = struct.parent;
    let key = struct.parentSub;
    let depth = 1;
    while (type._item !== null) {
      const holder: Y.Item = type._item;
      if (!(holder.parent instanceof Y.AbstractType)) return 'gone';
      key = holder.parentSub;
      type = holder.parent;
      depth += 1;
    }
    return { root: rootName(type), key, depth };
  };

  const ofFound = (struct: Struct): Place | 'gone' => {
    if (!(struct instanceof Y.Item)) return 'gone';
    return placed.get(struct) ?? ofStored(struct);
  };

  const inside = (parent: Struct): Placing => {
    const holder = ofFound(parent);
    if (holder === 'gone' || !(parent instanceof Y.Item) || parent.content instanceof Y.ContentDeleted) return 'gone';
    if (!(parent.content instanceof Y.ContentType)) return 'misplaced';
    return { ...holder, depth: holder.depth + 1 };
  };

  const locate = (item: Y.Item): Placing => {
    const left = item.origin === null ? null : ofFound(find(item.origin));
    const right = item.rightOrigin === null ? null : ofFound(find(item.rightOrigin));
    if (left === 'gone' || right === 'gone') return 'gone';
    const neighbour = left ?? right;
    if (neighbour !== null) return neighbour;
    // Decoded items carry their parent as the name of a root or as an id; the declared type knows only types and ids.
    const parent: unknown = item.parent;
    if (typeof parent === 'string') return { root: parent, key: item.parentSub, depth: 1 };
    return parent instanceof Y.ID ? inside(find(parent)) : 'misplaced';
  };

  return {
    ofStored,
    place(struct) {
      const placing = struct instanceof Y.Item ? locate(struct) : 'gone';
      if (placing !== 'misplaced') placed.set(struct, placing);
      return placing;
    },
  };
}
