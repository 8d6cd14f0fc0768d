/** Drawing by keyboard alone. Numbers are those of ux.md; tests assert on what the server holds. */
import { createBoard, saved } from '../support/board.ts';
import { command, focused, goTo, insertByKeys } from '../support/keys.ts';
import { observe, type Observer } from '../support/observer.ts';
import { anaOn } from '../support/people.ts';
import { expectNothingSerious } from '../support/serious.ts';
import { expect, test } from '../support/test.ts';

/** The flows the server holds, as "source → target: label". */
function flowsOf(observer: Observer): readonly string[] {
  const nameOf = (id: unknown): unknown => observer.nodes().get(String(id))?.['label'];
  return [...observer.edges().values()].map(({ ends, label }) => {
    const [source, target] = Array.isArray(ends) ? (ends as readonly unknown[]) : [];
    return `${String(nameOf(source))} → ${String(nameOf(target))}: ${typeof label === 'string' ? label : ''}`;
  });
}

test('ux 58: C on a focused element, an arrow and Enter draw a flow; Esc draws none', async ({ server, person }) => {
  const {
    ana: { page },
    board,
  } = await anaOn(person, server.url, {
    elements: [
      { is: 'Kubelet', label: 'kubelet', at: [-400, 0] },
      { is: 'etcd', label: 'etcd', at: [0, 0] },
      { is: 'API server', label: 'api', at: [400, 0] },
    ],
  });
  await page.locator('[data-surface]').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => focused(page)).toMatch(/^etcd, /u);

  await page.keyboard.press('c');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('status').filter({ hasText: 'Flow from etcd to api.' })).toBeVisible();
  await page.keyboard.press('Escape');
  await saved(page);
  const observer = await observe(board.link);
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

/** The parent the server holds for an element; `null` outside all boundaries. */
const parentOf = (observer: Observer, label: string): unknown =>
  (observer.nodes().get(observer.nodeId(label))?.['at'] as readonly unknown[] | undefined)?.[0];

test('ux 57: from an empty board to an export by keyboard alone', async ({ server, person }) => {
  const { page } = await person('Ana');
  const link = await createBoard(page, server.url, /Empty board/u);
  await insertByKeys(page, 'API server', 'api');
  for (let step = 0; step < 7; step++) await page.keyboard.press('Shift+ArrowRight');
  await insertByKeys(page, 'etcd', 'etcd');
  for (let step = 0; step < 7; step++) await page.keyboard.press('Shift+ArrowLeft');
  await insertByKeys(page, 'Namespace', 'prod');

  // One of them goes into the boundary.
  await page.keyboard.press('Escape');
  await goTo(page, 'etcd');
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

test('ux 59: Move to puts an element at coordinates and out of a boundary, Connect to offers the nearest first', async ({
  server,
  person,
}) => {
  const {
    ana: { page },
    board,
  } = await anaOn(person, server.url, {
    elements: [
      { is: 'Namespace', label: 'prod', at: [0, 0] },
      { is: 'API server', label: 'api', at: [80, 80], inside: 'prod' },
      { is: 'Kubelet', label: 'kubelet', at: [500, 500] },
      { is: 'etcd', label: 'etcd', at: [0, 340] },
    ],
  });
  await goTo(page, 'api');
  await page.keyboard.press('Shift+M');
  const dialog = page.getByRole('dialog', { name: 'Move api' });
  await dialog.getByLabel('Left').fill('x');
  await expect(dialog.getByRole('button', { name: 'Move', exact: true })).toBeDisabled();
  await dialog.getByLabel('Left').fill('-200');
  await dialog.getByLabel('Top').fill('340');
  await dialog.getByLabel('Boundary').selectOption('');
  await expectNothingSerious(page, 'move to');
  await dialog.getByLabel('Top').press('Enter');
  await expect(dialog).toBeHidden();
  await saved(page);
  const observer = await observe(board.link);
  const at = (): unknown => observer.nodes().get(board.id('api'))?.['at'];
  await expect.poll(at).toEqual([null, -200, 340]);
  await goTo(page, 'etcd');
  await page.keyboard.press('Shift+C');
  await expect(page.getByRole('option').first()).toContainText('api');
  await expectNothingSerious(page, 'connect to');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(observer.edges().size).toBe(0);
  observer.dispose();
});
