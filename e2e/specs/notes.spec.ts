/** Long texts: written together, with an undo of their own, and over a lost line. */
import type { Page } from '@playwright/test';
import { apart, createBoard, element, insert, makeLink, openBoard, saved } from '../support/board.ts';
import { expect, test } from '../support/test.ts';

const notesOf = (page: Page) => page.getByRole('textbox', { name: 'Notes', exact: true });

async function openNotes(page: Page, label: string): Promise<void> {
  await element(page, label).click();
  await page.getByRole('tab', { name: /Notes/u }).click();
  await expect(notesOf(page)).toBeVisible();
}

test('two people write in one text; undo in it takes back what one typed and leaves the other’s words and the board alone', async ({
  server,
  person,
}) => {
  const [ana, bo] = [await person('Ana'), await person('Bo')];
  await createBoard(ana.page, server.url, /Empty board/u);
  await insert(ana.page, 'etcd', 'store');
  await openBoard(bo.page, await makeLink(ana.page, 'Edit'));
  await openNotes(ana.page, 'store');
  await openNotes(bo.page, 'store');
  await notesOf(ana.page).pressSequentially('Holds every secret.');
  await expect(notesOf(bo.page)).toHaveValue('Holds every secret.');
  await notesOf(bo.page).press('Control+Home');
  await notesOf(bo.page).pressSequentially('Bo: ');
  await expect(notesOf(ana.page)).toHaveValue('Bo: Holds every secret.');
  await notesOf(ana.page).press('Control+z');
  await expect(notesOf(ana.page)).toHaveValue('Bo: ');
  await expect(notesOf(bo.page)).toHaveValue('Bo: ');
  await expect(element(ana.page, 'store')).toBeVisible();
  await notesOf(ana.page).press('Control+Shift+z');
  await expect(notesOf(bo.page)).toHaveValue('Bo: Holds every secret.');
  await saved(ana.page);
});

test('what was typed without the network is there after a reload and reaches the others', async ({
  server,
  person,
}) => {
  const [ana, bo] = [await person('Ana'), await person('Bo')];
  await createBoard(ana.page, server.url, /Empty board/u);
  await insert(ana.page, 'etcd', 'store');
  await openBoard(bo.page, await makeLink(ana.page, 'Edit'));
  await openNotes(ana.page, 'store');
  await apart([ana], async () => {
    await notesOf(ana.page).pressSequentially('Typed on the train.');
    await expect(ana.page.getByTestId('save-state')).toContainText('waiting');
  });
  await openNotes(bo.page, 'store');
  await expect(notesOf(bo.page)).toHaveValue('Typed on the train.');
  await ana.page.reload();
  await openNotes(ana.page, 'store');
  await expect(notesOf(ana.page)).toHaveValue('Typed on the train.');
});
