#!/usr/bin/env node
/**
 * `npm run bench [NAME…]`: runs every `bench/*.rows.ts` of the rooms (or those whose path holds a NAME), one after another, and prints one
 * table: what was measured, beside what, the ratio, and the floor and moonshot of the row where there are any. Each script prints rows of
 * JSON, one a line: `{ id, what, unit, ours, naive|peer…, floor?, moonshot? }`.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { binOf, ensureInstalled, root, runMain, say } from './install.mjs';

await runMain(async () => {
  ensureInstalled();
  const wanted = process.argv.slice(2);
  const scripts = findScripts().filter((path) => wanted.length === 0 || wanted.some((name) => path.includes(name)));
  const rows = [];
  let failed = 0;
  for (const script of scripts) {
    say(`Measuring ${relative(root, script)}`);
    const { code, found } = await run(script);
    rows.push(...found);
    if (code !== 0) failed += 1;
  }
  printTable(rows);
  if (failed > 0) say(`${failed} of ${scripts.length} benches failed.`);
  return failed === 0 && scripts.length > 0 ? 0 : 1;
});

function findScripts() {
  const homes = ['packages', 'apps'].flatMap((group) =>
    readdirSync(join(root, group)).map((room) => join(root, group, room, 'bench')),
  );
  return [...homes, join(root, 'e2e', 'bench')]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => path.endsWith('.rows.ts'))
    .sort();
}

function run(script) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [binOf('tsx'), script], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
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

function printTable(rows) {
  const peers = [...new Set(rows.flatMap((row) => Object.keys(row.peers ?? {})))];
  const head = ['row', 'what', 'ours', ...peers, 'ours / peer', 'floor', 'moonshot'];
  const lines = rows.map((row) => {
    const beside = peers.map((peer) => show(row.peers?.[peer], row.unit));
    const [first] = Object.values(row.peers ?? {}).filter((value) => typeof value === 'number');
    const ratio = first === undefined || first === 0 ? '' : (row.ours / first).toFixed(2);
    return [
      row.id,
      row.what,
      show(row.ours, row.unit),
      ...beside,
      ratio,
      show(row.floor, row.unit),
      show(row.moonshot, row.unit),
    ];
  });
  const widths = head.map((title, at) => Math.max(title.length, ...lines.map((line) => line[at].length)));
  for (const line of [head, widths.map((width) => '-'.repeat(width)), ...lines])
    process.stdout.write(
      `${line
        .map((cell, at) => cell.padEnd(widths[at]))
        .join('  ')
        .trimEnd()}\n`,
    );
}

function show(value, unit) {
  if (typeof value !== 'number') return '';
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${value.toFixed(digits)} ${unit}`;
}
