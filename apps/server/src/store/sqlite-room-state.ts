// The part of the SQLite store that keeps a room's state beside its content: lock, deletion, people who were removed.
/* oxlint-disable typescript/require-await -- the contract speaks in promises: `async` turns a throw into a rejection */

import type { Database } from 'better-sqlite3';
import type { Store } from './store.ts';

type RoomState = Pick<Store, 'setLocked' | 'deleteRoom' | 'purge' | 'setRemoved' | 'removedAt' | 'removed'>;

/** Lock, deletion and removed people on an open database. */
export function createSqliteRoomState(db: Database): RoomState {
  const setLocked = db.prepare('UPDATE room SET locked = ? WHERE id = ?');
  const markDeleted = db.prepare('UPDATE room SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL');
  const readDeleted = db.prepare<[number], string>('SELECT id FROM room WHERE deleted_at < ?').pluck();
  const forget = ['upd', 'snap', 'author', 'link', 'version', 'removed'].map((table) =>
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

  const purge: (before: number) => number = db.transaction((before: number) => {
    const rooms = readDeleted.all(before);
    for (const room of rooms) {
      for (const statement of forget) statement.run(room);
      forgetRoom.run(room);
    }
    return rooms.length;
  });

  return {
    async setLocked({ room, locked }) {
      setLocked.run(locked ? 1 : 0, room);
    },
    async deleteRoom({ room, at }) {
      markDeleted.run(at, room);
    },
    async purge(before) {
      return purge(before);
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
