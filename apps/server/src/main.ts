// The process: environment in, one line out when ready, signals, exit codes. 0 = stopped as asked, 1 = could not start or failed. With
// arguments it is one of the commands instead.

import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { type Backups, createBackups } from './backups.ts';
import { copyDatabase, copySecrets } from './commands/backup.ts';
import { runCommand } from './commands/run.ts';
import { type Config, readConfig } from './config.ts';
import { createDesk } from './jobs/desk.ts';
import { openSecrets } from './secrets.ts';
import { createServer, type StrideboardServer } from './server.ts';
import { startProblem } from './start-problem.ts';
import { openVault } from './store/data-key.ts';
import { lockFolder } from './store/folder-lock.ts';
import { createSqliteStore, openDatabase } from './store/sqlite.ts';

const STDERR = 2;
const SHUTDOWN_LIMIT_MS = 10_000;
const LAST_FLUSH_MS = 2_000;
const HERE = fileURLToPath(import.meta.url);

/** Folder of the web app: as set, or beside the built server (`dist/server/main.js` → `dist/web`). */
function webFolderOf(config: Config): string {
  return config.webFolder ?? join(dirname(HERE), '..', 'web');
}

/** The worker thread of heavy jobs: beside this file when it is built. */
function workerUrl(): URL {
  return new URL(HERE.endsWith('.ts') ? 'testing/worker.mjs' : 'worker.js', import.meta.url);
}

/** Verifies a backup in a process of its own, so that nobody waits for it. */
function verifyElsewhere(file: string): Promise<boolean> {
  return new Promise((resolve) => {
    execFile(process.execPath, [...process.execArgv, HERE, 'verify', file], (error) => resolve(error === null));
  });
}

/** A running server with its backups. */
type Running = { readonly server: StrideboardServer; readonly backups: Backups | null };

async function start(config: Config): Promise<Running> {
  const logger = pino({ level: config.logLevel, base: null }, pino.destination({ fd: STDERR, sync: true }));
  let server: StrideboardServer | null = null;
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'uncaught exception');
    const end = (): never => process.exit(1);
    setTimeout(end, LAST_FLUSH_MS);
    if (server === null) end();
    else server.flush().then(end, end);
  });
  const secrets = openSecrets(config.dataFolder, config);
  const lock = await lockFolder(config.dataFolder);
  const db = await openDatabase(config.dataFolder);
  const store = createSqliteStore(db, openVault(db, config.dataKey));
  const desk = createDesk(workerUrl());
  const running = await createServer({ config, store, secrets, logger, desk, webFolder: webFolderOf(config) });
  server = running;
  const backups =
    config.backup === null
      ? null
      : createBackups({
          plan: config.backup,
          folder: config.backup.folder ?? join(config.dataFolder, 'backups'),
          copy: (file) => copyDatabase(db, file),
          keepSecrets: (file) => copySecrets(config, file),
          verify: verifyElsewhere,
          ...{ metrics: running.metrics, logger, now: Date.now },
        });
  const addresses = await running.listen();
  const shown = config.publicUrl === null ? addresses : [config.publicUrl, ...addresses];
  process.stdout.write(`Strideboard is ready: ${shown.join(' or ')}\n`);
  return {
    server: {
      ...running,
      async dispose() {
        await running.dispose();
        lock.release();
      },
    },
    backups,
  };
}

function stopOnSignals({ server, backups }: Running): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) process.exit(1); // asked twice: everything acknowledged is on disk already
    isStopping = true;
    backups?.dispose();
    setTimeout(() => process.exit(1), SHUTDOWN_LIMIT_MS).unref();
    server.dispose().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`Strideboard did not stop cleanly: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

process.umask(0o077); // everything written is for this user only
const result = readConfig(process.env);
if (!result.ok) {
  process.stderr.write(`Strideboard cannot start. ${result.problems.join(' ')}\n`);
  process.exit(1);
}
const [command, ...args] = process.argv.slice(2);
if (command !== undefined && command !== 'serve') {
  process.exitCode = await runCommand(command, args, {
    config: result.config,
    print: (line) => process.stdout.write(`${line}\n`),
    tell: (line) => process.stderr.write(`${line}\n`),
    now: Date.now,
  });
} else {
  try {
    stopOnSignals(await start(result.config));
  } catch (error) {
    const sentence = startProblem(error, result.config);
    const text = sentence ?? (error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.stderr.write(`Strideboard cannot start. ${text}\n`);
    process.exit(1);
  }
}
