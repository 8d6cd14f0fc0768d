/**
 * S1: from an edit in one browser to the frame in which another browser has painted it, through the server, on the built app. `npm run build`
 * first. Beside it the same edit painted where it was made. Both pages read one clock.
 */
import type { Page } from '@playwright/test';
import { element } from '../support/board.ts';
import { seedBoard } from '../support/seed.ts';
import { startServer } from '../support/server.ts';
import { inContext, launch, openBoard, showAlone } from './browser.ts';
import { attempt, isShort, quantile, row } from './rows.ts';

const EDITS = isShort ? 5 : 60;
const NAME = 'shared';

const browser = await launch();
const server = await startServer();
try {
  await attempt('S1', 'edit at A → painted at B', measure);
} finally {
  await browser.close();
  await server.dispose();
}

async function measure(): Promise<void> {
  const board = await seedBoard(server.url, {
    elements: [
      { is: 'Pod', label: NAME, at: [0, 0] },
      { is: 'Pod', label: 'neighbour', at: [400, 0] },
    ],
    flows: [{ from: NAME, to: 'neighbour' }],
  });
  const id = board.id(NAME);
  await inContext(browser, (ours) =>
    inContext(browser, async (theirs) => {
      const [here, there] = [await openBoard(ours, board.link), await openBoard(theirs, board.link)];
      await Promise.all([here, there].map((page) => showAlone(page, NAME)));
      await element(here, NAME).click();
      const [own, other]: [number[], number[]] = [[], []];
      for (let edit = 0; edit < EDITS; edit++) {
        await Promise.all([here, there].map((page) => watchPlace(page, id)));
        const began = await nudge(here, edit % 2 === 0 ? 'ArrowRight' : 'ArrowLeft');
        const [mine = Number.NaN, seen = Number.NaN] = await Promise.all([here, there].map(moved));
        own.push(mine - began);
        other.push(seen - began);
      }
      for (const [name, share] of [
        ['p50', 0.5],
        ['p95', 0.95],
      ] as const)
        row({
          ...{ id: 'S1', what: `edit at A → painted at B, ${EDITS} edits, ${name}`, unit: 'ms' },
          ...{ ours: quantile(other, share), peers: { 'painted at A': quantile(own, share) } },
          ...(name === 'p95' ? { floor: 150, moonshot: 33 } : {}),
        });
    }),
  );
}

/** Watches in every frame where the element is; the watch is there when this is done. */
async function watchPlace(page: Page, id: string): Promise<void> {
  await page.getByTestId(`node-${id}`).evaluate((node) => {
    const before = node.getBoundingClientRect().x;
    const watch = async (): Promise<number> => {
      const patience = performance.now() + 30_000;
      while (node.getBoundingClientRect().x === before) {
        if (performance.now() > patience) throw new Error('the edit was not painted within 30 s');
        await new Promise((done) => requestAnimationFrame(done));
      }
      await new Promise((done) => requestAnimationFrame(done));
      return performance.timeOrigin + performance.now();
    };
    Object.assign(globalThis, { moved: watch() });
  });
}

/** The moment, ms since 1970, in which it was painted in another place. */
function moved(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as { moved: Promise<number> }).moved); // set by the watch
}

/** Moves what is selected by a key; the moment, ms since 1970, in which it was pressed. */
function nudge(page: Page, key: string): Promise<number> {
  return page.locator('[data-surface]').evaluate((surface, pressed) => {
    const began = performance.timeOrigin + performance.now();
    surface.dispatchEvent(
      new KeyboardEvent('keydown', { key: pressed, code: pressed, bubbles: true, cancelable: true }),
    );
    return began;
  }, key);
}
