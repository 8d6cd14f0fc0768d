// Backups by themselves: a copy every so often, verified, with the oldest ones dropped.

import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { secretsOf } from './commands/backup.ts';
import type { BackupPlan } from './config.ts';
import type { Metrics } from './metrics.ts';

/** A running plan. */
export type Backups = {
  /** Makes a backup now; resolves with its file, or null when it failed. */
  run(): Promise<string | null>;
  dispose(): void;
};

const NAME = /^strideboard-[0-9TZ-]+\.db$/;
const LOOK_EVERY_MS = 60_000;

/** Starts a plan in a folder: a backup is due when the newest one there is older than the plan says. */
export function createBackups(options: {
  readonly plan: BackupPlan;
  readonly folder: string;
  /** Copies the database into a file, and the secrets beside the name it will get. */
  readonly copy: (file: string) => Promise<void>;
  readonly keepSecrets: (file: string) => void;
  /** Whether the copy holds what was written. */
  readonly verify: (file: string) => Promise<boolean>;
  readonly metrics: Pick<Metrics, 'backedUp'>;
  readonly logger: Logger;
  readonly now: () => number;
}): Backups {
  const { plan, folder, logger, metrics, now } = options;
  let running: Promise<string | null> | null = null;
  mkdirSync(folder, { recursive: true, mode: 0o700 });

  const existing = (): string[] =>
    readdirSync(folder)
      .filter((name) => NAME.test(name))
      .sort();
  const dropOld = (): void => {
    for (const name of existing().slice(0, -plan.keep)) {
      rmSync(join(folder, name), { force: true });
      rmSync(secretsOf(join(folder, name)), { force: true });
    }
  };
  const make = async (): Promise<string | null> => {
    const name = `strideboard-${new Date(now()).toISOString().replace(/[:.]/g, '-')}.db`;
    const file = join(folder, name);
    const draft = `${file}.part`;
    try {
      await options.copy(draft);
      if (!(await options.verify(draft))) throw new Error(`the copy ${draft} does not hold what was written`);
      options.keepSecrets(file);
      renameSync(draft, file);
      dropOld();
      metrics.backedUp(true);
      return file;
    } catch (error) {
      metrics.backedUp(false);
      logger.error({ err: error }, 'a backup failed; the next round tries again');
      return null;
    }
  };
  const run = (): Promise<string | null> => {
    running ??= make().finally(() => {
      running = null;
    });
    return running;
  };
  const isDue = (): boolean => {
    const newest = existing().at(-1);
    return newest === undefined || now() - statSync(join(folder, newest)).mtimeMs >= plan.every;
  };

  const timer = setInterval(
    () => {
      if (running === null && isDue()) void run();
    },
    Math.min(LOOK_EVERY_MS, plan.every),
  );
  timer.unref();
  return { run, dispose: () => clearInterval(timer) };
}
