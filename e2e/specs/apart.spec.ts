/** Losing the network, losing the server, and links that may not write. */
import * as Y from 'yjs';
import { createBoard, element, insert, makeLink, middleOf, openBoard, saved } from '../support/board.ts';
import { observe } from '../support/observer.ts';
import { startServer } from '../support/server.ts';
import { expect, test } from '../support/test.ts';

// What is fetched later has to be there without network as well.
test.use({ serviceWorkers: 'allow' });

test('ux 10: one goes offline, both go on drawing, and nothing is lost when the network is back; cursors are seen again', async ({
  server,
  person,
}) => {
  const ana = await person('Ana');
  const bo = await person('Bo');
  await createBoard(ana.page, server.url, /Empty board/u);
  await openBoard(bo.page, await makeLink(ana.page, 'Edit'));
  await insert(ana.page, 'API server', 'api');
  await expect(element(bo.page, 'api')).toBeVisible();

  const cursor = bo.page.locator('[data-testid^="cursor-"]').filter({ hasText: 'Ana' });
  const middle = await middleOf(ana.page.getByRole('main'));
  await ana.page.mouse.move(middle.x - 150, middle.y - 100);
  await expect(cursor).toHaveCount(1);
  const before = await cursor.getAttribute('style');

  await ana.context.setOffline(true);
  await expect(ana.page.getByTestId('save-state')).toContainText('Offline');
  await insert(ana.page, 'etcd', 'drawn offline');
  await expect(ana.page.getByTestId('save-state')).toContainText('waiting');
  await insert(bo.page, 'kubelet', 'drawn meanwhile');

  await ana.context.setOffline(false);
  await expect(element(bo.page, 'drawn offline')).toBeVisible({ timeout: 30_000 });
  await expect(element(ana.page, 'drawn meanwhile')).toBeVisible();
  await saved(ana.page);
  await ana.page.mouse.move(middle.x + 100, middle.y + 100);
  await expect(cursor).not.toHaveAttribute('style', before ?? '');
});

test('ux 12: a server killed at once and started again needs nobody’s help and loses nothing that was shown as saved', async ({
  person,
}) => {
  const own = await startServer();
  try {
    const ana = await person('Ana');
    const bo = await person('Bo');
    const link = await createBoard(ana.page, own.url, /CI\/CD/u);
    await openBoard(bo.page, await makeLink(ana.page, 'Edit'));
    await insert(ana.page, 'Runner', 'second runner');
    await saved(ana.page);
    await own.kill();
    await expect(ana.page.getByTestId('save-state')).toContainText('Offline', { timeout: 20_000 });
    await insert(bo.page, 'Secrets vault', 'drawn while away');
    await own.start();
    await saved(bo.page);
    await saved(ana.page);
    await expect(element(ana.page, 'drawn while away')).toBeVisible();
    const observer = await observe(link);
    const labels = [...observer.nodes().values()].map((node) => node['label']);
    expect(labels).toContain('second runner');
    expect(labels).toContain('drawn while away');
    observer.dispose();
  } finally {
    await own.dispose();
  }
});

test('ux 33: a view link shows everything live, offers no tools, and a tampered client with it changes nothing', async ({
  server,
  person,
}) => {
  const ana = await person('Ana');
  await createBoard(ana.page, server.url, /Empty board/u);
  await insert(ana.page, 'API server', 'api');
  await saved(ana.page);
  const link = await makeLink(ana.page, 'View');

  const guest = await person('Guest');
  await openBoard(guest.page, link);
  await expect(element(guest.page, 'api')).toBeVisible();
  await expect(guest.page.getByRole('button', { name: /^Connect/u })).toHaveCount(0);
  await element(guest.page, 'api').dblclick();
  await expect(guest.page.getByTestId('label-editor')).toHaveCount(0);

  const tampered = await observe(link);
  const id = tampered.nodeId('api');
  const node = tampered.doc.getMap('nodes').get(id);
  if (!(node instanceof Y.Map)) throw new Error('The element is not in the document.');
  node.set('label', 'owned');
  await expect.poll(() => tampered.closeCode()).toBe(4403);
  tampered.dispose();
  const honest = await observe(link);
  expect(honest.nodes().get(id)?.['label']).toBe('api');
  honest.dispose();
  await expect(element(ana.page, 'api')).toBeVisible();
  await insert(ana.page, 'etcd', 'after the attack');
  await expect(element(guest.page, 'after the attack')).toBeVisible();
});

test('a full disk is said in a sentence, boards stay readable, and nothing is lost once there is room again', async ({
  person,
}) => {
  const own = await startServer({ fileLimitBytes: 400 * 1024 });
  try {
    const ana = await person('Ana');
    const link = await createBoard(ana.page, own.url, /Empty board/u);
    await insert(ana.page, 'API server', 'before it was full');
    await saved(ana.page);
    await expect(async () => {
      const reply = await fetch(`${own.url}/api/rooms`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      });
      expect(reply.status).toBe(503);
    }).toPass({ intervals: [1] });

    const bo = await person('Bo');
    await bo.page.goto(own.url);
    await bo.page.getByRole('button', { name: /Empty board/u }).click();
    await expect(bo.page.getByRole('alert')).toContainText('cannot store anything right now');
    await insert(ana.page, 'etcd', 'drawn on a full disk');
    await expect(ana.page.getByTestId('save-state')).not.toHaveText('Saved');

    await own.kill();
    await own.start();
    await saved(ana.page);
    const observer = await observe(link);
    expect([...observer.nodes().values()].map((node) => node['label']).sort()).toEqual([
      'before it was full',
      'drawn on a full disk',
    ]);
    observer.dispose();
  } finally {
    await own.dispose();
  }
});
