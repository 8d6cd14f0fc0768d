/** What people raised beside what the engine found: matched by element and STRIDE letter, joined and parted by hand, decided row by row. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { nothingSerious } from '../support/axe.ts';
import { openBoard, run } from '../support/board.ts';
import { observe } from '../support/observer.ts';
import { anaAndBo, anaOn } from '../support/people.ts';
import { dock } from '../support/workshop.ts';
import { expect, test } from '../support/test.ts';
import { seedCards, seedRound } from '../support/seed-workshop.ts';

const PODS = {
  elements: [
    { is: 'Pod', label: 'payments', at: [200, 120], facts: { privileged: true } },
    { is: 'Pod', label: 'ledger', at: [500, 120], facts: { hostNetwork: true } },
  ],
} as const;

const column = (page: Page, name: string): Locator =>
  dock(page).getByRole('region', { name: new RegExp(`^${name}`, 'u') });
const row = (page: Page, name: string, text: string): Locator =>
  column(page, name).getByRole('listitem').filter({ hasText: text });
const openGap = async (page: Page): Promise<void> => run(page, 'Open the review: People and engine');

/** Opens a row and gives it. */
async function opened(page: Page, name: string, text: string): Promise<Locator> {
  const found = row(page, name, text).first();
  await found.getByRole('button').first().click();
  return found;
}

test('ux 89: three columns; rows are joined and parted, adopted, declined with a reason, and parked, for both to see', async ({
  server,
  person,
}) => {
  test.slow(); // every way to decide, one after the other, on two screens
  const { ana, bo, board } = await anaAndBo(person, server.url, PODS);
  const pod = board.id('payments');
  await seedCards(board.link, [
    { text: 'Root on the node', letters: ['E'], on: [pod] },
    { text: 'Printer paper is stolen', letters: ['I'] },
    { text: 'Angry customers', letters: [] },
  ]);
  await openGap(ana.page);
  await openGap(bo.page);
  const both = await opened(ana.page, 'People and engine', 'Root on the node');
  await expect(both).toContainText('same element or flow, and a STRIDE letter in common');
  await expect(row(ana.page, 'People only', 'Printer paper')).toBeVisible();
  await nothingSerious(ana.page, '[aria-label="Review"]');

  // Engine only says why.
  const engine = column(ana.page, 'Engine only').getByRole('listitem').first();
  const finding = (await engine.locator('bdi').first().textContent()) ?? '';
  await engine.getByRole('button').first().click();
  await expect(engine).toContainText('Why the engine says so');

  // Declined: not without a reason.
  await engine.getByRole('button', { name: 'Decline…' }).click();
  await engine.getByRole('button', { name: 'Decline', exact: true }).click();
  await expect(engine).toContainText('Write a reason first');
  await engine.getByLabel('Why is it declined?').fill('Another team owns it');
  await engine.getByRole('button', { name: 'Decline', exact: true }).click();
  await expect(row(ana.page, 'Engine only', finding)).toHaveCount(0);
  await dock(bo.page).getByRole('radio', { name: 'All' }).check({ force: true });
  await expect.poll(() => row(bo.page, 'Engine only', finding).first().textContent()).toContain('Declined');
  await expect(await opened(bo.page, 'Engine only', finding)).toContainText('Declined: Another team owns it');

  // Parted and joined by hand.
  const raised = await opened(ana.page, 'People and engine', 'Root on the node');
  await raised.getByRole('button', { name: 'Part from the findings' }).click();
  const alone = await opened(ana.page, 'People only', 'Root on the node');
  await alone.getByRole('button', { name: 'Join with a finding…' }).click();
  await alone.getByLabel('Search findings').fill('payments');
  await alone.getByRole('list').last().getByRole('button').first().click();
  await expect(await opened(ana.page, 'People and engine', 'Root on the node')).toContainText('linked by hand');

  // Adopted: what people and engine say is investigated, what only people say becomes a threat of the register.
  await row(ana.page, 'People and engine', 'Root on the node').getByRole('button', { name: 'Adopt' }).click();
  const paper = await opened(ana.page, 'People only', 'Printer paper');
  await paper.getByRole('button', { name: 'Adopt' }).click();
  const angry = await opened(ana.page, 'People only', 'Angry customers');
  await angry.getByRole('button', { name: 'Park' }).click();
  await expect(column(ana.page, 'People only').getByRole('listitem')).toHaveCount(0);
  await expect.poll(() => row(bo.page, 'People only', 'Printer paper').first().textContent()).toContain('Adopted');
  await expect.poll(() => row(bo.page, 'People and engine', 'Root on').first().textContent()).toContain('Adopted');
  const outside = await observe(board.link);
  const written = [...outside.doc.getMap('manual').values()].map((one) =>
    (one as { get(key: string): unknown }).get('title'),
  ); // a stored record
  expect(written).toEqual(['Printer paper is stolen']);
  expect(
    [...outside.doc.getMap('cardMarks')].filter(([key, value]) => key.endsWith('|lane') && value === 'park'),
  ).toHaveLength(1);
  outside.dispose();
});

test('ux 89: what only people raised is saved as a draft of a rule that the pack dialog takes', async ({
  server,
  person,
}) => {
  const { ana, board } = await anaOn(person, server.url, PODS);
  await seedCards(board.link, [
    { text: 'Reads the "badge" printer: {all}', letters: ['R'], on: [board.id('payments')] },
  ]);
  await openGap(ana.page);
  const raised = await opened(ana.page, 'People only', 'badge');
  const [download] = await Promise.all([
    ana.page.waitForEvent('download'),
    raised.getByRole('button', { name: 'Save as a rule draft' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('rule-draft-reads-the-badge-printer-all.yaml');
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toContain("kind(el, 'wl.pod')");
  await ana.page.getByRole('tab', { name: /^Element/u }).click();
  await ana.page.getByRole('button', { name: 'Packs of this board' }).click();
  const dialog = ana.page.getByRole('dialog', { name: 'Packs' });
  await dialog
    .getByLabel('Choose the files of a pack')
    .setInputFiles({ name: 'draft.yaml', mimeType: 'application/yaml', buffer: Buffer.from(text) });
  await expect(dialog).toContainText('my-pack');
  await expect(dialog).not.toContainText('problem');
});

test('ux 89: nothing is shown while a silent round runs; 500 rows by keyboard; a narrow window shows one column', async ({
  server,
  person,
}) => {
  const { ana, board } = await anaOn(person, server.url, PODS);
  await seedCards(
    board.link,
    Array.from({ length: 500 }, (_, at) => ({ text: `Card ${String(at)}`, letters: ['I'] })),
  );
  await openGap(ana.page);
  const rows = column(ana.page, 'People only').getByRole('listitem');
  await expect(rows).toHaveCount(500);
  await rows.first().getByRole('button').focus();
  await ana.page.keyboard.press('End');
  await expect(rows.last().getByRole('button')).toBeFocused();
  await ana.page.keyboard.press('Enter');
  await expect(row(ana.page, 'People only', 'Card 499').first()).toContainText('Adopting writes a threat');

  await ana.page.setViewportSize({ width: 320, height: 640 });
  await expect(column(ana.page, 'Engine only')).toBeHidden();
  await dock(ana.page)
    .getByRole('radio', { name: /^Engine only/u })
    .check({ force: true });
  await expect(column(ana.page, 'Engine only')).toBeVisible();
  await expect(column(ana.page, 'People only')).toBeHidden();
  expect(await ana.page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
  await nothingSerious(ana.page, '[aria-label="Review"]');

  await seedRound(board.link, 'silent');
  await expect.poll(() => dock(ana.page).textContent()).toContain('A silent round is running');
  await expect(dock(ana.page).getByRole('listitem').filter({ hasText: 'Card 1' })).toHaveCount(0);

  // Who may only look reads it and is told who can decide.
  const cy = await person('Cy');
  await seedRound(board.link, 'revealed');
  await openBoard(cy.page, await board.linkFor('view'));
  await openGap(cy.page);
  await expect(dock(cy.page)).toContainText('you need a link that allows editing');
});
