/** Finds Firefox and drives it over WebDriver BiDi; Playwright brings a Firefox of its own and cannot drive the one of a distribution. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Advice } from './install.mjs';

const NAMES = ['firefox', 'firefox-esr'];
const MAC = '/Applications/Firefox.app/Contents/MacOS/firefox';
/** What was on its way when a page was left (NS_BINDING_ABORTED). */
const ABORTED = /status=2152398850/u;
const PATIENCE_MS = 60_000;

/** What to do when there is no Firefox. */
export const HOW_TO_GET_FIREFOX =
  'No Firefox: install it (on Debian or Ubuntu: apt-get install -y firefox-esr), or set STRIDEBOARD_FIREFOX to the path of one, then run the command again.';

/** The path of a Firefox that says its version, and that version; `null` where there is none. Throws {@link Advice} when the one asked for does not run. */
export function findFirefox(env = process.env) {
  const asked = env.STRIDEBOARD_FIREFOX;
  if (asked) {
    const version = versionOf(asked);
    if (version === null)
      throw new Advice(`STRIDEBOARD_FIREFOX names ${asked}, which does not start. Point it at a Firefox, or unset it.`);
    return { path: asked, version };
  }
  const folders = (env.PATH ?? '').split(delimiter);
  const places = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), MAC];
  for (const path of places) {
    const version = existsSync(path) ? versionOf(path) : null;
    if (version !== null) return { path, version };
  }
  return null;
}

function versionOf(path) {
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: PATIENCE_MS });
  return status === 0 ? (/Firefox (\S+)/u.exec(stdout)?.[1] ?? null) : null;
}

/**
 * Starts Firefox. Gives `person(name)`, which opens a page in a browser context of its own, `downloads`, the folder where files go, the
 * `complaints` of all pages, and `dispose`.
 */
export async function openFirefox(path) {
  const { launch } = await import('puppeteer-core');
  const downloads = mkdtempSync(join(tmpdir(), 'strideboard-firefox-'));
  const browser = await launch({
    browser: 'firefox',
    executablePath: path,
    headless: true,
    protocolTimeout: 3 * PATIENCE_MS,
    extraPrefsFirefox: {
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
      'browser.helperApps.neverAsk.saveToDisk': 'application/json,text/html,application/octet-stream',
    },
  });
  const complaints = [];
  return {
    downloads,
    complaints,
    async person(name) {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE_MS);
      await page.setViewport({ width: 1_440, height: 900 });
      page.on('pageerror', (error) => complaints.push(`${name}: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error' && !ABORTED.test(message.text())) complaints.push(`${name}: ${message.text()}`);
      });
      const preferences = { name, colour: null, hintsSeen: true };
      await page.evaluateOnNewDocument((chosen) => {
        // The empty page before the first address has no storage.
        if (location.protocol.startsWith('http') && localStorage.getItem('strideboard.person') === null)
          localStorage.setItem('strideboard.person', JSON.stringify({ version: 1, boards: [], preferences: chosen }));
      }, preferences);
      return page;
    },
    async dispose() {
      await browser.close();
      rmSync(downloads, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Waits for something visible by CSS selector and, where given, by its accessible name: a text or a pattern. Gives its handle. */
export async function find(page, selector, name = '') {
  const pattern = name instanceof RegExp ? name.source : `^${name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}$`;
  const found = await page
    .waitForFunction(
      (css, wanted) => {
        const nameOf = (element) => {
          const labelled = element.getAttribute('aria-labelledby');
          const by = labelled === null ? null : document.getElementById(labelled.split(' ')[0]);
          const label = element.getAttribute('aria-label') ?? by?.textContent ?? element.labels?.[0]?.textContent;
          return (label ?? element.textContent ?? '').replace(/\s+/gu, ' ').trim();
        };
        const isShown = (element) => element.getClientRects().length > 0;
        const matches = (element) => wanted === '^$' || new RegExp(wanted, 'u').test(nameOf(element));
        return [...document.querySelectorAll(css)].find((element) => isShown(element) && matches(element)) ?? null;
      },
      { polling: 100 },
      selector,
      pattern,
    )
    .catch((error) => {
      throw new Error(`find: nothing visible is ${selector} ${String(name)}`, { cause: error });
    });
  return found.asElement();
}

/** Waits until a question asked inside the page is answered with yes. */
export async function until(page, what, question, ...given) {
  await page.waitForFunction(question, { polling: 100 }, ...given).catch((error) => {
    throw new Error(`until: ${what}: it did not come`, { cause: error });
  });
}

/** Waits until a whole file with this ending lies in the folder, and gives its text. */
export async function downloaded(folder, ending) {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const names = readdirSync(folder);
    const name = names.find((one) => one.endsWith(ending));
    if (name !== undefined && !names.some((one) => one.endsWith('.part'))) {
      const text = readFileSync(join(folder, name), 'utf8');
      if (text !== '') return text;
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`downloaded: no file that ends with ${ending} came`);
}
