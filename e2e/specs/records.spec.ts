/** Records of the team: an assumption that breaks opens threats again for everybody; one log of decisions; what the model is about. */
import type { Locator, Page } from '@playwright/test';
import { nothingSerious } from '../support/axe.ts';
import { element, run, saved } from '../support/board.ts';
import { anaAndBo, anaOn } from '../support/people.ts';
import { dock } from '../support/workshop.ts';
import { expect, test } from '../support/test.ts';

const REVIEW = 'Open the review: Scope and records';
const ONE_POD = { elements: [{ is: 'Pod', label: 'payments', at: [200, 120], facts: { privileged: true } }] } as const;

/** Opens the records at one of their tabs. */
async function openRecords(page: Page, tab: RegExp): Promise<Locator> {
  await run(page, REVIEW);
  await dock(page).getByRole('tab', { name: tab }).click();
  return dock(page);
}

/** Decides one threat in its card. */
async function accept(threat: Locator, why: string): Promise<void> {
  await threat.getByRole('button', { name: /^Decide…/u }).click();
  await threat.getByLabel('State').selectOption({ label: 'Accepted' });
  await threat.getByLabel('Justification').fill(why);
  await threat.getByRole('button', { name: 'Save' }).click();
}

test('ux 72: an assumption about an element that breaks opens its threats again at everybody’s screen, and each says so', async ({
  server,
  person,
}) => {
  const { ana, bo, board } = await anaAndBo(person, server.url, ONE_POD);
  const id = `threat-WL-001~${board.id('payments')}`;
  for (const { page } of [ana, bo]) {
    await element(page, 'payments').click();
    await page.getByRole('tab', { name: /^Threats/u }).click();
  }
  const [hers, his] = [ana.page.getByTestId(id), bo.page.getByTestId(id)];
  await accept(hers, 'Only our own image runs here');
  await saved(ana.page);

  // From what is selected: nothing is written before there is a sentence.
  await run(ana.page, 'New assumption about this');
  const field = dock(ana.page).getByLabel('New assumption');
  await expect(field).toBeFocused();
  await field.press('Enter');
  await expect(dock(ana.page)).toContainText('Write it in one sentence first.');
  await field.fill('Images are signed');
  await field.press('Enter');
  const record = dock(ana.page).getByRole('article', { name: 'Images are signed' });
  await expect(record).toContainText('payments');
  await nothingSerious(ana.page);

  // It breaks: the decided threat is open again here and there, and says through what.
  await record.getByRole('radio', { name: 'Broken' }).check({ force: true });
  await expect(record).toContainText('1 decided threat is open again because of it');
  await expect.poll(() => his.textContent()).toContain('Open again');
  await expect(his).toContainText('Decided as “Accepted” before the assumption “Images are signed” broke.');
  await his.getByRole('button', { name: 'Show the assumption' }).click();
  const shown = dock(bo.page).getByRole('article', { name: 'Images are signed' });
  await expect(shown.getByRole('button', { name: 'Images are signed', expanded: true })).toBeFocused();

  // Who decides again knows it: then it is settled, also for the other.
  await his.getByRole('button', { name: /^Confirm/u }).click();
  await expect.poll(() => hers.textContent()).toContain('Accepted');
  await expect(record).not.toContainText('is open again because of it');
});

test('ux 72: what is taken for granted, left out and asked is written, changed, deleted and brought back by keyboard', async ({
  server,
  person,
}) => {
  const { ana } = await anaOn(person, server.url, ONE_POD);
  await element(ana.page, 'payments').click();
  await run(ana.page, 'Out of scope');
  const records = await openRecords(ana.page, /^Goals/u);
  await records.getByLabel('New goal').fill('Card data stays inside');
  await records.getByLabel('New goal').press('Enter');
  await expect(records.getByLabel('New goal')).toBeFocused();
  const goal = records.getByRole('article', { name: 'Card data stays inside' });
  await goal.getByRole('button', { name: 'Card data stays inside' }).press('Enter');
  await goal.getByLabel('Owner').fill('Payments team');
  await goal.getByLabel('Owner').press('Enter');
  await expect(goal).toContainText('Owner: Payments team');
  await goal.getByLabel(/^Details of/u).fill('Also in backups');
  await goal.getByRole('radio', { name: 'Open' }).focus();
  await ana.page.keyboard.press('ArrowRight');
  await expect(goal.getByRole('radio', { name: 'Met' })).toBeChecked();
  await goal.getByRole('button', { name: 'Link with…' }).press('Enter');
  await ana.page.getByRole('combobox', { name: 'Search by name' }).fill('payments');
  await ana.page.keyboard.press('Enter');
  await expect(goal).toContainText('payments');
  await goal.getByRole('button', { name: /^Delete/u }).press('Enter');
  await expect(goal).toHaveCount(0);
  await ana.page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(goal).toContainText('Owner: Payments team');

  // An element out of scope stands beside the exclusions of the model, with its reason to be given.
  await records.getByRole('tab', { name: /^Out of scope/u }).click();
  await expect(records).toContainText('1 has no reason');
  await records.getByLabel('Reason for payments').fill('Another team runs it');
  await records.getByLabel('Reason for payments').press('Enter');
  await expect(records).not.toContainText('has no reason');
});

test('ux 90: the log has who, when, what, why and its targets, in order and narrowed; who replaces is linked with whom', async ({
  server,
  person,
}) => {
  const { ana, board } = await anaOn(person, server.url, ONE_POD);
  await element(ana.page, 'payments').click();
  await ana.page.getByRole('tab', { name: /^Threats/u }).click();
  await accept(ana.page.getByTestId(`threat-WL-001~${board.id('payments')}`), 'Needed by the driver');
  const records = await openRecords(ana.page, /^Decisions/u);
  await records.getByLabel('New decision').fill('Secrets stay in etcd');
  await records.getByLabel('New decision').press('Enter');
  const entries = records.getByRole('article');
  await expect(entries).toHaveCount(2);
  await expect(entries.nth(0)).toContainText('Secrets stay in etcd');
  await expect(entries.nth(1)).toContainText('Accepted, before: Open');
  await expect(entries.nth(1)).toContainText('Reason: Needed by the driver');
  await expect(entries.nth(1)).toContainText('Ana');
  await expect(entries.nth(1)).toContainText('payments');
  await records.getByLabel('Order', { exact: true }).selectOption({ label: 'Oldest first' });
  await expect(entries.nth(1)).toContainText('Secrets stay in etcd');
  await records.getByLabel('Search decisions').fill('driver');
  await expect(entries).toHaveCount(1);
  await records.getByLabel('Search decisions').fill('');
  await records.getByLabel('What', { exact: true }).selectOption({ label: 'Decisions of the team' });
  await expect(entries).toHaveCount(1);
  await nothingSerious(ana.page);

  const old = records.getByRole('article', { name: 'Secrets stay in etcd' });
  await old.getByRole('button', { name: 'Secrets stay in etcd' }).click();
  await old.getByRole('button', { name: 'Replace with a new decision…' }).click();
  await expect(records.getByLabel('New decision')).toBeFocused();
  await records.getByLabel('New decision').fill('Secrets go to a vault');
  await records.getByLabel('New decision').press('Enter');
  await expect(old.getByRole('radio', { name: 'Superseded' })).toBeChecked();
  await expect(old).toContainText('Superseded bySecrets go to a vault');
  await expect(records.getByRole('article', { name: 'Secrets go to a vault' })).toContainText('Takes the place of');
});

test('ux 72: what the model is about is said once and read by everybody', async ({ server, person }) => {
  const { ana, bo } = await anaAndBo(person, server.url);
  const hers = await openRecords(ana.page, /^The model/u);
  await hers.getByLabel('System', { exact: true }).fill('Shop 4.2');
  await hers.getByLabel('System', { exact: true }).press('Enter');
  await hers.getByLabel('Add a reviewer').fill('Bo, Cyd');
  await hers.getByLabel('Add a reviewer').press('Enter');
  await expect(hers.getByRole('list', { name: 'Reviewers' }).getByRole('listitem')).toHaveText(['Bo', 'Cyd']);
  const his = await openRecords(bo.page, /^The model/u);
  await expect(his.getByLabel('System', { exact: true })).toHaveValue('Shop 4.2');
  await his.getByRole('button', { name: 'Remove Bo from the reviewers' }).click();
  await expect(hers.getByRole('list', { name: 'Reviewers' }).getByRole('listitem')).toHaveText(['Cyd']);
});
