#!/usr/bin/env node
/**
 * `npm run fuzz [SEEDS]`: the laws of the document over many seeds (7,000 by default, a night's work). A failing seed is named in the
 * output; `STRIDEBOARD_FUZZ_SEEDS` in the gate is 100.
 */
import { spawnSync } from 'node:child_process';
import { binOf, ensureInstalled, root, runMain, say } from './install.mjs';

await runMain(async () => {
  ensureInstalled();
  const seeds = Number(process.argv[2] ?? 7_000);
  if (!Number.isInteger(seeds) || seeds < 1) {
    say('Say how many seeds: npm run fuzz -- 1000');
    return 2;
  }
  say(`Running the laws of the document over ${seeds} seeds.`);
  const files = ['.fuzz.test.ts', 'packages/document/src/journal.test.ts'];
  const { status } = spawnSync(
    process.execPath,
    [binOf('vitest'), 'run', '--project', 'rooms', '--testTimeout', '0', ...files],
    { cwd: root, stdio: 'inherit', env: { ...process.env, STRIDEBOARD_FUZZ_SEEDS: String(seeds) } },
  );
  return status ?? 1;
});
