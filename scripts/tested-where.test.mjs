import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './install.mjs';
import { countTests } from './tested-where.mjs';

const page = readFileSync(join(root, 'docs', 'tested-where.md'), 'utf8');
const quoted = [...page.matchAll(/`([^`]+)`/gu)].map(([, text]) => text);

it('each command on the page of what is tested where exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const commands = quoted.flatMap((text) => /^npm (?:run )?([a-z:]+)/u.exec(text)?.[1] ?? []);
  expect(commands.length).toBeGreaterThan(6);
  expect(commands.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});

it('each path on it exists', () => {
  const paths = quoted.filter((text) => /^[.\w-]+\/[\w./-]+$/u.test(text));
  expect(paths.length).toBeGreaterThan(6);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

it('there is something of each kind that it names', () => {
  expect(Object.entries(countTests()).filter(([, count]) => count === 0)).toEqual([]);
});
