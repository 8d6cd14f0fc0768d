/** Files out and in: a file that opens as an equal board, and the command line on the same file. */
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
  const original = await exportAs(page, /JSON/u, testInfo.outputPath('a.json'));

  await page.goto(server.url);
  await page.getByLabel('Choose a file…').setInputFiles(testInfo.outputPath('a.json'));
  await boardReady(page);
  await saved(page);
  expect(page.url()).not.toBe(first);
  await expect(page.getByTestId('count-threats')).toHaveText(before ?? '');
  const again = await exportAs(page, /JSON/u, testInfo.outputPath('b.json'));
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
  await exportAs(page, /JSON/u, testInfo.outputPath('model.json'));
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
