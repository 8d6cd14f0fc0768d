/** Writes that the server refuses: the board is opened anew, what may stay is made again, the rest is listed and kept as a copy. */
import { readFile } from 'node:fs/promises';
import { apart, createBoard, dragBy, element, insert, makeLink, openBoard, relabel, saved } from '../support/board.ts';
import { observe } from '../support/observer.ts';
import { facilitator } from '../support/facilitator.ts';
import { expect, test } from '../support/test.ts';

// What is fetched later has to be there without network as well.
test.use({ serviceWorkers: 'allow' });

test('what was edited offline and locked meanwhile is listed to its author with a copy, the rest is made again', async ({
  server,
  person,
}) => {
  const ana = await person('Ana');
  const bo = await person('Bo');
  const link = await createBoard(ana.page, server.url, /Empty board/u, 'Payments');
  await insert(ana.page, 'API server', 'api');
  await insert(ana.page, 'etcd', 'store');
  await dragBy(ana.page, 'store', { x: 300, y: 100 });
  await saved(ana.page);
  await openBoard(bo.page, await makeLink(ana.page, 'Edit'));
  await expect(element(bo.page, 'store')).toBeVisible();

  await apart([bo], async () => {
    await relabel(bo.page, 'api', 'renamed offline');
    await relabel(bo.page, 'store', 'etcd-0');
    await insert(bo.page, 'kubelet', 'new offline');
    // Meanwhile a facilitator locks the API server.
    const facilitator = await observe(link);
    const id = facilitator.nodeId('api');
    facilitator.doc.getMap('locks').set(`nodes|${id}`, ['facilitator', Date.now(), 'agreed']);
    const reader = await observe(link);
    await expect.poll(() => reader.doc.getMap('locks').has(`nodes|${id}`)).toBe(true);
    reader.dispose();
    facilitator.dispose();
  });

  const dialog = bo.page.getByRole('dialog', { name: 'Changes that are not on the board' });
  await expect(dialog).toContainText('rename an element: locked by a facilitator.');
  const [download] = await Promise.all([
    bo.page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save a copy' }).click(),
  ]);
  const copy = await readFile(await download.path(), 'utf8');
  expect(copy).toContain('renamed offline');
  await dialog.getByRole('button', { name: 'Close' }).click();

  for (const { page } of [ana, bo]) {
    for (const label of ['api', 'etcd-0', 'new offline']) await expect(element(page, label)).toBeVisible();
    await expect(element(page, 'renamed offline')).toHaveCount(0);
  }
  await insert(bo.page, 'Scheduler', 'after it');
  await expect(element(ana.page, 'after it')).toBeVisible();
  await saved(bo.page);
  await bo.page.reload();
  await expect(element(bo.page, 'after it')).toBeVisible();
  await expect(dialog).toHaveCount(0);
});

test('a restored version reaches everybody, and what one did offline is made again or listed', async ({
  server,
  person,
}) => {
  const ana = await person('Ana');
  const bo = await person('Bo');
  const link = await createBoard(ana.page, server.url, /Empty board/u);
  await insert(ana.page, 'API server', 'api');
  await saved(ana.page);
  const call = await facilitator(link);
  const version = await call('/versions', { kind: 'named', label: 'agreed' });
  await insert(ana.page, 'etcd', 'later');
  await dragBy(ana.page, 'later', { x: 300, y: 100 });
  await saved(ana.page);
  await openBoard(bo.page, await makeLink(ana.page, 'Edit'));
  await expect(element(bo.page, 'later')).toBeVisible();

  await apart([bo], async () => {
    await relabel(bo.page, 'api', 'kube-apiserver');
    await relabel(bo.page, 'later', 'etcd-0');
    await insert(bo.page, 'kubelet', 'new offline');
    await call(`/versions/${String(version['versionId'])}/restore`, {});
    await expect(element(ana.page, 'later')).toHaveCount(0);
    await expect(element(ana.page, 'api')).toBeVisible();
  });

  const dialog = bo.page.getByRole('dialog', { name: 'Changes that are not on the board' });
  await expect(dialog).toContainText('what it was about is not on the board any more');
  await dialog.getByRole('button', { name: 'Close' }).click();
  for (const { page } of [ana, bo]) {
    for (const label of ['kube-apiserver', 'new offline']) await expect(element(page, label)).toBeVisible();
    for (const label of ['later', 'etcd-0']) await expect(element(page, label)).toHaveCount(0);
  }
  await insert(ana.page, 'Scheduler', 'after it');
  await expect(element(bo.page, 'after it')).toBeVisible();
});
