/**
 * R1: the list of 1,000 threats, from the press of a button to its first lines on the screen, on the built app and server. `npm run build` first.
 * Processor time of the page's own thread is told beside the time on the clock, which depends on what else the machine does.
 */
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { seedBoard } from '../support/seed.ts';
import { startServer } from '../support/server.ts';

const RUNS = 7;
/** A busy machine measures late, not wrong. */
const PATIENCE_MS = 180_000;
/** A pod gives seven threats. */
const SIZES = [
  { pods: 143, limits: { floor: 300, moonshot: 50 } },
  { pods: 715, limits: {} },
];
const FACTS = {
  ...{ privileged: true, hostPID: true, hostNetwork: true, hostIPC: true, mountsRuntimeSocket: true },
  ...{ runAsNonRoot: false, allowPrivilegeEscalation: true, readOnlyRootFilesystem: false },
};

const asRoot = process.getuid?.() === 0;
const executablePath = process.env['STRIDEBOARD_BROWSER'];
const browser = await chromium.launch({
  args: asRoot ? ['--no-sandbox'] : [],
  ...(executablePath === undefined ? {} : { executablePath }),
});
const server = await startServer();
try {
  for (const { pods, limits } of SIZES) {
    const elements = Array.from({ length: pods }, (_, at) => ({
      is: 'Pod' as const,
      label: `workload ${String(at)}`,
      at: [(at % 25) * 220, Math.floor(at / 25) * 110] as const,
      facts: FACTS,
    }));
    const { link } = await seedBoard(server.url, { elements });
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.addInitScript(() => {
      const preferences = { name: 'Ana', colour: null, hintsSeen: true };
      localStorage.setItem('strideboard.person', JSON.stringify({ version: 1, boards: [], preferences }));
    });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(link);
    await page.locator('[data-ready="true"]').waitFor();
    const threats = await settled(page);
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const first = await openList(page, session);
    const runs = [];
    for (let run = 0; run < RUNS; run++) runs.push(await openList(page, session));
    const what = `list of ${String(threats)} threats, press to first screen`;
    print({
      id: 'R1',
      what: `${what}, processor time of the page`,
      ours: median(runs.map(({ busy }) => busy)),
      ...limits,
    });
    print({ id: 'R1', what: `${what}, on the clock`, ours: median(runs.map(({ clock }) => clock)) });
    print({ id: 'R1', what: `${what}, the first time, processor time of the page`, ours: first.busy });
    await context.close();
  }
} finally {
  await browser.close();
  await server.dispose();
}

/** Waits until the number of threats stays the same; gives it. */
async function settled(page: Page): Promise<number> {
  const count = async (): Promise<number> =>
    Number.parseInt((await page.getByTestId('count-threats').textContent()) ?? '', 10) || 0;
  for (let before = -1; ; ) {
    const now = await count();
    if (now > 0 && now === before) return now;
    before = now;
    await page.waitForTimeout(2_000);
  }
}

/** Opens the register and closes it again; ms of work on the page's thread, and on the clock, until its first lines are painted. */
async function openList(page: Page, session: CDPSession): Promise<{ readonly busy: number; readonly clock: number }> {
  const menu = page
    .getByRole('navigation', { name: 'Four questions' })
    .getByRole('button', { name: /^What can go wrong/u });
  await menu.click();
  const busyBefore = await taskMs(session);
  const clock = await page.getByRole('menuitem', { name: 'Threat register' }).evaluate(
    (item) =>
      new Promise<number>((done) => {
        const begin = performance.now();
        new MutationObserver((_, observer) => {
          if (document.querySelector('[data-testid^="register-"]') === null) return;
          observer.disconnect();
          // In the frame after the one that has the lines they are painted.
          requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - begin)));
        }).observe(document.body, { childList: true, subtree: true });
        (item as HTMLElement).click(); // an item of a menu is an element of HTML
      }),
  );
  const busy = (await taskMs(session)) - busyBefore;
  // From the second time on it opens on all of them, as it was left.
  await page.getByLabel('View', { exact: true }).selectOption({ label: 'All threats' });
  await page.getByRole('button', { name: 'Close the review' }).click();
  await page.waitForTimeout(500);
  return { busy, clock };
}

async function taskMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}

function print(row: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify({ ...row, unit: 'ms' })}\n`);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
