/**
 * R1: the list of 1,000 threats, from the press of a button to its first lines on the screen, on the built app and server. `npm run build` first.
 * Processor time of the page's own thread is told beside the time on the clock, which depends on what else the machine does.
 */
import type { CDPSession, Page } from '@playwright/test';
import { startServer } from '../support/server.ts';
import { inContext, judged, launch, openBoard } from './browser.ts';
import { attempt, isShort, quantile, row } from './rows.ts';
import { seedGrid, THREATS_OF_A_POD } from './threat-grid.ts';

const RUNS = isShort ? 2 : 7;
const SIZES = isShort
  ? [{ threats: 70, limits: {} }]
  : [
      { threats: 1_000, limits: { floor: 300, moonshot: 50 } },
      { threats: 5_000, limits: {} },
    ];

const browser = await launch();
const server = await startServer();
try {
  for (const { threats, limits } of SIZES)
    await attempt('R1', `list of ${threats} threats`, () => measure(threats, limits));
} finally {
  await browser.close();
  await server.dispose();
}

async function measure(wanted: number, limits: { readonly floor?: number; readonly moonshot?: number }): Promise<void> {
  const { link } = await seedGrid(server.url, Math.ceil(wanted / THREATS_OF_A_POD));
  await inContext(browser, async (context) => {
    const page = await openBoard(context, link);
    const threats = await judged(page);
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const first = await openList(page, session);
    const runs = [];
    for (let run = 0; run < RUNS; run++) runs.push(await openList(page, session));
    const what = `list of ${threats} threats, press to first screen`;
    const busy = quantile(
      runs.map((one) => one.busy),
      0.5,
    );
    row({ id: 'R1', unit: 'ms', what: `${what}, processor time of the page`, ours: busy, ...limits });
    const clock = quantile(
      runs.map((one) => one.clock),
      0.5,
    );
    row({ id: 'R1', unit: 'ms', what: `${what}, on the clock`, ours: clock });
    row({ id: 'R1', unit: 'ms', what: `${what}, the first time, processor time of the page`, ours: first.busy });
  });
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
