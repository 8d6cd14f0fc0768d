// Store in one SQLite file: write-ahead log, synchronous=FULL, one writer. A resolved promise of a write means that fsync has returned:
// better-sqlite3 is synchronous, so the commit is done when the call comes back.
/* oxlint-disable typescript/require-await -- the contract speaks in promises: `async` turns a throw into a rejection */

import { randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { isRole } from '@strideboard/wire';
import { readMeta, writeMeta } from './meta.ts';
import { migrate } from './migrations.ts';
import { isSameHash, sha256 } from './hash.ts';
import { createSqliteRoomState } from './sqlite-room-state.ts';
import { createSqliteVersions } from './sqlite-versions.ts';
import { DamagedRoomError, type LinkRow, type RoomRow, type Store } from './store.ts';
import { createOpenVault, SEAL_BYTES, type Vault } from './vault.ts';

type RoomRecord = {
  id: string;
  epoch: number;
  created_at: number;
  bytes: number;
  locked: number;
  quota: number | null;
  wrapped_key: Uint8Array | null;
  deleted_at: number | null;
};

type AuthorRecord = { client: number; principal: string; first_at: number; last_at: number; claimed: number };

type LinkRecord = {
  id: string;
  room: string;
  role: string;
  mac: Uint8Array;
  label: string | null;
  created_at: number;
  expires_at: number | null;
  revoked_at: number | null;
  created_by: string | null;
};

/** Name of the database file inside the data folder. */
export const DATABASE_FILE = 'strideboard.db';

/**
 * Opens (or creates) the database of a data folder and brings it to the newest schema; a copy is kept before an existing file is changed.
 * Throws what SQLite throws when the file cannot be opened, and `NewerSchemaError`.
 */
export async function openDatabase(folder: string): Promise<Database> {
  const { default: Sqlite } = await import('better-sqlite3');
  const db = new Sqlite(join(folder, DATABASE_FILE), { timeout: 5_000 });
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    migrate(db, { backup: (from) => copyBeforeMigration(db, folder, from) });
    if (readMeta(db, 'instance') === null) writeMeta(db, 'instance', randomUUID());
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function copyBeforeMigration(db: Database, folder: string, from: number): void {
  const copy = join(folder, `${DATABASE_FILE}.schema-${from}`);
  if (existsSync(copy)) rmSync(copy);
  db.prepare('VACUUM INTO ?').run(copy);
}

/** The store on an open database; disposing it checkpoints and closes the database. */
export function createSqliteStore(db: Database, vault: Vault = createOpenVault()): Store {
  const readRoom = db.prepare<[string], RoomRecord>('SELECT * FROM room WHERE id = ?');
  const readRooms = db.prepare<[], RoomRecord>('SELECT * FROM room ORDER BY created_at, rowid');
  const readKey = db.prepare<[string], Uint8Array | null>('SELECT wrapped_key FROM room WHERE id = ?').pluck();
  const insertRoom = db.prepare('INSERT INTO room (id, epoch, created_at, wrapped_key) VALUES (?, 1, ?, ?)');
  const insertUpdate = db.prepare('INSERT INTO upd (room, epoch, seq, at, principal, blob) VALUES (?, ?, ?, ?, ?, ?)');
  const growRoom = db.prepare('UPDATE room SET bytes = bytes + ? WHERE id = ? AND epoch = ?');
  const insertAuthor = db.prepare(
    `INSERT INTO author (room, epoch, client, principal, first_at, last_at, claimed)
     VALUES (@room, @epoch, @client, @principal, @at, @at, @claimed)
     ON CONFLICT DO UPDATE SET last_at = excluded.last_at, principal = excluded.principal, claimed = max(claimed, excluded.claimed)
     WHERE principal = excluded.principal OR (claimed = 0 AND excluded.claimed = 1)`,
  );
  const readSnap = db.prepare<[string, number], { upto: number; blob: Uint8Array; sha256: Uint8Array }>(
    'SELECT upto, blob, sha256 FROM snap WHERE room = ? AND epoch = ?',
  );
  const readLog = db.prepare<[string, number, number], { seq: number; blob: Uint8Array }>(
    'SELECT seq, blob FROM upd WHERE room = ? AND epoch = ? AND seq > ? ORDER BY seq',
  );
  const readAuthors = db.prepare<[string, number], AuthorRecord>(
    'SELECT * FROM author WHERE room = ? AND epoch = ? ORDER BY client',
  );
  const readEnded = db
    .prepare<[string, number], number>('SELECT DISTINCT client FROM author WHERE room = ? AND epoch < ?')
    .pluck();
  const writeSnap = db.prepare(
    `INSERT INTO snap (room, epoch, upto, blob, sv, sha256) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET upto = excluded.upto, blob = excluded.blob, sv = excluded.sv, sha256 = excluded.sha256`,
  );
  const trimLog = db.prepare('DELETE FROM upd WHERE room = ? AND epoch = ? AND seq <= ?');
  const weighRoom = db.prepare(
    `UPDATE room SET bytes = ? + (SELECT coalesce(sum(length(blob) - iif(wrapped_key IS NULL, 0, ${SEAL_BYTES})), 0) FROM upd WHERE room = room.id AND epoch = room.epoch)
     WHERE id = ?`,
  );
  const insertLink = db.prepare(
    `INSERT INTO link VALUES (@id, @room, @role, @mac, @label, @createdAt, @expiresAt, @revokedAt, @createdBy)`,
  );
  const readLink = db.prepare<[string], LinkRecord>('SELECT * FROM link WHERE id = ?');
  const readLinks = db.prepare<[string], LinkRecord>('SELECT * FROM link WHERE room = ? ORDER BY created_at, rowid');
  const markRevoked = db.prepare('UPDATE link SET revoked_at = ? WHERE room = ? AND id = ? AND revoked_at IS NULL');
  const touchProbe = db.prepare(
    "INSERT INTO meta VALUES ('probe', ?) ON CONFLICT DO UPDATE SET value = excluded.value",
  );

  const create = db.transaction((room: { id: string; createdAt: number }, link: LinkRow) => {
    insertRoom.run(room.id, room.createdAt, vault.newKey(room.id));
    insertLink.run(link);
  });

  const load: (id: string) => Awaited<ReturnType<Store['load']>> = db.transaction((id: string) => {
    const record = readRoom.get(id);
    if (record === undefined) return null;
    const snap = readSnap.get(id, record.epoch);
    const { epoch, wrapped_key: key } = record;
    const upto = snap?.upto ?? 0;
    const snapshot =
      snap === undefined ? null : vault.open(key, { table: 'snap', room: id, epoch, seq: upto }, snap.blob);
    if (snap !== undefined && snapshot !== null && !isSameHash(sha256(snapshot), snap.sha256)) {
      throw new DamagedRoomError('load: the hash of a snapshot is wrong');
    }
    const log = readLog.all(id, record.epoch, upto);
    if (log.some((row, index) => row.seq !== upto + index + 1)) throw new DamagedRoomError('load: the log has a hole');
    return {
      room: toRoom(record),
      snapshot,
      updates: log.map(({ seq, blob }) => vault.open(key, { table: 'upd', room: id, epoch, seq }, blob)),
      lastSeq: upto + log.length,
      authors: readAuthors.all(id, record.epoch).map(({ client, principal, first_at, last_at, claimed }) => ({
        client,
        principal,
        claimed: claimed !== 0,
        firstAt: first_at,
        lastAt: last_at,
      })),
      endedClients: new Set(readEnded.all(id, record.epoch)),
    };
  });

  const append = db.transaction((batch: Parameters<Store['append']>[0]) => {
    for (const row of batch) {
      const { room, epoch, seq, at, principal, update } = row;
      const key = readKey.get(room) ?? null;
      insertUpdate.run(room, epoch, seq, at, principal, vault.seal(key, { table: 'upd', room, epoch, seq }, update));
      if (growRoom.run(update.byteLength, room, epoch).changes !== 1) throw new Error('append: room or epoch is gone');
      for (const mark of row.authors) insertAuthor.run({ ...mark, room, epoch, at, claimed: mark.claimed ? 1 : 0 });
    }
  });

  const compact = db.transaction((snapshot: Parameters<Store['compact']>[0]) => {
    const { room, epoch, upto, blob, stateVector } = snapshot;
    if (readRoom.get(room)?.epoch !== epoch) throw new Error('compact: the room is in another epoch');
    const sealed = vault.seal(readKey.get(room) ?? null, { table: 'snap', room, epoch, seq: upto }, blob);
    writeSnap.run(room, epoch, upto, sealed, stateVector, sha256(blob));
    trimLog.run(room, epoch, upto);
    weighRoom.run(blob.byteLength, room);
  });

  return {
    ...createSqliteVersions(db, vault),
    ...createSqliteRoomState(db),
    async createRoom(room, link) {
      create.immediate(room, link);
    },
    async room(id) {
      const record = readRoom.get(id);
      return record === undefined ? null : toRoom(record);
    },
    async rooms() {
      return readRooms.all().map(toRoom);
    },
    async load(id) {
      return load(id);
    },
    async append(batch) {
      append.immediate(batch);
    },
    async compact(snapshot) {
      compact.immediate(snapshot);
    },
    async addLink(link) {
      insertLink.run(link);
    },
    async link(id) {
      const record = readLink.get(id);
      return record === undefined ? null : toLink(record);
    },
    async links(room) {
      return readLinks.all(room).map(toLink);
    },
    async revokeLink({ room, id, at }) {
      return markRevoked.run(at, room, id).changes === 1;
    },
    async probe() {
      touchProbe.run(String(Date.now()));
    },
    dispose() {
      try {
        db.pragma('wal_checkpoint(TRUNCATE)');
      } finally {
        db.close();
      }
    },
  };
}

function toRoom(record: RoomRecord): RoomRow {
  return {
    id: record.id,
    epoch: record.epoch,
    createdAt: record.created_at,
    bytes: record.bytes,
    locked: record.locked !== 0,
    quota: record.quota,
    deletedAt: record.deleted_at,
  };
}

function toLink(record: LinkRecord): LinkRow {
  if (!isRole(record.role)) throw new Error(`toLink: link has unknown role ${record.role}`);
  return {
    id: record.id,
    room: record.room,
    role: record.role,
    mac: record.mac,
    label: record.label,
    createdAt: record.created_at,
    expiresAt: record.expires_at,
    revokedAt: record.revoked_at,
    createdBy: record.created_by,
  };
}
