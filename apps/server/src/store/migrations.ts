// The database schema as numbered steps, forward only. A step that has shipped is never edited; a change is a new step at the end.

import type { Database } from 'better-sqlite3';
import { readMeta, writeMeta } from './meta.ts';

/** One step of the schema. */
export type Migration = { readonly number: number; readonly sql: string };

/** All steps, oldest first. */
export const MIGRATIONS: readonly Migration[] = Object.freeze([
  {
    number: 1,
    sql: `
      CREATE TABLE room (
        id TEXT PRIMARY KEY, epoch INTEGER NOT NULL, created_at INTEGER NOT NULL, settings TEXT NOT NULL DEFAULT '{}',
        bytes INTEGER NOT NULL DEFAULT 0, locked INTEGER NOT NULL DEFAULT 0, deleted_at INTEGER
      ) STRICT;
      CREATE TABLE upd (
        room TEXT NOT NULL REFERENCES room(id), epoch INTEGER NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL,
        principal TEXT, blob BLOB NOT NULL, PRIMARY KEY (room, epoch, seq)
      ) STRICT;
      CREATE TABLE snap (
        room TEXT NOT NULL REFERENCES room(id), epoch INTEGER NOT NULL, upto INTEGER NOT NULL,
        blob BLOB NOT NULL, sv BLOB NOT NULL, sha256 BLOB NOT NULL, PRIMARY KEY (room, epoch)
      ) STRICT;
      CREATE TABLE author (
        room TEXT NOT NULL REFERENCES room(id), epoch INTEGER NOT NULL, client INTEGER NOT NULL, principal TEXT NOT NULL,
        first_at INTEGER NOT NULL, last_at INTEGER NOT NULL, PRIMARY KEY (room, epoch, client)
      ) STRICT;
      CREATE TABLE link (
        id TEXT PRIMARY KEY, room TEXT NOT NULL REFERENCES room(id), role TEXT NOT NULL, mac BLOB NOT NULL, label TEXT,
        created_at INTEGER NOT NULL, expires_at INTEGER, revoked_at INTEGER, created_by TEXT
      ) STRICT;
      CREATE INDEX link_room ON link(room, created_at);
    `,
  },
  {
    number: 2,
    sql: `
      ALTER TABLE author ADD COLUMN claimed INTEGER NOT NULL DEFAULT 1;
      CREATE TABLE version (
        id TEXT PRIMARY KEY, room TEXT NOT NULL REFERENCES room(id), epoch INTEGER NOT NULL, at INTEGER NOT NULL,
        label TEXT, author TEXT, kind TEXT NOT NULL, blob BLOB NOT NULL, sha256 BLOB NOT NULL
      ) STRICT;
      CREATE INDEX version_room ON version(room, at);
      CREATE TABLE removed (
        room TEXT NOT NULL REFERENCES room(id), principal TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (room, principal)
      ) STRICT;
    `,
  },
  {
    number: 3,
    sql: `
      CREATE TABLE audit (
        id INTEGER PRIMARY KEY, at INTEGER NOT NULL, room TEXT, principal TEXT, action TEXT NOT NULL, detail TEXT
      ) STRICT;
      CREATE INDEX audit_room ON audit(room, id);
      CREATE INDEX audit_at ON audit(at);
      ALTER TABLE room ADD COLUMN quota INTEGER;
      ALTER TABLE room ADD COLUMN wrapped_key BLOB;
    `,
  },
]);

/** Thrown when the file was written by a newer version; nothing was changed. */
export class NewerSchemaError extends Error {
  override readonly name = 'NewerSchemaError';
}

/**
 * Brings a database to the newest schema, each step in its own transaction. Calls `backup` once before the first step when the file already
 * held a schema. Returns the schema number; throws `NewerSchemaError` for a file of a newer version.
 */
export function migrate(
  db: Database,
  options: { readonly migrations?: readonly Migration[]; readonly backup?: (from: number) => void } = {},
): number {
  const migrations = options.migrations ?? MIGRATIONS;
  db.exec('CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT');
  const from = Number(readMeta(db, 'schema') ?? 0);
  const newest = migrations.at(-1)?.number ?? 0;
  if (from > newest) {
    throw new NewerSchemaError(`migrate: schema ${from} is newer than ${newest}`);
  }
  const open = migrations.filter((step) => step.number > from);
  if (open.length > 0 && from > 0) options.backup?.(from);
  for (const step of open) {
    db.transaction(() => {
      db.exec(step.sql);
      writeMeta(db, 'schema', String(step.number));
    })();
  }
  return newest;
}
