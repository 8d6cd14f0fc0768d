/** What was written while this page has the board open: by which client and when. Earlier writing the document and the server tell. */
import { watchWriters } from '@strideboard/document';
import type * as Y from 'yjs';

/** One observed writing. */
interface SeenChange {
  readonly client: number;
  /** ms since 1970 by the server's clock. */
  readonly at: number;
}

/** Newest change of an element or flow that this page has seen, or `null`. */
type LastChanges = (id: string) => SeenChange | null;

const watched = new WeakMap<Y.Doc, LastChanges>();

/** Watches a document from the first call on, as long as the document lives. What comes while a board is loading was written earlier. */
export function lastChanges(doc: Y.Doc, now: () => number): LastChanges {
  const known = watched.get(doc);
  if (known !== undefined) return known;
  const seen = new Map<string, SeenChange>();
  watchWriters(doc, (id, client) => seen.set(id, { client, at: now() }));
  const look: LastChanges = (id) => seen.get(id) ?? null;
  watched.set(doc, look);
  return look;
}
