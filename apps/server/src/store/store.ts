// What the server needs from a store. One conformance suite (store.test.ts) binds every implementation to this contract:
// a promise that resolves means "on disk"; a promise that rejects means "nothing of this call was kept".

import type { Author, Role, VersionKind, VersionSummary } from '@strideboard/wire';

/** A room's row. Times are ms since 1970; `bytes` is what its snapshot and log weigh. */
export type RoomRow = {
  readonly id: string;
  readonly epoch: number;
  readonly createdAt: number;
  readonly bytes: number;
  /** A locked room treats the role edit as comment. */
  readonly locked: boolean;
  /** Bytes the room may weigh when its facilitators allow less than the operator; null = what the operator allows. */
  readonly quota: number | null;
  readonly deletedAt: number | null;
};

/** What the audit log remembers. Permanent names. */
export type AuditAction =
  | 'room-created'
  | 'room-deleted'
  | 'room-purged'
  | 'locked'
  | 'unlocked'
  | 'quota-changed'
  | 'link-created'
  | 'link-revoked'
  | 'participant-removed'
  | 'participant-readmitted'
  | 'version-restored'
  | 'epoch-handed-over'
  | 'imported'
  | 'refused';

/** One line of the audit log: who did what to a room. `detail` is a short text without content of the board, or null. */
export type AuditEntry = {
  readonly at: number;
  readonly room: string | null;
  readonly principal: string | null;
  readonly action: AuditAction;
  readonly detail: string | null;
};

/** A link's row; `mac` is the keyed hash of its secret, never the secret. */
export type LinkRow = {
  readonly id: string;
  readonly room: string;
  readonly role: Role;
  readonly mac: Uint8Array;
  readonly label: string | null;
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
  readonly createdBy: string | null;
};

/** Everything needed to rebuild a room: snapshot (Yjs update format V2), then the log rows after it (format V1) in order. */
export type StoredRoom = {
  readonly room: RoomRow;
  readonly snapshot: Uint8Array | null;
  readonly updates: readonly Uint8Array[];
  /** Number of the newest log row, or of the snapshot when the log is empty; 0 for a fresh room. */
  readonly lastSeq: number;
  readonly authors: readonly Author[];
  /** Yjs client ids that wrote in earlier epochs: nothing new may come under them. */
  readonly endedClients: ReadonlySet<number>;
};

/** Who wrote under a Yjs client id. A claimed id keeps its principal for good; an unclaimed one goes to the first who claims it. */
export type AuthorMark = { readonly client: number; readonly principal: string; readonly claimed: boolean };

/** One log row to write. `seq` must be the next number of its room: a second writer's append fails instead of forking the log. */
export type Append = {
  readonly room: string;
  readonly epoch: number;
  readonly seq: number;
  readonly at: number;
  /** The only author of this row, or null when the row merges updates of several. */
  readonly principal: string | null;
  readonly update: Uint8Array;
  /** Yjs client ids that are new, newly claimed, or whose last writing is to be noted. */
  readonly authors: readonly AuthorMark[];
};

/** A snapshot (format V2) that replaces the log up to and including `upto`. */
export type Snapshot = {
  readonly room: string;
  readonly epoch: number;
  readonly upto: number;
  readonly blob: Uint8Array;
  readonly stateVector: Uint8Array;
};

/** A stored state of a room; `blob` is gzip of a whole Yjs update, format V2. */
export type VersionRow = {
  readonly id: string;
  readonly room: string;
  readonly epoch: number;
  readonly at: number;
  readonly kind: VersionKind;
  readonly label: string | null;
  readonly author: string | null;
  readonly blob: Uint8Array;
};

/** A document that begins a new epoch. */
export type EpochStart = {
  readonly room: string;
  /** Epoch and newest log number it replaces; nothing happens when the room is further. */
  readonly from: number;
  readonly seq: number;
  readonly at: number;
  /** Format V2. */
  readonly blob: Uint8Array;
  readonly stateVector: Uint8Array;
  /** All Yjs client ids of the document; known authors are taken along. */
  readonly clients: readonly number[];
  /** Whom client ids without a known author belong to; null = nobody. */
  readonly builtBy: string | null;
  /** The room as it was. */
  readonly before: VersionRow;
};

/** Durable memory of the server. */
export type Store = {
  /** Creates a room and its first link, both or none. */
  createRoom(room: { readonly id: string; readonly createdAt: number }, link: LinkRow): Promise<void>;
  /** The room's row, or null. */
  room(id: string): Promise<RoomRow | null>;
  /** All of a room in one consistent read, or null; rejects when a row is missing or a hash is wrong, never returns a part. */
  load(id: string): Promise<StoredRoom | null>;
  /** Writes all rows in one transaction. */
  append(batch: readonly Append[]): Promise<void>;
  /** Writes the snapshot and drops the log rows it holds, in one transaction; rejects when the room is in another epoch. */
  compact(snapshot: Snapshot): Promise<void>;
  addLink(link: LinkRow): Promise<void>;
  /** A link by id, revoked ones too, or null. */
  link(id: string): Promise<LinkRow | null>;
  /** All links of a room, oldest first. */
  links(room: string): Promise<readonly LinkRow[]>;
  /** Marks a link revoked; false when the room has no such live link. */
  revokeLink(change: { readonly room: string; readonly id: string; readonly at: number }): Promise<boolean>;
  /** All rooms, oldest first, deleted ones too until they are purged. */
  rooms(): Promise<readonly RoomRow[]>;
  setLocked(change: { readonly room: string; readonly locked: boolean }): Promise<void>;
  setQuota(change: { readonly room: string; readonly quota: number | null }): Promise<void>;
  /** Writes audit entries, all or none. */
  audit(entries: readonly AuditEntry[]): Promise<void>;
  /** The newest audit entries of a room, newest first. */
  auditOf(room: string, limit: number): Promise<readonly AuditEntry[]>;
  /** Forgets audit entries before a time. */
  dropAudit(before: number): Promise<void>;
  /** Marks a room deleted; its rows stay until they are purged. */
  deleteRoom(change: { readonly room: string; readonly at: number }): Promise<void>;
  /**
   * Removes rooms that were deleted before a time, with everything of them; one audit entry, written with the time `at`, stays of each.
   * Returns how many.
   */
  purge(before: number, at: number): Promise<number>;
  addVersion(version: VersionRow): Promise<void>;
  /** All versions of a room without their bytes, newest first. */
  versions(room: string): Promise<readonly VersionSummary[]>;
  /** One version with its bytes, or null; rejects when the hash is wrong. */
  version(room: string, id: string): Promise<VersionRow | null>;
  dropVersions(change: { readonly room: string; readonly ids: readonly string[] }): Promise<void>;
  /**
   * Begins the next epoch with a document and an empty log, keeps what was before as a version and drops the old log, in one transaction.
   * False, and nothing is changed, when the room is not at the given epoch and number any more.
   */
  changeEpoch(start: EpochStart): Promise<boolean>;
  /** Notes that a principal was removed from a room at a time, or, with null, may come again. */
  setRemoved(change: { readonly room: string; readonly principal: string; readonly at: number | null }): Promise<void>;
  /** When a principal was removed from a room, or null. */
  removedAt(room: string, principal: string): Promise<number | null>;
  /** All removed principals of a room with the time. */
  removed(room: string): Promise<ReadonlyMap<string, number>>;
  /** Resolves when a write reached the disk. */
  probe(): Promise<void>;
  /** Releases files; nothing may be called afterwards. */
  dispose(): void;
};

/** Thrown by `load` when stored bytes are not what was written. */
export class DamagedRoomError extends Error {
  override readonly name = 'DamagedRoomError';
}
