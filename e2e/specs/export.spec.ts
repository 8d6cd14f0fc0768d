/** Taking a board along: pictures that open again, everything in one archive, and the same bytes from the command line. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync, inflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { boardReady, createBoard, saved } from '../support/board.ts';
import { expectNothingSerious } from '../support/serious.ts';
import { expect, test } from '../support/test.ts';

const cli = join(import.meta.dirname, '../../scripts/strideboard.mjs');

const worked = join(import.meta.dirname, '../../docs/examples/ci-cd.strideboard.json');

/** Runs the command line on a file and gives its standard output. */
const run = (...args: readonly string[]): Buffer =>
  execFileSync(process.execPath, [cli, ...args], { maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'ignore'] });

async function openExport(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Export' });
  if (!(await dialog.isVisible())) await page.getByRole('button', { name: 'Export', exact: true }).click();
  return dialog;
}

async function download(page: Page, button: string, path: string): Promise<Buffer> {
  const dialog = await openExport(page);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: button, exact: true }).click(),
  ]);
  await file.saveAs(path);
  return readFileSync(path);
}

/** The files of a ZIP archive, read from its directory (PKWARE APPNOTE 4.3.12). */
function unzip(archive: Buffer): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  let at = archive.indexOf('PK\u0001\u0002', 0, 'latin1');
  while (at >= 0 && archive.readUInt32LE(at) === 0x02_01_4b_50) {
    const [method, size] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((place) => archive.readUInt16LE(at + place));
    const local = archive.readUInt32LE(at + 42);
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(from, from + size);
    const path = archive.subarray(at + 46, at + 46 + (name ?? 0)).toString();
    files.set(path, method === 0 ? packed : inflateRawSync(packed));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return files;
}

/** What a person adds by opening a board is not part of what was drawn. */
const withoutPeople = (text: Buffer): string => text.toString().replace(/"people": \[[^\]]*\],?/u, '');

test('ux 35: pictures and JSON hold the whole diagram, and a picture opens as an equal board', async ({
  server,
  person,
}, testInfo) => {
  const { page } = await person('Ana');
  await createBoard(page, server.url, /as the CNCF/u);
  await saved(page);
  await expect(page.getByTestId('count-threats')).not.toHaveText(/^0 /u);
  const json = await download(page, 'Download Strideboard file (JSON)', testInfo.outputPath('model.json'));
  const svg = await download(page, 'Download SVG', testInfo.outputPath('diagram.svg'));
  const png = await download(page, 'Download PNG', testInfo.outputPath('diagram.png'));
  const { elements, flows } = JSON.parse(json.toString()) as { elements: { label?: string }[]; flows: unknown[] };
  for (const { label = '' } of elements) expect(svg.toString()).toContain(label.split(/[ &<>"']/u)[0]);
  expect(svg.toString()).toContain(`${flows.length} data flow`);
  expect(svg.toString()).not.toMatch(/<script|foreignObject/u);
  const [, width, height] = /width="(\d+)" height="(\d+)"/u.exec(svg.toString()) ?? [];
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * Number(width), 2 * Number(height)]);

  for (const name of ['diagram.svg', 'diagram.png']) {
    await page.goto(server.url);
    await page.getByLabel('Choose a file…').setInputFiles(testInfo.outputPath(name));
    await boardReady(page);
    await saved(page);
    const again = await download(page, 'Download Strideboard file (JSON)', testInfo.outputPath(`${name}.json`));
    expect(withoutPeople(again)).toBe(withoutPeople(json));
  }
});

test('ux 95: one action takes everything along, the same as on the command line, with stable ids', async ({
  server,
  person,
}, testInfo) => {
  const { page } = await person('Ana');
  await createBoard(page, server.url, /as the CNCF/u);
  await saved(page);
  await expect(page.getByTestId('count-threats')).not.toHaveText(/^0 /u);
  const archive = await download(page, 'Export everything', testInfo.outputPath('all.zip'));
  const dialog = await openExport(page);
  await expect(dialog.getByText(/^Saved as .*\.zip\.$/u).first()).toBeVisible();
  const files = unzip(archive);
  for (const name of ['report.html', 'report.md', 'threats.csv', 'threats.sarif', 'diagram.png', 'model.json']) {
    expect([...files.keys()]).toContain(name);
  }
  const model = testInfo.outputPath('model.json');
  writeFileSync(model, files.get('model.json') ?? '');
  execFileSync(process.execPath, [cli, 'export', model, '--all', testInfo.outputPath('cli.zip')], { stdio: 'ignore' });
  const byCli = unzip(readFileSync(testInfo.outputPath('cli.zip')));
  expect([...byCli.keys()]).toEqual([...files.keys()]);
  for (const [name, content] of files) {
    if (/\.(?:png|pdf)$/u.test(name)) continue;
    expect([name, byCli.get(name)?.equals(content)]).toEqual([name, true]);
  }
  const [ours, theirs] = [files.get('diagram.png'), byCli.get('diagram.png')];
  expect(theirs?.subarray(16, 24)).toEqual(ours?.subarray(16, 24));
  writeFileSync(testInfo.outputPath('ours.png'), ours ?? '');
  expect(run('export', testInfo.outputPath('ours.png'), '--to', 'json').equals(readFileSync(model))).toBe(true);

  // The ids are those of the model in every list, and the same the second time.
  const ids = [...(files.get('threats.csv')?.toString() ?? '').matchAll(/^([A-Z0-9-]+~[\w-]+),/gmu)].map(
    ([, id]) => id,
  );
  expect(ids.length).toBeGreaterThan(12);
  for (const id of ids) expect(files.get('report.html')?.toString()).toContain(id);
  const again = await download(page, 'Export everything', testInfo.outputPath('again.zip'));
  for (const [name, content] of unzip(again)) {
    if (!name.endsWith('.pdf')) expect([name, files.get(name)?.equals(content)]).toEqual([name, true]);
  }
});

test('ux 95: an archive says how far it is, Stop ends it at once with nothing saved, and the board stays at hand meanwhile', async ({
  server,
  person,
}, testInfo) => {
  const { page } = await person('Ana', { serviceWorkers: 'block' });
  await createBoard(page, server.url, /CI\/CD/u);
  await saved(page);
  await expect(page.getByTestId('count-threats')).not.toHaveText(/^0 /u);
  // What writes the PDF does not arrive: the archive stands still right there.
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.context().route('**/write-pdf*', async (route) => {
    await held;
    await route.continue();
  });
  const dialog = await openExport(page);
  await dialog.getByRole('button', { name: 'Export everything' }).click();
  await expect(dialog.getByText('Making PDF (3 of 17)…')).toBeVisible();
  await expect(dialog.getByRole('progressbar')).toHaveAccessibleName('Making PDF (3 of 17)…');
  // Nobody waits for the archive: another file comes out beside it.
  expect((await download(page, 'Download CSV', testInfo.outputPath('threats.csv'))).length).toBeGreaterThan(0);
  const writers = (): number => page.workers().filter((worker) => worker.url().includes('export-worker')).length;
  expect(writers()).toBe(2);
  let isSaved = false;
  page.once('download', () => {
    isSaved = true;
  });
  const stop = dialog.getByRole('button', { name: 'Stop', exact: true });
  await stop.focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status').getByText('Stopped. No file was saved.')).toBeAttached();
  await expect.poll(writers).toBe(1);
  // The keyboard is where it was, on what starts it again.
  await expect(dialog.getByRole('button', { name: 'Export everything' })).toBeFocused();
  expect(isSaved).toBe(false);
  release();
  const archive = await download(page, 'Export everything', testInfo.outputPath('all.zip'));
  expect([...unzip(archive).keys()]).toContain('report.pdf');
});

/** What a PDF shows: the text, lines and links of its pages, and its bookmarks. */
function insideOfPdf(file: Buffer) {
  const text = file.toString('latin1');
  const contents = [...text.matchAll(/stream\r?\n/gu)].flatMap((match) => {
    const from = match.index + match[0].length;
    try {
      return [inflateSync(file.subarray(from, text.indexOf('endstream', from))).toString('latin1')];
    } catch {
      return []; // not packed: no page
    }
  });
  return {
    pages: contents.filter((content) => content.includes(' Td\n')),
    links: [...text.matchAll(/\/Subtype \/Link[^\n]*/gu)].map(([link]) => link),
    bookmarks: [...text.matchAll(/\/Title \(((?:\\.|[^\\)])*)\)/gu)].map(([, title]) => title),
  };
}

test('the PDF of a whole worked example shows the same as from the command line: text, lines, links and bookmarks', async ({
  server,
  person,
}, testInfo) => {
  const { page } = await person('Ana');
  await page.goto(server.url);
  await page.getByLabel('Choose a file…').setInputFiles(worked);
  await boardReady(page);
  await saved(page);
  await expect(page.getByTestId('count-threats')).not.toHaveText(/^0 /u);
  const model = testInfo.outputPath('model.json');
  await download(page, 'Download Strideboard file (JSON)', model);
  const ours = insideOfPdf(await download(page, 'Download PDF', testInfo.outputPath('report.pdf')));
  const theirs = insideOfPdf(run('export', model, '--to', 'pdf'));
  expect(ours.pages.length).toBeGreaterThan(30);
  expect(ours.bookmarks.length).toBeGreaterThan(40);
  expect(ours.links.length).toBeGreaterThan(100);
  expect(ours.pages.join('').match(/ c$/gmu)?.length).toBeGreaterThan(500);
  expect(theirs.bookmarks).toEqual(ours.bookmarks);
  expect(theirs.links).toEqual(ours.links);
  expect(theirs.pages.map((content, at) => content === ours.pages[at])).toEqual(ours.pages.map(() => true));
});

test('a file taken alone is the same as on the command line, text or bytes', async ({ server, person }, testInfo) => {
  const { page } = await person('Ana');
  await createBoard(page, server.url, /CI\/CD/u);
  await saved(page);
  await expect(page.getByTestId('count-threats')).not.toHaveText(/^0 /u);
  const model = testInfo.outputPath('model.json');
  await download(page, 'Download Strideboard file (JSON)', model);
  for (const [id, button] of [
    ['csv', 'Download CSV'],
    ['xlsx', 'Download Excel workbook'],
    ['issues', 'Download GitHub issues'],
  ] as const) {
    const file = await download(page, button, testInfo.outputPath(id));
    expect([id, run('export', model, '--to', id).equals(file)]).toEqual([id, true]);
  }
});

test('an export with nothing in it is whole and says so, and a picture from elsewhere is refused in a sentence', async ({
  server,
  person,
}, testInfo) => {
  const { page } = await person('Ana');
  await createBoard(page, server.url, /Empty board/u);
  await saved(page);
  const dialog = await openExport(page);
  await expect(dialog.getByText('There is nothing on the board yet.')).toBeVisible();
  await expectNothingSerious(page, 'export dialog', 'dialog[open]');
  const archive = await download(page, 'Export everything', testInfo.outputPath('empty.zip'));
  expect(unzip(archive).get('connections.md')?.toString()).toContain('There are no data flows.');
  await page.goto(server.url);
  const foreign = { name: 'x.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg onload="alert(1)"/>') };
  await page.getByLabel('Choose a file…').setInputFiles(foreign);
  await expect(page.getByText('No model is inside this SVG picture.')).toBeVisible();
});
