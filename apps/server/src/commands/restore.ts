// `restore <file>`: a backup takes the place of the database; what was there is kept beside it.

import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { SECRET_FILES } from '../secrets.ts';
import { lockFolder } from '../store/folder-lock.ts';
import { migrate } from '../store/migrations.ts';
import { DATABASE_FILE } from '../store/sqlite.ts';
import { verifyStore } from '../store/verify.ts';
import { secretsOf } from './backup.ts';
import { type Command, CommandProblem } from './command.ts';
import { databaseOf, withStore } from './open-data.ts';

/** The command. */
export const restore: Command = {
  name: 'restore',
  usage: '<file>',
  summary: 'Puts a backup in the place of the database; the server must be stopped',
  async run([file], { config, print, now }) {
    if (file === undefined || !existsSync(file)) {
      throw new CommandProblem('Say which backup: strideboard-server restore <file>');
    }
    mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 });
    const lock = await lockFolder(config.dataFolder);
    try {
      const draft = join(config.dataFolder, `${DATABASE_FILE}.restoring`);
      rmSync(draft, { force: true });
      copyFileSync(file, draft);
      await bringAlong(draft);
      sync(draft);
      const { rooms, versions, problems } = await withStore(draft, config, ({ db, store }) => verifyStore(db, store));
      if (problems.length > 0) {
        for (const problem of problems) print(problem);
        rmSync(draft, { force: true });
        throw new CommandProblem('The backup does not hold what was written; nothing was changed.');
      }
      const aside = `before-restore-${new Date(now()).toISOString().replace(/[:.]/g, '-')}`;
      await putAside(config, aside);
      renameSync(draft, databaseOf(config));
      restoreSecrets(config, file, aside);
      sync(config.dataFolder);
      print(
        `The database holds ${rooms} boards and ${versions} versions again. What was there before ends in .${aside}`,
      );
      return 0;
    } finally {
      lock.release();
    }
  },
};

/** Brings a backup of an earlier version to the present schema. */
async function bringAlong(draft: string): Promise<void> {
  const { default: Sqlite } = await import('better-sqlite3');
  const db = new Sqlite(draft);
  try {
    db.pragma('journal_mode = DELETE');
    migrate(db);
  } finally {
    db.close();
  }
}

/** Renames the present database, whole in one file. */
async function putAside(config: Config, aside: string): Promise<void> {
  const present = databaseOf(config);
  if (!existsSync(present)) return;
  const { default: Sqlite } = await import('better-sqlite3');
  try {
    const db = new Sqlite(present, { timeout: 5_000 });
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.pragma('journal_mode = DELETE');
    db.close();
  } catch {
    // A damaged database is kept as it is: that is why somebody restores.
  }
  for (const part of ['', '-wal', '-shm']) {
    if (existsSync(present + part)) renameSync(present + part, `${present}.${aside}${part}`);
  }
}

function restoreSecrets({ dataFolder }: Config, file: string, aside: string): void {
  if (!existsSync(secretsOf(file))) return;
  const kept: unknown = JSON.parse(readFileSync(secretsOf(file), 'utf8'));
  for (const name of Object.values(SECRET_FILES)) {
    const secret: unknown = typeof kept === 'object' && kept !== null ? Reflect.get(kept, name) : undefined;
    const path = join(dataFolder, name);
    if (typeof secret !== 'string' || (existsSync(path) && readFileSync(path, 'utf8').trim() === secret)) continue;
    if (existsSync(path)) renameSync(path, `${path}.${aside}`);
    writeFileSync(path, `${secret}\n`, { mode: 0o600 });
    sync(path);
  }
}

function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
