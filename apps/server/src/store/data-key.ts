// The data key of a database: noted when the first room is encrypted, asked for ever after.

import type { Database } from 'better-sqlite3';
import { readMeta, writeMeta } from './meta.ts';
import { checkValueOf, createOpenVault, createVault, isDataKeyOf, rewrapKey, type Vault } from './vault.ts';

const CHECK_VALUE = 'data-key-check';

/** Thrown when a database is encrypted and the key is missing or another one. */
export class DataKeyError extends Error {
  override readonly name = 'DataKeyError';
}

/**
 * The vault of a database. With a key, the database belongs to that key from now on: what is new is encrypted. Throws `DataKeyError` for a
 * wrong or missing key; nothing was changed then.
 */
export function openVault(db: Database, dataKey: Uint8Array | null): Vault {
  const known = readMeta(db, CHECK_VALUE);
  if (known === null) {
    if (dataKey === null) return createOpenVault();
    writeMeta(db, CHECK_VALUE, checkValueOf(dataKey));
    return createVault(dataKey);
  }
  if (dataKey === null) throw new DataKeyError('no data key is given');
  if (!isDataKeyOf(dataKey, known)) throw new DataKeyError('the data key given is another one');
  return createVault(dataKey);
}

/**
 * Puts a database under another data key, in one transaction: the keys of encrypted rooms are wrapped anew, rooms stored as they are become
 * encrypted. Returns how many of each.
 */
export function rotateDataKey(
  db: Database,
  keys: { readonly from: Uint8Array | null; readonly to: Uint8Array },
): { readonly rewrapped: number; readonly encrypted: number } {
  const { from, to } = keys;
  openVault(db, from);
  const vault = createVault(to);
  const rooms = db.prepare<[], { id: string; wrapped_key: Uint8Array | null }>('SELECT id, wrapped_key FROM room');
  const setKey = db.prepare('UPDATE room SET wrapped_key = ? WHERE id = ?');
  const counts = { rewrapped: 0, encrypted: 0 };
  db.transaction(() => {
    for (const { id, wrapped_key: wrapped } of rooms.all()) {
      if (wrapped !== null && from !== null) {
        setKey.run(rewrapKey(wrapped, id, from, to), id);
        counts.rewrapped += 1;
      } else {
        const key = vault.newKey(id);
        sealRoom(db, vault, id, key);
        setKey.run(key, id);
        counts.encrypted += 1;
      }
    }
    writeMeta(db, CHECK_VALUE, checkValueOf(to));
  }).immediate();
  return counts;
}

const BLOB_TABLES = [
  { table: 'upd', seq: 'seq' },
  { table: 'snap', seq: 'upto' },
  { table: 'version', seq: 'id' },
] as const;

function sealRoom(db: Database, vault: Vault, room: string, key: Uint8Array | null): void {
  for (const { table, seq } of BLOB_TABLES) {
    const rows = db
      .prepare<[string], { row: number; epoch: number; seq: number | string; blob: Uint8Array }>(
        `SELECT rowid AS row, epoch, ${seq} AS seq, blob FROM ${table} WHERE room = ?`,
      )
      .all(room);
    const write = db.prepare(`UPDATE ${table} SET blob = ? WHERE rowid = ?`);
    for (const row of rows) {
      write.run(vault.seal(key, { table, room, epoch: row.epoch, seq: row.seq }, row.blob), row.row);
    }
  }
}
