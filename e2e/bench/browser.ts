/** The browser that benches drive, and pages of people who have a name and need no hints. */
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { installMeter } from './in-page.ts';

const WINDOW = { width: 1440, height: 900 };
/** A busy machine measures late, not wrong. */
const PATIENCE_MS = 240_000;

/** Starts the browser. */
export function launch(): Promise<Browser> {
  const asRoot = process.getuid?.() === 0;
  const executablePath = process.env['STRIDEBOARD_BROWSER'];
  return chromium.launch({
    args: [...(asRoot ? ['--no-sandbox'] : []), '--disable-quic', '--disable-background-networking'],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
}

/** Works in a browser that knows nothing, and forgets it. */
export async function inContext<Value>(
  browser: Browser,
  work: (context: BrowserContext) => Promise<Value>,
): Promise<Value> {
  const context = await browser.newContext({ viewport: WINDOW });
  context.setDefaultTimeout(PATIENCE_MS);
  // Functions that are handed to the page as text may have been given names by what ran this file.
  await context.addInitScript({ content: 'globalThis.__name ??= (value) => value;' });
  await context.addInitScript(installMeter);
  await context.addInitScript(() => {
    if (!location.protocol.startsWith('http') || localStorage.getItem('strideboard.person') !== null) return;
    const preferences = { name: 'Ana', colour: null, hintsSeen: true };
    localStorage.setItem('strideboard.person', JSON.stringify({ version: 1, boards: [], preferences }));
  });
  try {
    return await work(context);
  } finally {
    await context.close();
  }
}

/** Opens a board and waits until it can be worked with. */
export async function openBoard(context: BrowserContext, link: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(link);
  await page.locator('[data-ready="true"]').waitFor();
  return page;
}

/** Waits until everything was judged: the number of threats, and that it no longer changes. */
export async function judged(page: Page): Promise<number> {
  const count = page.getByTestId('count-threats');
  await count.waitFor();
  for (let before = -1; ; ) {
    const now = Number((await count.textContent())?.replaceAll(/\D/gu, ''));
    if (now > 0 && now === before) return now;
    before = now;
    await page.waitForTimeout(1_000);
  }
}

/** Shows one element, by its label, as large as it gets. */
export async function showAlone(page: Page, label: string): Promise<void> {
  const find = page.getByRole('search', { name: 'Find' }).getByRole('textbox');
  // What answers the key comes after the first picture.
  for (let tries = 0; tries < 60 && !(await find.isVisible()); tries++) {
    await page.keyboard.press('ControlOrMeta+f');
    await find.waitFor({ timeout: 2_000 }).catch(() => undefined);
  }
  await find.fill(label);
  await find.press('Enter');
  await find.press('Escape');
}

/** Puts the diagram's keyboard where a hand would have it, and presses. */
export async function press(page: Page, keys: string): Promise<void> {
  await page.locator('[data-surface]').focus();
  await page.keyboard.press(keys);
}

/** Heap of a page after everything that can be thrown away was, MB. */
export async function heapOf(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('Performance.enable');
  const { metrics } = await devtools.send('Performance.getMetrics');
  await devtools.detach();
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1e6;
}
