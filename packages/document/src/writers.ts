/**
 * Who wrote what stands in an element or flow. The document tells which Yjs client wrote a value last, never when, and not in which order
 * two clients wrote; whom a client belongs to the server knows for good.
 */

import * as Y from 'yjs';
import { lastWriter, nestedAt, openRoots } from './roots.ts';

const RECORDS = ['nodes', 'edges'] as const;

/** The clients whose values stand in an element or flow, ascending, each once; none when there is no such thing. */
export function writersOf(doc: Y.Doc, id: string): readonly number[] {
  const roots = openRoots(doc);
  const clients = new Set<number>();
  for (const root of RECORDS) {
    const record = nestedAt(roots[root], id);
    for (const key of record?.keys() ?? []) {
      const client = lastWriter(record, key);
      if (client !== null) clients.add(client);
    }
  }
  return [...clients].sort((a, b) => a - b);
}

/** Calls back with each element or flow that is written from now on, and by which client. Returns the way to stop. */
export function watchWriters(doc: Y.Doc, onWritten: (id: string, client: number) => void): () => void {
  const roots = openRoots(doc);
  const look = ({ changed }: Y.Transaction): void => {
    for (const root of RECORDS) {
      const records = roots[root];
      if (records === null) continue;
      for (const [type, keys] of changed) {
        if (!(type instanceof Y.Map)) continue;
        const map: Y.Map<unknown> = type;
        if (map === records) tellMade(records, keys, onWritten);
        else if (map._item?.parent === records) tellChanged(map, keys, onWritten);
      }
    }
  };
  doc.on('afterTransaction', look);
  return () => doc.off('afterTransaction', look);
}

type Keys = ReadonlySet<string | null>;

function tellMade(records: Y.Map<unknown>, keys: Keys, onWritten: (id: string, client: number) => void): void {
  for (const id of keys) {
    const client = id === null ? null : lastWriter(records, id);
    if (id !== null && client !== null) onWritten(id, client);
  }
}

function tellChanged(record: Y.Map<unknown>, keys: Keys, onWritten: (id: string, client: number) => void): void {
  const id = record._item?.parentSub ?? null;
  if (id === null) return;
  for (const key of keys) {
    const client = key === null ? null : lastWriter(record, key);
    if (client !== null) onWritten(id, client);
  }
}
