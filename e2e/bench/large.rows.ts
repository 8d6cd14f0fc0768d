/**
 * C4 at its worst: 10,000 elements with seven threats each open, take an edit, and have it after a reload. On the built app and server, with real
 * keys. `npm run build` first.
 */
import { element, saved } from '../support/board.ts';
import { startServer } from '../support/server.ts';
import { inContext, judged, launch, openBoard, showAlone } from './browser.ts';
import { attempt, isShort, row } from './rows.ts';
import { seedGrid } from './threat-grid.ts';

const SIZE = isShort ? 40 : 10_000;
const CHANGED = 'renamed by the bench';

const browser = await launch();
const server = await startServer();
try {
  const of = `${SIZE} elements with 7 threats each`;
  await attempt('C4', `${of}: opened, edited, reloaded`, async () => {
    const { link } = await seedGrid(server.url, SIZE);
    await inContext(browser, async (context) => {
      const page = await openBoard(context, link);
      const opened = await page.evaluate(() => performance.now());
      const before = await judged(page);
      const allJudged = await page.evaluate(() => performance.now());
      await showAlone(page, 'workload 7');
      await element(page, 'workload 7').dblclick();
      const editor = page.getByTestId('label-editor');
      await editor.fill(CHANGED);
      await editor.press('Enter');
      await element(page, CHANGED).waitFor();
      await saved(page);
      await page.reload();
      await page.locator('[data-ready="true"]').waitFor();
      const reopened = await page.evaluate(() => performance.now());
      const after = await judged(page);
      await showAlone(page, CHANGED);
      await element(page, CHANGED).waitFor();
      if (after !== before) throw new Error(`${before} threats became ${after} by a reload`);
      const held = `${of}: of opening, an edit and a reload, what went well`;
      row({ id: 'C4', what: held, unit: 'of 3', ours: 3, more: true, floor: 3, moonshot: 3 });
      row({ id: 'C4', what: `${of}: address → ready`, unit: 'ms', ours: opened });
      row({ id: 'C4', what: `${of}: address → all ${before} threats counted`, unit: 'ms', ours: allJudged });
      row({ id: 'C4', what: `${of}: reload → ready`, unit: 'ms', ours: reopened });
    });
  });
} finally {
  await browser.close();
  await server.dispose();
}
