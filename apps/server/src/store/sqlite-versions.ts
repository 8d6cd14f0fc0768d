// The part of the SQLite store that keeps versions and begins epochs.
/* oxlint-disable typescript/require-await -- the contract speaks in promises: `async` turns a throw into a rejection */

import type { Database } from 'better-sqlite3';
import { VERSION_KINDS, type VersionKind } from '@strideboard/wire';
import { isSameHash, sha256 } from './hash.ts';
import { DamagedRoomError, type EpochStart, type Store, type VersionRow } from './store.ts';
import { SEAL_BYTES, type Vault } from './vault.ts';

type Versions = Pick<Store, 'addVersion' | 'versions' | 'version' | 'dropVersions' | 'changeEpoch'>;

type SummaryRecord = {
  id: string;
  room: string;
  epoch: number;
  at: number;
  label: string | null;
  author: string | null;
  kind: string;
  bytes: number;
};

type VersionRecord = SummaryRecord & { blob: Uint8Array; sha256: Uint8Array };

/** Versions and epochs on an open database. */
export function createSqliteVersions(db: Database, vault: Vault): Versions {
  const readKey = db.prepare<[string], Uint8Array | null>('SELECT wrapped_key FROM room WHERE id = ?').pluck();
  const insertVersion = db.prepare(
    `INSERT INTO version (id, room, epoch, at, label, author, kind, blob, sha256)
     VALUES (@id, @room, @epoch, @at, @label, @author, @kind, @blob, @sha256)`,
  );
  const readVersions = db.prepare<[string], SummaryRecord>(
    `SELECT version.id, room, version.epoch, at, label, author, kind,
       length(blob) - iif(wrapped_key IS NULL, 0, ${SEAL_BYTES}) AS bytes
     FROM version JOIN room ON room.id = room WHERE room = ? ORDER BY at DESC, version.rowid DESC`,
  );
  const readVersion = db.prepare<[string, string], VersionRecord>(
    'SELECT *, length(blob) AS bytes FROM version WHERE room = ? AND id = ?',
  );
  const deleteVersion = db.prepare('DELETE FROM version WHERE room = ? AND id = ?');
  const readPosition = db.prepare<[string], { epoch: number; seq: number }>(
    `SELECT epoch, max(
       coalesce((SELECT max(seq) FROM upd WHERE room = room.id AND epoch = room.epoch), 0),
       coalesce((SELECT upto FROM snap WHERE room = room.id AND epoch = room.epoch), 0)
     ) AS seq FROM room WHERE id = ? AND deleted_at IS NULL`,
  );
  const insertSnap = db.prepare('INSERT INTO snap (room, epoch, upto, blob, sv, sha256) VALUES (?, ?, ?, ?, ?, ?)');
  const dropLog = db.prepare('DELETE FROM upd WHERE room = ? AND epoch = ?');
  const dropSnap = db.prepare('DELETE FROM snap WHERE room = ? AND epoch = ?');
  const beginEpoch = db.prepare('UPDATE room SET epoch = ?, bytes = ? WHERE id = ?');
  const takeAuthor = db.prepare(
    `INSERT INTO author (room, epoch, client, principal, first_at, last_at, claimed)
     SELECT room, ?, client, principal, first_at, last_at, claimed FROM author
     WHERE room = ? AND client = ? ORDER BY epoch DESC LIMIT 1`,
  );
  const nameAuthor = db.prepare(
    `INSERT INTO author (room, epoch, client, principal, first_at, last_at, claimed)
     VALUES (@room, @epoch, @client, @builtBy, @at, @at, 1)`,
  );

  const write = (version: VersionRow): void => {
    const { room, epoch, id } = version;
    const blob = vault.seal(readKey.get(room) ?? null, { table: 'version', room, epoch, seq: id }, version.blob);
    insertVersion.run({ ...version, blob, sha256: sha256(version.blob) });
  };

  const drop = db.transaction((room: string, ids: readonly string[]) => {
    for (const id of ids) deleteVersion.run(room, id);
  });

  const change = db.transaction((start: EpochStart): boolean => {
    const { room, from, seq, at, blob, stateVector, clients, builtBy, before } = start;
    const position = readPosition.get(room);
    if (position === undefined || position.epoch !== from || position.seq !== seq) return false;
    const epoch = from + 1;
    write(before);
    const sealed = vault.seal(readKey.get(room) ?? null, { table: 'snap', room, epoch, seq }, blob);
    insertSnap.run(room, epoch, seq, sealed, stateVector, sha256(blob));
    dropLog.run(room, from);
    dropSnap.run(room, from);
    for (const client of clients) {
      const isKnown = takeAuthor.run(epoch, room, client).changes === 1;
      if (!isKnown && builtBy !== null) nameAuthor.run({ room, epoch, client, builtBy, at });
    }
    beginEpoch.run(epoch, blob.byteLength, room);
    return true;
  });

  return {
    async addVersion(version) {
      write(version);
    },
    async versions(room) {
      return readVersions.all(room).map(({ id, epoch, at, label, author, kind, bytes }) => ({
        versionId: id,
        epoch,
        at,
        kind: toKind(kind),
        label,
        author,
        bytes,
      }));
    },
    async version(room, id) {
      const record = readVersion.get(room, id);
      if (record === undefined) return null;
      const { epoch, at, label, author, kind } = record;
      const blob = vault.open(readKey.get(room) ?? null, { table: 'version', room, epoch, seq: id }, record.blob);
      if (!isSameHash(sha256(blob), record.sha256)) {
        throw new DamagedRoomError('version: the hash of a version is wrong');
      }
      return { id, room, epoch, at, label, author, kind: toKind(kind), blob };
    },
    async dropVersions({ room, ids }) {
      drop.immediate(room, ids);
    },
    async changeEpoch(start) {
      return change.immediate(start);
    },
  };
}

function toKind(kind: string): VersionKind {
  const known = VERSION_KINDS.find((name) => name === kind);
  if (known === undefined) throw new Error(`toKind: version has unknown kind ${kind}`);
  return known;
}
