/** The board by keyboard alone. Numbers are those of ux.md; tests assert on what the server holds. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { createBoard, openBoard, saved } from '../support/board.ts';
import { observe, type Observer } from '../support/observer.ts';
import { expect, test } from '../support/test.ts';

/** Inserts a stencil by the keys: `/`, a word, Enter, its name, Enter. */
async function insertByKeys(page: Page, search: string, label: string): Promise<void> {
  await expect(page.getByLabel('Insert')).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByLabel('Insert')).toBeFocused();
  await page.keyboard.type(search);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('label-editor')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(label);
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-surface]')).toBeFocused();
}

/** The name the focused thing on the diagram has for assistive technology. */
const focused = (page: Page): Promise<string | null> =>
  page.locator('[data-surface]').evaluate((surface) => {
    const id = surface.getAttribute('aria-activedescendant');
    return id === null ? null : (document.getElementById(id)?.getAttribute('aria-label') ?? null);
  });

/** The flows the server holds, as "source → target: label". */
function flowsOf(observer: Observer): readonly string[] {
  const nameOf = (id: unknown): unknown => observer.nodes().get(String(id))?.['label'];
  return [...observer.edges().values()].map(({ ends, label }) => {
    const [source, target] = Array.isArray(ends) ? (ends as readonly unknown[]) : [];
    return `${String(nameOf(source))} → ${String(nameOf(target))}: ${typeof label === 'string' ? label : ''}`;
  });
}

test('58 C on a focused element, an arrow and Enter draw a flow; Esc draws none', async ({ server, person }) => {
  const { page } = await person('Ana');
  const link = await createBoard(page, server.url, /Empty board/u);
  await insertByKeys(page, 'API server', 'api');
  for (let step = 0; step < 6; step++) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Escape');
  await insertByKeys(page, 'etcd', 'etcd');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => focused(page)).toMatch(/^etcd, /u);

  await page.keyboard.press('c');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('status').filter({ hasText: 'Flow from etcd to api.' })).toBeVisible();
  await page.keyboard.press('Escape');
  await saved(page);
  const observer = await observe(link);
  expect(flowsOf(observer)).toEqual([]);

  await page.keyboard.press('c');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('label-editor')).toBeFocused();
  await page.keyboard.type('watch');
  await page.keyboard.press('Enter');
  await saved(page);
  await expect.poll(() => flowsOf(observer)).toEqual(['etcd → api: watch']);
  observer.dispose();
});

/** What assistive technology was told last. */
const announced = (page: Page) => page.getByTestId('announcements');

/** The parent the server holds for an element; `null` outside all boundaries. */
const parentOf = (observer: Observer, label: string): unknown =>
  (observer.nodes().get(observer.nodeId(label))?.['at'] as readonly unknown[] | undefined)?.[0];

/** Chooses an action in the command palette by its words. */
async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('combobox', { name: 'Search commands' })).toBeFocused();
  await page.keyboard.type(words);
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText(words);
  await page.keyboard.press('Enter');
}

async function expectNothingSerious(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${where}: ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  expect(serious).toEqual([]);
}

test('57 from an empty board to an export by keyboard alone', async ({ server, person }) => {
  const { page } = await person('Ana');
  const link = await createBoard(page, server.url, /Empty board/u);
  await insertByKeys(page, 'API server', 'api');
  for (let step = 0; step < 7; step++) await page.keyboard.press('Shift+ArrowRight');
  await insertByKeys(page, 'etcd', 'etcd');
  for (let step = 0; step < 7; step++) await page.keyboard.press('Shift+ArrowLeft');
  await insertByKeys(page, 'Namespace', 'prod');

  // One of them goes into the boundary.
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('etcd');
  await expect(page.getByRole('status').filter({ hasText: /match/u })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+M');
  const move = page.getByRole('dialog', { name: 'Move etcd' });
  await expect(move).toBeVisible();
  for (let stop = 0; stop < 5; stop++) {
    if (await move.getByLabel('Boundary').evaluate((field) => field === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type('Namespace');
  await page.keyboard.press('Enter');
  const moved = page.getByRole('dialog');
  if (await moved.isVisible()) await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(moved).toBeHidden();
  await saved(page);
  const observer = await observe(link);
  await expect.poll(() => parentOf(observer, 'etcd')).toBe(observer.nodeId('prod'));

  // They are connected, and the flow is named.
  await page.keyboard.press('Shift+C');
  await expect(page.getByRole('combobox', { name: 'Search elements' })).toBeFocused();
  await page.keyboard.type('api');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('label-editor')).toBeFocused();
  await page.keyboard.type('reads keys');
  await page.keyboard.press('Enter');
  await expect.poll(() => flowsOf(observer)).toEqual(['etcd → api: reads keys']);

  const focusedName = (): Promise<string> =>
    page.evaluate(() => {
      const element = document.activeElement;
      const named = element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement;
      const label = named ? element.labels[0]?.textContent : element?.textContent;
      return `${element?.tagName.toLowerCase() ?? ''} ${element?.getAttribute('aria-label') ?? label ?? ''}`.trim();
    });
  const tabTo = async (wanted: RegExp, inside: string): Promise<void> => {
    const isThere = async (): Promise<boolean> =>
      wanted.test(await focusedName()) &&
      (await page.evaluate((area) => document.activeElement?.closest(area) !== null, inside));
    for (let stop = 0; stop < 80 && !(await isThere()); stop++) await page.keyboard.press('Tab');
    expect(await focusedName()).toMatch(wanted);
  };
  // Threats come from facts: questions are answered until one arises, and it is decided.
  await page.keyboard.press('Escape');
  await command(page, 'Show the questions tab');
  await expect(page.locator('#details')).toBeFocused();
  for (let answers = 0; answers < 8; answers++) {
    await tabTo(/^button No$/u, '#details');
    await page.keyboard.press('Enter');
  }
  await expect(page.getByTestId('count-threats')).not.toHaveText(/^0 /u);
  await command(page, 'Show the threats tab');
  await expect(page.locator('#details')).toBeFocused();
  await tabTo(/^button/u, '#details [data-card]');
  const isOpen = await page.evaluate(() => document.activeElement?.getAttribute('aria-expanded'));
  if (isOpen === 'false') await page.keyboard.press('Enter');
  await tabTo(/^button Decide/u, '#details');
  await page.keyboard.press('Enter');
  await tabTo(/^select/u, '#details form');
  await page.keyboard.type('Accepted');
  await page.keyboard.press('Tab');
  await expect.poll(focusedName).toMatch(/^textarea/u);
  await page.keyboard.type('Only the test cluster');
  await tabTo(/^button Save/u, '#details form');
  await page.keyboard.press('Enter');
  await expect.poll(() => Object.keys(observer.decisions()).length).toBeGreaterThan(0);

  // And the board is taken along.
  await page.locator('body').press('Escape');
  await command(page, 'Export');
  await expect(page.getByRole('dialog')).toBeVisible();
  const download = page.waitForEvent('download');
  await tabTo(/^button .*(?:PNG|JSON|SVG)/u, 'dialog');
  await page.keyboard.press('Enter');
  expect((await download).suggestedFilename()).toMatch(/\./u);
  observer.dispose();
});

test('58 Enter goes into a boundary, Esc goes up, and what has the focus is clear of panels', async ({
  server,
  person,
}) => {
  const { page } = await person('Ana', { viewport: { width: 400, height: 800 } });
  await createBoard(page, server.url, /Pod launch, in full/u);
  await page.locator('[data-surface]').focus();
  await page.keyboard.press('ArrowRight');
  for (let level = 0; level < 6 && (await focused(page)) !== null; level++) await page.keyboard.press('Escape');
  for (let step = 0; step < 12 && !/ in |undary/u.test((await focused(page)) ?? ''); step++)
    await page.keyboard.press(step % 2 === 0 ? 'ArrowRight' : 'ArrowUp');
  await page.keyboard.press('Escape');
  const outer = await focused(page);
  expect(outer).not.toBeNull();
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).not.toBe(outer);
  await expect(announced(page)).toContainText('Inside');
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toBe(outer);

  // The sheet with the threats covers the lower half: whatever has the focus is above it.
  await page.keyboard.press('Enter');
  await command(page, 'Show the threats tab');
  await page.locator('[data-surface]').focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowDown']) {
    await page.keyboard.press(key);
    const isClear = await page.evaluate(() => {
      const id = document.querySelector('[data-surface]')?.getAttribute('aria-activedescendant') ?? '';
      const box = document.getElementById(id)?.getBoundingClientRect();
      const sheet = document.getElementById('details')?.getBoundingClientRect();
      return box !== undefined && sheet !== undefined && box.top < sheet.top && box.bottom > 0;
    });
    expect(isClear).toBe(true);
  }
});

test('58 Ctrl and arrows follow flows and say which of how many', async ({ server, person }) => {
  const { page } = await person('Ana');
  await createBoard(page, server.url, /Empty board/u);
  await insertByKeys(page, 'API server', 'api');
  for (let step = 0; step < 6; step++) await page.keyboard.press('Shift+ArrowRight');
  await insertByKeys(page, 'etcd', 'etcd');
  for (let step = 0; step < 4; step++) await page.keyboard.press('Shift+ArrowDown');
  await insertByKeys(page, 'kubelet', 'kubelet');
  for (const [target, label] of [
    ['api', 'b status'],
    ['etcd', 'a keys'],
  ]) {
    await page.keyboard.press('ControlOrMeta+f');
    await page.keyboard.type('kubelet');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+C');
    await page.keyboard.type(target ?? '');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('label-editor')).toBeFocused();
    await page.keyboard.type(label ?? '');
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('kubelet');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+ArrowRight');
  await expect.poll(() => focused(page)).toMatch(/^etcd, /u);
  await expect(announced(page)).toHaveText('Flow 1 of 2 to etcd, a keys');
  await page.keyboard.press('ControlOrMeta+ArrowDown');
  await expect.poll(() => focused(page)).toMatch(/^api, /u);
  await expect(announced(page)).toHaveText('Flow 2 of 2 to api, b status');
  await page.keyboard.press('ControlOrMeta+ArrowLeft');
  await expect.poll(() => focused(page)).toMatch(/^kubelet, /u);
  await expect(announced(page)).toHaveText('Flow 1 of 1 from kubelet, b status');
});

test('59 Move to puts an element at coordinates and out of a boundary, Connect to offers the nearest first', async ({
  server,
  person,
}) => {
  const { page } = await person('Ana');
  const link = await createBoard(page, server.url, /Empty board/u);
  await insertByKeys(page, 'API server', 'api');
  await page.keyboard.press('Shift+M');
  const dialog = page.getByRole('dialog', { name: 'Move api' });
  await dialog.getByLabel('Left').fill('x');
  await expect(dialog.getByRole('button', { name: 'Move', exact: true })).toBeDisabled();
  await dialog.getByLabel('Left').fill('-200');
  await dialog.getByLabel('Top').fill('340');
  await expectNothingSerious(page, 'move to');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await saved(page);
  const observer = await observe(link);
  const at = (): unknown => observer.nodes().get(observer.nodeId('api'))?.['at'];
  await expect.poll(at).toEqual([null, -200, 340]);
  await insertByKeys(page, 'etcd', 'etcd');
  await page.keyboard.press('Shift+C');
  await expect(page.getByRole('option').first()).toContainText('api');
  await expectNothingSerious(page, 'connect to');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(observer.edges().size).toBe(0);
  observer.dispose();
});

test('61 changes of others are read out, grouped, and can be muted', async ({ server, person }) => {
  const { page } = await person('Ana');
  const link = await createBoard(page, server.url, /Empty board/u);
  await saved(page);
  const { page: other } = await person('Kim');
  await openBoard(other, link);
  const heard: string[] = [];
  await page.exposeFunction('hear', (text: string) => heard.push(text));
  await announced(page).evaluate((voice) => {
    const { hear } = globalThis as unknown as { hear: (text: string) => void }; // exposed above
    new MutationObserver(() => hear(voice.textContent)).observe(voice, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });
  await insertByKeys(other, 'API server', 'api');
  await expect(announced(page)).toHaveText(/^Kim (?:added|changed) api\.$/u);

  await page.keyboard.press('?');
  const hearing = page.getByRole('checkbox', { name: /Read out what others change/u });
  await hearing.uncheck();
  await insertByKeys(other, 'etcd', 'etcd');
  await saved(other);
  await expect(page.locator('[data-testid^="node-"][aria-label^="etcd, "]')).toBeVisible();
  await hearing.check();
  await insertByKeys(other, 'kubelet', 'agent');
  await expect(announced(page)).toHaveText(/^Kim (?:added|changed) agent\.$/u);
  expect(heard.filter((text) => /etcd|elements/u.test(text))).toEqual([]);
});
