#!/usr/bin/env node
/** `npm run docs:ux`: writes docs/ux-coverage.md, which browser tests cover which numbered statement, from the titles of the tests. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { binOf, root } from './install.mjs';
import { STATEMENTS } from './ux-statements.mjs';

/** Where the table lies. */
export const COVERAGE_FILE = join(root, 'docs', 'ux-coverage.md');

/** The titles of all browser tests that begin with numbers of statements. */
export function numberedTests(folder = join(root, 'e2e', 'specs')) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.spec.ts'))
    .sort()
    .flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return [...text.matchAll(/\btest\(\s*(['"`])(?:ux )?(\d+(?:, ?\d+)*)[:, ]+(.+?)\1,\s/gsu)].map(
        ([, , numbers, title]) => ({
          file: name,
          numbers: numbers.split(/, ?/u).map(Number),
          title: title.replaceAll('|', '\\|'),
        }),
      );
    });
}

/** The page. Throws for a test that names a number nobody knows. */
export function coveragePage(tests = numberedTests()) {
  const unknown = tests.filter(({ numbers }) => numbers.some((number) => !STATEMENTS.has(number)));
  if (unknown.length > 0)
    throw new Error(`Tests name statements that are not listed: ${unknown.map(({ title }) => title).join('; ')}`);
  const rows = [...STATEMENTS].map(([number, statement]) => {
    const named = tests.filter(({ numbers }) => numbers.includes(number));
    const cell = named.map(({ file, title }) => `\`${file.replace('.spec.ts', '')}\`: ${title}`).join('<br>');
    return `| ${number} | ${statement} | ${cell === '' ? '–' : cell} |`;
  });
  const covered = rows.filter((row) => !row.endsWith('| – |')).length;
  return [
    '# What the browser tests cover',
    '',
    'Statements of user experience by their permanent numbers, and the browser tests that name them. The tests are part of `npm test`, which fails',
    'when one of them does; so what is listed holds. Written by `npm run docs:ux`.',
    '',
    `${covered} of ${rows.length} statements have a test of their own.`,
    '',
    '| no. | statement | browser tests |',
    '| --- | --------- | ------------- |',
    ...rows,
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(COVERAGE_FILE, coveragePage());
  execFileSync(process.execPath, [binOf('@biomejs/biome', 'biome'), 'format', '--write', COVERAGE_FILE], {
    stdio: 'ignore',
  });
  process.stdout.write(`Wrote ${COVERAGE_FILE}\n`);
}
