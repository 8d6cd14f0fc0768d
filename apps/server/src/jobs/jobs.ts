// Heavy work on the bytes of a room, done without the room: in a worker thread, so that nobody else waits for it.

import { LIMITS, type Role } from '@strideboard/wire';
import * as Y from 'yjs';
import { decodeMessage } from '../firewall/message.ts';
import { MALFORMED, type Refusal, refuse, type Verdict } from '../firewall/verdict.ts';
import { frozenBy, type VetLimits, type VetMode, vetMessage } from '../firewall/vet.ts';
import { wholeDocument, type WholeDocument } from '../versions/whole-document.ts';
import { DamagedRoomError, type StoredRoom } from '../store/store.ts';

/** The stored bytes of a room. */
export type RoomBytes = Pick<StoredRoom, 'snapshot' | 'updates'>;

/** A job by its kind. */
export type Job =
  | { readonly kind: 'compact'; readonly room: RoomBytes }
  | {
      readonly kind: 'vet';
      readonly room: RoomBytes;
      readonly update: Uint8Array;
      readonly by: { readonly role: Role; readonly principal: string; readonly mode: VetMode };
      readonly limits: VetLimits;
      /** Client ids under which this writer may bring nothing new. */
      readonly foreign: readonly number[];
      readonly ended: readonly number[];
    }
  /** A document handed over as one update, vetted whole against nothing. */
  | {
      readonly kind: 'build';
      readonly update: Uint8Array;
      readonly principal: string;
      readonly limits: Omit<VetLimits, 'deleteRanges'>;
    };

/** A handed over document, or why it is not taken. `hole`: the firewall let it through and it did not integrate. */
export type Built =
  | { readonly ok: true; readonly document: WholeDocument }
  | { readonly ok: false; readonly refusal: Refusal; readonly hole?: string };

/** What a job gives, by its kind. */
export type JobResult<K extends Job['kind']> = K extends 'compact'
  ? { readonly blob: Uint8Array; readonly stateVector: Uint8Array }
  : K extends 'build'
    ? Built
    : Verdict;

/** Does a job. Throws when the bytes of the room do not give a whole document, or its snapshot is not the same document. */
export function doJob(job: Job): JobResult<Job['kind']> {
  if (job.kind === 'build') return build(job);
  const doc = rebuildDocument(job.room);
  try {
    return job.kind === 'compact' ? compact(doc) : vet(doc, job);
  } finally {
    doc.destroy();
  }
}

/** The document of stored bytes. Throws `DamagedRoomError` when parts are missing; never gives a part of a room. */
export function rebuildDocument({ snapshot, updates }: RoomBytes): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    if (snapshot !== null) Y.applyUpdateV2(doc, snapshot);
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    throw new DamagedRoomError('rebuildDocument: stored updates depend on something that is not stored');
  }
  return doc;
}

/** A document as bytes that were seen to give the same document again, format V2. Throws when they do not. */
export function verifiedBlob(doc: Y.Doc): Uint8Array {
  const blob = Y.encodeStateAsUpdateV2(doc);
  const scratch = new Y.Doc();
  Y.applyUpdateV2(scratch, blob);
  const isWhole = scratch.store.pendingStructs === null && scratch.store.pendingDs === null;
  const isSame = isWhole && Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(scratch));
  scratch.destroy();
  if (!isSame) throw new Error('verifiedBlob: the encoded room is not the room; its log is kept');
  return blob;
}

function compact(doc: Y.Doc): JobResult<'compact'> {
  return { blob: verifiedBlob(doc), stateVector: Y.encodeStateVector(doc) };
}

function vet(doc: Y.Doc, { update, by, limits, ...job }: Extract<Job, { kind: 'vet' }>): Verdict {
  const message = decodeMessage(update);
  if (message === null) return MALFORMED;
  const [foreign, ended] = [new Set(job.foreign), new Set(job.ended)];
  return vetMessage(doc, message, {
    writer: { role: by.role, principal: by.principal, isFrozen: frozenBy(doc, by.role) },
    mode: by.mode,
    limits: { ...limits, deleteRanges: LIMITS.deleteRangesPerMessage },
    claimOn: (client) => (ended.has(client) ? 'ended' : foreign.has(client) ? 'foreign' : 'open'),
  });
}

function build({ update, principal, limits }: Extract<Job, { kind: 'build' }>): Built {
  const message = decodeMessage(update);
  if (message === null) return { ok: false, refusal: MALFORMED };
  const doc = new Y.Doc();
  try {
    const verdict = vetMessage(doc, message, {
      writer: { role: 'facilitate', principal, isFrozen: () => false },
      limits: { ...limits, deleteRanges: LIMITS.deleteRangesPerMessage },
      mode: 'document',
      claimOn: () => 'open',
    });
    if (verdict.verdict === 'close') return { ok: false, refusal: verdict };
    if (verdict.verdict !== 'apply') return { ok: false, refusal: refuse('the document is empty or not whole') };
    Y.applyUpdate(doc, update);
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
      return { ok: false, refusal: refuse('the document is not whole') };
    }
    return { ok: true, document: wholeDocument(doc) };
  } catch (error) {
    const hole = error instanceof Error ? error.message : String(error);
    return { ok: false, refusal: refuse('the document did not integrate'), hole };
  } finally {
    doc.destroy();
  }
}
