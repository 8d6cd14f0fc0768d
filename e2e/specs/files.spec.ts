/** Files out and in: exports of the whole diagram, the same bytes from the command line, and a file that opens as an equal board. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { boardReady, createBoard, saved } from '../support/board.ts';
import { observe } from '../support/observer.ts';
import { expect, test } from '../support/test.ts';

const cli = join(import.meta.dirname, '../../scripts/strideboard.mjs');

/** Runs the command line on a file and gives its standard output. */
const run = (...args: readonly string[]): Buffer =>
  execFileSync(process.execPath, [cli, ...args], { maxBuffer: 64 * 1024 * 1024 });

async function exportAs(page: Page, name: RegExp, path: string): Promise<Buffer> {
  const dialog = page.getByRole('dialog', { name: /Export/u });
  if (!(await dialog.isVisible())) await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name }).click()]);
  await download.saveAs(path);
  return readFileSync(path);
}

test('ux 35: exports hold the whole diagram and equal the command line byte for byte', async ({
  server,
  person,
}, testInfo) => {
  const { page } = await person('Ana');
  await createBoard(page, server.url, /as the CNCF/u);
  await saved(page);
  await expect(page.getByTestId('count-threats')).not.toHaveText(/^0 /u);
  const json = await exportAs(page, /JSON|Model/u, testInfo.outputPath('model.json'));
  const svg = await exportAs(page, /SVG/u, testInfo.outputPath('diagram.svg'));
  const csv = await exportAs(page, /CSV/u, testInfo.outputPath('threats.csv'));
  const markdown = await exportAs(page, /Markdown/u, testInfo.outputPath('threats.md'));
  const png = await exportAs(page, /PNG/u, testInfo.outputPath('diagram.png'));

  const file = testInfo.outputPath('model.json');
  expect(run('export', file, '--to', 'json').equals(json)).toBe(true);
  expect(run('export', file, '--to', 'csv').equals(csv)).toBe(true);
  expect(run('export', file, '--to', 'md').equals(markdown)).toBe(true);
  expect(run('export', file, '--to', 'svg').equals(svg)).toBe(true);

  for (const label of ['API server', 'Image repository data store', 'IP tables', 'Container B']) {
    expect(svg.toString()).toContain(label.split(' ')[0]);
  }
  expect(svg.toString()).not.toMatch(/<script|foreignObject/u);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBeGreaterThan(1000);
  const rows = csv.toString().split('\r\n');
  expect(rows.length).toBeGreaterThan(12);
  for (const cell of rows.join(',').split(',')) expect(cell).not.toMatch(/^"?[=+@\t\r]/u);
});

test('a native file opens as a board with equal model, ids, threats and decisions', async ({
  server,
  person,
}, testInfo) => {
  const { page } = await person('Ana');
  const first = await createBoard(page, server.url, /CI\/CD/u);
  await saved(page);
  await page.getByTestId('count-threats').click();
  await expect(page.getByTestId('count-threats')).not.toHaveText(/^0 /u);
  const before = await page.getByTestId('count-threats').textContent();
  const original = await exportAs(page, /JSON|Model/u, testInfo.outputPath('a.json'));

  await page.goto(server.url);
  await page.getByLabel('Choose a file…').setInputFiles(testInfo.outputPath('a.json'));
  await boardReady(page);
  await saved(page);
  expect(page.url()).not.toBe(first);
  await expect(page.getByTestId('count-threats')).toHaveText(before ?? '');
  const again = await exportAs(page, /JSON|Model/u, testInfo.outputPath('b.json'));
  // On the new board Ana is one more participant.
  const withoutPeople = (text: Buffer): string => text.toString().replace(/"people": \[[^\]]*\]/u, '');
  expect(withoutPeople(again)).toBe(withoutPeople(original));
  expect(again.toString()).toContain('"name": "Ana"');
  const [left, right] = [await observe(first), await observe(page.url())];
  expect([...right.nodes().keys()].sort()).toEqual([...left.nodes().keys()].sort());
  left.dispose();
  right.dispose();
});

test('the command line analyses a file and says what is wrong with a bad one', async ({ server, person }, testInfo) => {
  const { page } = await person('Ana');
  await createBoard(page, server.url, /Pod launch, in full/u);
  await saved(page);
  await exportAs(page, /JSON|Model/u, testInfo.outputPath('model.json'));
  const report = JSON.parse(run('analyze', testInfo.outputPath('model.json'), '--format', 'json').toString()) as {
    threats: readonly unknown[];
  };
  expect(report.threats.length).toBeGreaterThanOrEqual(12);
  const failure = ((): { status: number; stderr: string } => {
    try {
      execFileSync(process.execPath, [cli, 'analyze', join(import.meta.dirname, '../package.json')], {
        stdio: 'pipe',
        encoding: 'utf8',
      });
      return { status: 0, stderr: '' };
    } catch (error) {
      return error as { status: number; stderr: string }; // execFileSync throws with the child's status and output
    }
  })();
  expect(failure.status).toBe(1);
  expect(failure.stderr).toContain('package.json');
});
