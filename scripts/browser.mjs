/**
 * Finds a Chromium for the browser tests, in this order: STRIDEBOARD_BROWSER → the one Playwright installed → one on this system →
 * `playwright install chromium` → apt-get as root on Debian or Ubuntu → the browser that ships inside an npm package → one sentence.
 * Every candidate must really open a page: a browser without its libraries answers --version and then fails.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Advice, binOf, root, say } from './install.mjs';

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const PACKAGED = '@sparticuz/chromium@143.0.4';
const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** Flags for a quiet, closed browser; the sandbox is off only for root, where Chromium refuses to start with it. */
export function browserFlags() {
  const flags = [
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ];
  return process.getuid?.() === 0 ? ['--no-sandbox', ...flags] : flags;
}

/** The path of a Chromium that opens a page. Installs one if it must; throws {@link Advice} when no way is left. */
export async function findBrowser() {
  const asked = process.env.STRIDEBOARD_BROWSER;
  if (asked) {
    if (opensPage(asked)) return asked;
    throw new Advice(
      `STRIDEBOARD_BROWSER names ${asked}, which does not open a page. Point it at a Chromium or Chrome, or unset it.`,
    );
  }
  const found = [await playwrightsOwn(), ...onSystem()].find((path) => path !== null && opensPage(path));
  if (found) return found;
  for (const install of [installWithPlaywright, installWithApt, installFromPackage]) {
    const path = await install();
    if (path !== null && opensPage(path)) return path;
  }
  throw new Advice(
    'No browser for the tests: install Chromium or Chrome (on Debian or Ubuntu: apt-get install -y chromium), or set STRIDEBOARD_BROWSER to the path of one, then run the command again.',
  );
}

function opensPage(path) {
  if (!existsSync(path)) return false;
  const profile = mkdtempSync(join(tmpdir(), 'strideboard-browser-'));
  try {
    const run = spawnSync(
      path,
      [
        '--headless',
        '--disable-gpu',
        ...browserFlags(),
        `--user-data-dir=${profile}`,
        '--dump-dom',
        'data:text/html,<p>ready</p>',
      ],
      { encoding: 'utf8', timeout: 60_000 },
    );
    return run.status === 0 && run.stdout.includes('ready');
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) ? path : null;
}

function onSystem() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...SYSTEM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), MAC_CHROME].filter((path) =>
    existsSync(path),
  );
}

async function installWithPlaywright() {
  say('No browser found; asking Playwright to install Chromium …');
  const run = spawnSync(process.execPath, [binOf('playwright'), 'install', 'chromium'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    timeout: 300_000,
  });
  return run.status === 0 ? playwrightsOwn() : null;
}

function installWithApt() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  say('Installing chromium with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 2, 2], env });
  spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: ['ignore', 2, 2], env });
  return onSystem()[0] ?? null;
}

async function installFromPackage() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  say(`Trying the browser inside the npm package ${PACKAGED} …`);
  const folder = join(root, 'node_modules', '.cache', 'strideboard-browser');
  const unpacked = join(folder, 'tmp');
  mkdirSync(unpacked, { recursive: true });
  const run = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder, PACKAGED], {
    stdio: ['ignore', 2, 2],
  });
  if (run.status !== 0) return null;
  const before = process.env.TMPDIR;
  process.env.TMPDIR = unpacked;
  try {
    const entry = join(folder, 'node_modules', '@sparticuz', 'chromium', 'build', 'esm', 'index.js');
    const { default: chromium } = await import(
      pathToFileURL(
        existsSync(entry) ? entry : join(folder, 'node_modules', '@sparticuz', 'chromium', 'build', 'index.js'),
      ).href
    );
    return await chromium.executablePath();
  } catch {
    return null;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
