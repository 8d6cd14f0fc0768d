/** Brings a clone to the point where our own tools can run: the right Node.js, the locked packages, a working database module. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the clone. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** A failure whose message is meant for the person at the terminal: what happened and what to do. */
export class Advice extends Error {}

/** Throws {@link Advice} unless this Node.js can run the product. */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Advice(
    `Strideboard needs Node.js 20.19 or newer; this is ${version}. Install a current release from https://nodejs.org and run the command again.`,
  );
}

/** Installs the locked packages when one is missing or stands there in another version. */
export function ensureInstalled() {
  requireNode();
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  const locked = packagesOf(join(root, 'package-lock.json'));
  if (installed !== null && locked !== null && isInstalled(locked, installed) && databaseLoads()) return;
  say('Installing packages (once; a minute or two) …');
  // `ci` takes exactly what the lock file says; where a registry lacks a package for another system it gives up, and `install` does not.
  const options = ['--no-audit', '--no-fund', '--loglevel=error'];
  let npm = runNpm(['ci', ...options]);
  if (npm.status !== 0 && !npm.error) npm = runNpm(['install', '--no-save', ...options]);
  if (npm.error)
    throw new Advice(
      `npm could not be started (${npm.error.message}). It comes with Node.js: check that "npm --version" works.`,
    );
  if (npm.status !== 0) {
    throw new Advice(
      `Installing the packages failed. If the lines above speak of better-sqlite3 or node-gyp, install a compiler (${compilerAdvice()}); if they speak of the network, check the connection to your package registry; then run the command again.`,
    );
  }
  if (!databaseLoads()) {
    const rebuilt = runNpm(['rebuild', 'better-sqlite3', '--loglevel=error']);
    if (rebuilt.status !== 0 || !databaseLoads()) {
      throw new Advice(
        `The database module better-sqlite3 does not load: there was neither a ready-made build for this system nor a compiler. Install one (${compilerAdvice()}) and run the command again.`,
      );
    }
  }
}

/** Whether every locked package is installed in its version. What is optional is for some systems only, so it may be missing. */
export function isInstalled(locked, installed) {
  return Object.entries(locked).every(
    ([path, { version, link, optional, devOptional }]) =>
      !path.includes('node_modules/') ||
      link === true ||
      optional === true ||
      devOptional === true ||
      installed[path]?.version === version,
  );
}

/** The packages of a lock file by path; `null` where there is none that can be read. */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

function runNpm(args) {
  return spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
}

function databaseLoads() {
  // In a process of its own: a build for another Node.js version must not end ours.
  const code = "const D = require('better-sqlite3'); new D(':memory:').close();";
  return spawnSync(process.execPath, ['-e', code], { cwd: root, stdio: 'ignore' }).status === 0;
}

function compilerAdvice() {
  if (process.platform === 'darwin') return 'xcode-select --install';
  if (process.platform === 'win32') return 'Visual Studio Build Tools with C++, and Python 3';
  return 'on Debian or Ubuntu: apt-get install -y python3 make g++';
}

/** The path of a script inside an installed package, for `node <path>`. */
export function binOf(packageName, name = packageName.split('/').at(-1)) {
  const require = createRequire(join(root, 'package.json'));
  let folder = join(root, 'node_modules', packageName);
  if (!existsSync(folder)) folder = join(require.resolve(`${packageName}/package.json`), '..');
  const { bin } = require(join(folder, 'package.json'));
  return join(folder, typeof bin === 'string' ? bin : bin[name]);
}

/** A line for the person at the terminal; results go to stdout, this goes to stderr. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Runs a script's main function: advice is printed as one sentence with exit code 1, anything else with its stack. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? process.exitCode ?? 0;
  } catch (error) {
    say(error instanceof Advice ? error.message : String(error?.stack ?? error));
    process.exitCode = 1;
  }
}
