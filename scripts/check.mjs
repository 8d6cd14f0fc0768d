#!/usr/bin/env node
/** `npm run check`: the whole gate short of the browser. Every step runs; exit code 1 if any failed. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, root, runMain, say } from './install.mjs';
import { runLanes } from './steps.mjs';

/** Runs the gate; resolves with the failed step names and the test counts. */
export async function runCheck() {
  const { binOf } = await import('./install.mjs');
  const reports = join(root, 'test-results');
  mkdirSync(reports, { recursive: true });
  const report = join(reports, 'unit.json');
  rmSync(report, { force: true });
  const results = await runLanes([
    [
      { name: 'types', args: [binOf('typescript-native', 'tsc'), '-b'] },
      {
        name: 'unit and property tests',
        args: [
          binOf('vitest'),
          'run',
          // By itself it leaves a core free, which on two cores is half of them.
          `--maxWorkers=${availableParallelism()}`,
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${report}`,
        ],
      },
    ],
    [
      { name: 'format', args: [binOf('@biomejs/biome'), 'format', '.'] },
      { name: 'accessibility lint', args: [binOf('@biomejs/biome'), 'lint', '.'] },
      {
        name: 'arrows',
        args: [
          binOf('dependency-cruiser', 'depcruise'),
          '--config',
          '.dependency-cruiser.mjs',
          'apps',
          'packages',
          'e2e',
        ],
      },
      { name: 'unused', args: [binOf('knip')] },
      { name: 'lock file', args: [join(root, 'scripts', 'lock-file.mjs')] },
      { name: 'packs and build', args: [join(root, 'scripts', 'build.mjs')] },
      { name: 'bundle size', args: [binOf('size-limit')] },
      {
        name: 'lint',
        // Most of its time is the React compiler's; its rules look at one file at a time, so an unchanged file keeps its verdict.
        args: [
          binOf('eslint'),
          '.',
          '--max-warnings',
          '0',
          '--cache',
          '--cache-strategy',
          'content',
          '--cache-location',
          join(root, 'node_modules', '.cache', 'eslint'),
        ],
      },
      { name: 'typed lint', args: [binOf('oxlint'), '--type-aware', '.', '--max-warnings', '0'] },
    ],
  ]);
  return { failed: results.filter((result) => !result.ok).map((result) => result.name), tests: countTests(report) };
}

function countTests(report) {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numFailedTestSuites } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  return {
    passed: numPassedTests,
    failed: Math.max(numFailedTests, Math.min(1, numFailedTestSuites)),
    skipped: numPendingTests + (numTodoTests ?? 0),
  };
}

if (process.argv[1] === join(root, 'scripts', 'check.mjs')) {
  await runMain(async () => {
    ensureInstalled();
    const { failed, tests } = await runCheck();
    const counts = `${tests.passed} passed, ${tests.failed} failed, ${tests.skipped} skipped`;
    say(failed.length === 0 ? `Everything holds. Tests: ${counts}` : `Failed: ${failed.join(', ')}. Tests: ${counts}`);
    return failed.length === 0 ? 0 : 1;
  });
}
