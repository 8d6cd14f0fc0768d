// One loaded room: the document as applied, who is in it, and the updates that are applied but not yet on disk.
//
// Order matters: an update is vetted against the document as applied, applied, queued, committed, and only then sent to anybody. A room whose
// queue could not be committed holds state that is not on disk; it is dropped, never repaired.

import { LIMITS, lockKeysFor, type Role } from '@strideboard/wire';
import * as Y from 'yjs';
import type { Limits, Timing } from '../config.ts';
import type { UpdateMessage } from '../firewall/message.ts';
import type { Verdict } from '../firewall/verdict.ts';
import { vetMessage } from '../firewall/vet.ts';
import { type Append, DamagedRoomError, type Snapshot, type StoredRoom } from '../store/store.ts';
import { type Claims, createClaims } from './claims.ts';
import { updateFrame } from './frames.ts';
import type { Participant } from './participant.ts';
import { createPresence, type Presence } from './presence.ts';

/** Who offers an update, and how it came. */
export type RoomWriter = Pick<Participant, 'principal' | 'role'> & { readonly mode: 'update' | 'step2' };

/** A loaded room. */
export type Room = {
  readonly id: string;
  readonly epoch: number;
  /** Number of the newest row on disk. */
  readonly seq: number;
  /** Grows whenever a verdict about an update may have become another one. */
  readonly revision: number;
  readonly doc: Y.Doc;
  readonly participants: Set<Participant>;
  readonly presence: Presence;
  readonly claims: Claims;
  /** Log rows and bytes since the last snapshot. */
  readonly log: { readonly rows: number; readonly bytes: number };
  /** While a room is locked, edit counts as comment: at once, for everybody who is here. */
  setLocked(locked: boolean): void;
  isLocked(): boolean;
  /** The role of a link as it holds now. */
  roleNow(role: Role): Role;
  /** Decides about an update without applying it. */
  vet(message: UpdateMessage, by: RoomWriter): Verdict;
  /** Applies an update that was vetted in this same turn; it becomes visible with the next commit. */
  apply(update: Uint8Array, by: RoomWriter, clients: readonly number[]): boolean;
  /** Keeps the queue in memory until the returned function is called; nothing of the room is written meanwhile. */
  hold(): () => void;
  /** Resolves at the end of the present hold; null when there is none. */
  readonly held: Promise<void> | null;
  /** Whether everything applied is on disk. */
  isClean(): boolean;
  /** Takes the queue as one log row; null when it is empty. Ends with `committed`, or the room is dropped. */
  takeQueue(now: number): Append | null;
  /** The row is on disk: sends it to everybody, its authors too. */
  committed(row: Append): void;
  /** The whole room as a verified snapshot; null when the room is not clean. Throws when the snapshot does not give the same document. */
  snapshot(): Snapshot | null;
  /** A snapshot replaced the log. */
  compacted(snapshot: Snapshot): void;
  dispose(): void;
};

/** Rebuilds a room from what is stored. Throws `DamagedRoomError` when parts are missing; never gives a part of a room. */
export function createRoom(
  stored: StoredRoom,
  options: {
    readonly limits: Limits;
    readonly timing: Timing;
    readonly onDirty: (room: Room) => void;
    readonly now: () => number;
  },
): Room {
  const { room: row } = stored;
  const doc = rebuild(stored);
  const locks = doc.getMap('locks');
  const claims = createClaims(stored, options.timing.claimHold);
  const participants = new Set<Participant>();
  let queue: { update: Uint8Array; principal: string }[] = [];
  let isCommitting = false;
  let { locked } = row;
  let held: Promise<void> | null = null;
  let changes = 0;
  let seq = stored.lastSeq;
  let bytes = row.bytes;
  const log = {
    rows: stored.updates.length,
    bytes: stored.updates.reduce((sum, update) => sum + update.byteLength, 0),
  };

  const presence = createPresence({
    send: (frame) => {
      for (const participant of participants) participant.send(frame, 'presence');
    },
    claim: (client, participant) => claims.claim(client, participant),
    flushMs: options.timing.presenceFlush,
    expiryMs: options.timing.presenceExpiry,
  });

  const room: Room = {
    id: row.id,
    epoch: row.epoch,
    get seq() {
      return seq;
    },
    get revision() {
      return changes + claims.revision;
    },
    get held() {
      return held;
    },
    doc,
    participants,
    presence,
    claims,
    log,
    setLocked(next) {
      if (locked === next) return;
      locked = next;
      changes += 1;
      presence.restamp();
    },
    isLocked: () => locked,
    roleNow: (role) => (locked && role === 'edit' ? 'comment' : role),
    vet(message, by) {
      const { role, principal, mode } = by;
      const isFrozen = (root: string, key: string): boolean =>
        role !== 'facilitate' && lockKeysFor(root, key).some((lock) => (locks.get(lock) ?? null) !== null);
      const queued = queue.reduce((sum, part) => sum + part.update.byteLength, 0);
      return vetMessage(doc, message, {
        writer: { role, principal, isFrozen },
        mode,
        claimOn: (client) => claims.on(client, principal),
        limits: {
          structs: options.limits.structs,
          deleteRanges: LIMITS.deleteRangesPerMessage,
          typeDepth: options.limits.typeDepth,
          valueBytes: options.limits.valueBytes,
          newClients: claims.free(),
          bytesLeft: options.limits.roomBytes - bytes - queued,
        },
      });
    },
    apply(update, { principal, mode }, clients) {
      claims.wrote(clients, { principal, mode, now: options.now() });
      try {
        Y.applyUpdate(doc, update, principal);
      } catch {
        return false; // reported by the caller as a hole of the firewall
      }
      return doc.store.pendingStructs === null && doc.store.pendingDs === null;
    },
    hold() {
      if (held !== null) throw new Error('hold: the room is held already');
      let end = (): void => undefined;
      held = new Promise((resolve) => {
        end = resolve;
      });
      return () => {
        held = null;
        end();
        if (queue.length > 0) options.onDirty(room);
      };
    },
    isClean() {
      return queue.length === 0 && !isCommitting;
    },
    takeQueue(now) {
      if (queue.length === 0 || held !== null) return null;
      const principals = new Set(queue.map((part) => part.principal));
      const [first = null] = principals;
      const append: Append = {
        room: row.id,
        epoch: row.epoch,
        seq: seq + 1,
        at: now,
        principal: principals.size === 1 ? first : null,
        update: Y.mergeUpdates(queue.map((part) => part.update)),
        authors: claims.takeMarks(),
      };
      queue = [];
      isCommitting = true;
      return append;
    },
    committed(append) {
      isCommitting = false;
      seq = append.seq;
      bytes += append.update.byteLength;
      log.rows += 1;
      log.bytes += append.update.byteLength;
      const frame = updateFrame(append.update);
      for (const participant of participants) participant.send(frame, 'sync');
    },
    snapshot() {
      if (!room.isClean()) return null;
      const blob = Y.encodeStateAsUpdateV2(doc);
      verify(doc, blob);
      return { room: row.id, epoch: row.epoch, upto: seq, blob, stateVector: Y.encodeStateVector(doc) };
    },
    compacted(snapshot) {
      log.rows = seq - snapshot.upto;
      log.bytes = 0;
      bytes = snapshot.blob.byteLength;
    },
    dispose() {
      presence.dispose();
      doc.destroy();
    },
  };

  doc.on('update', (update: Uint8Array, principal: string) => {
    changes += 1;
    queue.push({ update, principal });
    options.onDirty(room);
  });
  return room;
}

function rebuild(stored: StoredRoom): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    if (stored.snapshot !== null) Y.applyUpdateV2(doc, stored.snapshot);
    for (const update of stored.updates) Y.applyUpdate(doc, update);
  });
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    throw new DamagedRoomError('createRoom: stored updates depend on something that is not stored');
  }
  return doc;
}

function verify(doc: Y.Doc, blob: Uint8Array): void {
  const scratch = new Y.Doc();
  Y.applyUpdateV2(scratch, blob);
  const isSame = Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(scratch)) && scratch.store.pendingStructs === null;
  scratch.destroy();
  if (!isSame) throw new Error('snapshot: the encoded room is not the room; its log is kept');
}
