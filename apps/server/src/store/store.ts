// What the server needs from a store. One conformance suite (store.test.ts) binds every implementation to this contract:
// a promise that resolves means "on disk"; a promise that rejects means "nothing of this call was kept".

import type { Role } from '@strideboard/wire';

/** A room's row. Times are ms since 1970; `bytes` is what its snapshot and log weigh. */
export type RoomRow = {
  readonly id: string;
  readonly epoch: number;
  readonly createdAt: number;
  readonly bytes: number;
  /** A locked room treats the role edit as comment. */
  readonly locked: boolean;
  readonly deletedAt: number | null;
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
  readonly authors: ReadonlyMap<number, string>;
};

/** One log row to write. `seq` must be the next number of its room: a second writer's append fails instead of forking the log. */
export type Append = {
  readonly room: string;
  readonly epoch: number;
  readonly seq: number;
  readonly at: number;
  /** The only author of this row, or null when the row merges updates of several. */
  readonly principal: string | null;
  readonly update: Uint8Array;
  /** Yjs client ids seen for the first time, with the principal who used them. */
  readonly authors: readonly (readonly [client: number, principal: string])[];
};

/** A snapshot (format V2) that replaces the log up to and including `upto`. */
export type Snapshot = {
  readonly room: string;
  readonly epoch: number;
  readonly upto: number;
  readonly blob: Uint8Array;
  readonly stateVector: Uint8Array;
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
  /** Writes the snapshot and drops the log rows it holds, in one transaction. */
  compact(snapshot: Snapshot): Promise<void>;
  addLink(link: LinkRow): Promise<void>;
  /** A link by id, revoked ones too, or null. */
  link(id: string): Promise<LinkRow | null>;
  /** All links of a room, oldest first. */
  links(room: string): Promise<readonly LinkRow[]>;
  /** Marks a link revoked; false when the room has no such live link. */
  revokeLink(change: { readonly room: string; readonly id: string; readonly at: number }): Promise<boolean>;
  /** Resolves when a write reached the disk. */
  probe(): Promise<void>;
  /** Releases files; nothing may be called afterwards. */
  dispose(): void;
};

/** Thrown by `load` when stored bytes are not what was written. */
export class DamagedRoomError extends Error {
  override readonly name = 'DamagedRoomError';
}
