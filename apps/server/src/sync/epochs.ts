// Beginning a new epoch: another document takes the place of a room's, and what was before is kept as a version.
//
// The room is held from the moment its queue is empty until the swap is decided, so nothing can slip into the old log in between. The swap is
// one transaction. Afterwards everybody is sent away with 4409; what they had applied but not stored is in their journals.

import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { CLOSE, CLOSE_REASON, type EpochChange, type VersionKind } from '@strideboard/wire';
import * as Y from 'yjs';
import type { Store, VersionRow } from '../store/store.ts';
import { newVersionId } from '../tokens.ts';
import type { Room } from './room.ts';
import type { OpenProblem, Rooms } from './rooms.ts';

/** What versions and epochs need. */
export type EpochContext = { readonly rooms: Rooms; readonly store: Store; readonly now: () => number };

/** A whole document as bytes, format V2, with what the store wants to know about it. */
export type WholeDocument = Pick<VersionRow, 'blob'> & {
  readonly stateVector: Uint8Array;
  readonly clients: readonly number[];
};

/** What a version is for. */
type VersionAbout = Pick<VersionRow, 'label' | 'author'> & { readonly kind: VersionKind };

/** `moved`: something was stored since. `epoch`: the room is in another epoch. */
type EpochResult =
  | { readonly ok: true; readonly change: EpochChange }
  | { readonly ok: false; readonly problem: OpenProblem }
  | { readonly ok: false; readonly problem: 'moved' | 'epoch'; readonly epoch: number; readonly seq: number };

const compress = promisify(gzip);
const decompress = promisify(gunzip);
const UNPACKED_LIMIT_BYTES = 512 * 1024 * 1024;

/** Everything of a document as bytes. */
export function wholeDocument(doc: Y.Doc): WholeDocument {
  const stateVector = Y.encodeStateVector(doc);
  return { blob: Y.encodeStateAsUpdateV2(doc), stateVector, clients: [...Y.decodeStateVector(stateVector).keys()] };
}

/** The document of a version, checked: it loads and nothing is missing. Throws when its bytes are not what was written. */
export async function documentOfVersion(version: VersionRow): Promise<WholeDocument> {
  const blob = new Uint8Array(await decompress(version.blob, { maxOutputLength: UNPACKED_LIMIT_BYTES }));
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

/** The present of a clean room as a version; null when the room is not clean. Nothing is stored yet. */
export async function versionOf(room: Room, about: VersionAbout, at: number): Promise<VersionRow | null> {
  const snapshot = room.snapshot();
  if (snapshot === null) return null;
  const blob = await compress(snapshot.blob);
  return { id: newVersionId(), room: room.id, epoch: room.epoch, at, blob, ...about };
}

/**
 * Lets a document begin the next epoch of a room. `expected` is what the document was built from; null when it does not matter, as with a
 * restored version. Throws when the store fails; then nothing has changed.
 */
export async function beginEpoch(
  context: EpochContext,
  wanted: {
    readonly room: string;
    readonly expected: { readonly epoch: number; readonly seq: number | null };
    readonly document: WholeDocument;
    readonly builtBy: string | null;
    readonly before: VersionAbout;
  },
): Promise<EpochResult> {
  const { rooms, store, now } = context;
  const { expected, document } = wanted;
  const opened = await openClean(rooms, wanted.room);
  if (!opened.ok) return opened;
  const { room } = opened;
  const { epoch, seq } = room;
  if (epoch !== expected.epoch) return { ok: false, problem: 'epoch', epoch, seq };
  if (expected.seq !== null && expected.seq !== seq) return { ok: false, problem: 'moved', epoch, seq };

  const release = room.hold(); // nothing has waited since the room was seen clean
  try {
    const before = await versionOf(room, wanted.before, now());
    if (before === null || rooms.loaded(room.id) !== room) return { ok: false, problem: 'moved', epoch, seq };
    const { blob, stateVector, clients } = document;
    const { builtBy } = wanted;
    const start = { room: room.id, from: epoch, seq, at: before.at, blob, stateVector, clients, builtBy, before };
    if (!(await store.changeEpoch(start))) return { ok: false, problem: 'moved', epoch, seq };
    rooms.drop(room, CLOSE.epochChanged, CLOSE_REASON.epochChanged);
    return { ok: true, change: { epoch: epoch + 1, seq, before: summaryOf(before) } };
  } finally {
    release();
  }
}

/** A room with an empty queue that nobody holds; it stays so until the caller waits for something. */
export async function openClean(
  rooms: Rooms,
  id: string,
): Promise<{ readonly ok: true; readonly room: Room } | { readonly ok: false; readonly problem: OpenProblem }> {
  for (;;) {
    const opened = await rooms.open(id);
    if (!opened.ok) return opened;
    const { room } = opened;
    if (room.held !== null) await room.held;
    await rooms.settled(room);
    if (rooms.loaded(id) === room && room.held === null && room.isClean()) return { ok: true, room };
  }
}

/** A version without its bytes. */
export function summaryOf({ id, epoch, at, kind, label, author, blob }: VersionRow): EpochChange['before'] {
  return { versionId: id, epoch, at, kind, label, author, bytes: blob.byteLength };
}
