// The database's own facts: schema number, instance id, check value of the data key.

import type { Database } from 'better-sqlite3';

/** A fact, or null. */
export function readMeta(db: Database, key: string): string | null {
  return db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck().get(key) ?? null;
}

/** Notes a fact. */
export function writeMeta(db: Database, key: string, value: string): void {
  db.prepare('INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value').run(key, value);
}
