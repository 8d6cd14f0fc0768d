/** Who may reach and change a board, and coming back to what it was: links, lock, people, versions, the end of a board. */
import type { Page } from '@playwright/test';
import {
  boardReady,
  createBoard,
  element,
  insert,
  makeLink,
  openBoard,
  run,
  saved,
  searchCommands,
} from '../support/board.ts';
import { nothingSerious } from '../support/axe.ts';
import { observe } from '../support/observer.ts';
import { expect, test } from '../support/test.ts';

const told = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text });

test('a link has a name and an end, is listed with both, and is revoked only after being asked', async ({
  server,
  person,
}) => {
  const [ana, bo] = [await person('Ana'), await person('Bo')];
  await createBoard(ana.page, server.url, /Empty board/u);
  await saved(ana.page);
  await ana.page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = ana.page.getByRole('dialog', { name: 'Share this board' });
  await dialog.getByLabel('For whom (optional)').fill('Platform team');
  await dialog.getByLabel('It stops working').selectOption({ label: 'In 7 days' });
  await dialog.getByRole('button', { name: 'Make a link: Edit' }).click();
  const field = dialog.getByLabel('Edit · Platform team', { exact: true });
  await expect(field).toHaveValue(/#/u);
  await openBoard(bo.page, await field.inputValue());
  const row = dialog.getByRole('listitem').filter({ hasText: 'works until' });
  await expect(row).toContainText('Edit · Platform team');
  await expect(row).toContainText('by Ana');
  await nothingSerious(ana.page, 'dialog');

  const revoke = row.getByRole('button', { name: 'Revoke the link: Edit · Platform team' });
  await revoke.click();
  await expect(row.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await nothingSerious(ana.page, 'dialog');
  await ana.page.keyboard.press('Escape');
  await expect(row.getByRole('button', { name: 'Keep it' })).toHaveCount(0);
  await expect(dialog).toBeVisible();
  await revoke.click();
  await row.getByRole('button', { name: 'Revoke this link' }).click();
  await expect(row).toHaveCount(0);
  await expect(bo.page.getByRole('alert')).toContainText('Your link was withdrawn');

  // Whoever leads the board is asked once to keep the link that does.
  await dialog.getByRole('button', { name: 'Close' }).click();
  const prompt = told(ana.page, 'You lead this board');
  await expect(prompt).toBeVisible();
  await ana.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await prompt.getByRole('button', { name: 'Copy my link' }).click();
  await expect(told(ana.page, 'Your facilitator link is copied')).toBeVisible();
  expect(await ana.page.evaluate(() => navigator.clipboard.readText())).toBe(ana.page.url());
});

test('a locked board is changed by facilitators only, everybody sees it at once, and unlocking gives it back', async ({
  server,
  person,
}) => {
  const [ana, bo] = [await person('Ana'), await person('Bo')];
  const link = await createBoard(ana.page, server.url, /Empty board/u);
  await insert(ana.page, 'Pod', 'payments');
  await saved(ana.page);
  const editLink = await makeLink(ana.page, 'Edit');
  await openBoard(bo.page, editLink);
  const observer = await observe(link);
  const stranger = await observe(editLink);
  await expect(element(bo.page, 'payments')).toBeVisible();

  await run(ana.page, 'Lock the board');
  await expect(bo.page.getByRole('button', { name: 'Locked' })).toBeVisible();
  await expect(told(bo.page, 'A facilitator locked the board')).toBeVisible();
  await expect(bo.page.getByLabel('Insert')).toHaveCount(0);
  await element(bo.page, 'payments').click();
  await bo.page.keyboard.press('Delete');
  await expect(element(bo.page, 'payments')).toBeVisible();
  // The server does not rely on the page: a client of somebody's own is refused.
  stranger.doc.getMap('meta').set('title', 'Taken over');
  await expect.poll(() => stranger.closeCode()).toBe(4403);
  // A facilitator goes on.
  await insert(ana.page, 'Pod', 'ledger');
  await expect
    .poll(() => [...observer.nodes().values()].map((node) => node['label']).sort())
    .toEqual(['ledger', 'payments']);
  expect(observer.doc.getMap('meta').get('title') ?? '').not.toBe('Taken over');
  // Who comes later finds it locked.
  const late = await person('Cy');
  await openBoard(late.page, editLink);
  await expect(late.page.getByRole('button', { name: 'Locked' })).toBeVisible();

  await run(ana.page, 'Lock the board');
  await expect(told(bo.page, 'The board is unlocked')).toBeVisible();
  await expect(bo.page.getByRole('button', { name: 'Locked' })).toHaveCount(0);
  await insert(bo.page, 'Pod', 'audit');
  await expect.poll(() => observer.nodes().size).toBe(3);
  observer.dispose();
  stranger.dispose();
});

test('who is here and who was is listed; whoever is removed is out at once and back only when let in', async ({
  server,
  person,
}) => {
  const [ana, bo] = [await person('Ana'), await person('Bo')];
  await createBoard(ana.page, server.url, /Empty board/u);
  await saved(ana.page);
  const editLink = await makeLink(ana.page, 'Edit');
  await openBoard(bo.page, editLink);
  await insert(bo.page, 'Pod', 'payments');
  await saved(bo.page);
  await run(ana.page, 'People on this board');
  const dialog = ana.page.getByRole('dialog', { name: 'People on this board' });
  const row = dialog.getByRole('listitem').filter({ hasText: 'Bo' });
  await expect(row).toContainText('Edit · here now');
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Ana (you)' })).toContainText('Facilitate');
  await nothingSerious(ana.page, 'dialog');
  await row.getByRole('button', { name: 'Remove Bo' }).click();
  await expect(row.getByRole('button', { name: 'Let them stay' })).toBeFocused();
  await row.getByRole('button', { name: 'Remove Bo' }).click();
  await expect(bo.page.getByRole('alert')).toContainText('A facilitator removed you from this board');
  await expect(row).toContainText('removed');
  // The same browser does not come in again, and what was done stays.
  await bo.page.reload();
  await expect(bo.page.getByRole('heading', { name: 'A facilitator removed you from this board' })).toBeVisible();
  await expect(bo.page.locator('[data-ready="true"]')).toHaveCount(0);
  await expect(element(ana.page, 'payments')).toBeVisible();
  await row.getByRole('button', { name: 'Let Bo in again' }).click();
  await expect(told(ana.page, 'Bo may come in again')).toBeVisible();
  await bo.page.getByRole('button', { name: 'Try again' }).click();
  await boardReady(bo.page);
  await expect(row).toContainText('here now');
  // Who does not lead sees who is here, and nothing to remove them with.
  await run(bo.page, 'People on this board');
  const his = bo.page.getByRole('dialog', { name: 'People on this board' });
  await expect(his.getByRole('listitem').filter({ hasText: 'Ana' })).toContainText('Facilitate · here now');
  await expect(his.getByRole('button', { name: /Remove/u })).toHaveCount(0);
});

test('ux 50: a version is kept under a name, looked into, restored for everybody at once, and that is taken back', async ({
  server,
  person,
}) => {
  const [ana, bo] = [await person('Ana'), await person('Bo')];
  const link = await createBoard(ana.page, server.url, /Empty board/u);
  await insert(ana.page, 'Pod', 'payments');
  await saved(ana.page);
  await openBoard(bo.page, await makeLink(ana.page, 'Edit'));
  await run(ana.page, 'Versions');
  const dialog = ana.page.getByRole('dialog', { name: 'Versions of this board' });
  await dialog.getByRole('button', { name: 'Keep as a version' }).click();
  await expect(dialog.getByText('Give the version a name first')).toBeVisible();
  await dialog.getByLabel('Name the board as it is now').fill('Before the review');
  await ana.page.keyboard.press('Enter');
  await expect(dialog.getByRole('status').filter({ hasText: 'Kept as “Before the review”.' })).toBeVisible();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Before the review' })).toContainText('by Ana');
  await nothingSerious(ana.page, 'dialog');
  await dialog.getByRole('button', { name: 'Close' }).click();

  await insert(bo.page, 'Pod', 'ledger');
  await expect(element(ana.page, 'ledger')).toBeVisible();
  await run(ana.page, 'Versions');
  await dialog.getByRole('button', { name: /Look into the version Before the review/u }).click();
  await expect(dialog.getByRole('img', { name: 'The diagram as it was: Before the review' })).toBeVisible();
  await expect(dialog).toContainText('Then: 1 element, 0 flows, 1 diagram.');
  await expect(dialog).toContainText('Now: 2 elements, 0 flows, 1 diagram.');
  await nothingSerious(ana.page, 'dialog');
  await dialog.getByRole('button', { name: 'Restore this version' }).click();
  await expect(dialog.getByRole('button', { name: 'Leave the board as it is' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Restore for everybody' }).click();

  for (const { page } of [ana, bo]) {
    await expect(element(page, 'ledger')).toHaveCount(0);
    await expect(element(page, 'payments')).toBeVisible();
  }
  const then = await observe(link);
  expect([...then.nodes().values()].map((node) => node['label'])).toEqual(['payments']);
  then.dispose();
  // Both go on in it, and what was there before is a version too.
  await insert(bo.page, 'Pod', 'audit');
  await expect(element(ana.page, 'audit')).toBeVisible();
  await run(ana.page, 'Versions');
  await dialog.getByRole('button', { name: /Look into the version Before an earlier version was restored/u }).click();
  await dialog.getByRole('button', { name: 'Restore this version' }).click();
  await dialog.getByRole('button', { name: 'Restore for everybody' }).click();
  for (const { page } of [ana, bo]) {
    await expect(element(page, 'ledger')).toBeVisible();
    await expect(element(page, 'audit')).toHaveCount(0);
  }
  // An editor sees what there is, and who could restore it.
  await run(bo.page, 'Versions');
  const his = bo.page.getByRole('dialog', { name: 'Versions of this board' });
  await expect(his).toContainText('Only facilitators can look into a version or restore it.');
  await expect(his.getByRole('listitem').filter({ hasText: 'Before the review' })).toBeVisible();
  await expect(his.getByRole('button', { name: /Look/u })).toHaveCount(0);
});

test('ux 51: who changed an element last, and when, is told on asking, for what was done before too', async ({
  server,
  person,
}) => {
  const [ana, bo] = [await person('Ana'), await person('Bo')];
  await createBoard(ana.page, server.url, /Empty board/u);
  await insert(ana.page, 'Pod', 'payments');
  await saved(ana.page);
  const link = await makeLink(ana.page, 'Edit');
  await openBoard(bo.page, link);
  await element(bo.page, 'payments').click();
  await bo.page.getByRole('tab', { name: /Element/u }).click();
  const ask = (page: Page) => page.getByRole('button', { name: 'Who changed this?' });
  // Bo was not here when Ana made it: whose it is the server knows, and until when at most.
  await ask(bo.page).click();
  await expect(told(bo.page, /What stands here is by Ana, last changed .+ or earlier/u)).toBeVisible();
  await element(bo.page, 'payments').click();
  await bo.page.keyboard.press('F2');
  await bo.page.getByTestId('label-editor').fill('ledger');
  await bo.page.keyboard.press('Enter');
  await element(ana.page, 'ledger').click();
  await ana.page.getByRole('tab', { name: /Element/u }).click();
  await ask(ana.page).click();
  await expect(told(ana.page, /Last changed by Bo, /u)).toBeVisible();
});

test('a board is deleted by its name only, for everybody, and its links lead nowhere', async ({ server, person }) => {
  const [ana, bo] = [await person('Ana'), await person('Bo')];
  await createBoard(ana.page, server.url, /Empty board/u, 'Payments cluster');
  await saved(ana.page);
  const editLink = await makeLink(ana.page, 'Edit');
  await openBoard(bo.page, editLink);
  // An editor is not offered what only a facilitator may do.
  await searchCommands(bo.page, 'this board');
  await expect(bo.page.getByRole('option', { name: /People on this board/u })).toBeVisible();
  await expect(bo.page.getByRole('option', { name: /Delete this board/u })).toHaveCount(0);
  await bo.page.keyboard.press('Escape');
  await run(ana.page, 'Delete this board');
  const dialog = ana.page.getByRole('dialog', { name: 'Delete this board?' });
  const field = dialog.getByLabel('Type the name of the board to delete it: Payments cluster');
  await expect(field).toBeFocused();
  await nothingSerious(ana.page, 'dialog');
  await field.fill('Payments');
  await ana.page.keyboard.press('Enter');
  await expect(dialog.getByText('This is not the name of the board.')).toBeVisible();
  await field.fill('Payments cluster');
  await ana.page.keyboard.press('Enter');
  await expect(ana.page).toHaveURL(server.url);
  await expect(ana.page.getByRole('link', { name: /Payments cluster/u })).toHaveCount(0);
  await expect(bo.page.getByRole('alert')).toContainText('This board was deleted on the server');
  const late = await person('Cy');
  await late.page.goto(editLink);
  await expect(late.page.locator('main')).toContainText(/link/iu);
  await expect(late.page.locator('[data-ready="true"]')).toHaveCount(0);
});
