/** Content is hostile: what is typed, read from a file or written straight into the shared document by a tampered client stays inert. Numbers are those of ux.md. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import * as Y from 'yjs';
import {
  boardReady,
  connect,
  createBoard,
  dragBy,
  element,
  insert,
  makeLink,
  openBoard,
  saved,
} from '../support/board.ts';
import { badNumbers, BIDI, MARKS, MARKUP } from '../support/hostile.ts';
import { observe } from '../support/observer.ts';
import { textFile } from '../support/outside.ts';
import { anaOn } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

async function exported(page: Page, kind: RegExp, path: string): Promise<string> {
  const dialog = page.getByRole('dialog', { name: /Export/u });
  if (!(await dialog.isVisible())) await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: kind }).click(),
  ]);
  await download.saveAs(path);
  return readFileSync(path, 'utf8');
}

/** Whether a text is XML without anything that acts; looked at on an empty page, since the board's own forbids parsing. */
async function isInertSvg(page: Page, svg: string): Promise<boolean> {
  const empty = await page.context().newPage();
  const isInert = await empty.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    const acting = [...parsed.querySelectorAll('*')].some(
      (node) =>
        ['script', 'foreignObject', 'iframe', 'img'].includes(node.localName) ||
        [...node.attributes].some(({ name, value }) => name.startsWith('on') || /javascript:/iu.test(value)),
    );
    return (
      parsed.querySelector('parsererror') === null &&
      !acting &&
      !/\bNaN\b|Infinity/u.test(text.replace(/<text[\s\S]*?<\/text>/gu, ''))
    );
  }, svg);
  await empty.close();
  return isInert;
}

test('ux 35: hostile shapes from a tampered client are inert: others go on, and drawings and files stay whole', async ({
  server,
  person,
}, testInfo) => {
  const ana = await person('Ana');
  const bo = await person('Bo');
  const { page } = ana;
  const link = await createBoard(page, server.url, /Empty board/u);
  await insert(page, 'API server', 'api');
  await insert(page, 'etcd', 'store');
  await dragBy(page, 'store', { x: 260, y: 0 });
  await connect(page, 'api', 'store');
  await saved(page);
  await openBoard(bo.page, await makeLink(page, 'Edit'));
  const tampered = await observe(link);
  const api = tampered.nodeId('api');
  const put = (root: 'nodes' | 'edges', id: string, record: Readonly<Record<string, unknown>>): void => {
    tampered.doc.getMap<Y.Map<unknown>>(root).set(id, new Y.Map(Object.entries(record)));
  };
  const nodes: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    'hostile-nan-0': {
      kind: 'process',
      label: 'nan',
      at: [null, Number.NaN, Number.NaN],
      size: [Number.NaN, Number.NaN],
    },
    'hostile-huge-0': { kind: 'store', label: 'huge', at: [null, 1e308, -1e308], size: [1e308, -5] },
    'hostile-far-00': { kind: 'store', label: 'far', at: [null, 999_999, -999_999], size: [999_999, 1] },
    'hostile-loop-a': { kind: 'boundary', label: 'loop a', at: ['hostile-loop-b', 1, 1], size: [200, 200] },
    'hostile-loop-b': { kind: 'boundary', label: 'loop b', at: ['hostile-loop-a', 1, 1], size: [200, 200] },
    'hostile-self-0': {
      kind: 'boundary',
      label: 'self',
      at: ['hostile-self-0', 0, 0],
      size: [100, 100],
      'in.hostile-self-0': 1,
    },
    'hostile-shape0': {
      kind: 'boundary',
      label: 'shape',
      at: [null, 0, 400],
      size: [100, 100],
      shape: { kind: 'poly', points: [[Number.NaN, 1e308], 'x'] },
    },
    'hostile-types0': {
      kind: 7,
      label: { deep: ['er'] },
      at: 'here',
      size: 'big',
      type: ['x'],
      z: '\u0000',
      'p.privileged': { a: 1 },
      oos: 5,
      of: 'hostile-types0',
    },
    'hostile-label0': { kind: 'process', label: `a${'\u{1F600}'.repeat(5_000)}`, at: [null, 400, 0], size: [160, 60] },
    'hostile-markup': { kind: 'process', label: MARKUP, type: MARKUP, at: [null, 400, 100], size: [160, 60] },
    'hostile-bidi-0': { kind: 'process', label: BIDI, at: [null, 400, 200], size: [160, 60] },
    'hostile-marks0': { kind: 'process', label: MARKS, at: [null, 400, 300], size: [160, 60] },
  };
  tampered.doc.transact(() => {
    for (const [id, record] of Object.entries(nodes)) put('nodes', id, record);
    put('edges', 'hostile-way-00', {
      ends: [api, 'hostile-markup'],
      way: [api, Array.from({ length: 2_000 }, () => [Number.NaN, 1e308])],
      ports: ['x', 9],
      lab: [1e308, Number.NaN],
      label: MARKUP,
    });
    put('edges', 'hostile-ends-0', { ends: ['nobody', { a: 1 }], dir: 9, order: MARKUP });
    put('edges', 'hostile-ring-0', { ends: [api, api], way: ['hostile-loop-a', [[1e308, 1e308]]], label: BIDI });
  });
  await expect.poll(() => tampered.nodes().size).toBe(14);

  for (const { page: seen } of [ana, bo]) {
    await expect(element(seen, MARKUP)).toBeVisible();
    await expect(element(seen, 'nan')).toHaveCount(1);
    for (const id of ['api', 'store']) await expect(element(seen, id)).toHaveCount(1);
    await expect.poll(() => badNumbers(seen)).toEqual([]);
  }
  // Everybody goes on.
  await insert(bo.page, 'Pod', 'after');
  await saved(bo.page);
  await expect(element(page, 'after')).toHaveCount(1);
  await page.keyboard.press('Shift+1');
  await expect.poll(() => badNumbers(page)).toEqual([]);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+z');
  await saved(page);

  const svg = await exported(page, /^Download SVG$/u, testInfo.outputPath('hostile.svg'));
  expect(await isInertSvg(page, svg)).toBe(true);
  const json = await exported(page, /JSON/u, testInfo.outputPath('hostile.json'));
  expect(json).not.toMatch(/:\s*(?:NaN|-?Infinity)/u);
  await exported(page, /PNG/u, testInfo.outputPath('hostile.png'));
  await exported(page, /Markdown report/u, testInfo.outputPath('hostile.md'));
  for (const { page: seen } of [ana, bo]) expect(await seen.title()).not.toMatch(/^[123]$/u);

  // The same board for who comes later, and from its own file; what lies far away keeps the first view from the rest.
  const counts = page.getByRole('button', { name: /\d+ elements? · \d+ flows?/u });
  const count = await counts.innerText();
  const cy = await person('Cy');
  await openBoard(cy.page, link);
  await expect(cy.page.getByRole('button', { name: count })).toBeVisible();
  await cy.page.goto(server.url);
  await cy.page.getByLabel('Choose a file…').setInputFiles(testInfo.outputPath('hostile.json'));
  const review = cy.page.getByTestId('reading-review');
  await expect(review.getByRole('listitem').filter({ hasText: 'stencil <img' })).toHaveCount(1);
  await review.getByRole('button', { name: 'Open as a new board' }).click();
  await boardReady(cy.page);
  await expect(cy.page.getByRole('button', { name: count })).toBeVisible();
  expect(await cy.page.title()).not.toMatch(/^[123]$/u);
  tampered.dispose();
});

test('ux 33: a tampered client that writes more than a value may hold is put out, and nobody else notices', async ({
  server,
  person,
}) => {
  const { page } = await person('Ana');
  const link = await createBoard(page, server.url, /Empty board/u);
  await insert(page, 'API server', 'api');
  await saved(page);
  const tampered = await observe(link);
  const api = tampered.nodeId('api');
  const way = Array.from({ length: 100_000 }, (_, at) => [at, at]);
  tampered.doc.getMap<Y.Map<unknown>>('edges').set(
    'hostile-way-01',
    new Y.Map<unknown>([
      ['ends', [api, api]],
      ['way', [null, way]],
    ]),
  );
  await expect.poll(() => tampered.closeCode()).not.toBeNull();
  const honest = await observe(link);
  expect(honest.edges().size).toBe(0);
  await insert(page, 'etcd', 'store');
  await saved(page);
  await expect.poll(() => honest.nodes().size).toBe(2);
  tampered.dispose();
  honest.dispose();
});

test('ux 22: a name is cut at what a board holds wherever it comes from, and says so', async ({ server, person }) => {
  const { page } = await person('Ana', { permissions: ['clipboard-read', 'clipboard-write'] });
  const long = `b${'\u{1F600}'.repeat(5_000)}`;
  await page.goto(server.url);
  const file = {
    format: 'strideboard',
    schema: 1,
    elements: [{ id: 'one', kind: 'process', type: 'wl.pod', label: long }],
  };
  await page.getByLabel('Choose a file…').setInputFiles(textFile('long.json', JSON.stringify(file)));
  const review = page.getByTestId('reading-review');
  await expect(review.getByRole('listitem')).toHaveText([/^Shortened or rounded to what a board can hold: .*one/u]);
  await review.getByRole('button', { name: 'Open as a new board' }).click();
  await boardReady(page);
  await saved(page);
  const observer = await observe(page.url());
  const label = (): string => String(observer.nodes().get('one')?.['label']);
  expect(label().length).toBeLessThanOrEqual(300);
  expect(label()).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/u);

  await page.locator('[data-testid="node-one"]').dblclick();
  await page.getByTestId('label-editor').fill(long);
  await page.getByTestId('label-editor').press('Enter');
  await expect.poll(() => label().startsWith('b') && label().length <= 300).toBe(true);
  await saved(page);
  expect(label()).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/u);
  observer.dispose();
});

test('ux 32: an element put absurdly far away keeps nobody from seeing the diagram whole', async ({
  server,
  person,
}) => {
  const { ana, board } = await anaOn(person, server.url, {
    elements: [
      { is: 'Pod', label: 'tampered', at: [-900_000, 900_000] },
      { is: 'Pod', label: 'payments', at: [0, 0] },
      { is: 'etcd', label: 'state', at: [300, 100] },
    ],
  });
  const { page } = ana;
  const message = page.getByText('1 element lies too far away to be seen together with the others.');
  await expect(message).toBeVisible();
  await expect(element(page, 'payments')).toBeInViewport({ ratio: 1 });
  await expect(element(page, 'state')).toBeInViewport({ ratio: 1 });

  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(element(page, 'tampered')).toBeInViewport({ ratio: 1 });
  await expect(page.getByTestId(`node-${board.id('tampered')}`)).toHaveAttribute('data-selected', /.*/u);
  await page.keyboard.press('Shift+Digit1');
  await expect(element(page, 'payments')).toBeInViewport({ ratio: 1 });
});
