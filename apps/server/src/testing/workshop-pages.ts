// Real pages in a workshop of simulated people: one that watches and takes part, and one that reloads now and then.

import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';

/** What was seen of a page at one moment. */
type PageFigures = {
  /** Bytes of live objects of JavaScript, after a collection. */
  readonly heap: number;
  /** Nodes of the document tree, those nobody sees any more included. */
  readonly nodes: number;
  readonly listeners: number;
};

/** A browser with some pages on one board. */
export type WorkshopPages = {
  /** Collects garbage in the page that stays, then counts. */
  look(): Promise<PageFigures>;
  /** The page that stays does something by keyboard: goes to an element, moves it there and back, opens a panel, takes back. */
  takePart(round: number): Promise<void>;
  /** The other page reloads. */
  reload(): Promise<void>;
  /** What pages complained about. */
  readonly complaints: readonly string[];
  /** Resolves when both say that everything is stored. */
  saved(): Promise<void>;
  dispose(): Promise<void>;
};

/** What people do by keyboard beside moving things, one after another. */
const HABITS: readonly (readonly string[])[] = [
  ['Control+k', 'Escape'],
  ['Control+z', 'Control+Shift+z'],
  ['F2', 'Escape'],
  ['?', 'Escape'],
  ['c', 'ArrowRight', 'Escape'],
  ['Control+a', 'Escape'],
];

/** A machine with little to spare draws twenty people's work late; that is slow, not broken, ms. */
const PATIENCE_MS = 240_000;
/** So much of a broken page is told, characters. */
const SHOWN_LIMIT = 600;

/** Opens both pages; fails when the board does not show. */
export async function openWorkshopPages(link: string): Promise<WorkshopPages> {
  const executablePath = process.env['STRIDEBOARD_BROWSER'];
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-dev-shm-usage'],
  });
  const complaints: string[] = [];
  const [staying, reloading] = [await openPage(browser, link, complaints), await openPage(browser, link, complaints)];
  const devTools = await staying.context().newCDPSession(staying);
  await devTools.send('Performance.enable');

  return {
    complaints,
    look: () => lookAt(devTools),
    async takePart(round) {
      await staying
        .locator('[data-surface]')
        .focus()
        .catch(async (error: unknown) => {
          const shows = (await staying.locator('body').innerText()).slice(0, SHOWN_LIMIT);
          throw new Error(`the page has no diagram; it complained "${complaints.join('; ')}" and shows: ${shows}`, {
            cause: error,
          });
        });
      for (const key of ['ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowLeft', ...(HABITS[round % HABITS.length] ?? [])])
        await staying.keyboard.press(key);
      await staying.keyboard.press('Escape');
    },
    async reload() {
      await reloading.reload();
      await untilShown(reloading);
    },
    async saved() {
      for (const page of [staying, reloading]) {
        await page.locator('[data-testid="save-state"]', { hasText: /^Saved$/u }).waitFor();
      }
    },
    dispose: () => browser.close(),
  };
}

async function openPage(browser: Browser, link: string, complaints: string[]): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1_024, height: 640 } });
  context.setDefaultTimeout(PATIENCE_MS);
  const preferences = { name: 'Watcher', colour: null, hintsSeen: true };
  const kept = JSON.stringify(JSON.stringify({ version: 1, boards: [], preferences }));
  await context.addInitScript(
    `localStorage.getItem('strideboard.person') ?? localStorage.setItem('strideboard.person', ${kept})`,
  );
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(link);
  await untilShown(page);
  return page;
}

const untilShown = (page: Page): Promise<void> => page.locator('[data-ready="true"]').waitFor();

async function lookAt(devTools: CDPSession): Promise<PageFigures> {
  await devTools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devTools.send('Performance.getMetrics');
  const figure = (name: string): number => {
    const found = metrics.find((metric) => metric.name === name);
    if (found === undefined) throw new Error(`lookAt: the browser counts no ${name}`);
    return found.value;
  };
  return { heap: figure('JSHeapUsedSize'), nodes: figure('Nodes'), listeners: figure('JSEventListeners') };
}
