// One loaded room: the document as applied, who is in it, and the updates that are applied but not yet on disk.
//
// Order matters: an update is vetted against the document as applied, applied, queued, committed, and only then sent to anybody. A room whose
// queue could not be committed holds state that is not on disk; it is dropped, never repaired.

import { LIMITS, type Role } from '@strideboard/wire';
import * as Y from 'yjs';
import type { Limits, Timing } from '../config.ts';
import type { UpdateMessage } from '../firewall/message.ts';
import type { Verdict } from '../firewall/verdict.ts';
import { type ClientClaim, frozenBy, type VetLimits, vetMessage } from '../firewall/vet.ts';
import { rebuildDocument, verifiedBlob } from '../jobs/jobs.ts';
import type { Append, Snapshot, StoredRoom } from '../store/store.ts';
import { type Claims, createClaims } from './claims.ts';
import { updateFrame } from './frames.ts';
import type { Metrics } from '../metrics.ts';
import type { Participant } from './participant.ts';
import { createPresence, type Presence } from './presence.ts';

/** Who offers an update, and how it came. */
export type RoomWriter = Pick<Participant, 'principal' | 'role'> & { readonly mode: 'update' | 'step2' | 'import' };

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
  /** What snapshot and log weigh. */
  readonly bytes: number;
  /** Log rows and bytes since the last snapshot. */
  readonly log: { readonly rows: number; readonly bytes: number };
  /** While a room is locked, edit counts as comment: at once, for everybody who is here. */
  setLocked(locked: boolean): void;
  isLocked(): boolean;
  /** Bytes the room may weigh when its facilitators allow less than the operator; null = what the operator allows. */
  setQuota(bytes: number | null): void;
  /** What one message may bring now. */
  vetLimits(): VetLimits;
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
  /** The row is on disk. */
  committed(row: Append): void;
  /** Sends a stored update to everybody who is here, its authors too. */
  broadcast(update: Uint8Array): void;
  /** Sends a presence frame to everybody who is here. */
  showPresence(frame: Uint8Array): void;
  /** The whole room as a verified snapshot; null when the room is not clean. Throws when the snapshot does not give the same document. */
  snapshot(): Snapshot | null;
  /** A snapshot replaced the log up to a number; `logBytes` is what that part weighed. */
  compacted(snapshot: Pick<Snapshot, 'upto' | 'blob'> & { readonly logBytes: number }): void;
  dispose(): void;
};

/** An update of this size changes the number of structs by more than is worth guessing. */
const RECOUNT_BYTES = 64 * 1024;

/** Rebuilds a room from what is stored; throws like `rebuildDocument`. */
export function createRoom(
  stored: StoredRoom,
  options: {
    readonly limits: Limits;
    readonly timing: Timing;
    readonly onDirty: (room: Room) => void;
    /** Brings a presence frame to every node of the room. */
    readonly onPresence: (frame: Uint8Array) => void;
    readonly metrics: Metrics;
    readonly now: () => number;
  },
): Room {
  const { room: row } = stored;
  const doc = rebuildDocument(stored);
  const { metrics } = options;
  const claims = createClaims(stored, options.timing.claimHold);
  const participants = new Set<Participant>();
  let queue: { update: Uint8Array; principal: string }[] = [];
  let isCommitting = false;
  let { locked, quota } = row;
  /** Never less than there are: counted anew when it comes near the limit. */
  let structs = countStructs(doc);
  let held: Promise<void> | null = null;
  let changes = 0;
  let seq = stored.lastSeq;
  let bytes = row.bytes;
  const log = {
    rows: stored.updates.length,
    bytes: stored.updates.reduce((sum, update) => sum + update.byteLength, 0),
  };

  const presence = createPresence({
    send: options.onPresence,
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
    get bytes() {
      return bytes;
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
    setQuota(next) {
      if (quota === next) return;
      quota = next;
      changes += 1;
    },
    vetLimits() {
      if (structs > LIMITS.roomStructs - options.limits.structs) structs = countStructs(doc);
      const queued = queue.reduce((sum, part) => sum + part.update.byteLength, 0);
      const roomBytes = Math.min(options.limits.roomBytes, quota ?? Number.POSITIVE_INFINITY);
      return {
        structs: options.limits.structs,
        deleteRanges: LIMITS.deleteRangesPerMessage,
        typeDepth: options.limits.typeDepth,
        valueBytes: options.limits.valueBytes,
        newClients: claims.free(),
        bytesLeft: roomBytes - bytes - queued,
        structsLeft: LIMITS.roomStructs - structs,
      };
    },
    vet(message, { role, principal, mode }) {
      const begun = performance.now();
      const used = mode === 'import' ? new Set(claims.closedTo(principal, mode).foreign) : null;
      const claimOn = (client: number): ClientClaim => {
        const claim = claims.on(client, principal);
        return used === null || claim !== 'foreign' || used.has(client) ? claim : 'open';
      };
      const limits = room.vetLimits();
      const writer = { role, principal, isFrozen: frozenBy(doc, role) };
      const verdict = vetMessage(doc, message, { writer, mode, claimOn, limits });
      if (verdict.verdict === 'apply') structs += message.structCount;
      metrics.vetted(performance.now() - begun);
      return verdict;
    },
    apply(update, { principal, mode }, clients) {
      claims.wrote(clients, { principal, mode, now: options.now() });
      try {
        Y.applyUpdate(doc, update, principal);
      } catch {
        return false; // reported by the caller as a hole of the firewall
      }
      if (update.byteLength > RECOUNT_BYTES) structs = countStructs(doc);
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
    },
    broadcast(update) {
      const frame = updateFrame(update);
      for (const participant of participants) participant.send(frame, 'sync');
      metrics.sent(frame.byteLength, participants.size);
    },
    showPresence(frame) {
      for (const participant of participants) participant.send(frame, 'presence');
      metrics.sent(frame.byteLength, participants.size);
    },
    snapshot() {
      if (!room.isClean()) return null;
      const blob = verifiedBlob(doc);
      return { room: row.id, epoch: row.epoch, upto: seq, blob, stateVector: Y.encodeStateVector(doc) };
    },
    compacted({ upto, blob, logBytes }) {
      log.rows = seq - upto;
      log.bytes -= logBytes;
      bytes = blob.byteLength + log.bytes;
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

function countStructs(doc: Y.Doc): number {
  let count = 0;
  for (const structs of doc.store.clients.values()) count += structs.length;
  return count;
}
