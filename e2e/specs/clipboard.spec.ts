/** Copy, cut, paste and duplicate. Numbers are those of ux.md. */
import { createBoard, element, middleOf, openBoard, saved } from '../support/board.ts';
import { observe } from '../support/observer.ts';
import { seedBoard } from '../support/seed.ts';
import { expect, test } from '../support/test.ts';

test('ux 30: a copy goes to another board under new ids with its flows, and foreign text becomes a note', async ({
  server,
  person,
}) => {
  const ana = await person('Ana', { permissions: ['clipboard-read', 'clipboard-write'] });
  const { page } = ana;
  const drawn = await seedBoard(server.url, {
    elements: [
      { is: 'API server', label: 'api', at: [0, 0] },
      { is: 'etcd', label: 'store', at: [260, 0] },
    ],
    flows: [{ from: 'api', to: 'store' }],
  });
  await openBoard(page, drawn.link);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await expect(page.getByText('Copied 2 elements.')).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(JSON.parse(text)).toMatchObject({ format: 'strideboard-clip' });

  const { link } = await seedBoard(server.url);
  await openBoard(page, link);
  await page.keyboard.press('Control+v');
  for (const label of ['api', 'store']) await expect(element(page, label)).toBeVisible();
  await saved(page);
  const observer = await observe(link);
  expect([observer.nodes().size, observer.edges().size]).toEqual([2, 1]);
  expect(text).not.toContain(observer.nodeId('api'));
  expect(observer.nodeId('api')).not.toBe(drawn.id('api'));

  await page.evaluate(() => navigator.clipboard.writeText('Ask the <b>platform</b> team'));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+v');
  await expect(element(page, 'Ask the <b>platform</b> team')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(element(page, 'Ask the <b>platform</b> team')).toHaveCount(0);

  // Some programs leave nothing but HTML; its text becomes a note like any other.
  await page.evaluate(async () => {
    const html = '<p>Rotate <b>certificates</b> &amp; keys</p>';
    await navigator.clipboard.write([new ClipboardItem({ 'text/html': new Blob([html], { type: 'text/html' }) })]);
  });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+v');
  await expect(element(page, 'Rotate certificates & keys')).toBeVisible();
  await expect.poll(() => observer.nodes().get(observer.nodeId('Rotate certificates & keys'))?.['kind']).toBe('note');
  observer.dispose();
});

test('what is pasted before the code for it has arrived is there once it has', async ({ server, person }) => {
  const { page } = await person('Ana', { permissions: ['clipboard-read', 'clipboard-write'] });
  let release = (): void => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  await page.route(/\/Clipboard-[^/]*\.js$/u, async (route) => {
    await held;
    await route.continue();
  });
  await createBoard(page, server.url, /Empty board/u);
  await page.evaluate(() => navigator.clipboard.writeText('Ask the platform team'));
  await page.keyboard.press('Control+v');
  await expect(element(page, 'Ask the platform team')).toHaveCount(0);
  release();
  await expect(element(page, 'Ask the platform team')).toHaveCount(1);
});

test('ux 30, 31: cut and pasted back keeps ids and decisions; duplicates get new ones', async ({ server, person }) => {
  const ana = await person('Ana', { permissions: ['clipboard-read', 'clipboard-write'] });
  const { page } = ana;
  const board = await seedBoard(server.url, {
    elements: [{ is: 'Pod', label: 'payments', at: [0, 0], facts: { privileged: true } }],
  });
  await openBoard(page, board.link);
  const observer = await observe(board.link);
  const id = board.id('payments');
  await element(page, 'payments').click();
  await page.getByRole('tab', { name: /Threats/u }).click();
  const threat = page.getByTestId(`threat-WL-001~${id}`);
  await threat.getByRole('button', { name: /Decide/u }).click();
  await threat.getByLabel(/^State/u).selectOption('mitigated');
  await threat.getByRole('button', { name: /^(Save|Decide)$/u }).click();
  await saved(page);

  await element(page, 'payments').click();
  await page.keyboard.press('Control+x');
  await expect(element(page, 'payments')).toHaveCount(0);
  await expect.poll(() => observer.nodes().size).toBe(0);
  const middle = await middleOf(page.getByRole('main'));
  await page.mouse.move(middle.x - 200, middle.y + 100);
  await page.keyboard.press('Control+v');
  await expect(element(page, 'payments')).toBeVisible();
  await expect.poll(() => observer.nodes().size).toBe(1);
  expect(observer.nodeId('payments')).toBe(id);
  await expect(threat).toContainText('Mitigated');

  await page.keyboard.press('Control+d');
  await expect(element(page, 'payments')).toHaveCount(2);
  await saved(page);
  const copies = [...observer.nodes().keys()].filter((node) => node !== id);
  expect(copies).toHaveLength(1);
  expect(Object.keys(observer.decisions()).filter((key) => key.includes(copies[0] ?? ''))).toEqual([]);
  await page.keyboard.press('Control+z');
  await expect(element(page, 'payments')).toHaveCount(1);
  observer.dispose();
});
