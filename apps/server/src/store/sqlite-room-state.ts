// The part of the SQLite store that keeps a room's state beside its content: lock, quota, deletion, people who were removed, audit.
/* oxlint-disable typescript/require-await -- the contract speaks in promises: `async` turns a throw into a rejection */

import type { Database } from 'better-sqlite3';
import type { AuditEntry, Store } from './store.ts';

type RoomState = Pick<
  Store,
  | 'setLocked'
  | 'setQuota'
  | 'deleteRoom'
  | 'purge'
  | 'setRemoved'
  | 'removedAt'
  | 'removed'
  | 'audit'
  | 'auditOf'
  | 'dropAudit'
>;

/** Lock, quota, deletion, removed people and audit on an open database. */
export function createSqliteRoomState(db: Database): RoomState {
  const setLocked = db.prepare('UPDATE room SET locked = ? WHERE id = ?');
  const setQuota = db.prepare('UPDATE room SET quota = ? WHERE id = ?');
  const insertAudit = db.prepare(
    'INSERT INTO audit (at, room, principal, action, detail) VALUES (@at, @room, @principal, @action, @detail)',
  );
  const readAudit = db.prepare<[string, number], AuditEntry>(
    'SELECT at, room, principal, action, detail FROM audit WHERE room = ? ORDER BY id DESC LIMIT ?',
  );
  const forgetAudit = db.prepare('DELETE FROM audit WHERE at < ?');
  const markDeleted = db.prepare('UPDATE room SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL');
  const readDeleted = db.prepare<[number], string>('SELECT id FROM room WHERE deleted_at < ?').pluck();
  const forget = ['upd', 'snap', 'author', 'link', 'version', 'removed', 'audit'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE room = ?`),
  );
  const forgetRoom = db.prepare('DELETE FROM room WHERE id = ?');
  const addRemoved = db.prepare(
    'INSERT INTO removed (room, principal, at) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET at = excluded.at',
  );
  const dropRemoved = db.prepare('DELETE FROM removed WHERE room = ? AND principal = ?');
  const readRemoved = db.prepare<[string], { principal: string; at: number }>(
    'SELECT principal, at FROM removed WHERE room = ? ORDER BY principal',
  );
  const readRemovedAt = db
    .prepare<[string, string], number>('SELECT at FROM removed WHERE room = ? AND principal = ?')
    .pluck();

  const purge: (before: number, at: number) => number = db.transaction((before: number, at: number) => {
    const rooms = readDeleted.all(before);
    for (const room of rooms) {
      for (const statement of forget) statement.run(room);
      forgetRoom.run(room);
      insertAudit.run({ at, room, principal: null, action: 'room-purged', detail: null });
    }
    return rooms.length;
  });

  const audit = db.transaction((entries: readonly AuditEntry[]) => {
    for (const entry of entries) insertAudit.run(entry);
  });

  return {
    async setQuota({ room, quota }) {
      setQuota.run(quota, room);
    },
    async audit(entries) {
      audit.immediate(entries);
    },
    async auditOf(room, limit) {
      return readAudit.all(room, limit);
    },
    async dropAudit(before) {
      forgetAudit.run(before);
    },
    async setLocked({ room, locked }) {
      setLocked.run(locked ? 1 : 0, room);
    },
    async deleteRoom({ room, at }) {
      markDeleted.run(at, room);
    },
    async purge(before, at) {
      return purge(before, at);
    },
    async setRemoved({ room, principal, at }) {
      if (at === null) dropRemoved.run(room, principal);
      else addRemoved.run(room, principal, at);
    },
    async removedAt(room, principal) {
      return readRemovedAt.get(room, principal) ?? null;
    },
    async removed(room) {
      return new Map(readRemoved.all(room).map(({ principal, at }) => [principal, at]));
    },
  };
}
