/** Cards: written in silence, secret until everybody's are shown, then sorted by the team. */
import * as Y from 'yjs';
import { nothingSerious } from '../support/axe.ts';
import { element, openBoard, run } from '../support/board.ts';
import { observe } from '../support/observer.ts';
import { anaAndBo } from '../support/people.ts';
import { isStored, listen } from '../support/secrets.ts';
import { seedBoard } from '../support/seed.ts';
import { expect, test } from '../support/test.ts';
import { dock, openCards, reveal, startRound, wallCard, write } from '../support/workshop.ts';

const PODS = {
  elements: [
    { is: 'Pod', label: 'payments', at: [200, 120], facts: { privileged: true } },
    { is: 'etcd', label: 'store', at: [520, 120] },
  ],
} as const;

test('ux 80: before the reveal no part of a card is in any frame, in the store, in presence or in another copy of the board; after it, everywhere', async ({
  server,
  person,
}) => {
  const board = await seedBoard(server.url, PODS);
  const [ana, bo] = await Promise.all([person('Ana'), person('Bo')]);
  const wires = [listen(ana.page), listen(bo.page)];
  await Promise.all([openBoard(ana.page, board.link), openBoard(bo.page, await board.linkFor('comment'))]);
  const outside = await observe(board.link);
  const isCopied = (text: string): boolean =>
    Buffer.from(Y.encodeStateAsUpdate(outside.doc)).includes(text) ||
    JSON.stringify(outside.presence('Bo') ?? {}).includes(text);

  await startRound(ana.page);
  await expect(bo.page.getByRole('region', { name: 'Silent writing' })).toBeVisible();
  // What he looks at and points at is nobody's business now.
  await element(bo.page, 'payments').click();
  await bo.page.mouse.move(400, 300);
  await openCards(bo.page);
  const his = dock(bo.page);
  await his.getByLabel('New card').pressSequentially('zebramark one');
  await his.getByRole('button', { name: 'Tampering' }).click();
  await his.getByRole('button', { name: 'Link with payments' }).click();
  await his.getByLabel('New card').press('Enter');
  await write(bo.page, 'zebramark two');
  await his.getByRole('button', { name: 'Change the card “zebramark two”' }).click();
  await his.getByLabel('Text of the card').fill('zebramark two, changed');
  await his.getByLabel('Text of the card').press('Enter');
  await his.getByLabel('New card').fill('zebramark half');

  await expect(ana.page.getByRole('region', { name: 'Silent writing' })).toContainText('Bo: 2 cards');
  await expect.poll(() => outside.presence('Bo')?.['sealed']).toBe(2);
  expect(outside.presence('Bo')).not.toHaveProperty('selection');
  expect(outside.presence('Bo')).not.toHaveProperty('cursor');
  expect(wires.map((wire) => wire.carried('zebramark'))).toEqual([0, 0]);
  expect(wires.every((wire) => wire.frames() > 0)).toBe(true);
  expect([isStored(server.dataFolder, 'zebramark'), isCopied('zebramark')]).toEqual([false, false]);
  await expect(ana.page.locator('body')).not.toContainText('zebramark');

  await reveal(ana.page);
  await expect(wallCard(ana.page, 'zebramark one')).toBeVisible({ timeout: 4_000 });
  await expect(wallCard(ana.page, 'zebramark two, changed')).toContainText('Bo');
  expect(wires.every((wire) => wire.carried('zebramark one') > 0)).toBe(true);
  await expect.poll(() => isCopied('zebramark one') && isStored(server.dataFolder, 'zebramark one')).toBe(true);
  // What was not finished is still only his.
  expect(wires.map((wire) => wire.carried('zebramark half'))).toEqual([0, 0]);
  outside.dispose();
});

test('ux 79: what the engine found is hidden for everybody while they write, and comes back with the cards; prompts are there on request', async ({
  server,
  person,
}) => {
  const { ana, bo } = await anaAndBo(person, server.url, PODS);
  const count = bo.page.getByTestId('count-threats');
  await expect(count).toHaveText(/[1-9]\d* to decide/u);
  await startRound(ana.page);
  await expect(count).toHaveCount(0);
  await expect(bo.page.locator('[data-testid^="badge-"]')).toHaveCount(0);
  await bo.page.getByRole('tab', { name: /^Threats/u }).click();
  await expect(bo.page.locator('#details')).toContainText('Hidden while everybody writes cards');
  await run(bo.page, 'Open the review: Threat register');
  await expect(dock(bo.page)).toContainText('Hidden while everybody writes cards');

  await dock(bo.page).getByRole('button', { name: 'Close the review' }).click();
  await element(bo.page, 'payments').click();
  await openCards(bo.page);
  const his = dock(bo.page);
  await his.getByRole('button', { name: 'Need a prompt?' }).click();
  await his.getByRole('button', { name: /^Tampering: who could change payments/u }).click();
  await expect(his.getByLabel('New card')).toBeFocused();
  await bo.page.keyboard.type('Anybody with the registry password');
  await bo.page.keyboard.press('Enter');
  await expect(his.getByRole('listitem').filter({ hasText: 'registry password' })).toContainText('Tampering');
  await nothingSerious(bo.page);

  await reveal(ana.page);
  await expect(count).toHaveText(/[1-9]\d* to decide/u);
  await expect(wallCard(bo.page, 'registry password')).toBeVisible();
  await expect(dock(bo.page).getByRole('region', { name: 'payments' })).toContainText('registry password');
  await nothingSerious(bo.page);
});
