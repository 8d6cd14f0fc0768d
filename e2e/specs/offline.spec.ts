/** Working without the network: the app and the board open from this browser, and nothing done there is lost. Numbers are those of ux.md. */
import type { Page } from '@playwright/test';
import { boardReady, createBoard, element, insert, makeLink, openBoard, run, saved } from '../support/board.ts';
import { facilitator } from '../support/facilitator.ts';
import { expect, test } from '../support/test.ts';

/** Opens what hangs on the save state. */
async function details(page: Page) {
  await page.getByRole('button', { name: /Saved|Offline|Not connected|View only/u }).click();
  return page.getByRole('dialog', { name: 'Where this board is kept' });
}

/** Waits until the app itself is kept in this browser. */
async function appKept(page: Page): Promise<void> {
  const box = await details(page);
  await expect(box).toContainText('You can close, reload and open this board here without the network.', {
    timeout: 30_000,
  });
  await page.keyboard.press('Escape');
  await expect(box).toBeHidden();
}

// What is fetched later has to be there without network as well.
test.use({ serviceWorkers: 'allow' });

test('a board is reloaded and edited without the network, and all of it arrives afterwards', async ({
  server,
  person,
}) => {
  const [ana, bo] = [await person('Ana'), await person('Bo')];
  const link = await createBoard(ana.page, server.url, /Empty board/u);
  await insert(ana.page, 'Pod', 'payments');
  await saved(ana.page);
  await openBoard(bo.page, link);
  await appKept(ana.page);

  await ana.context.setOffline(true);
  await expect(ana.page.getByTestId('save-state')).toHaveText('Offline · nothing waiting');
  await insert(ana.page, 'etcd', 'written offline');
  await expect(ana.page.getByTestId('save-state')).toHaveText(/Offline · \d+ changes? waiting/u);
  await expect(ana.page.getByText(/kept here and will be sent/u)).toBeVisible();

  // ux 11: leaving with waiting changes asks; then the board opens from this browser, work included.
  ana.page.once('dialog', (dialog) => void dialog.accept());
  await ana.page.reload();
  await boardReady(ana.page);
  await expect(element(ana.page, 'payments')).toBeVisible();
  await expect(element(ana.page, 'written offline')).toBeVisible();
  await expect(ana.page.getByTestId('save-state')).toHaveText(/Offline · \d+ changes? waiting/u);
  await insert(ana.page, 'Pod', 'after the reload');
  ana.page.once('dialog', (dialog) => void dialog.accept());
  await ana.page.reload();
  await boardReady(ana.page);
  await expect(element(ana.page, 'after the reload')).toBeVisible();
  await expect(element(bo.page, 'written offline')).toHaveCount(0);

  await ana.context.setOffline(false);
  await expect(ana.page.getByTestId('save-state')).toHaveText('Saved', { timeout: 30_000 });
  for (const label of ['payments', 'written offline', 'after the reload']) {
    await expect(element(bo.page, label)).toBeVisible();
  }
  // The start page comes from this browser too.
  await ana.context.setOffline(true);
  await ana.page.goto(server.url);
  await expect(ana.page.getByRole('heading', { name: 'Threat-model Kubernetes on one board' })).toBeVisible();
});

test('a board that was never opened here says clearly why it cannot be shown without the network', async ({
  server,
  person,
}) => {
  const [ana, bo] = [await person('Ana'), await person('Bo')];
  const other = await createBoard(ana.page, server.url, /Empty board/u);
  await createBoard(bo.page, server.url, /Empty board/u);
  await appKept(bo.page);
  await bo.context.setOffline(true);
  await bo.page.goto(other);
  await expect(bo.page.getByRole('heading', { name: 'The server is not reachable' })).toBeVisible();
  await expect(bo.page.getByText('There is no copy of this board in this browser yet')).toBeVisible();
  await bo.context.setOffline(false);
  await boardReady(bo.page);
});

test('ux 11: the save state says where the board is kept, and a link that only shows keeps nothing', async ({
  server,
  person,
}) => {
  const [ana, vic] = [await person('Ana'), await person('Vic')];
  await createBoard(ana.page, server.url, /Empty board/u);
  await saved(ana.page);
  const box = await details(ana.page);
  await expect(box).toContainText('Everything you did is stored by the server at');
  await expect(box).toContainText('A copy of the board, your waiting changes included, is kept up to date here.');
  await ana.page.keyboard.press('Escape');
  await openBoard(vic.page, await makeLink(ana.page, 'View'));
  await expect(vic.page.getByTestId('save-state')).toHaveText('View only');
  await expect(await details(vic.page)).toContainText('links that only show a board leave nothing behind');
});

test('what was done offline under a version that was replaced meanwhile is made again when the board is next opened', async ({
  server,
  person,
}) => {
  const [ana, bo] = [await person('Ana'), await person('Bo')];
  const link = await createBoard(ana.page, server.url, /Empty board/u);
  await insert(ana.page, 'Pod', 'payments');
  await saved(ana.page);
  const call = await facilitator(link);
  const version = await call('/versions', { kind: 'named', label: 'agreed' });
  await appKept(ana.page);
  await ana.context.setOffline(true);
  await expect(ana.page.getByTestId('save-state')).toContainText('Offline');
  await insert(ana.page, 'Pod', 'made on the train');
  await ana.page.waitForTimeout(500);
  ana.page.once('dialog', (dialog) => void dialog.accept());
  await ana.page.goto(server.url);

  // Meanwhile a facilitator restores an earlier version.
  await openBoard(bo.page, link);
  await call(`/versions/${String(version['versionId'])}/restore`, {});
  await ana.context.setOffline(false);
  await ana.page.goto(link);
  await boardReady(ana.page);
  await expect(element(ana.page, 'made on the train')).toBeVisible({ timeout: 30_000 });
  await saved(ana.page);
  await expect(element(bo.page, 'made on the train')).toBeVisible({ timeout: 30_000 });
});

test('the engine of automatic layout is not fetched at the first visit, and once it was used it works without the network', async ({
  server,
  person,
}) => {
  const { page, context } = await person('Ana');
  await createBoard(page, server.url, /Ingress/u);
  await appKept(page);
  const kept = () =>
    page.evaluate(async () => {
      const paths = await Promise.all(
        (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
      );
      return paths.flat().filter((url) => /elk-worker|pack-worker/u.test(url)).length;
    });
  expect(await kept()).toBe(0);
  await page.reload();
  await boardReady(page);
  await run(page, 'Lay out the whole diagram');
  const done = page.getByText(/^\d+ elements? laid out\./u);
  await expect(done).toBeVisible({ timeout: 60_000 });
  await expect.poll(kept).toBeGreaterThan(0);
  await saved(page);
  await context.setOffline(true);
  await page.reload();
  await boardReady(page);
  await run(page, 'Lay out the whole diagram');
  await expect(done).toBeVisible({ timeout: 60_000 });
});
