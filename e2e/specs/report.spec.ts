/** The report as a reader gets it: a file on disk, no network, any screen, and paper. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page, TestInfo } from '@playwright/test';
import { nothingSerious } from '../support/axe.ts';
import { expect, test } from '../support/test.ts';

const root = join(import.meta.dirname, '../..');
const model = join(root, 'docs/examples/ci-cd.strideboard.json');

/** Writes the worked example's report with the command line and gives its path. */
function write(to: 'html' | 'pdf', testInfo: TestInfo): string {
  const path = testInfo.outputPath(`report.${to}`);
  execFileSync(process.execPath, [join(root, 'scripts/strideboard.mjs'), 'export', model, '--to', to, '-o', path]);
  return path;
}

interface Opened {
  readonly page: Page;
  /** Everything the page asked for besides itself, and everything it complained about. */
  readonly troubles: readonly string[];
}

/** Opens a file in a browser without a network. */
async function openFile(
  browser: Browser,
  path: string,
  options: Parameters<Browser['newContext']>[0],
): Promise<Opened> {
  const context = await browser.newContext({ offline: true, ...options });
  const page = await context.newPage();
  const address = pathToFileURL(path).href;
  const troubles: string[] = [];
  page.on('request', (request) => {
    if (request.url() !== address) troubles.push(request.url());
  });
  page.on('console', (message) => troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(error.message));
  await page.goto(address);
  return { page, troubles };
}

test('the report opens from disk without a network, in light and dark, and axe finds nothing serious', async ({
  browser,
}, testInfo) => {
  test.slow(); // axe looks at a page of thousands of cells, twice
  const path = write('html', testInfo);
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, troubles } = await openFile(browser, path, { colorScheme });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Contents' }).getByRole('link')).toHaveCount(11);
    expect(troubles).toEqual([]);
    await nothingSerious(page);
    await page.context().close();
  }
});

test('a reader gets from the drawing to a threat and back, also with the keyboard', async ({ browser }, testInfo) => {
  const { page } = await openFile(browser, write('html', testInfo), {});
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the report' })).toBeFocused();
  const drawn = page.getByRole('link', { name: 'Show Build runner in the text', includeHidden: true }).first();
  await drawn.click();
  const row = page.locator('tr:target');
  await expect(row).toBeInViewport();
  await row.getByRole('link', { name: /SC-/u }).first().click();
  await expect(page.locator('.entry:target')).toBeInViewport();
  await page.locator('.entry:target').getByRole('link', { name: 'Build runner' }).first().click();
  await row.getByRole('link', { name: 'Build runner', exact: true }).click();
  await expect(page.locator('svg :target')).toBeInViewport();
});

test('the report fits a small screen: only tables and drawings scroll sideways', async ({ browser }, testInfo) => {
  const { page } = await openFile(browser, write('html', testInfo), { viewport: { width: 320, height: 640 } });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('on paper the summary for a product owner is one page, and heads of tables stand on every page', async ({
  browser,
}, testInfo) => {
  const { page } = await openFile(browser, write('html', testInfo), { viewport: { width: 680, height: 979 } });
  await page.emulateMedia({ media: 'print' });
  const summary = await page.locator('#summary').boundingBox();
  // What A4 leaves inside the margins of the page, at 96 px an inch.
  expect(summary?.height).toBeLessThanOrEqual(979);
  expect(
    await page
      .locator('thead')
      .first()
      .evaluate((head) => getComputedStyle(head).display),
  ).toBe('table-header-group');
  const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(printed.match(/\/Type \/Page\b/gu)?.length).toBeGreaterThan(8);
});

test('the report as PDF has bookmarks and links and no pictures of letters', ({}, testInfo) => {
  const file = readFileSync(write('pdf', testInfo)).toString('latin1');
  expect(file.startsWith('%PDF-')).toBe(true);
  for (const title of ['Summary', 'Threat register', 'Controls and proof', 'Method']) {
    expect(file).toContain(`/Title (${title})`);
  }
  expect(file).not.toContain('/Subtype /Image');
  expect(file.match(/\/Subtype \/Link/gu)?.length).toBeGreaterThan(100);
});
