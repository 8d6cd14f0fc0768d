// Opening the data of a server for a command, without changing its schema.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { openVault } from '../store/data-key.ts';
import { readMeta } from '../store/meta.ts';
import { MIGRATIONS } from '../store/migrations.ts';
import { createSqliteStore, DATABASE_FILE } from '../store/sqlite.ts';
import { CommandProblem, type OpenStore } from './command.ts';

/** The database of a data folder. */
export function databaseOf({ dataFolder }: Pick<Config, 'dataFolder'>): string {
  return join(dataFolder, DATABASE_FILE);
}

/**
 * Opens a database file, hands it over, and closes it. Throws `CommandProblem` when there is none or it is of another version of the
 * schema, and `DataKeyError`.
 */
export async function withStore<T>(
  file: string,
  { dataKey }: Pick<Config, 'dataKey'>,
  use: (open: OpenStore) => Promise<T>,
): Promise<T> {
  if (!existsSync(file))
    throw new CommandProblem(`There is no database ${file}: set STRIDEBOARD_DATA to the data folder.`);
  const { default: Sqlite } = await import('better-sqlite3');
  const db = new Sqlite(file, { timeout: 5_000, fileMustExist: true });
  try {
    db.pragma('foreign_keys = ON');
    const schema = readMeta(db, 'schema');
    const newest = MIGRATIONS.at(-1)?.number ?? 0;
    if (schema !== String(newest)) {
      throw new CommandProblem(
        `${file} has schema ${schema ?? 'none'} and this program knows ${newest}: start the server of this version once, it brings the database along.`,
      );
    }
    return await use({ db, store: createSqliteStore(db, openVault(db, dataKey)) });
  } finally {
    db.close();
  }
}
