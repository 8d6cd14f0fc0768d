#!/usr/bin/env node
/**
 * `npm run bench [-- NAME…] [SIZE…] [--short] [--write FILE]`: builds what is not built, runs every `bench/*.rows.ts` of the rooms (or those whose
 * path holds a NAME), one after another, and prints one table: what was measured, beside what, floor, moonshot, and which of them was reached.
 * SIZES are the crowds of the canvas bench (500 1000 2000 5000 10000); `--short` only shows that everything runs, its figures mean nothing;
 * `--write` puts the table between the marks of a page. Each script prints rows of JSON, one a line (bench-table.mjs says what is in one).
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { idsIn } from './bench-scenarios.mjs';
import { markdownTable, terminalTable, totalOf, verdictOf, withTable } from './bench-table.mjs';
import { findBrowser } from './browser.mjs';
import { ensureBuilt } from './build.mjs';
import { Advice, binOf, ensureInstalled, root, runMain, say } from './install.mjs';

/** Where benches may lie. */
export function benchScripts() {
  const homes = ['packages', 'apps'].flatMap((group) =>
    readdirSync(join(root, group)).map((room) => join(root, group, room, 'bench')),
  );
  return [...homes, join(root, 'e2e', 'bench')]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => path.endsWith('.rows.ts'))
    .sort();
}

if (process.argv[1] === join(root, 'scripts', 'bench.mjs')) await runMain(main);

async function main() {
  const { names, sizes, isShort, page } = readArguments(process.argv.slice(2));
  ensureInstalled();
  const scripts = benchScripts().filter((path) => names.length === 0 || names.some((name) => path.includes(name)));
  if (scripts.length === 0) throw new Advice(`There is no bench whose path holds ${names.join(' or ')}.`);
  if (scripts.some((path) => path.startsWith(join(root, 'e2e')))) ensureBuilt();
  const env = {
    STRIDEBOARD_BROWSER: await findBrowser(),
    ...(sizes.length === 0 ? {} : { BENCH_SIZES: sizes.join(',') }),
    ...(isShort ? { BENCH_SHORT: '1' } : {}),
  };
  const rows = [];
  for (const script of scripts) rows.push(...(await measured(script, env)));
  process.stdout.write(`${terminalTable(rows)}\n\n${totalOf(rows)}\n`);
  if (page !== null) writePage(page, rows);
  return rows.some((row) => verdictOf(row) === 'failed') ? 1 : 0;
}

function readArguments(given) {
  const at = given.indexOf('--write');
  if (at >= 0 && given[at + 1] === undefined) throw new Advice('--write takes a file, such as docs/performance.md.');
  const isShort = given.includes('--short');
  if (at >= 0 && isShort) throw new Advice('The figures of --short mean nothing: they are not written to a page.');
  const words = (at < 0 ? given : given.toSpliced(at, 2)).filter((word) => word !== '--short');
  return {
    names: words.filter((word) => !/^\d+$/u.test(word)),
    sizes: words.filter((word) => /^\d+$/u.test(word)),
    isShort,
    page: at < 0 ? null : resolve(given[at + 1]),
  };
}

/** The rows of one script. When it ends with an error, what it was to measure and did not is listed as failed. */
async function measured(script, env) {
  const name = relative(root, script);
  const started = performance.now();
  const { code, found } = await run(script, env);
  say(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${((performance.now() - started) / 1_000).toFixed(0)} s)`);
  if (code === 0 || found.some((row) => row.failed !== undefined)) return found;
  const missing = idsIn(readFileSync(script, 'utf8')).filter((id) => found.every((row) => row.id !== id));
  const why = `${name} ended with code ${code}`;
  return [...found, ...(missing.length === 0 ? ['–'] : missing).map((id) => ({ id, what: name, failed: why }))];
}

function run(script, env) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [binOf('tsx'), script], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
    });
    child.on('close', (code) => {
      const found = [];
      for (const line of text.split('\n')) {
        if (line.startsWith('{')) found.push(JSON.parse(line));
        else if (line !== '') say(line);
      }
      done({ code, found });
    });
  });
}

function writePage(page, rows) {
  writeFileSync(page, withTable(readFileSync(page, 'utf8'), markdownTable(rows)));
  execFileSync(process.execPath, [binOf('@biomejs/biome', 'biome'), 'format', '--write', page], { stdio: 'ignore' });
  say(`Wrote ${relative(root, page)}`);
}
