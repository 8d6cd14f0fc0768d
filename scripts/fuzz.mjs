#!/usr/bin/env node
/**
 * `npm run fuzz [SEEDS] [LAW]`: the laws of the document over many seeds (7,000 by default, a night's work), or one law of them. What fails
 * is named with its seed and with the line that repeats it: `npm run fuzz -- --first SEED --seeds 1 LAW`. The gate and
 * `npm test` take 100 seeds. Following a model and judging it from scratch are compared over 10,000 random edits by
 * `npm run fuzz -- 2000 packages/stride/src/incremental`: it takes a fifth of the seeds, 25 edits each; some minutes, ten on a busy machine.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { binOf, ensureInstalled, root, runMain, say } from './install.mjs';

await runMain(async () => {
  ensureInstalled();
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seeds: { type: 'string' }, first: { type: 'string', default: '1' } },
  });
  const [count] = positionals.filter((word) => /^\d+$/u.test(word));
  const [law] = positionals.filter((word) => !/^\d+$/u.test(word));
  const [seeds, first] = [Number(values.seeds ?? count ?? 7_000), Number(values.first)];
  if (![seeds, first].every((number) => Number.isSafeInteger(number) && number >= 1)) {
    say('Say how many seeds, and from which one on: npm run fuzz -- --seeds 1000 --first 1');
    return 2;
  }
  say(`Running ${law ?? 'the laws of the document'} over ${seeds} seeds from ${first}.`);
  const { status } = spawnSync(
    process.execPath,
    [
      binOf('vitest'),
      'run',
      '--project',
      'rooms',
      '--testTimeout',
      '0',
      ...(law === undefined ? ['.fuzz.test.ts'] : [law]),
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, STRIDEBOARD_FUZZ_SEEDS: String(seeds), STRIDEBOARD_FUZZ_FIRST: String(first) },
    },
  );
  return status ?? 1;
});
