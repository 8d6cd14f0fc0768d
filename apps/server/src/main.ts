// The process: environment in, one line out when ready, signals, exit codes. 0 = stopped as asked, 1 = could not start or failed.

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { readConfig, type Config } from './config.ts';
import { openSecrets } from './secrets.ts';
import { createServer, type StrideboardServer } from './server.ts';
import { startProblem } from './start-problem.ts';
import { createSqliteStore, openDatabase } from './store/sqlite.ts';

const STDERR = 2;
const SHUTDOWN_LIMIT_MS = 10_000;

/** Folder of the web app: as set, or beside the built server (`dist/server/main.js` → `dist/web`). */
function webFolderOf(config: Config): string {
  return config.webFolder ?? join(dirname(fileURLToPath(import.meta.url)), '..', 'web');
}

async function start(config: Config): Promise<StrideboardServer> {
  const logger = pino({ level: config.logLevel, base: null }, pino.destination({ fd: STDERR, sync: true }));
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'uncaught exception');
    process.exit(1);
  });
  const secrets = openSecrets(config.dataFolder, config);
  const store = createSqliteStore(await openDatabase(config.dataFolder));
  const server = await createServer({ config, store, secrets, logger, webFolder: webFolderOf(config) });
  const addresses = await server.listen();
  const shown = config.publicUrl === null ? addresses : [config.publicUrl, ...addresses];
  process.stdout.write(`Strideboard is ready: ${shown.join(' or ')}\n`);
  return server;
}

function stopOnSignals(server: StrideboardServer): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) process.exit(1); // asked twice: everything acknowledged is on disk already
    isStopping = true;
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
try {
  stopOnSignals(await start(result.config));
} catch (error) {
  const sentence = startProblem(error, result.config);
  const text = sentence ?? (error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.stderr.write(`Strideboard cannot start. ${text}\n`);
  process.exit(1);
}
