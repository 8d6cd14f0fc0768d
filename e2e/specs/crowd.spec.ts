/** Boards with more on them than a page can hold: everything works as on a small one, however far away it is looked at from. */
import type { Page } from '@playwright/test';
import { boardReady, drag, middleOf, saved } from '../support/board.ts';
import { type CrowdedBoard, seedCrowd } from '../support/crowd.ts';
import { expect, test } from '../support/test.ts';

/** A point on the screen, px. */
interface Point {
  readonly x: number;
  readonly y: number;
}

const COUNT = 2_000;
/** How many things a page may hold, whatever the board holds. */
const MOST_NODES = 2_000;

/** The view as the page has it. */
const view = (page: Page): Promise<{ x: number; y: number; zoom: number }> =>
  page.locator('[data-surface]').evaluate((surface) => {
    const layer = [...surface.querySelectorAll('div')].find((each) =>
      /^translate.*scale\(/u.test(each.style.transform),
    );
    const { a, e, f } = new DOMMatrix(layer === undefined ? '' : getComputedStyle(layer).transform);
    const { left, top } = surface.getBoundingClientRect();
    return { x: e + left, y: f + top, zoom: a };
  });

/** The middle of an element of the crowd on the screen. */
async function middleIn(page: Page, board: CrowdedBoard, id: string): Promise<Point> {
  const { x, y, zoom } = await view(page);
  const box = board.boxOf(id);
  return { x: (box.x + box.width / 2) * zoom + x, y: (box.y + box.height / 2) * zoom + y };
}

/** Opens a board that takes its time on a slow machine. */
async function openCrowd(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.locator('[data-ready="true"]').waitFor({ timeout: 60_000 });
  await boardReady(page);
  await expect(page.getByRole('group', { name: 'Zoom' })).toBeAttached();
}

const node = (page: Page, id: string) => page.getByTestId(`node-${id}`);
const countNodes = (page: Page): Promise<number> => page.locator('*').count();

/** Turns the wheel with Ctrl held over an element until the zoom is as wanted; the element stays where it is. */
async function zoomTo(page: Page, wanted: number, at: Point): Promise<void> {
  await page.mouse.move(at.x, at.y);
  await page.keyboard.down('Control');
  for (let turn = 0; turn < 40; turn++) {
    const { zoom } = await view(page);
    if (Math.abs(Math.log(wanted / zoom)) < 0.005) break;
    await page.mouse.wheel(0, Math.max(-45, Math.min(45, -100 * Math.log(wanted / zoom))));
    await expect.poll(async () => (await view(page)).zoom).not.toBe(zoom);
  }
  await page.keyboard.up('Control');
}

/** Whether anything is painted at a point of the screen on the canvas below the page's own drawing. */
const isPainted = (page: Page, at: Point): Promise<boolean> =>
  page.getByTestId('underlay').evaluate((canvas, { x, y }) => {
    const painted = canvas as HTMLCanvasElement; // by its test id
    const { left, top, width } = painted.getBoundingClientRect();
    const scale = painted.width / width;
    const pen = painted.getContext('2d');
    return (pen?.getImageData(Math.round((x - left) * scale), Math.round((y - top) * scale), 1, 1).data[3] ?? 0) > 200;
  }, at);

test.describe('a board of 2,000 elements, seen from far away', () => {
  test.slow();
  let board: CrowdedBoard;
  test.beforeAll(async ({ server }) => {
    board = await seedCrowd(server.url, COUNT);
  });

  test('ux 53: is drawn on one canvas; a click selects, a drag moves one element, and it stays there', async ({
    person,
  }) => {
    const { page } = await person('Ada');
    await openCrowd(page, board.link);
    await expect(page.getByTestId('underlay')).toBeVisible();
    expect(await countNodes(page)).toBeLessThan(MOST_NODES);
    const from = await middleIn(page, board, board.hub);
    await expect.poll(() => isPainted(page, from)).toBe(true);
    await page.mouse.click(from.x, from.y);
    await expect(node(page, board.hub)).toHaveAccessibleName(/^workload \d+, .*selected$/u);

    const { zoom } = await view(page);
    await drag(page, from, { x: from.x + 115 * zoom, y: from.y - 60 * zoom });
    await saved(page);
    // It may have snapped to a line with others.
    const to = await middleOf(node(page, board.hub));
    expect(Math.hypot(to.x - from.x, to.y - from.y)).toBeGreaterThan(2);
    await page.keyboard.press('Escape');
    await expect(node(page, board.hub)).toHaveCount(0);
    await page.mouse.click(to.x, to.y);
    await expect(node(page, board.hub)).toBeVisible();

    await page.reload();
    await page.locator('[data-ready="true"]').waitFor({ timeout: 60_000 });
    await expect(page.getByTestId('underlay')).toBeVisible();
    await page.mouse.click(to.x, to.y);
    await expect(node(page, board.hub)).toBeVisible();

    // Handles of something so small stand outside: what is selected is still moved from its middle, not resized.
    const small = await node(page, board.hub).boundingBox();
    await drag(page, to, { x: to.x - 60, y: to.y + 40 });
    await saved(page);
    const moved = await node(page, board.hub).boundingBox();
    expect(moved?.width).toBeCloseTo(small?.width ?? 0, 1);
    expect(moved?.height).toBeCloseTo(small?.height ?? 0, 1);
    expect((small?.x ?? 0) - (moved?.x ?? 0)).toBeGreaterThan(30);
    // Where the other tests look for it.
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await node(page, board.hub).boundingBox())?.x).toBeCloseTo(small?.x ?? 0, 0);
    await saved(page);
  });

  test('ux 53: a rubber band selects what it touches, all can be selected, and the page stays small', async ({
    person,
  }) => {
    const { page } = await person('Ada');
    await openCrowd(page, board.link);
    await expect(page.getByTestId('underlay')).toBeVisible();
    const [first = '', second = ''] = board.members;
    const [a, b] = [await middleIn(page, board, first), await middleIn(page, board, second)];
    const { zoom } = await view(page);
    // From the open canvas beside the crowd.
    await drag(page, { x: a.x - 180 * zoom - 20, y: a.y - 40 * zoom }, { x: b.x, y: b.y });
    await expect(node(page, first)).toHaveAccessibleName(/selected$/u);
    await expect(node(page, second)).toHaveAccessibleName(/selected$/u);
    await expect(page.getByText(/^\d selected$/u)).toBeVisible();

    await page.keyboard.press('Escape');
    const last = await middleIn(page, board, board.members.at(-1) ?? '');
    await drag(page, { x: a.x - 180 * zoom - 20, y: a.y - 40 * zoom }, { x: a.x + 700, y: last.y });
    await expect(page.getByText(/^\d{4,} selected$/u)).toBeVisible();
    expect(await countNodes(page)).toBeLessThan(MOST_NODES);
  });

  test('ux 53, 58: the keyboard walks from element to element, and each is in the page while it has the focus', async ({
    person,
  }) => {
    const { page } = await person('Ada');
    await openCrowd(page, board.link);
    await expect(page.getByTestId('underlay')).toBeVisible();
    const surface = page.locator('[data-surface]');
    await surface.focus();
    const visited = new Set<string>();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowDown']) {
      const before = await surface.getAttribute('aria-activedescendant');
      await page.keyboard.press(key);
      await expect.poll(() => surface.getAttribute('aria-activedescendant')).not.toBe(before);
      const active = (await surface.getAttribute('aria-activedescendant')) ?? '';
      await expect(page.locator(`[id="${active}"]`)).toHaveAccessibleName(/^(?:workload|name|clus)[- ]/u);
      visited.add(active);
    }
    expect(visited.size).toBe(5);
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('label-editor').or(page.locator('[aria-activedescendant]'))).toBeVisible();
  });

  test('ux 32, 53: from 5 % to 800 % it is drawn, the nearer the more of it in the page', async ({ person }) => {
    const { page } = await person('Ada');
    // One that no other test moves.
    const seen = board.members[300] ?? '';
    await openCrowd(page, board.link);
    await expect(page.getByTestId('underlay')).toBeVisible();
    const at = await middleIn(page, board, seen);
    await zoomTo(page, 0.05, at);
    await expect.poll(() => isPainted(page, at)).toBe(true);
    expect(await countNodes(page)).toBeLessThan(MOST_NODES);
    await page.mouse.click(at.x, at.y);
    await expect(node(page, seen)).toBeVisible();
    for (const zoom of [0.3, 1, 2]) {
      await zoomTo(page, zoom, at);
      await expect(node(page, seen)).toBeVisible();
      expect(await countNodes(page)).toBeLessThan(MOST_NODES);
    }
    await expect(page.getByTestId('underlay')).toHaveCount(0);
    await zoomTo(page, 8, at);
    await expect(page.getByRole('group', { name: 'Zoom' })).toContainText('800');
    await expect(node(page, seen)).toBeVisible();
    await zoomTo(page, 0.1, at);
    await expect(page.getByTestId('underlay')).toBeVisible();
    await expect.poll(() => isPainted(page, at)).toBe(true);
  });

  test('ux 12, 53: what somebody else selects and drags is seen by all', async ({ person }) => {
    const [ada, ben] = [await person('Ada'), await person('Ben')];
    const other = board.members[5] ?? '';
    await openCrowd(ada.page, board.link);
    await openCrowd(ben.page, board.link);
    await expect(ben.page.getByTestId('underlay')).toBeVisible();
    const from = await middleIn(ben.page, board, other);
    await ben.page.mouse.click(from.x, from.y);
    await expect(node(ada.page, other)).toHaveAttribute('data-peer', 'Ben');
    const before = await node(ada.page, other).boundingBox();
    const { zoom } = await view(ben.page);
    await drag(ben.page, from, { x: from.x + 60 * zoom, y: from.y });
    await expect
      .poll(async () => ((await node(ada.page, other).boundingBox())?.x ?? 0) - (before?.x ?? 0))
      .toBeGreaterThan(0);
  });
});

test.describe('very much', () => {
  test.slow();

  test('ux 53: 2,000 elements with six threats each open and are edited; what was moved, named and decided survives a reload', async ({
    person,
    server,
  }) => {
    const board = await seedCrowd(server.url, COUNT, { threatened: true });
    const { page } = await person('Ada');
    await openCrowd(page, board.link);
    await expect(page.getByTestId('underlay')).toBeVisible();
    const from = await middleIn(page, board, board.hub);
    const { zoom } = await view(page);
    await drag(page, from, { x: from.x + 115 * zoom, y: from.y - 60 * zoom });
    await saved(page);
    const to = await middleOf(node(page, board.hub));
    expect(Math.hypot(to.x - from.x, to.y - from.y)).toBeGreaterThan(2);
    await page.keyboard.press('F2');
    await page.getByTestId('label-editor').fill('the hub');
    await page.keyboard.press('Enter');
    await expect(node(page, board.hub)).toHaveAccessibleName(/^the hub, /u);

    // Five of the six are decided; the last one is not yet.
    await page.getByRole('tab', { name: /^Threats/u }).click();
    const threat = page.getByTestId(`threat-WL-018~${board.hub}`);
    await threat.getByRole('button', { name: /Decide/u }).click();
    await threat.getByLabel(/^State/u).selectOption('mitigated');
    await threat.getByRole('button', { name: /^(Save|Decide)$/u }).click();
    await expect(threat).toContainText('Mitigated');
    await saved(page);

    await page.reload();
    await page.locator('[data-ready="true"]').waitFor({ timeout: 60_000 });
    await expect(page.getByTestId('underlay')).toBeVisible();
    await page.mouse.click(to.x, to.y);
    await expect(node(page, board.hub)).toHaveAccessibleName(/^the hub, .*selected$/u);
    await page.getByRole('tab', { name: /^Threats/u }).click();
    await expect(threat).toContainText('Mitigated');
  });

  test('ux 53: names of 300 characters on every element freeze nothing and leave no element out of reach', async ({
    person,
    server,
  }) => {
    const name = (at: number): string => `${at} ${'a name without any end '.repeat(13)}`.slice(0, 300);
    const board = await seedCrowd(server.url, 600, { label: name });
    const { page } = await person('Ada');
    await openCrowd(page, board.link);
    await expect(page.getByTestId('underlay')).toBeVisible();
    const at = await middleIn(page, board, board.hub);
    for (const zoom of [0.05, 0.3]) {
      await zoomTo(page, zoom, at);
      await expect.poll(() => isPainted(page, at)).toBe(true);
    }
    await page.mouse.dblclick(at.x, at.y);
    await expect(page.getByTestId('label-editor')).toBeFocused();
    await page.getByTestId('label-editor').fill('a short one');
    await page.keyboard.press('Enter');
    await expect(node(page, board.hub)).toHaveAccessibleName(/^a short one,/u);
    await saved(page);
  });

  test('ux 53: a board of 3,000 elements says that several diagrams are easier to read', async ({ person, server }) => {
    const board = await seedCrowd(server.url, 3_000);
    const { page } = await person('Ada');
    await openCrowd(page, board.link);
    await expect(page.getByText('This board has 3000 elements')).toBeVisible();
    expect(await countNodes(page)).toBeLessThan(MOST_NODES);
  });
});
