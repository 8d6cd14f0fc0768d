#!/usr/bin/env node
/**
 * `npm run test:long`: what takes too long for every change. A hundred rounds of killing the server under load, five hundred people who come
 * back at once, a reader that does not read, a workshop of thirty for ten minutes, two recorded hours of twenty people played in ten minutes
 * beside real pages (soak), and the same sessions through the stock y-websocket server when STRIDEBOARD_PEERS names a folder where
 * `@y/websocket-server` is installed. Further words name the files to run: `npm run test:long -- workshop --minutes 1`;
 * `npm run test:long -- soak` takes the two hours it is about, `npm run test:long -- soak --minutes 10` plays them in ten minutes.
 */
import { spawnSync } from 'node:child_process';
import { binOf, ensureInstalled, root, runMain, say } from './install.mjs';

await runMain(async () => {
  ensureInstalled();
  const rounds = process.env.STRIDEBOARD_KILL_ROUNDS ?? '100';
  const { minutes, rest } = readArguments(process.argv.slice(2));
  const names = rest.filter((word) => !word.startsWith('-'));
  const isRun = (file) => names.length === 0 || names.some((name) => file.includes(name));
  if (isRun('stock-server') && process.env.STRIDEBOARD_PEERS === undefined)
    say('STRIDEBOARD_PEERS is not set: the comparison with the stock server is skipped.');
  if (isRun('kill-loop')) say(`Long tests of the server, ${rounds} rounds of the kill loop.`);
  const soakMinutes = minutes ?? (names.length === 0 ? '10' : '120');
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
        STRIDEBOARD_WORKSHOP_MINUTES: minutes ?? '10',
        ...(isRun('soak') ? await soakSettings(soakMinutes) : {}),
      },
    },
  );
  return status ?? 1;
});

/** The soak runs what is built, with a real browser beside it. */
async function soakSettings(minutes) {
  const { findBrowser } = await import('./browser.mjs');
  const { ensureBuilt } = await import('./build.mjs');
  const browser = await findBrowser();
  ensureBuilt();
  say(`The soak plays two hours in ${minutes} min (${(120 / Number(minutes)).toFixed(1)} times life).`);
  return { STRIDEBOARD_BROWSER: browser, STRIDEBOARD_SOAK_MINUTES: minutes };
}

/** How long the workshop or the soak takes, where it is said, and what is handed on. */
function readArguments(given) {
  const at = given.indexOf('--minutes');
  if (at < 0) return { minutes: undefined, rest: given };
  const minutes = given[at + 1] ?? '';
  if (!(Number(minutes) > 0)) throw new Error('--minutes takes a number above 0, such as --minutes 1');
  return { minutes, rest: given.toSpliced(at, 2) };
}
