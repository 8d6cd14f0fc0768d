/** Automatic layout. Numbers are those of ux.md; asserted on what the server holds. */
import type { Page } from '@playwright/test';
import { createBoard, element, openBoard, run, saved } from '../support/board.ts';
import { type Observer, observe } from '../support/observer.ts';
import { anaOn } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const layOutAll = (page: Page): Promise<void> => run(page, 'Lay out the whole diagram');
const done = (page: Page) => page.getByText(/^\d+ elements? laid out\./u);

/** Everything about the drawing that the server holds; `null` and absent mean the same. */
const drawing = (observer: Observer): unknown =>
  [observer.nodes(), observer.edges()].map((records) =>
    [...records].sort().map(([id, record]) => [
      id,
      Object.entries(record)
        .filter(([, value]) => value !== null)
        .sort(),
    ]),
  );
const placeOf = (observer: Observer, label: string): unknown => observer.nodes().get(observer.nodeId(label))?.['at'];
/** Where it is on the canvas, px: stored places are counted from the boundary around, which may move under what stays. */
function onCanvas(observer: Observer, label: string): readonly [x: number, y: number] {
  let place: [number, number] = [0, 0];
  for (let id: unknown = observer.nodeId(label); typeof id === 'string'; ) {
    const [parent, x, y] = observer.nodes().get(id)?.['at'] as [unknown, number, number]; // a whole element has one
    place = [place[0] + x, place[1] + y];
    id = parent;
  }
  return place;
}

/** Keeps the engine from arriving until it is released. */
async function holdEngine(page: Page): Promise<() => void> {
  let release = (): void => {};
  const held = new Promise<void>((let_go) => {
    release = let_go;
  });
  await page.route(/elk-worker/u, async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  return release;
}

test('ux 41: a template is laid out as one step, and undo brings back exactly what was', async ({ server, person }) => {
  const { page, complaints } = await person('Ana');
  const link = await createBoard(page, server.url, /CI\/CD/u);
  await saved(page);
  const observer = await observe(link);
  const before = drawing(observer);
  await layOutAll(page);
  await expect(done(page)).toBeVisible({ timeout: 60_000 });
  await saved(page);
  expect(drawing(observer)).not.toEqual(before);
  expect(observer.nodes().size).toBeGreaterThan(30);
  await page.locator('[data-surface]').focus();
  await page.keyboard.press('Control+z');
  await expect.poll(() => drawing(observer)).toEqual(before);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => drawing(observer)).not.toEqual(before);
  expect(complaints).toEqual([]);
  observer.dispose();
});

test('ux 41: what is locked stays where it is', async ({ server, person }) => {
  const { page } = await person('Ana');
  const link = await createBoard(page, server.url, /Ingress/u);
  await saved(page);
  const observer = await observe(link);
  await element(page, 'Web server').click();
  await run(page, 'Lock');
  await expect
    .poll(() => observer.nodes().get(observer.nodeId('Web server'))?.['lock'])
    .toEqual(expect.arrayContaining([]));
  const [locked, free] = [onCanvas(observer, 'Web server'), onCanvas(observer, 'Browser')];
  await layOutAll(page);
  await expect(done(page)).toBeVisible({ timeout: 60_000 });
  await saved(page);
  expect(onCanvas(observer, 'Web server')).toEqual(locked);
  expect(onCanvas(observer, 'Browser')).not.toEqual(free);
  observer.dispose();
});

test('ux 41: Escape and Cancel give a layout up, and everything stays as it was', async ({ server, person }) => {
  const { page } = await person('Ana');
  const link = await createBoard(page, server.url, /CI\/CD/u);
  await saved(page);
  const observer = await observe(link);
  const before = drawing(observer);
  const release = await holdEngine(page);
  await layOutAll(page);
  const status = page.getByTestId('layout-status');
  await expect(status).toContainText('Laying out');
  await expect(status.getByTestId('layout-seconds')).toHaveText(/^ ?[1-9]\d* s$/u);
  await page.keyboard.press('Escape');
  await expect(status).toHaveCount(0);
  await expect(page.getByText('Layout cancelled. Nothing was changed.')).toBeVisible();
  await layOutAll(page);
  await status.getByRole('button', { name: 'Cancel' }).click();
  await expect(status).toHaveCount(0);
  release();
  await saved(page);
  expect(drawing(observer)).toEqual(before);
  // Another try finds the engine and works.
  await layOutAll(page);
  await expect(done(page)).toBeVisible({ timeout: 60_000 });
  observer.dispose();
});

test('ux 41: what another person moves or deletes while a layout runs stays as they have it, and both see the same', async ({
  server,
  person,
}) => {
  const ana = await person('Ana');
  const link = await createBoard(ana.page, server.url, /Ingress/u);
  await saved(ana.page);
  const bob = await person('Bob');
  await openBoard(bob.page, link);
  const observer = await observe(link);
  const release = await holdEngine(ana.page);
  await layOutAll(ana.page);
  await expect(ana.page.getByTestId('layout-status')).toContainText('Laying out');

  await element(bob.page, 'Log store').click();
  await bob.page.keyboard.press('Delete');
  await element(bob.page, 'Public DNS').click();
  await bob.page.keyboard.press('Shift+ArrowDown');
  await saved(bob.page);
  await expect(element(ana.page, 'Log store')).toHaveCount(0);
  const moved = placeOf(observer, 'Public DNS');
  const unmoved = placeOf(observer, 'Browser');
  release();
  await expect(done(ana.page)).toBeVisible({ timeout: 60_000 });
  await saved(ana.page);
  expect(placeOf(observer, 'Public DNS')).toEqual(moved);
  expect(placeOf(observer, 'Browser')).not.toEqual(unmoved);
  expect([...observer.nodes().values()].map(({ label }) => label)).not.toContain('Log store');
  const seen = async (page: Page, label: string) =>
    await element(page, label).evaluate((node) => node.parentElement?.style.cssText);
  for (const label of ['Browser', 'Public DNS', 'Web server'])
    await expect.poll(() => seen(bob.page, label)).toBe(await seen(ana.page, label));
  observer.dispose();
});

test('ux 41: what is inside a boundary is laid out alone, as one step', async ({ server, person }) => {
  const {
    ana: { page },
    board,
  } = await anaOn(person, server.url, {
    elements: [
      { is: 'Namespace', label: 'team', at: [0, 0], size: [700, 500] },
      { is: 'Pod', label: 'web', at: [500, 400], inside: 'team' },
      { is: 'Pod', label: 'api', at: [40, 60], inside: 'team' },
      { is: 'etcd', label: 'store', at: [480, 380], inside: 'team' },
      { is: 'Kubelet', label: 'outside', at: [900, 100] },
    ],
    flows: [
      { from: 'web', to: 'api' },
      { from: 'api', to: 'store' },
      { from: 'outside', to: 'web' },
    ],
  });
  const observer = await observe(board.link);
  const before = drawing(observer);
  const outside = placeOf(observer, 'outside');
  await page.getByTestId(`tag-${board.id('team')}`).click();
  await run(page, 'Lay out what is inside');
  await expect(done(page)).toBeVisible({ timeout: 60_000 });
  await saved(page);
  expect(drawing(observer)).not.toEqual(before);
  expect(placeOf(observer, 'outside')).toEqual(outside);
  for (const label of ['web', 'api', 'store'])
    expect((placeOf(observer, label) as readonly unknown[])[0]).toBe(board.id('team'));
  await page.locator('[data-surface]').focus();
  await page.keyboard.press('Control+z');
  await expect.poll(() => drawing(observer)).toEqual(before);
  observer.dispose();
});
