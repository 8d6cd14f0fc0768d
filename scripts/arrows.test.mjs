/** The arrow rules themselves: every forbidden arrow, planted in a scratch house, is caught; every allowed one passes. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { binOf, root } from './install.mjs';

const { rooms, features } = JSON.parse(readFileSync(join(root, '.arrows.json'), 'utf8'));
const apps = ['web', 'server', 'cli'];
const folderOf = (room) => `${apps.includes(room) ? 'apps' : 'packages'}/${room}/src`;

let house;
let violations;

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'strideboard-arrows-'));
  for (const file of ['.dependency-cruiser.mjs', '.arrows.json', 'tsconfig.base.json'])
    cpSync(join(root, file), join(house, file));
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
  for (const room of Object.keys(rooms)) {
    mkdirSync(join(house, folderOf(room)), { recursive: true });
    writeFileSync(join(house, folderOf(room), 'index.ts'), 'export interface Door {}\n');
    writeFileSync(join(house, folderOf(room), 'inner.ts'), 'export interface Inner {}\n');
    writeFileSync(join(house, folderOf(room), 'uses-own-door.ts'), "export type { Door } from './index.ts';\n");
    writeFileSync(join(house, folderOf(room), 'uses-library.ts'), "export type * from 'knip';\n");
    for (const other of Object.keys(rooms)) {
      if (other === room) continue;
      const up = `../../../${folderOf(other)}/inner.ts`;
      // Type-only on purpose: a type that points upward is an upward arrow too.
      writeFileSync(
        join(house, folderOf(room), `to-${other}.ts`),
        `import type { Inner } from '${up}';\nexport type Planted = Inner;\n`,
      );
      writeFileSync(
        join(house, folderOf(room), `to-${other}.test.ts`),
        `import type { Inner } from '${up}';\nexport type Planted = Inner;\n`,
      );
    }
  }
  for (const feature of features) {
    mkdirSync(join(house, 'apps/web/src', feature), { recursive: true });
    writeFileSync(join(house, 'apps/web/src', feature, 'inner.ts'), 'export interface Inner {}\n');
  }
  const [first, second] = features;
  writeFileSync(
    join(house, 'apps/web/src', first, 'to-feature.ts'),
    `export type { Inner } from '../${second}/inner.ts';\n`,
  );
  writeFileSync(
    join(house, 'packages/model/src/circle-a.ts'),
    "import { b } from './circle-b.ts';\nexport const a = () => b;\n",
  );
  writeFileSync(
    join(house, 'packages/model/src/circle-b.ts'),
    "import { a } from './circle-a.ts';\nexport const b = () => a;\n",
  );
  mkdirSync(join(house, 'e2e'), { recursive: true });
  writeFileSync(join(house, 'e2e/planted.spec.ts'), "export type { Inner } from '../packages/model/src/inner.ts';\n");

  const run = spawnSync(
    process.execPath,
    [
      binOf('dependency-cruiser', 'depcruise'),
      '--config',
      '.dependency-cruiser.mjs',
      '--output-type',
      'json',
      'apps',
      'packages',
      'e2e',
    ],
    { cwd: house, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  violations = new Set(
    JSON.parse(run.stdout).summary.violations.map(({ from, to, rule }) => `${from} -> ${to} [${rule.name}]`),
  );
}, 60_000);

afterAll(() => rmSync(house, { recursive: true, force: true }));

const isCaught = (from, to) => [...violations].some((line) => line.startsWith(`${from} -> ${to} `));

describe('the arrows of the house', () => {
  it('refuses every arrow the plan does not have, types included', () => {
    const missed = [];
    for (const [room, { may }] of Object.entries(rooms)) {
      for (const other of Object.keys(rooms)) {
        if (other === room || may.includes(other)) continue;
        if (!isCaught(`${folderOf(room)}/to-${other}.ts`, `${folderOf(other)}/inner.ts`))
          missed.push(`${room} -> ${other}`);
      }
    }
    expect(missed).toEqual([]);
  });

  it('lets every arrow of the plan pass', () => {
    const refused = Object.entries(rooms).flatMap(([room, { may }]) =>
      may
        .filter((other) => isCaught(`${folderOf(room)}/to-${other}.ts`, `${folderOf(other)}/inner.ts`))
        .map((other) => `${room} -> ${other}`),
    );
    expect(refused).toEqual([]);
  });

  it('lets tests use the testkit but nothing else that their room may not', () => {
    expect(isCaught('packages/model/src/to-testkit.test.ts', 'packages/testkit/src/inner.ts')).toBe(false);
    expect(isCaught('packages/model/src/to-stride.test.ts', 'packages/stride/src/inner.ts')).toBe(true);
  });

  it('refuses a library a room was not given', () => {
    const rule = [...violations].filter((line) => line.includes('uses-only-its-libraries'));
    for (const room of Object.keys(rooms))
      expect(rule.some((line) => line.startsWith(`${folderOf(room)}/uses-library.ts`))).toBe(true);
  });

  it('refuses circles, a feature that imports a feature, a file that uses its own street door, and browser tests that import our source', () => {
    expect([...violations].some((line) => line.includes('[no-circles]'))).toBe(true);
    expect(isCaught(`apps/web/src/${features[0]}/to-feature.ts`, `apps/web/src/${features[1]}/inner.ts`)).toBe(true);
    expect(isCaught('packages/model/src/uses-own-door.ts', 'packages/model/src/index.ts')).toBe(true);
    expect(isCaught('e2e/planted.spec.ts', 'packages/model/src/inner.ts')).toBe(true);
  });
});
