#!/usr/bin/env node
/** `npm run tested`: counts what there is of each kind of test, for docs/tested-where.md. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './install.mjs';

const TOPS = ['apps', 'packages', 'e2e', 'scripts'];
const NOT_OURS = new Set(['node_modules', '.tsc', 'dist']);

/** Paths of all files below our folders, relative to the clone. */
function files() {
  const visit = (folder) =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      if (NOT_OURS.has(entry.name)) return [];
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? visit(path) : [path];
    });
  return TOPS.flatMap(visit);
}

/** How many there are of each kind, by name. */
export function countTests() {
  const all = files();
  const named = (pattern) => all.filter((path) => pattern.test(path));
  const inside = (paths, pattern) =>
    paths.reduce((sum, path) => sum + (readFileSync(join(root, path), 'utf8').match(pattern)?.length ?? 0), 0);
  const browser = named(/^e2e\/specs\/.*\.spec\.ts$/u);
  const laws = named(/\.fuzz\.test\.ts$/u);
  const long = named(/(?:\.long|\/kill-loop)\.test\.ts$/u);
  const unit = named(/\.test\.(?:ts|tsx|mjs)$/u).filter((path) => !laws.includes(path) && !long.includes(path));
  return {
    'files of unit tests': unit.length,
    'files of laws': laws.length,
    'files of long tests': long.length,
    'safeguards that teeth take out': inside(['scripts/teeth.mjs'], /^ {4}find: /gmu),
    'files of browser tests': browser.length,
    'browser tests': inside(browser, /^\s*test\(/gmu),
    'steps in Firefox': inside(['scripts/firefox-journey.mjs'], /^ {2}\[$|^ {2}\['/gmu),
    'files of bench rows': named(/\.rows\.ts$/u).length,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [kind, count] of Object.entries(countTests())) process.stdout.write(`${kind.padEnd(34)}${count}\n`);
}
