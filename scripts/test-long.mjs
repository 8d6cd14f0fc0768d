#!/usr/bin/env node
/**
 * `npm run test:long`: what takes too long for every change. A hundred rounds of killing the server under load, five hundred people who come
 * back at once, a reader that does not read, a workshop of thirty for ten minutes (`--minutes 1` for a shorter one), and the same sessions
 * through the stock y-websocket server when STRIDEBOARD_PEERS names a folder where `@y/websocket-server` is installed. Further words name the
 * files to run: `npm run test:long -- workshop --minutes 1`.
 */
import { spawnSync } from 'node:child_process';
import { binOf, ensureInstalled, root, runMain, say } from './install.mjs';

await runMain(async () => {
  ensureInstalled();
  const rounds = process.env.STRIDEBOARD_KILL_ROUNDS ?? '100';
  if (process.env.STRIDEBOARD_PEERS === undefined)
    say('STRIDEBOARD_PEERS is not set: the comparison with the stock server is skipped.');
  say(`Long tests of the server, ${rounds} rounds of the kill loop.`);
  const { minutes, rest } = readArguments(process.argv.slice(2));
  const { status } = spawnSync(
    process.execPath,
    [binOf('vitest'), 'run', '--project', 'rooms', '--no-file-parallelism', ...rest],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        STRIDEBOARD_LONG: '1',
        STRIDEBOARD_KILL_ROUNDS: rounds,
        STRIDEBOARD_WORKSHOP_MINUTES: minutes,
      },
    },
  );
  return status ?? 1;
});

/** How long the workshop takes, and what is handed on. */
function readArguments(given) {
  const at = given.indexOf('--minutes');
  if (at < 0) return { minutes: '10', rest: given };
  const minutes = given[at + 1] ?? '';
  if (!(Number(minutes) > 0)) throw new Error('--minutes takes a number above 0, such as --minutes 1');
  return { minutes, rest: given.toSpliced(at, 2) };
}
