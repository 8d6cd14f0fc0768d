#!/usr/bin/env node
/**
 * `npm run test:long`: what takes too long for every change. A hundred rounds of killing the server under load, five hundred people who come
 * back at once, a reader that does not read, and the same sessions through the stock y-websocket server when STRIDEBOARD_PEERS names a folder
 * where `@y/websocket-server` is installed.
 */
import { spawnSync } from 'node:child_process';
import { binOf, ensureInstalled, root, runMain, say } from './install.mjs';

await runMain(async () => {
  ensureInstalled();
  const rounds = process.env.STRIDEBOARD_KILL_ROUNDS ?? '100';
  if (process.env.STRIDEBOARD_PEERS === undefined)
    say('STRIDEBOARD_PEERS is not set: the comparison with the stock server is skipped.');
  say(`Long tests of the server, ${rounds} rounds of the kill loop.`);
  const { status } = spawnSync(
    process.execPath,
    [binOf('vitest'), 'run', '--project', 'rooms', '--no-file-parallelism', ...process.argv.slice(2)],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, STRIDEBOARD_LONG: '1', STRIDEBOARD_KILL_ROUNDS: rounds },
    },
  );
  return status ?? 1;
});
