/**
 * A1: what one answer costs in a browser on a board of 5,000 elements, from the click to the badge that shows it, on the built app and server.
 * `npm run build` first. Beside it the longest that the page was held: by the answer, and by the whole analysis when the board is opened. A
 * board of 50 elements is the measure of what the browser itself takes.
 */
import type { Page } from '@playwright/test';
import { element } from '../support/board.ts';
import { type Drawing, seedBoard } from '../support/seed.ts';
import { startServer } from '../support/server.ts';
import { inContext, launch, openBoard, showAlone } from './browser.ts';
import { attempt, isShort, quantile, row } from './rows.ts';

const [SMALL, LARGE] = isShort ? [20, 60] : [50, 5_000];
const ANSWERS = isShort ? 4 : 15;

interface Measured {
  /** From the click to the painted badge, ms, in order. */
  readonly times: readonly number[];
  /** The longest task that began after an answer, and the longest while the first analysis came in, ms. */
  readonly heldByAnswer: number;
  readonly heldByOpening: number;
}

const browser = await launch();
const server = await startServer();
try {
  await attempt('A1', 'one answer → badge painted', async () => {
    const [small, large] = [await measured(SMALL), await measured(LARGE)];
    const of = `${LARGE} elements`;
    const beside = (pick: (one: Measured) => number) => ({
      ours: pick(large),
      peers: { [`${SMALL} elements`]: pick(small) },
    });
    for (const [name, share] of [
      ['p50', 0.5],
      ['p95', 0.95],
    ] as const) {
      const what = `one answer → badge painted, ${of}, ${name}`;
      const times = beside(({ times }) => quantile(times, share));
      row({ id: 'A1', what, unit: 'ms', ...times, floor: 100, moonshot: 33 });
    }
    const held = { id: 'A1', unit: 'ms', what: `longest the page is held by an answer, ${of}` };
    row({ ...held, ...beside(({ heldByAnswer }) => heldByAnswer), floor: 100 });
    const what = `longest the page is held after opening, until all is judged, ${of}`;
    row({ ...held, what, ...beside(({ heldByOpening }) => heldByOpening) });
  });
} finally {
  await browser.close();
  await server.dispose();
}

async function measured(size: number): Promise<Measured> {
  const { link } = await seedBoard(server.url, clusterOf(size));
  return answerMany(link);
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

function answerMany(link: string): Promise<Measured> {
  return inContext(browser, async (context) => {
    await context.addInitScript(() => {
      const tasks: { readonly start: number; readonly ms: number }[] = [];
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) tasks.push({ start: startTime, ms: duration });
      }).observe({ type: 'longtask', buffered: true });
      Object.assign(globalThis, { longTasks: tasks });
    });
    const page = await openBoard(context, link);
    const ready = await page.evaluate(() => performance.now());
    await showAlone(page, 'first');
    const pod = element(page, 'first');
    await pod.locator('[data-badges]').waitFor();
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
    const longest = (from: number, to: number): number =>
      Math.max(0, ...tasks.filter(({ start }) => start >= from && start < to).map(({ ms }) => ms));
    return { times: times.slice(1), heldByAnswer: longest(began, Infinity), heldByOpening: longest(ready, judged) };
  });
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
      if (performance.now() - begin > 60_000) throw new Error('the badge did not change');
      await new Promise((done) => requestAnimationFrame(done));
      now = [...document.querySelectorAll(badges)].map((one) => one.textContent).join('|');
    }
    return performance.now() - begin;
  });
}
