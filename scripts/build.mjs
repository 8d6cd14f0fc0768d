/** Builds web, server and command line into dist/, and knows whether that is still fresh. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Advice, binOf, ensureInstalled, root, runMain, say } from './install.mjs';

const stampFile = join(root, 'dist', '.stamp');

/** Builds unless dist/ was made from exactly these sources. */
export function ensureBuilt() {
  const stamp = sourceStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  say('Building …');
  build();
}

/** Builds everything. Throws {@link Advice} when the build fails. */
export function build() {
  const stamp = sourceStamp();
  const vite = spawnSync(process.execPath, [binOf('vite'), 'build', '--app', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (vite.status !== 0) throw new Advice('The build failed; the lines above say why.');
  writeFileSync(stampFile, stamp);
}

function sourceStamp() {
  const hash = createHash('sha256');
  for (const top of ['package-lock.json', 'vite.config.ts', 'tsconfig.base.json', 'apps', 'packages'])
    visit(join(root, top), hash);
  return hash.digest('hex');
}

function visit(path, hash) {
  const stat = statSync(path);
  if (!stat.isDirectory()) {
    hash.update(`${path.slice(root.length)} ${stat.size} ${stat.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(path).sort()) {
    if (name === 'node_modules' || name.startsWith('.tsc') || name.endsWith('.test.ts') || name.endsWith('.test.tsx'))
      continue;
    visit(join(path, name), hash);
  }
}

if (process.argv[1] === join(root, 'scripts', 'build.mjs')) {
  await runMain(() => {
    ensureInstalled();
    build();
  });
}
