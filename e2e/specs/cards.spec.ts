/** Cards: written in silence, secret until everybody's are shown, then sorted by the team. */
import * as Y from 'yjs';
import { nothingSerious } from '../support/axe.ts';
import { apart, boardReady, drag, element, middleOf, openBoard, run } from '../support/board.ts';
import { facilitator } from '../support/facilitator.ts';
import { observe } from '../support/observer.ts';
import { anaAndBo, anaOn } from '../support/people.ts';
import { isStored, listen } from '../support/secrets.ts';
import { seedBoard } from '../support/seed.ts';
import { expect, test } from '../support/test.ts';
import { choose, dock, openCards, reveal, startRound, wallCard, write } from '../support/workshop.ts';

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

test('ux 81: cards and what is half written outlive a reload and a spell offline; who was away at the reveal comes late, none twice', async ({
  server,
  person,
}) => {
  const { ana, bo, edit } = await anaAndBo(person, server.url, PODS);
  await startRound(ana.page);
  await openCards(bo.page);
  const his = dock(bo.page);
  await write(bo.page, 'Written before the reload');
  await his.getByLabel('New card').fill('Half written');
  // Leaving is asked about while there are cards that nobody has seen.
  const asked = bo.page.waitForEvent('dialog').then((dialog) => dialog.accept());
  await bo.page.reload();
  await asked;
  await boardReady(bo.page);
  await openCards(bo.page);
  await expect(his.getByLabel('New card')).toHaveValue('Half written');
  await expect(his.getByRole('listitem').filter({ hasText: 'Written before the reload' })).toBeVisible();

  // A second tab of the same browser has the same cards.
  const second = await bo.context.newPage();
  await openBoard(second, edit);
  await openCards(second);
  await write(second, 'Written in the second tab');
  await expect(his.getByRole('listitem').filter({ hasText: 'second tab' })).toBeVisible();
  await expect(ana.page.getByRole('region', { name: 'Silent writing' })).toContainText('Bo: 2 cards');
  await second.close();

  await apart([bo], async () => {
    await his.getByLabel('New card').press('Enter');
    await expect(his.getByRole('heading', { name: 'Your cards 3' })).toBeVisible();
    await reveal(ana.page);
    await expect(dock(ana.page)).toContainText('The cards are shown, and nobody wrote one.');
  });
  await expect(dock(ana.page)).toContainText('3 cards by 1 person');
  for (const text of ['before the reload', 'second tab', 'Half written'])
    await expect(wallCard(ana.page, text)).toContainText('late');
  await expect(bo.page.getByText('3 cards of yours were added, marked late')).toBeVisible();
  await expect(wallCard(bo.page, 'Half written')).toHaveCount(1);
});

test('ux 81: an author who closed the browser finds the cards on return, shown or never shown', async ({
  server,
  person,
}) => {
  const { ana, bo, edit } = await anaAndBo(person, server.url, PODS);
  await startRound(ana.page);
  await openCards(bo.page);
  await write(bo.page, 'From a browser that was closed');
  await bo.page.close();
  await reveal(ana.page);
  const back = await bo.context.newPage();
  await openBoard(back, edit);
  await expect(wallCard(ana.page, 'From a browser that was closed')).toContainText('late');

  await startRound(ana.page);
  await openCards(back);
  await write(back, 'Never to be shown');
  await dock(ana.page).getByRole('button', { name: 'End without showing' }).click();
  await dock(ana.page).getByRole('button', { name: 'End the round' }).click();
  await expect(back.getByText('Your card is still in this browser')).toBeVisible();
  const kept = dock(back).getByRole('region', { name: /^Cards that were never shown/u });
  await expect(kept).toContainText('Never to be shown');
  await expect(dock(ana.page)).not.toContainText('Never to be shown');
  await startRound(ana.page);
  await kept.getByRole('button', { name: /^Use the card/u }).click();
  await expect(dock(back).getByRole('heading', { name: 'Your cards 1' })).toBeVisible();
  await reveal(ana.page);
  await expect(wallCard(ana.page, 'Never to be shown')).toBeVisible();
  await expect(wallCard(ana.page, 'Never to be shown')).not.toContainText('late');
});

test('ux 82: the cards of all appear within two seconds under what they are about; names are hidden for everybody, and the screen says what that is worth', async ({
  server,
  person,
}) => {
  const { ana, bo } = await anaAndBo(person, server.url, PODS);
  await startRound(ana.page);
  await element(bo.page, 'store').click();
  await openCards(bo.page);
  await dock(bo.page).getByRole('button', { name: 'Link with store' }).click();
  await write(bo.page, 'Backups are readable');
  await write(ana.page, 'Nobody is on call');
  await reveal(ana.page);
  await expect(dock(ana.page).getByRole('region', { name: /^store/u })).toContainText('Backups are readable', {
    timeout: 4_000,
  });
  await expect(dock(bo.page).getByRole('region', { name: /^Not linked/u })).toContainText('Nobody is on call');
  await expect(wallCard(bo.page, 'Nobody is on call')).toContainText('Ana');

  await dock(ana.page).getByRole('checkbox', { name: 'Hide names' }).check();
  await expect(dock(ana.page)).toContainText('This is courtesy, not anonymity');
  await expect.poll(() => wallCard(bo.page, 'Nobody is on call').textContent()).not.toContain('Ana');
  await expect(dock(bo.page)).toContainText('This is courtesy, not anonymity');

  // The room's leader takes a card off the wall; nobody rewords another's.
  await choose(ana.page, 'Backups are readable', /^Withdraw this card/u);
  await expect(wallCard(bo.page, 'Backups are readable')).toHaveCount(0);
});

test('ux 83: cards are put together and taken out by keyboard, with one undo each, and become a threat that says which cards it comes from', async ({
  server,
  person,
}) => {
  const { ana, bo } = await anaAndBo(person, server.url, PODS);
  await startRound(ana.page);
  await openCards(bo.page);
  for (const text of ['Token is stolen', 'Service account token leaks', 'No logs']) await write(bo.page, text);
  await reveal(ana.page);
  await expect(wallCard(ana.page, 'No logs')).toBeVisible();
  const { page } = ana;
  const menuOf = async (text: string, item: RegExp): Promise<void> => {
    await wallCard(page, text)
      .getByRole('button', { name: /^What to do with/u })
      .focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: item }).focus();
    await page.keyboard.press('Enter');
  };
  await menuOf('Service account token leaks', /^Put together/u);
  await page.getByRole('combobox', { name: 'Search cards' }).fill('stolen');
  await page.keyboard.press('Enter');
  const cluster = wallCard(page, 'Token is stolen');
  const stack = cluster.getByRole('button', { name: '2 cards together' });
  await expect(wallCard(page, 'Service account token leaks')).toHaveCount(0);
  await stack.focus();
  await page.keyboard.press('Enter');
  await expect(cluster).toContainText('Service account token leaks');
  await cluster.getByRole('button', { name: 'Take the card “Token is stolen” out of the cluster' }).press('Enter');
  await expect(stack).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(stack).toBeVisible();

  await menuOf('Token is stolen', /^Make it a threat/u);
  await expect(cluster).toContainText('Became the threat “Token is stolen”');
  await cluster.getByRole('button', { name: /^Became the threat/u }).press('Enter');
  const detail = dock(page).getByRole('region', { name: 'Token is stolen' });
  await expect(detail).toContainText('From 2 cards');
  await expect(detail).toContainText('“Service account token leaks” – Bo');
  await nothingSerious(page);
  await detail.getByRole('button', { name: 'Show on the wall' }).click();
  await expect(wallCard(bo.page, 'Token is stolen')).toContainText('Became the threat');

  await menuOf('No logs', /^Make it a question/u);
  await wallCard(page, 'No logs')
    .getByRole('button', { name: /^Became the question/u })
    .click();
  await dock(page).getByRole('button', { name: 'No logs', exact: true }).waitFor();
  await expect(dock(page)).toContainText('“No logs” – Bo');
});

test('ux 83: a card dropped on another joins it; cards that mean a found threat say so on both sides', async ({
  server,
  person,
}) => {
  const { ana } = await anaOn(person, server.url, PODS);
  const { page } = ana;
  await startRound(page);
  for (const text of ['Privileged pod', 'Runs as root', 'Other']) await write(page, text);
  await reveal(page);
  await expect(wallCard(page, 'Other')).toBeVisible();
  await drag(page, await middleOf(wallCard(page, 'Runs as root')), await middleOf(wallCard(page, 'Privileged pod')));
  await expect(wallCard(page, 'Privileged pod').getByRole('button', { name: '2 cards together' })).toBeVisible();
  await choose(page, 'Privileged pod', /^It is the same as a found threat/u);
  await page.getByRole('combobox', { name: 'Search by name' }).fill('payments is privileged');
  await page.keyboard.press('Enter');
  await wallCard(page, 'Privileged pod')
    .getByRole('button', { name: /^Became the threat/u })
    .click();
  await expect(dock(page)).toContainText('Raised by people, and found by the engine as well');
});

test('ux 84: a note is parked in two keystrokes by whoever may comment, and ends as done, record, ticket or dropped', async ({
  server,
  person,
}) => {
  const board = await seedBoard(server.url, PODS);
  const [ana, bo] = await Promise.all([person('Ana'), person('Bo')]);
  await Promise.all([openBoard(ana.page, board.link), openBoard(bo.page, await board.linkFor('comment'))]);
  for (const text of ['Ask about signing', 'Who owns the registry?', 'Old cluster', 'Rotate keys']) {
    await expect(async () => {
      await bo.page.keyboard.press('p');
      await expect(bo.page.getByRole('textbox', { name: 'Park a note' })).toBeFocused({ timeout: 1_000 });
    }).toPass();
    await bo.page.keyboard.type(text);
    await bo.page.keyboard.press('Enter');
    await expect(bo.page.getByRole('textbox', { name: 'Park a note' })).toHaveCount(0);
  }
  await run(ana.page, 'Open the review: Parking lot');
  const lot = dock(ana.page);
  await expect(lot).toContainText('4 open notes');
  await expect(lot.getByRole('listitem').filter({ hasText: 'Old cluster' })).toContainText('Bo');
  const settle = (text: string) => lot.getByRole('group', { name: `Settle “${text}” as` });
  await settle('Old cluster').getByRole('button', { name: 'Drop' }).click();
  await settle('Rotate keys').getByRole('button', { name: 'Done' }).click();
  await settle('Ask about signing').getByRole('button', { name: 'Ticket…' }).click();
  await lot.getByLabel('Number or address of the ticket').fill('SEC-7');
  await lot.getByLabel('Number or address of the ticket').press('Enter');
  await expect(lot).toContainText('1 open note');
  await settle('Who owns the registry?').getByRole('button', { name: 'Record…' }).click();
  await ana.page.getByRole('menuitem', { name: 'Make it a question' }).click();
  await expect(lot).toContainText('Every note has been settled.');
  const settled = lot.getByRole('button', { name: /^Settled/u });
  if ((await settled.getAttribute('aria-expanded')) === 'false') await settled.click();
  await expect(lot.getByRole('listitem').filter({ hasText: 'Ask about signing' })).toContainText('Ticket by Ana');
  await expect(lot.getByRole('listitem').filter({ hasText: 'Ask about signing' })).toContainText('SEC-7');
  await expect(lot.getByRole('listitem').filter({ hasText: 'Who owns' })).toContainText('Became the question');
  await nothingSerious(ana.page);
  await run(bo.page, 'Open the review: Parking lot');
  await expect(dock(bo.page).getByRole('button', { name: 'Drop' })).toHaveCount(0);
});

test('ux 82: a thousand cards stay usable, and everything fits on 320 px', async ({ server, person }) => {
  const board = await seedBoard(server.url, PODS);
  const doc = new Y.Doc();
  doc.transact(() => {
    doc.getMap('workshop').set('round|round-000000', ['revealed', '', 1]);
    for (let at = 0; at < 1_000; at++)
      doc.getMap('cards').set(`nobody|card-${String(at).padStart(8, '0')}`, {
        ...{ round: 'round-000000', lane: 'threat', letters: ['T'], at },
        on: at % 3 === 0 ? [] : [board.id(at % 3 === 1 ? 'payments' : 'store')],
        text: `Card ${String(at)} <b>not bold</b> ${'long '.repeat(at % 7)}`,
      });
  });
  const call = await facilitator(board.link);
  await call('/updates', new Uint8Array(Y.encodeStateAsUpdate(doc)));
  const { page } = await person('Ana', { viewport: { width: 320, height: 700 } });
  await openBoard(page, board.link);
  await openCards(page);
  await expect(dock(page)).toContainText('1000 cards by 1 person');
  await expect(wallCard(page, /^.*Card 1 <b>not bold<\/b>/u).first()).toBeVisible();
  await choose(page, 'Card 2 <b>', /^Put together/u);
  await page.getByRole('combobox', { name: 'Search cards' }).fill('Card 4 ');
  await page.keyboard.press('Enter');
  await expect(dock(page).getByRole('button', { name: '2 cards together' })).toBeVisible();
  const { wide, tall } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    tall: document.documentElement.scrollHeight,
  }));
  expect([wide, tall]).toEqual([320, 700]);
});
