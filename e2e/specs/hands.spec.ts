/** What hands do on the canvas beyond placing: clicks in place of drags, flows by their arrows, selecting, moving the view. Numbers are those of ux.md. */
import type { Locator, Page } from '@playwright/test';
import { drag, element, middleOf, run, saved } from '../support/board.ts';
import { type Observer, observe } from '../support/observer.ts';
import { anaOn } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const TRIO = {
  elements: [
    { is: 'Pod', label: 'web', at: [0, 0] },
    { is: 'etcd', label: 'store', at: [400, 0] },
    { is: 'Kubelet', label: 'agent', at: [400, 300] },
  ],
} as const;

/** Presses and lets go without moving, then goes somewhere and presses again. */
async function carry(page: Page, grip: Locator, to: { x: number; y: number }): Promise<void> {
  const from = await middleOf(grip);
  await page.mouse.click(from.x, from.y);
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.move(to.x, to.y);
}

const pressAgain = async (page: Page): Promise<void> => {
  await page.mouse.down();
  await page.mouse.up();
};
const valueOf = (observer: Observer, id: string, key: string): unknown =>
  (observer.nodes().get(id) ?? observer.edges().get(id))?.[key];

test('ux 37, 59: a handle can be clicked and put down by another click; ends, bends and labels of flows have commands', async ({
  server,
  person,
}) => {
  const {
    ana: { page },
    board,
  } = await anaOn(person, server.url, { ...TRIO, flows: [{ from: 'web', to: 'store', label: 'reads' }] });
  const observer = await observe(board.link);
  const [web, store, agent] = [board.id('web'), board.id('store'), board.id('agent')];
  const [flow = ''] = board.flows;

  // Resizing: Escape leaves it, the second click sets it, one step of undo.
  await element(page, 'web').click();
  const corner = await middleOf(page.getByTestId('resize-se'));
  const larger = { x: corner.x + 60, y: corner.y + 40 };
  await carry(page, page.getByTestId('resize-se'), larger);
  await expect(page.getByText('Click where it goes. Esc leaves it where it was.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Click where it goes. Esc leaves it where it was.')).toHaveCount(0);
  await saved(page);
  expect(valueOf(observer, web, 'size')).toEqual([160, 60]);
  await carry(page, page.getByTestId('resize-se'), larger);
  await pressAgain(page);
  await expect.poll(() => valueOf(observer, web, 'size')).toEqual([220, 100]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => valueOf(observer, web, 'size')).toEqual([160, 60]);

  // An end of a flow, by two clicks and by a list; Escape while it is dragged restores.
  await page.keyboard.press('Escape');
  await page.getByTestId(`flow-${flow}`).click();
  await carry(page, page.getByTestId('reconnect-target'), await middleOf(element(page, 'agent')));
  await expect(element(page, 'agent')).toHaveAttribute('data-lit', 'true');
  await pressAgain(page);
  await expect.poll(() => valueOf(observer, flow, 'ends')).toEqual([web, agent]);
  const end = await middleOf(page.getByTestId('reconnect-target'));
  await page.mouse.move(end.x, end.y);
  await page.mouse.down();
  const other = await middleOf(element(page, 'store'));
  await page.mouse.move(other.x, other.y, { steps: 6 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await saved(page);
  expect(valueOf(observer, flow, 'ends')).toEqual([web, agent]);
  await run(page, 'Change where it goes…');
  await page.getByRole('combobox', { name: 'Search elements' }).fill('store');
  await page.keyboard.press('Enter');
  await expect.poll(() => valueOf(observer, flow, 'ends')).toEqual([web, store]);

  // A bend, carried, then gone; the label along its line.
  await run(page, 'Add a bend');
  await expect.poll(() => valueOf(observer, flow, 'way')).not.toBeFalsy();
  const before = JSON.stringify(valueOf(observer, flow, 'way'));
  const bend = await middleOf(page.getByTestId('corner-0'));
  await carry(page, page.getByTestId('corner-0'), { x: bend.x + 30, y: bend.y + 50 });
  await pressAgain(page);
  await expect.poll(() => JSON.stringify(valueOf(observer, flow, 'way'))).not.toBe(before);
  await page.getByTestId('corner-0').dblclick();
  await expect.poll(() => valueOf(observer, flow, 'way') ?? null).toBeNull();
  await run(page, 'Move the label towards the end');
  await expect.poll(() => (valueOf(observer, flow, 'lab') as readonly number[] | undefined)?.[0]).toBe(600);
  observer.dispose();
});

test('ux 20: a flow from an arrow at the edge to another element; the target lights up, Esc draws none, the arrow is easy to hit', async ({
  server,
  person,
}) => {
  const {
    ana: { page },
    board,
  } = await anaOn(person, server.url, TRIO);
  const observer = await observe(board.link);
  await element(page, 'web').hover();
  const arrow = page.getByTestId('connect-right');
  const size = await arrow.boundingBox();
  expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(24);
  const [from, to] = [await middleOf(arrow), await middleOf(element(page, 'store'))];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await expect(element(page, 'store')).toHaveAttribute('data-lit', 'true');
  await page.keyboard.press('Escape');
  await expect(element(page, 'store')).not.toHaveAttribute('data-lit', 'true');
  await page.mouse.up();
  await saved(page);
  expect(observer.edges().size).toBe(0);
  await element(page, 'web').hover();
  await drag(page, await middleOf(arrow), to);
  await expect(page.getByTestId('label-editor')).toBeFocused();
  await expect
    .poll(() => [...observer.edges().values()].map(({ ends }) => ends))
    .toEqual([[board.id('web'), board.id('store')]]);
  observer.dispose();
});

test('ux 28, 39, 43: clicks with Shift add and take away, a boundary’s content comes first, Alt leaves the grid, what is locked is left by the rubber band', async ({
  server,
  person,
}) => {
  const {
    ana: { page },
    board,
  } = await anaOn(person, server.url, {
    elements: [
      { is: 'Namespace', label: 'team', at: [0, 0] },
      { is: 'Pod', label: 'web', at: [20, 60], inside: 'team' },
      { is: 'Pod', label: 'api', at: [140, 140], inside: 'team' },
      { is: 'etcd', label: 'store', at: [460, 60] },
    ],
  });
  const observer = await observe(board.link);
  const chosen = page.locator('[data-testid^="node-"][data-selected]');
  await element(page, 'web').click();
  await element(page, 'store').click({ modifiers: ['Shift'] });
  await expect(chosen).toHaveCount(2);
  await element(page, 'web').click({ modifiers: ['Shift'] });
  await expect(chosen).toHaveCount(1);
  await expect(element(page, 'store')).toHaveAttribute('data-selected', 'true');

  // What is in the same boundary, then everything; Escape clears.
  await element(page, 'api').click();
  await page.keyboard.press('Control+a');
  await expect(chosen).toHaveCount(2);
  for (const label of ['web', 'api']) await expect(element(page, label)).toHaveAttribute('data-selected', 'true');
  await page.keyboard.press('Control+a');
  await expect(chosen).toHaveCount(4);
  await page.keyboard.press('Escape');
  await expect(chosen).toHaveCount(0);

  // 39: off the grid with Alt held during the drag.
  const from = await middleOf(element(page, 'store'));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 30, from.y + 90, { steps: 4 });
  await page.keyboard.down('Alt');
  await page.mouse.move(from.x + 37, from.y + 103, { steps: 3 });
  await page.mouse.up();
  await page.keyboard.up('Alt');
  await expect.poll(() => valueOf(observer, board.id('store'), 'at')).toEqual([null, 497, 163]);

  // 43: a locked boundary keeps its content, and the rubber band takes neither.
  await page.keyboard.press('Escape');
  await page.getByTestId(`tag-${board.id('team')}`).click();
  await run(page, 'Lock');
  await expect.poll(() => valueOf(observer, board.id('team'), 'lock')).toBeTruthy();
  await page.keyboard.press('Escape');
  const web = await middleOf(element(page, 'web'));
  await drag(page, web, { x: web.x + 80, y: web.y + 60 });
  await saved(page);
  expect(valueOf(observer, board.id('web'), 'at')).toEqual([board.id('team'), 20, 60]);
  await page.keyboard.press('Escape');
  const area = await element(page, 'team').boundingBox();
  const last = await element(page, 'store').boundingBox();
  await drag(
    page,
    { x: (area?.x ?? 0) - 30, y: (area?.y ?? 0) - 30 },
    { x: (last?.x ?? 0) + (last?.width ?? 0) + 30, y: (area?.y ?? 0) + (area?.height ?? 0) + 60 },
  );
  await expect(chosen).toHaveCount(1);
  await expect(element(page, 'store')).toHaveAttribute('data-selected', 'true');
  observer.dispose();
});

test('ux 32: Space and the middle button move the view, two fingers pan, Shift+2 fits the selection', async ({
  server,
  person,
}) => {
  const {
    ana: { page },
  } = await anaOn(person, server.url, TRIO);
  const place = async () => middleOf(element(page, 'web'));
  const moved = async (by: { x: number; y: number }, before: { x: number; y: number }): Promise<void> => {
    await expect
      .poll(async () => {
        const now = await place();
        return [Math.round(now.x - before.x), Math.round(now.y - before.y)];
      })
      .toEqual([by.x, by.y]);
  };
  await element(page, 'agent').click();
  const start = await place();
  const free = { x: start.x + 200, y: start.y + 150 };
  await page.mouse.move(free.x, free.y);
  await page.keyboard.down(' ');
  await drag(page, free, { x: free.x + 50, y: free.y - 30 });
  await page.keyboard.up(' ');
  await moved({ x: 50, y: -30 }, start);
  const second = await place();
  await page.mouse.move(free.x, free.y);
  await page.mouse.down({ button: 'middle' });
  await page.mouse.move(free.x - 40, free.y + 20, { steps: 5 });
  await page.mouse.up({ button: 'middle' });
  await moved({ x: -40, y: 20 }, second);
  const third = await place();
  await page.mouse.wheel(7, 12);
  await moved({ x: -7, y: -12 }, third);
  // A wheel of a mouse turns in notches, and zooms; within a moment of two fingers it counts as theirs.
  await expect(async () => {
    await page.mouse.wheel(0, 300);
    await expect(page.getByText('100 %', { exact: true })).toHaveCount(0, { timeout: 500 });
  }).toPass();
  await page.keyboard.press('Shift+Digit2');
  await expect(page.getByText('100 %', { exact: true })).toBeVisible();
  await expect(element(page, 'agent')).toBeInViewport({ ratio: 1 });
});
