/**
 * What the lock file must hold. Exactly one copy of yjs: two copies do not recognise each other's types and lose edits silently. And every
 * optional package for another system: a lock file made where a registry does not carry them would leave people on that system without
 * compiler or linter.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, say } from './install.mjs';

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const problems = [];

const copies = Object.keys(packages).filter((path) => /(^|\/)node_modules\/yjs$/u.test(path));
if (copies.length !== 1)
  problems.push(
    `Expected exactly one copy of yjs, found ${copies.length}: ${copies.join(', ')}. Align the versions or add an override.`,
  );

for (const [path, { optionalDependencies = {} }] of Object.entries(packages)) {
  const places = path === '' ? [''] : [`${path}/`, ''];
  const missing = Object.keys(optionalDependencies).filter(
    (name) => !places.some((place) => packages[`${place}node_modules/${name}`]),
  );
  if (missing.length > 0)
    problems.push(
      `${path} lacks its optional packages ${missing.join(', ')}. Make the lock file again in a fresh clone, with a registry that carries them.`,
    );
}

for (const problem of problems) say(problem);
if (problems.length > 0) process.exitCode = 1;
