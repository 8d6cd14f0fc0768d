// What the tests of the firewall share: limits, writers, a small board, and changes of it as updates.

import { LIMITS, type Role } from '@strideboard/wire';
import * as Y from 'yjs';
import { type VetLimits, vet, type Writer } from '../firewall/vet.ts';

/** The default limits of a message. */
export const limits: VetLimits = {
  structs: LIMITS.structsPerMessage,
  deleteRanges: LIMITS.deleteRangesPerMessage,
  typeDepth: LIMITS.typeDepth,
  valueBytes: LIMITS.valueBytes,
  bytesLeft: LIMITS.roomBytes,
  structsLeft: LIMITS.roomStructs,
  newClients: LIMITS.clientClaimsPerRoom,
};
/** Alice in a role. */
export const writer = (role: Role, extra: Partial<Writer> = {}): Writer => ({
  role,
  principal: 'alice',
  isFrozen: () => false,
  ...extra,
});
/** The verdict about an update of Alice's own. */
export const check = (doc: Y.Doc, update: Uint8Array, role: Role = 'edit', extra: Partial<Writer> = {}) =>
  vet(doc, update, { writer: writer(role, extra), limits, mode: 'update', claimOn: () => 'open' });

/** The update that one transaction on a copy of a document makes. */
export function change(doc: Y.Doc, edit: (copy: Y.Doc) => void): { update: Uint8Array; copy: Y.Doc } {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const before = Y.encodeStateVector(copy);
  let update = Y.encodeStateAsUpdate(copy, before);
  copy.on('update', (part: Uint8Array) => {
    update = Y.mergeUpdates([update, part]);
  });
  copy.transact(() => edit(copy));
  return { update, copy };
}

/** Adds an element with a label and a place. */
export function addNode(doc: Y.Doc, id: string): Y.Map<unknown> {
  const node = new Y.Map<unknown>();
  node.set('label', id);
  node.set('at', [null, 1, 2]);
  doc.getMap('nodes').set(id, node);
  return node;
}

/** A document with an element `n1`, its notes and a comment each of alice and bob. */
export function board(): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    addNode(doc, 'n1');
    doc.getMap('text').set('n1|notes', new Y.Text('hello'));
    doc.getMap('comments').set('alice|1', { body: 'mine' });
    doc.getMap('comments').set('bob|1', { body: 'his' });
  });
  return doc;
}

/** An element as a map. */
export const node = (doc: Y.Doc, id: string) => doc.getMap('nodes').get(id) as Y.Map<unknown>; // the fixtures above put maps there
