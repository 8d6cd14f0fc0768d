#!/usr/bin/env node
/**
 * `npm run bench:sync [-- FLAGS]`: our server beside the stock y-websocket server and Hocuspocus, in one run on this machine. The peers' bench
 * is found through STRIDEBOARD_PEERS (default: `../shared/bench` beside the clone) and copied to a temporary folder, where it installs its own
 * packages; nothing of it is kept here. FLAGS go to it as they are (`--short`, `--targets=ours,yws-mem`, `--scenarios=latency`). Prints its
 * tables, then our figures beside our targets, as ratios of this run.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { Advice, ensureInstalled, root, runMain, say } from './install.mjs';
import { syncTargets } from './bench-sync-targets.mjs';

await runMain(() => {
  const peers = join(process.env['STRIDEBOARD_PEERS'] ?? join(root, '..', 'shared', 'bench'), 'sync');
  if (!existsSync(join(peers, 'bench.mjs'))) {
    say(`Skipped: there is no bench of peers in ${peers}. Say with STRIDEBOARD_PEERS where it is.`);
    return 0;
  }
  ensureInstalled();
  ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'strideboard-peers-'));
  try {
    cpSync(peers, folder, {
      recursive: true,
      filter: (path) => !/[/\\](?:node_modules|data|logs)(?:[/\\]|$)/u.test(path.slice(peers.length)),
    });
    say('Installing the peers …');
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    run(npm, ['install', '--no-audit', '--no-fund', '--loglevel=error'], folder, 'The peers could not be installed.');
    const flags = process.argv.slice(2);
    const out = join(folder, 'ours-and-peers.jsonl');
    const given = (name) => flags.some((flag) => flag.startsWith(`--${name}=`));
    const args = [
      'bench.mjs',
      `--ours=${join(root, 'scripts', 'bench-sync-ours.mjs')}`,
      `--out=${out}`,
      ...(given('scenarios') ? [] : ['--scenarios=latency,ramp,cold,rss,kill']),
      ...flags,
    ];
    run(process.execPath, args, folder, 'The bench ended with an error.');
    run(process.execPath, ['report.mjs', out], folder, 'The report could not be made.');
    const rows = readFileSync(out, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
    process.stdout.write(`\n${syncTargets(rows)}\n`);
    return rows.some((row) => row.error !== undefined) ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function run(command, args, cwd, problem) {
  const env = { ...process.env, STRIDEBOARD_BENCH_ROOT: root };
  const { status } = spawnSync(command, args, { cwd, env, stdio: 'inherit' });
  if (status !== 0) throw new Advice(problem);
}
