// A whole document as bytes.

import * as Y from 'yjs';
import type { VersionRow } from '../store/store.ts';

/** A whole document as bytes, format V2, with what the store wants to know about it. */
export type WholeDocument = Pick<VersionRow, 'blob'> & {
  readonly stateVector: Uint8Array;
  readonly clients: readonly number[];
};

/** Everything of a document as bytes. */
export function wholeDocument(doc: Y.Doc): WholeDocument {
  const stateVector = Y.encodeStateVector(doc);
  return { blob: Y.encodeStateAsUpdateV2(doc), stateVector, clients: [...Y.decodeStateVector(stateVector).keys()] };
}
