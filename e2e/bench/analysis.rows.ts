/**
 * A1: what one answer costs in a browser on a board of 5,000 elements, from the click to the badge that shows it, on the built app and server.
 * `npm run build` first. Beside it the longest that the page was held: by the answer, and by the whole analysis when the board is opened. A
 * board of 50 elements is the measure of what the browser itself takes.
 */
import { type Browser, chromium, type Page } from '@playwright/test';
import { element } from '../support/board.ts';
import { type Drawing, seedBoard } from '../support/seed.ts';
import { startServer } from '../support/server.ts';

const SIZES = [50, 5_000];
const ANSWERS = 15;

interface Measured {
  /** From the click to the painted badge, ms, in order. */
  readonly times: readonly number[];
  /** The longest task that began after an answer, and the longest while the first analysis came in, ms. */
  readonly heldByAnswer: number;
  readonly heldByOpening: number;
}

const asRoot = process.getuid?.() === 0;
const executablePath = process.env['STRIDEBOARD_BROWSER'];
const browser = await chromium.launch({
  args: asRoot ? ['--no-sandbox'] : [],
  ...(executablePath === undefined ? {} : { executablePath }),
});
const server = await startServer();
try {
  const measured: Measured[] = [];
  for (const size of SIZES) {
    const { link } = await seedBoard(server.url, clusterOf(size));
    measured.push(await answerMany(browser, link));
  }
  const [small, large] = measured;
  if (small !== undefined && large !== undefined) {
    for (const [name, share] of [
      ['p50', 0.5],
      ['p95', 0.95],
    ] as const) {
      print({
        what: `one answer → badge painted, 5000 elements, ${name}`,
        ours: quantile(large.times, share),
        peers: { '50 elements': quantile(small.times, share) },
        floor: 100,
        moonshot: 33,
      });
    }
    print({
      what: 'longest the page is held by an answer, 5000 elements',
      ours: large.heldByAnswer,
      peers: { '50 elements': small.heldByAnswer },
      floor: 100,
    });
    print({
      what: 'longest the page is held after opening, until all is judged, 5000 elements',
      ours: large.heldByOpening,
      peers: { '50 elements': small.heldByOpening },
    });
  }
} finally {
  await browser.close();
  await server.dispose();
}

function print(row: object): void {
  process.stdout.write(`${JSON.stringify({ id: 'A1', unit: 'ms', ...row })}\n`);
}

/** Namespaces of twenty pods, each with a flow to the next. The first pod stands apart, so that it can be clicked. */
function clusterOf(size: number): Drawing {
  const elements: NonNullable<Drawing['elements']>[number][] = [{ is: 'Pod', label: 'first', at: [0, 0] }];
  const flows: NonNullable<Drawing['flows']>[number][] = [];
  let before = 'first';
  for (let space = 0; elements.length < size; space++) {
    const inside = `team-${space}`;
    const [left, top] = [(space % 16) * 1_100, 300 + Math.floor(space / 16) * 700];
    elements.push({ is: 'Namespace', label: inside, at: [left, top], size: [1_050, 640] });
    for (let at = 0; at < 20 && elements.length < size; at++) {
      const label = `pod-${space}-${at}`;
      elements.push({
        is: 'Pod',
        label,
        at: [left + 30 + (at % 5) * 200, top + 60 + Math.floor(at / 5) * 140],
        inside,
      });
      flows.push({ from: before, to: label });
      before = label;
    }
  }
  return { elements, flows };
}

async function answerMany(on: Browser, link: string): Promise<Measured> {
  const context = await on.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript(() => {
    const tasks: { readonly start: number; readonly ms: number }[] = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) tasks.push({ start: startTime, ms: duration });
    }).observe({ type: 'longtask', buffered: true });
    Object.assign(globalThis, { longTasks: tasks });
  });
  context.setDefaultTimeout(300_000);
  const page = await context.newPage();
  await page.goto(link);
  await page.locator('[data-ready="true"]').waitFor({ timeout: 120_000 });
  const ready = await page.evaluate(() => performance.now());
  const skip = page.getByRole('dialog').getByRole('button', { name: 'Skip' });
  await skip.click();
  await showPod(page);
  const pod = element(page, 'first');
  await pod.locator('[data-badges]').waitFor({ timeout: 120_000 });
  const judged = await page.evaluate(() => performance.now());
  await pod.click();
  await page.getByRole('tab', { name: /Element/u }).click();
  const property = page.getByTestId('property-clusterAdmin');
  await property.waitFor();
  const began = await page.evaluate(() => performance.now());
  const times: number[] = [];
  for (let at = 0; at < ANSWERS; at++) times.push(await answerOnce(page, at % 2 === 0 ? 'Yes' : 'No'));
  const tasks = await page.evaluate(
    () => (globalThis as unknown as { longTasks: { start: number; ms: number }[] }).longTasks, // set above
  );
  await context.close();
  const longest = (from: number, to: number): number =>
    Math.max(0, ...tasks.filter(({ start }) => start >= from && start < to).map(({ ms }) => ms));
  return { times: times.slice(1), heldByAnswer: longest(began, Infinity), heldByOpening: longest(ready, judged) };
}

/** Makes the first pod the one thing in view. */
async function showPod(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+f');
  const find = page.getByRole('search', { name: 'Find' }).getByRole('textbox');
  await find.fill('first');
  await find.press('Enter');
  await find.press('Escape');
}

/** Says it of the selected element, and waits for the frame in which the badge says so too. */
async function answerOnce(page: Page, value: 'Yes' | 'No'): Promise<number> {
  const radio = page.getByTestId('property-clusterAdmin').getByRole('radio', { name: value, exact: true });
  return radio.evaluate(async (button) => {
    const badges = '[data-testid^="node-"] [data-badges]';
    const before = [...document.querySelectorAll(badges)].map((one) => one.textContent).join('|');
    const begin = performance.now();
    (button as HTMLElement).click(); // a radio is one
    let now = before;
    while (now === before) {
      await new Promise((done) => requestAnimationFrame(done));
      now = [...document.querySelectorAll(badges)].map((one) => one.textContent).join('|');
    }
    return performance.now() - begin;
  });
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
