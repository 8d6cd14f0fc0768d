/** Drawing on the canvas, judged by what the board holds afterwards. Numbers are those of ux.md. */
import { connect, createBoard, drag, element, insert, middleOf, openBoard, put, run, saved } from '../support/board.ts';
import { type Observer, observe } from '../support/observer.ts';
import { anaOn } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const shapes = (observer: Observer) =>
  [...observer.nodes().values()].filter((node) => node['kind'] === 'boundary').map((node) => node['shape'] ?? ['box']);

test('ux 38, 69: boundaries are drawn as free form and as line, corners are added, dragged and removed, straight or smooth', async ({
  server,
  person,
}) => {
  const {
    ana: { page },
    board,
  } = await anaOn(person, server.url, { elements: [{ is: 'Pod', label: 'shop', at: [0, 0] }] });
  await put(page, 'shop', { x: 600, y: 400 });
  await page.keyboard.press('Escape');

  await run(page, 'Draw a free-form boundary');
  await expect(page.getByTestId('outline-tool')).toBeAttached();
  for (const [x, y] of [
    [450, 280],
    [760, 280],
    [820, 400],
    [760, 520],
    [450, 520],
  ] as const)
    await page.mouse.click(x, y);
  await page.mouse.click(450, 280);
  await page.getByTestId('label-editor').fill('team');
  await page.keyboard.press('Enter');
  await saved(page);
  const observer = await observe(board.link);
  const team = observer.nodeId('team');
  const shape = () => observer.nodes().get(team)?.['shape'] as readonly [string, readonly unknown[], string];
  await expect.poll(() => shape()[0]).toBe('poly');
  await expect.poll(() => shape()[1]).toHaveLength(5);
  // What lies within the outline came in with it.
  await expect.poll(() => (observer.nodes().get(observer.nodeId('shop'))?.['at'] as readonly unknown[])[0]).toBe(team);

  // A new corner out of the outline, then away again; smooth by its action.
  await drag(page, { x: 600, y: 280 }, { x: 600, y: 240 });
  await saved(page);
  await expect.poll(() => shape()[1]).toHaveLength(6);
  const corner = page.getByTestId('outline-corner-1');
  await corner.dblclick();
  await saved(page);
  await expect.poll(() => shape()[1]).toHaveLength(5);
  await run(page, 'Smooth curve');
  await saved(page);
  await expect.poll(() => shape()[2]).toBe('smooth');

  // Taken back one by one: smooth, corner away, corner new.
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await saved(page);
  await expect.poll(() => shape()[1]).toHaveLength(5);
  await expect.poll(() => shape()[2]).toBe('straight');

  await page.keyboard.press('Escape');
  await run(page, 'Draw a line boundary');
  await expect(page.getByTestId('outline-tool')).toBeAttached();
  await page.mouse.click(950, 200);
  await page.mouse.click(980, 400);
  await page.mouse.click(950, 600);
  await page.keyboard.press('Enter');
  await page.getByTestId('label-editor').fill('edge');
  await page.keyboard.press('Enter');
  await saved(page);
  expect(
    shapes(observer)
      .map((each) => (each as readonly unknown[])[0])
      .sort(),
  ).toEqual(['line', 'poly']);

  // A flow that the line cuts is marked.
  await insert(page, 'User', 'visitor');
  await put(page, 'visitor', { x: 1050, y: 400 });
  await connect(page, 'visitor', 'shop');
  await saved(page);
  await expect.poll(() => observer.edges().size).toBe(1);
  const [flow] = [...observer.edges().keys()];
  await expect(page.locator(`[data-testid="flow-line-${flow}"], [data-testid="flow-${flow}"]`).first()).toHaveAttribute(
    'data-crosses',
    'true',
  );
  observer.dispose();
});

test('ux 42: a collapsed boundary hides its content for everybody and gathers its flows; peek is only mine; expanding restores exactly', async ({
  server,
  person,
}) => {
  const {
    ana: { page },
    board,
  } = await anaOn(person, server.url, {
    elements: [
      { is: 'Namespace', label: 'shop', at: [0, 0] },
      { is: 'Pod', label: 'web', at: [80, 80], inside: 'shop' },
      { is: 'Pod', label: 'api', at: [460, 0] },
    ],
    flows: [
      { from: 'web', to: 'api' },
      { from: 'web', to: 'api' },
    ],
  });
  const observer = await observe(board.link);
  const before = JSON.stringify([...observer.nodes()]);

  const bob = await person('Bob');
  await openBoard(bob.page, board.link);
  await expect(element(bob.page, 'web')).toBeVisible();

  const shop = observer.nodeId('shop');
  await page.keyboard.press('Escape');
  await page.getByTestId(`tag-${shop}`).click();
  await run(page, 'Collapse for everybody');
  for (const each of [page, bob.page]) {
    await expect(element(each, 'web')).toBeHidden();
    await expect(each.getByTestId(`node-${shop}`)).toHaveAttribute('data-folded', 'true');
    await expect(each.locator('[aria-label*="stands for 2 flows"]')).toHaveCount(1);
  }
  await run(page, 'Look inside, only for me');
  await expect(element(page, 'web')).toBeVisible();
  await expect(element(bob.page, 'web')).toBeHidden();
  await run(page, 'Look inside, only for me');
  await expect(element(page, 'web')).toBeHidden();

  await run(page, 'Expand for everybody');
  for (const each of [page, bob.page]) await expect(element(each, 'web')).toBeVisible();
  await saved(page);
  const places = (text: string) =>
    (JSON.parse(text) as [string, Record<string, unknown>][]).map(([id, node]) => [id, node['at'], node['size']]);
  expect(places(JSON.stringify([...observer.nodes()]))).toEqual(places(before));
  observer.dispose();
});

test('ux 20, 21, 31, 36, 37, 39, 43: drop on nothing inserts, Alt copies, flows bend and reconnect, guides snap, locked things stay', async ({
  server,
  person,
}) => {
  const {
    ana: { page },
    board,
  } = await anaOn(person, server.url, { elements: [{ is: 'Pod', label: 'web', at: [0, 0] }] });
  await put(page, 'web', { x: 500, y: 300 });
  await saved(page);
  const observer = await observe(board.link);
  const nodes = () => [...observer.nodes().values()].filter((node) => node['del'] == null);
  const web = observer.nodeId('web');
  const at = (id: string) => observer.nodes().get(id)?.['at'] as readonly [string | null, number, number];

  // 21: one step makes element and flow.
  await page.keyboard.press('Escape');
  await page.mouse.move(500, 300);
  await drag(page, await middleOf(page.getByTestId('connect-right')), { x: 900, y: 300 });
  await page.getByTestId('insert-menu').getByRole('combobox').fill('etcd');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await saved(page);
  await expect.poll(() => nodes()).toHaveLength(2);
  await expect.poll(() => observer.edges().size).toBe(1);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await saved(page);
  await expect.poll(() => nodes()).toHaveLength(1);
  await page.keyboard.press('Control+y');
  await saved(page);
  await expect.poll(() => nodes()).toHaveLength(2);

  // 39: four pixels off the line it snaps to its neighbour; with Alt pressed during the drag it does not.
  const [store = ''] = [...observer.nodes().keys()].filter((id) => id !== web);
  await page.keyboard.press('Escape');
  const from = await middleOf(page.getByTestId(`node-${store}`));
  await drag(page, from, { x: from.x + 50, y: from.y + 104 });
  await drag(page, { x: from.x + 50, y: from.y + 104 }, { x: from.x + 50, y: from.y + 3 });
  await saved(page);
  const middle = (id: string): number =>
    at(id)[2] + ((observer.nodes().get(id)?.['size'] as readonly number[])[1] ?? 0) / 2;
  await expect.poll(() => middle(store)).toBe(middle(web));

  // 37: a bend, taken out again by Straighten.
  const [flow = ''] = [...observer.edges().keys()];
  const route = () => observer.edges().get(flow)?.['way'] ?? null;
  await page.keyboard.press('Escape');
  await page.mouse.click(690, 300);
  await expect(page.getByTestId('bend-line')).toBeAttached();
  await drag(page, { x: 690, y: 300 }, { x: 690, y: 380 });
  await saved(page);
  await expect.poll(() => route()).not.toBeNull();
  await run(page, 'Straighten');
  await saved(page);
  await expect.poll(() => route()).toBeNull();

  // 36: R reverses.
  const ends = () => observer.edges().get(flow)?.['ends'];
  await expect.poll(() => ends()).toEqual([web, store]);
  await page.keyboard.press('r');
  await saved(page);
  await expect.poll(() => ends()).toEqual([store, web]);

  // 31: with Alt held from the start a drag copies.
  await page.keyboard.press('Escape');
  await page.keyboard.down('Alt');
  await drag(page, await middleOf(element(page, 'web')), { x: 500, y: 560 });
  await page.keyboard.up('Alt');
  await saved(page);
  await expect.poll(() => nodes().filter((node) => node['label'] === 'web')).toHaveLength(2);

  // 37: an end dragged to another element.
  const [copy = ''] = [...observer.nodes().entries()]
    .filter(([id, node]) => node['label'] === 'web' && id !== web)
    .map(([id]) => id);
  await page.keyboard.press('Escape');
  await page.mouse.click(690, 300);
  await drag(page, await middleOf(page.getByTestId('reconnect-target')), { x: 500, y: 560 });
  await saved(page);
  await expect.poll(() => ends()).toEqual([store, copy]);

  // 43: what is locked stays where it is.
  await page.keyboard.press('Escape');
  await page.mouse.click(500, 560);
  await run(page, 'Lock');
  await saved(page);
  const before = at(copy);
  await page.keyboard.press('Escape');
  await drag(page, { x: 500, y: 560 }, { x: 560, y: 620 });
  await saved(page);
  expect(at(copy)).toEqual(before);
  observer.dispose();
});

test('ux 67: flow numbers are free text, and playing them steps in natural order and shows both ends', async ({
  server,
  person,
}) => {
  const { page } = await person('Ana');
  await createBoard(page, server.url, /Pod launch/u);
  await expect(page.locator('[data-testid^="flow-"]').first()).toBeAttached();
  await run(page, 'Play the numbers');
  const bar = page.getByRole('toolbar', { name: 'Walkthrough of the numbered flows' });
  const status = bar.getByRole('status');
  await expect(status).toContainText('1 of ');
  await expect(bar.getByRole('button', { name: 'Previous step' })).toHaveAttribute('aria-disabled', 'true');
  const seen: string[] = [];
  const total = Number(/of (\d+)/u.exec(await status.innerText())?.[1]);
  for (let step = 1; step <= total; step++) {
    await expect(status).toContainText(`${step} of ${total}`);
    seen.push((await status.locator('span').first().innerText()).trim());
    await page.keyboard.press('ArrowRight');
  }
  const leading = seen.map((number) => Number.parseInt(number, 10)).filter((number) => !Number.isNaN(number));
  expect(leading.length).toBeGreaterThan(5);
  expect(leading).toEqual([...leading].sort((a, b) => a - b));
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
});
