// A version: the whole document as gzip of one Yjs update, format V2.

import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { VersionKind, VersionSummary } from '@strideboard/wire';
import * as Y from 'yjs';
import type { VersionRow } from '../store/store.ts';
import type { Room } from '../sync/room.ts';
import { newVersionId } from '../tokens.ts';
import { type WholeDocument, wholeDocument } from './whole-document.ts';

/** What a version is for. */
export type VersionAbout = Pick<VersionRow, 'label' | 'author'> & { readonly kind: VersionKind };

const compress = promisify(gzip);
const decompress = promisify(gunzip);
const UNPACKED_LIMIT_BYTES = 512 * 1024 * 1024;

/** The document of a version, checked: it loads and nothing is missing. Throws when its bytes are not what was written. */
export async function documentOfVersion(version: VersionRow): Promise<WholeDocument> {
  const blob = await unpackVersion(version);
  const doc = new Y.Doc();
  try {
    Y.applyUpdateV2(doc, blob);
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
      throw new Error(`documentOfVersion: version ${version.id} depends on something it does not hold`);
    }
    return { ...wholeDocument(doc), blob };
  } finally {
    doc.destroy();
  }
}

/** The bytes of a version, format V2. */
export async function unpackVersion(version: Pick<VersionRow, 'blob'>): Promise<Uint8Array> {
  return new Uint8Array(await decompress(version.blob, { maxOutputLength: UNPACKED_LIMIT_BYTES }));
}

/** The present of a clean room as a version; null when the room is not clean. Nothing is stored yet. */
export async function versionOf(room: Room, about: VersionAbout, at: number): Promise<VersionRow | null> {
  const snapshot = room.snapshot();
  if (snapshot === null) return null;
  const blob = await compress(snapshot.blob);
  return { id: newVersionId(), room: room.id, epoch: room.epoch, at, blob, ...about };
}

/** A version without its bytes. */
export function summaryOf({ id, epoch, at, kind, label, author, blob }: VersionRow): VersionSummary {
  return { versionId: id, epoch, at, kind, label, author, bytes: blob.byteLength };
}
