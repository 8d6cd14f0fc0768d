/**
 * C4: opening boards in a browser that has never seen them, on the built app and server. `npm run build` first. What counts is the time from the
 * moment the bytes of the board are there to its first picture, and to the frame in which an element follows the pointer; the drag is let go
 * and taken back, to see that it moved something. Beside a board of 50 elements, the measure of what the browser itself takes.
 */
import { type CrowdedBoard, seedCrowd } from '../support/crowd.ts';
import { startServer } from '../support/server.ts';
import { inContext, launch, openBoard } from './browser.ts';
import { takeBack } from './gestures.ts';
import { type Opening, watchOpening } from './opening.ts';
import { attempt, isShort, quantile, row } from './rows.ts';

const SMALL = 50;
const SIZES = isShort ? [100] : [1_000, 5_000];
const RUNS = isShort ? 1 : 5;

const browser = await launch();
const server = await startServer();
try {
  const small = await attempt('C4', `open a board of ${SMALL}`, () => openMany(SMALL));
  for (const size of SIZES)
    await attempt('C4', `open a board of ${size}`, async () => {
      const large = await openMany(size);
      const line = (
        what: string,
        pick: (one: Opening) => number,
        limits: { floor?: number; moonshot?: number } = {},
      ) => {
        const of = (all: readonly Opening[]): number => quantile(all.map(pick), 0.5);
        const peers = small === undefined ? {} : { [`${SMALL} elements`]: of(small) };
        row({ id: 'C4', what: `${what}, ${size} elements`, unit: 'ms', ours: of(large), peers, ...limits });
      };
      line('bytes there → first picture', ({ bytes, picture }) => picture - bytes);
      const limits = size === 5_000 ? { floor: 1_000, moonshot: 250 } : {};
      line('bytes there → dragged', ({ bytes, dragged }) => dragged - bytes, limits);
      line('address → dragged', ({ dragged }) => dragged);
    });
} finally {
  await browser.close();
  await server.dispose();
}

async function openMany(size: number): Promise<readonly Opening[]> {
  const board = await seedCrowd(server.url, size);
  const all: Opening[] = [];
  for (let run = 0; run < RUNS; run++) all.push(await openCold(board));
  return all;
}

/** Opens the board in an empty browser and drags its hub. */
function openCold(board: CrowdedBoard): Promise<Opening> {
  const { link, hub } = board;
  const { x, y, width, height } = board.boxOf(hub);
  return inContext(browser, async (context) => {
    await context.addInitScript(watchOpening, { x: x + width / 2, y: y + height / 2 });
    const page = await openBoard(context, link);
    const opening = await page.evaluate(() => (globalThis as unknown as { opening: Promise<Opening> }).opening); // set by the watch
    await takeBack(page, hub);
    return opening;
  });
}
