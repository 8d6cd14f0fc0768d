/**
 * C4: opening boards in a browser that has never seen them, on the built app and server. `npm run build` first. What counts is what a board of
 * 5,000 elements takes longer than an empty one, from the address to a diagram that can be dragged, and that a drag then moves one element.
 */
import { type Browser, chromium } from '@playwright/test';
import * as Y from 'yjs';
import { createBoard, drag, middleOf } from '../support/board.ts';
import { facilitator } from '../support/facilitator.ts';
import { startServer } from '../support/server.ts';

const SIZES = [0, 1_000, 5_000];
const RUNS = 3;

const asRoot = process.getuid?.() === 0;
const executablePath = process.env['STRIDEBOARD_BROWSER'];
const browser = await chromium.launch({
  args: asRoot ? ['--no-sandbox'] : [],
  ...(executablePath === undefined ? {} : { executablePath }),
});
const server = await startServer();
try {
  const links: string[] = [];
  for (const size of SIZES) links.push(await fill(browser, size));
  const times: number[] = [];
  for (const link of links) {
    const runs: number[] = [];
    for (let run = 0; run < RUNS; run++) runs.push(await openCold(browser, link));
    times.push(runs.sort((one, other) => one - other)[Math.floor(RUNS / 2)] ?? 0);
  }
  const [empty = 0] = times;
  for (const [at, size] of SIZES.entries()) {
    if (size === 0) continue;
    const row = {
      id: 'C4',
      what: `open a board of ${size} elements cold, until it is dragged`,
      unit: 'ms',
      ours: times[at],
      peers: { 'empty board': empty },
      ...(size === 5_000 ? { floor: 1_000, moonshot: 250 } : {}),
    };
    process.stdout.write(`${JSON.stringify(row)}\n`);
  }
} finally {
  await browser.close();
  await server.dispose();
}

/** Makes a board of that many elements, as the document format has them; gives its link. */
async function fill(on: Browser, size: number): Promise<string> {
  const context = await on.newContext();
  const page = await context.newPage();
  const link = await createBoard(page, server.url, /Empty board/u);
  await context.close();
  if (size === 0) return link;
  const doc = new Y.Doc();
  const nodes = doc.getMap('nodes');
  doc.transact(() => {
    for (let at = 0; at < size; at++) {
      const record = {
        kind: 'process',
        type: 'wl.pod',
        at: [null, (at % 100) * 220, Math.floor(at / 100) * 110],
        z: `a${String(at).padStart(5, '0')}V`,
        label: `workload ${at}`,
      };
      nodes.set(`bench-${String(at).padStart(10, '0')}`, new Y.Map(Object.entries(record)));
    }
  });
  const call = await facilitator(link);
  await call('/updates', new Uint8Array(Y.encodeStateAsUpdate(doc)));
  return link;
}

/** Opens the board in an empty browser and drags something, ms. */
async function openCold(on: Browser, link: string): Promise<number> {
  const context = await on.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const begin = performance.now();
  await page.goto(link);
  await page.locator('[data-ready="true"]').waitFor({ timeout: 60_000 });
  const skip = page.getByRole('dialog').getByRole('button', { name: 'Skip' });
  if (await skip.isVisible()) await skip.click();
  const some = page.locator('[data-testid^="node-bench-"]').first();
  if ((await some.count()) > 0) {
    const from = await middleOf(some);
    await drag(page, from, { x: from.x + 12, y: from.y + 12 });
  }
  const time = performance.now() - begin;
  await context.close();
  return time;
}
