// `backup <file>`: a copy of the database while the server runs, verified before it gets its name, with the secrets beside it.

import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Config } from '../config.ts';
import { SECRET_FILES } from '../secrets.ts';
import { verifyStore } from '../store/verify.ts';
import { type Command, CommandProblem } from './command.ts';
import { databaseOf, withStore } from './open-data.ts';

/** Name of the file that keeps the secrets of a backup. */
export function secretsOf(file: string): string {
  return `${file}.secrets`;
}

/** Copies an open database into a new file, page by page, while others write to it; nothing is there when it fails. */
export async function copyDatabase(db: Database, file: string): Promise<void> {
  rmSync(file, { force: true });
  try {
    await db.backup(file);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  }
}

/**
 * Keeps the server's own secrets, as far as they are in the data folder, beside a backup: without them no link of the copy would be valid
 * and nobody would be who they were.
 */
export function copySecrets(config: Pick<Config, 'dataFolder'>, file: string): void {
  const secrets = Object.values(SECRET_FILES).flatMap((name) => {
    const path = join(config.dataFolder, name);
    return existsSync(path) ? [[name, readFileSync(path, 'utf8').trim()] as const] : [];
  });
  writeFileSync(secretsOf(file), `${JSON.stringify(Object.fromEntries(secrets))}\n`, { mode: 0o600 });
}

/** The command. */
export const backup: Command = {
  name: 'backup',
  usage: '<file>',
  summary: 'Copies the database into a file while the server runs, and verifies the copy',
  async run([file], { config, print }) {
    if (file === undefined) throw new CommandProblem('Say into which file: strideboard-server backup <file>');
    if (existsSync(file)) throw new CommandProblem(`${file} exists: give another name.`);
    if (!existsSync(dirname(file))) throw new CommandProblem(`There is no folder ${dirname(file)}.`);
    const draft = `${file}.part`;
    await withStore(databaseOf(config), config, ({ db }) => copyDatabase(db, draft));
    const { rooms, versions, problems } = await withStore(draft, config, ({ db, store }) => verifyStore(db, store));
    if (problems.length > 0) {
      for (const problem of problems) print(problem);
      throw new CommandProblem(`The copy does not hold what was written; it is kept as ${draft}.`);
    }
    copySecrets(config, file);
    renameSync(draft, file);
    print(
      `${file} holds ${rooms} boards and ${versions} versions; ${secretsOf(file)} holds the secrets of their links.`,
    );
    return 0;
  },
};
