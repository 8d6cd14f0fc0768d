/** Placing, naming, nesting, selecting and looking around, judged by what the board holds. Numbers are those of ux.md. */
import { createBoard, drag, element, middleOf, put, run, saved } from '../support/board.ts';
import { type Observer, observe } from '../support/observer.ts';
import { anaOn } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const at = (observer: Observer, label: string) =>
  observer.nodes().get(observer.nodeId(label))?.['at'] as readonly [string | null, number, number];
const live = (observer: Observer) => [...observer.nodes().values()];

test('ux 18, 19, 22: stencils come by click and by drag, and by a double click where it was; names are edited in place', async ({
  server,
  person,
}) => {
  const { page } = await person('Ana');
  const link = await createBoard(page, server.url, /Empty board/u);
  const editor = page.getByTestId('label-editor');

  // 18: click, then click.
  await page.getByRole('button', { name: 'Pod', exact: true }).first().click();
  await page.mouse.click(600, 300);
  await expect(editor).toBeFocused();
  await editor.fill('web');
  await editor.press('Enter');
  await expect(element(page, 'web')).toBeVisible();
  const placed = await middleOf(element(page, 'web'));
  expect(Math.hypot(placed.x - 600, placed.y - 300)).toBeLessThan(12);

  // 18: drag from the palette.
  await drag(page, await middleOf(page.getByRole('button', { name: 'Service', exact: true }).first()), {
    x: 900,
    y: 300,
  });
  await expect(editor).toBeFocused();
  await editor.fill('front');
  await editor.press('Enter');
  const dragged = await middleOf(element(page, 'front'));
  expect(Math.hypot(dragged.x - 900, dragged.y - 300)).toBeLessThan(12);

  // 19: double click on nothing.
  await page.keyboard.press('Escape');
  await page.mouse.dblclick(700, 600);
  await page.getByTestId('insert-menu').getByRole('combobox').fill('etcd');
  await page.keyboard.press('Enter');
  await expect(editor).toBeFocused();
  await editor.press('Escape');
  await saved(page);
  const observer = await observe(link);
  expect(live(observer)).toHaveLength(3);
  const store = observer.nodes().get(observer.nodeId('etcd'));
  expect(store?.['kind']).toBe('store');

  // 22: Enter, Shift+Enter, Escape; Delete inside the field deletes a letter and nothing else.
  await page.keyboard.press('Escape');
  await page.mouse.dblclick(600, 300);
  await expect(editor).toBeFocused();
  await editor.press('End');
  await editor.press('Shift+Enter');
  await editor.pressSequentially('shopX');
  await editor.press('Backspace');
  await editor.press('Enter');
  await saved(page);
  await expect.poll(() => live(observer).map((node) => node['label'])).toContain('web\nshop');
  await page.keyboard.press('F2');
  await editor.fill('other');
  await editor.press('Escape');
  await saved(page);
  expect(live(observer).map((node) => node['label'])).not.toContain('other');
  expect(live(observer)).toHaveLength(3);
  observer.dispose();
});

test('ux 24, 25, 26, 27, 28, 29: boundaries adopt, release, carry and take in; five levels deep; selection goes inwards and by rubber band', async ({
  server,
  person,
}) => {
  const {
    ana: { page },
    board,
  } = await anaOn(person, server.url, { elements: [{ is: 'Pod', label: 'web', at: [0, 0] }] });
  await put(page, 'web', { x: 640, y: 420 });
  const observer = await observe(board.link);

  // 26, 27: five boundaries, each drawn around what is there.
  const names = ['pod', 'team', 'worker', 'cluster', 'cloud'];
  for (const [depth, name] of names.entries()) {
    const room = 60 + depth * 36;
    await page.keyboard.press('Escape');
    await page.keyboard.press('b');
    await drag(page, { x: 640 - 70 - room, y: 420 - 20 - room }, { x: 640 + 70 + room, y: 420 + 20 + room });
    await page.getByTestId('label-editor').fill(name);
    await page.keyboard.press('Enter');
  }
  await saved(page);
  await expect.poll(() => live(observer).some((node) => node['label'] === 'cloud')).toBe(true);
  expect(['web', ...names].slice(0, 5).map((name) => at(observer, name)[0])).toEqual(
    names.map((name) => observer.nodeId(name)),
  );

  // 28: a click selects the innermost; Ctrl+A what is beside it, then everything; Escape clears.
  await page.keyboard.press('Escape');
  await page.mouse.click(640, 420);
  await expect(element(page, 'web')).toHaveAttribute('data-selected', 'true');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+a');
  await expect(page.locator('[data-testid^="node-"][data-selected]')).toHaveCount(6);
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-testid^="node-"][data-selected]')).toHaveCount(0);

  // 25: the outermost carries everything along; inside nothing moves.
  const before = at(observer, 'web');
  await page.getByTestId(`tag-${observer.nodeId('cloud')}`).click();
  const tag = await middleOf(page.getByTestId(`tag-${observer.nodeId('cloud')}`));
  await drag(page, tag, { x: tag.x + 40, y: tag.y + 30 });
  await saved(page);
  expect(at(observer, 'web')).toEqual(before);
  expect((await middleOf(element(page, 'web'))).x).toBeGreaterThan(665);

  // 24: dragged out it is released, with Ctrl held it keeps its boundary.
  await page.keyboard.press('Escape');
  const web = await middleOf(element(page, 'web'));
  await page.mouse.move(web.x, web.y);
  await page.mouse.down();
  await page.keyboard.down('Control');
  await page.mouse.move(web.x + 200, web.y, { steps: 6 });
  await page.mouse.move(1030, 780, { steps: 6 });
  await page.mouse.up();
  await page.keyboard.up('Control');
  await saved(page);
  await expect.poll(() => at(observer, 'web')[0]).toBe(observer.nodeId('pod'));
  await page.keyboard.press('Control+z');
  await put(page, 'web', { x: 1010, y: 730 });
  await saved(page);
  await expect.poll(() => at(observer, 'web')[0]).toBeNull();

  // 28: a rubber band, with Shift it adds.
  await page.keyboard.press('Escape');
  await drag(page, { x: 980, y: 790 }, { x: 1060, y: 715 });
  await expect(element(page, 'web')).toHaveAttribute('data-selected', 'true');

  // 29: deleting offers to take it back.
  await page.keyboard.press('Delete');
  await expect(element(page, 'web')).toBeHidden();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(element(page, 'web')).toBeVisible();
  observer.dispose();
});

test('ux 32, 39, 40, 45: the view zooms at the pointer and fits; arrows nudge; six alignments; the sheet and single keys', async ({
  server,
  person,
}) => {
  const {
    ana: { page },
    board,
  } = await anaOn(person, server.url, {
    elements: [
      { is: 'Pod', label: 'a', at: [0, 0] },
      { is: 'Pod', label: 'b', at: [260, 90] },
      { is: 'Pod', label: 'c', at: [500, 260] },
    ],
  });
  const observer = await observe(board.link);

  // 39: one grid step, five with Shift.
  const [, x, y] = at(observer, 'c');
  await page.keyboard.press('Escape');
  await element(page, 'c').click();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await saved(page);
  await expect.poll(() => at(observer, 'c').slice(1)).toEqual([x + 10, y + 50]);

  // 40: each alignment is one step of undo.
  const places = () => ['a', 'b', 'c'].map((name) => at(observer, name).slice(1));
  const before = places();
  const column = (index: 0 | 1) => new Set(places().map((place) => place[index]));
  for (const [command, index] of [
    ['Align left edges', 0],
    ['Align centres', 0],
    ['Align right edges', 0],
    ['Align top edges', 1],
    ['Align middles', 1],
    ['Align bottom edges', 1],
  ] as const) {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+a');
    await run(page, command);
    await saved(page);
    await expect.poll(() => column(index).size, command).toBe(1);
    await page.keyboard.press('Control+z');
    await saved(page);
    await expect.poll(() => places(), command).toEqual(before);
  }
  await run(page, 'Distribute across');
  await saved(page);
  const gap = () => {
    const [a = 0, b = 0, c = 0] = places().map((place) => place[0] as number);
    return Math.abs(b - a - (c - b));
  };
  await expect.poll(gap).toBeLessThanOrEqual(1);

  // 32: the point under the pointer stays; fit, 100 %.
  await page.keyboard.press('Escape');
  const under = await middleOf(element(page, 'a'));
  await page.mouse.move(under.x, under.y);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -240);
  await page.keyboard.up('Control');
  await expect(page.getByText('100 %', { exact: true })).toBeHidden();
  const after = await middleOf(element(page, 'a'));
  expect(Math.hypot(after.x - under.x, after.y - under.y)).toBeLessThan(3);
  await page.keyboard.press('Control+0');
  await expect(page.getByText('100 %', { exact: true })).toBeVisible();
  await page.keyboard.press('Shift+Digit1');
  for (const name of ['a', 'b', 'c']) await expect(element(page, name)).toBeInViewport({ ratio: 1 });

  // 45: the sheet lists them; letters can be switched off, for good.
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByText('Align left edges').or(sheet.getByText('Fit the whole diagram')).first()).toBeVisible();
  await sheet.getByRole('checkbox', { name: 'Single letters act as shortcuts' }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('b');
  await expect(page.getByRole('radio', { name: 'Box' })).toHaveCount(0);
  await page.reload();
  await expect(page.locator('[data-ready="true"]')).toBeVisible();
  await page.keyboard.press('b');
  await expect(page.getByRole('radio', { name: 'Box' })).toHaveCount(0);
  observer.dispose();
});

test('ux 66, 68, 70, 71: self-loops, two heads and two labels, two styles of boundary, out of scope with a reason', async ({
  server,
  person,
}) => {
  const {
    ana: { page },
    board,
  } = await anaOn(person, server.url, {
    elements: [
      { is: 'Namespace', label: 'team', at: [0, 0] },
      { is: 'Pod', label: 'web', at: [420, 0] },
    ],
  });
  const observer = await observe(board.link);

  // 66: an element connected to itself, turned to the next side.
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  const web = await middleOf(element(page, 'web'));
  await page.mouse.click(web.x, web.y);
  await page.mouse.click(web.x, web.y);
  await saved(page);
  const [loop = ''] = [...observer.edges().keys()];
  expect(observer.edges().get(loop)?.['ends']).toEqual([observer.nodeId('web'), observer.nodeId('web')]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  const middle = await page
    .locator(`[data-testid="flow-line-${loop}"] > path, [data-testid="flow-${loop}"] > path`)
    .first()
    .evaluate((path: SVGPathElement) => {
      const { x, y } = path.getPointAtLength(path.getTotalLength() / 2);
      const place = new DOMPoint(x, y).matrixTransform(path.getScreenCTM() ?? undefined);
      return { x: place.x, y: place.y };
    });
  await page.mouse.click(middle.x, middle.y);
  await run(page, 'Turn the loop to the next side');
  await saved(page);
  await expect.poll(() => observer.edges().get(loop)?.['ports']).toEqual(['right', 'right']);

  // 68: one flow, two heads.
  await run(page, 'Two-way flow');
  await saved(page);
  await expect.poll(() => observer.edges().get(loop)?.['dir']).toBe('two');

  // 70: told apart by line pattern and name.
  await page.keyboard.press('Escape');
  const team = observer.nodeId('team');
  await page.getByTestId(`tag-${team}`).click();
  await run(page, 'Machine segregation instead of trust');
  await saved(page);
  await expect.poll(() => observer.nodes().get(team)?.['style']).toBe('machine');
  await expect(page.getByTestId(`node-${team}`)).toHaveAttribute('data-style', 'machine');

  // 71: drawn dashed and said, its threats folded away.
  await page.keyboard.press('Escape');
  await page.mouse.click(web.x, web.y);
  await run(page, 'Out of scope');
  await saved(page);
  await expect.poll(() => typeof observer.nodes().get(observer.nodeId('web'))?.['oos']).toBe('string');
  await expect(page.getByTestId(`node-${observer.nodeId('web')}`)).toHaveAttribute('data-out', 'true');
  await expect(page.getByTestId(`node-${observer.nodeId('web')}`)).toHaveAttribute('aria-label', /out of scope/u);
  observer.dispose();
});
