/** What is stored about things that are not shown: for telling people what became of them. Reads only, never throws. */

import { type Flow, isRoomId, readElement, readFlow, readStamp } from '@strideboard/model';
import type { BoardDocument } from './board-document.ts';
import { openRoots, recordAt } from './roots.ts';

/** A deleted element or flow: its name, who deleted it and when, as their browser says. */
export interface DeletedItem {
  readonly label: string;
  /** Principal. */
  readonly by: string;
  /** ms since 1970 UTC */
  readonly at: number;
}

/** What is known of something deleted; `null` while it is on the board or when it was never there. */
export function readDeletedItem(document: BoardDocument, id: string): DeletedItem | null {
  const { nodes, edges } = openRoots(document.doc);
  if (!isRoomId(id)) return null;
  const node = recordAt(nodes, id);
  const edge = recordAt(edges, id);
  const deletion = readStamp(node?.['del'] ?? edge?.['del']);
  if (deletion === null) return null;
  const label =
    node !== null ? readElement(id, node).element.label : edge !== null ? readFlow(id, edge).flow.label : '';
  return { label, ...deletion };
}

/** A flow as stored, whether or not it is shown; `null` when there is none or it is deleted itself. */
export function readStoredFlow(document: BoardDocument, id: string): Flow | null {
  const record = isRoomId(id) ? recordAt(openRoots(document.doc).edges, id) : null;
  if (record === null) return null;
  const { flow, deleted } = readFlow(id, record);
  return deleted ? null : flow;
}

/** The `del` tuple of something deleted, which tells one deletion from another; `null` while it is not deleted. */
export function readDeletionTuple(document: BoardDocument, id: string): readonly unknown[] | null {
  const { nodes, edges } = openRoots(document.doc);
  const deletion: unknown = recordAt(nodes, id)?.['del'] ?? recordAt(edges, id)?.['del'];
  return Array.isArray(deletion) ? deletion : null;
}
