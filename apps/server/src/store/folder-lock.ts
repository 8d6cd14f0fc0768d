// One program at a time may change a data folder. The lock is an open transaction on a small database of its own, so that the system gives it
// back when the program ends, however it ends; reading and backing up need no lock.

import { join } from 'node:path';

/** Gives the lock back. */
export type FolderLock = { release(): void };

const LOCK_FILE = 'strideboard.lock';
const WAIT_MS = 1_000;

/** Takes the lock of a data folder; throws SQLite's `SQLITE_BUSY` when another program has it. */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const { default: Sqlite } = await import('better-sqlite3');
  const db = new Sqlite(join(folder, LOCK_FILE), { timeout: WAIT_MS });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    throw error;
  }
  return { release: () => void db.close() };
}
