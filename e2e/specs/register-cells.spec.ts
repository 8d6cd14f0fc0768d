/** Deciding in the cells of the register: by keyboard and by mouse, alone and with somebody else at once. Numbers are those of ux.md. */
import type { Locator, Page } from '@playwright/test';
import { nothingSerious } from '../support/axe.ts';
import { apart, saved } from '../support/board.ts';
import { anaAndBo, anaOn } from '../support/people.ts';
import { line, openRegister, PODS, table } from '../support/register.ts';
import { expect, test } from '../support/test.ts';

const cell = (page: Page, threat: string, column: string): Locator =>
  line(page, threat).locator(`[data-cell="${column}"]`);
const editor = (page: Page, column: string): Locator =>
  page.getByRole('dialog', { name: new RegExp(`^${column} of “`) });

test('ux 57, 74, 90: state with its reason, score, owner and date are changed in the cells of the register by keyboard alone', async ({
  server,
  person,
}) => {
  const { ana, board } = await anaOn(person, server.url, PODS);
  const { page } = ana;
  const threat = `WL-001~${board.id('payments')}`;
  await openRegister(page);
  await line(page, threat).focus();

  // Right goes into the cells; Enter changes the one with the keyboard.
  for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight');
  await expect(cell(page, threat, 'state')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(editor(page, 'State').getByRole('option', { name: 'Open', exact: true })).toBeFocused();
  await nothingSerious(page, '[role=dialog]');
  await page.keyboard.type('a');
  await expect(editor(page, 'State').getByRole('option', { name: 'Accepted' })).toBeFocused();
  await page.keyboard.press('Enter');

  // The reason it needs opens with the choice, and an empty one is refused with a sentence.
  const reason = editor(page, 'State').getByLabel('Justification');
  await expect(reason).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(editor(page, 'State').getByRole('alert')).toHaveText(
    'Write why this is “Accepted”: nobody can review a decision without a reason.',
  );
  await expect(reason).toBeFocused();
  await nothingSerious(page, '[role=dialog]');
  await page.keyboard.press('Escape');
  await expect(cell(page, threat, 'state')).toBeFocused();
  await expect(cell(page, threat, 'state')).toHaveText('Open');
  await page.keyboard.press('F2');
  await page.keyboard.type('a');
  await page.keyboard.press('Enter');
  await page.keyboard.type('The platform team runs these');
  await page.keyboard.press('Enter');
  await expect(cell(page, threat, 'state')).toHaveText('Accepted');
  await expect(cell(page, threat, 'state')).toBeFocused();

  // A suggested score is said by choosing it; Tab goes from field to field.
  await page.keyboard.press('ArrowRight');
  await expect(cell(page, threat, 'likelihood')).toContainText('≈');
  await page.keyboard.press('Enter');
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await expect(cell(page, threat, 'likelihood')).toHaveText('5');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(editor(page, 'Owner').getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Platform <b>team</b>');
  await page.keyboard.press('Tab');
  await expect(cell(page, threat, 'owner')).toHaveText('Platform <b>team</b>');
  await expect(cell(page, threat, 'due')).toBeFocused();
  await page.keyboard.press('Enter');
  await editor(page, 'Due').locator('input').fill('2027-03-01');
  await page.keyboard.press('Enter');
  await expect(cell(page, threat, 'due')).toHaveText('2027-03-01');

  // What was being typed is left by Escape; from the cell it goes to the line, and Enter opens the details.
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('F2');
  await page.keyboard.type('nobody');
  await page.keyboard.press('Escape');
  await expect(cell(page, threat, 'owner')).toHaveText('Platform <b>team</b>');
  await page.keyboard.press('Escape');
  await expect(line(page, threat)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('form', { name: 'Decision' }).getByLabel('State')).toBeFocused();
  await expect(page.getByRole('list', { name: 'History' })).toContainText('“The platform team runs these”');
  await saved(page);
});

test('ux 4, 76: what was decided on several threats at once is one step of undo, also where each got something of its own', async ({
  server,
  person,
}) => {
  const { ana, board } = await anaOn(person, server.url, PODS);
  const { page } = ana;
  const both = [`WL-001~${board.id('payments')}`, `WL-001~${board.id('reports')}`];
  await openRegister(page);
  const first = cell(page, both[0] ?? '', 'title')
    .locator('..')
    .getByRole('checkbox');
  await first.check();
  await line(page, both[1] ?? '')
    .getByRole('checkbox')
    .check();
  const bar = page.getByRole('region', { name: 'Selected threats' });
  await bar.getByRole('button', { name: 'Confirm 2 suggested scores' }).click();
  for (const threat of both) await expect(line(page, threat)).not.toContainText('≈');
  await bar.getByRole('button', { name: 'Decide…' }).click();
  const form = page.getByRole('form', { name: 'Decide on 2 threats' });
  await form.getByLabel('State').selectOption('mitigated');
  await form.getByLabel('Tags').fill('reviewed');
  await form.getByRole('button', { name: 'Save for 2 threats' }).click();
  for (const threat of both) await expect(cell(page, threat, 'state')).toHaveText('Mitigated');

  const undo = page.getByRole('button', { name: /^Undo/u });
  await undo.click();
  for (const threat of both) await expect(cell(page, threat, 'state')).toHaveText('Open');
  for (const threat of both) await expect(line(page, threat)).not.toContainText('≈');
  await undo.click();
  for (const threat of both) await expect(line(page, threat)).toContainText('≈');
  await expect(undo).toBeDisabled();
});

test('ux 76, 90: cells are changed by mouse, and two people who change the same one at once are both in its history', async ({
  server,
  person,
}) => {
  const { ana, bo, board } = await anaAndBo(person, server.url, PODS);
  const threat = `WL-001~${board.id('payments')}`;
  for (const { page } of [ana, bo]) await openRegister(page);

  // Bo's change comes while Ana types: she is told, and what she writes stands; the history keeps both.
  await cell(ana.page, threat, 'owner').click();
  await editor(ana.page, 'Owner').getByRole('textbox').fill('Platform');
  await cell(bo.page, threat, 'owner').click();
  await editor(bo.page, 'Owner').getByRole('textbox').fill('Payments team');
  await bo.page.keyboard.press('Enter');
  await expect(editor(ana.page, 'Owner').getByRole('status')).toContainText('“Payments team”');
  // A press elsewhere saves.
  await table(ana.page).getByRole('columnheader', { name: 'STRIDE' }).click();
  await expect(cell(bo.page, threat, 'owner')).toHaveText('Platform');

  // Different reasons for the same threat, given apart.
  await apart([ana, bo], async () => {
    for (const [{ page }, why] of [
      [ana, 'Ana knows the team'],
      [bo, 'Bo read the contract'],
    ] as const) {
      await cell(page, threat, 'state').click();
      await editor(page, 'State').getByRole('option', { name: 'Accepted' }).click();
      await editor(page, 'State').getByLabel('Justification').fill(why);
      await editor(page, 'State').getByRole('button', { name: 'Save' }).click();
      await expect(cell(page, threat, 'state')).toHaveText('Accepted');
    }
  });
  for (const { page } of [ana, bo]) {
    await cell(page, threat, 'title').click();
    const history = page.getByRole('list', { name: 'History' });
    await expect(history).toContainText('“Ana knows the team”');
    await expect(history).toContainText('“Bo read the contract”');
    await expect(history).toContainText('Written at the same time as the change by');
    await expect(history).toContainText('“Payments team” → “Platform”');
  }

  // A choice that lacks its reason is not saved by a press elsewhere, and that is said.
  await cell(ana.page, threat, 'state').click();
  await editor(ana.page, 'State').getByRole('option', { name: 'Not applicable' }).click();
  await editor(ana.page, 'State').getByLabel('Justification').fill(' ');
  await table(ana.page).getByRole('columnheader', { name: 'STRIDE' }).click();
  await expect(ana.page.getByText('Nothing was changed. Write why this is “Not applicable”')).toBeVisible();
  await expect(cell(ana.page, threat, 'state')).toHaveText('Accepted');
});
