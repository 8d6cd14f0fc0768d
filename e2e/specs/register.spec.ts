/** The threat register: one table of all threats, by keyboard alone, by several people at once. Numbers are those of ux.md. */
import type { Locator, Page } from '@playwright/test';
import { nothingSerious } from '../support/axe.ts';
import { apart, element, saved } from '../support/board.ts';
import { anaAndBo, anaOn } from '../support/people.ts';
import { line, openRegister, PODS, table } from '../support/register.ts';
import { expect, test } from '../support/test.ts';

const details = (page: Page): Locator =>
  page
    .locator('section')
    .filter({ has: page.getByRole('form', { name: 'Decision' }) })
    .last();

test('ux 57, 74, 90: a threat is decided from the register by keyboard alone, never without a reason, and its history says who and why', async ({
  server,
  person,
}) => {
  const { ana, board } = await anaOn(person, server.url, PODS);
  const { page } = ana;
  const threat = `WL-001~${board.id('payments')}`;
  await openRegister(page);
  await nothingSerious(page, '[aria-label="Review"]');

  // One Tab stop: the first line; arrows go on from there.
  await table(page).getByRole('row').nth(1).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  for (let press = 0; press < 60; press++) {
    if ((await page.evaluate(() => document.activeElement?.getAttribute('data-testid'))) === `register-${threat}`)
      break;
    await page.keyboard.press('ArrowDown');
  }
  await expect(line(page, threat)).toBeFocused();
  await page.keyboard.press('Enter');
  const decision = page.getByRole('form', { name: 'Decision' });
  await expect(decision.getByLabel('State')).toBeFocused();
  await page.keyboard.type('Acc');
  await expect(decision.getByLabel('State')).toHaveValue('accepted');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(decision.getByLabel('Justification')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(decision.getByRole('alert')).toHaveText(
    'Write why this is “Accepted”: nobody can review a decision without a reason.',
  );
  await expect(decision.getByLabel('Justification')).toBeFocused();
  await page.keyboard.type('The platform team runs these');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(line(page, threat)).toContainText('Accepted');
  await expect(page.getByRole('list', { name: 'History' })).toContainText(
    'Justification: “The platform team runs these”',
  );
  await expect(page.getByRole('list', { name: 'History' })).toContainText('Ana');
  await nothingSerious(page, '[aria-label="Review"]');

  // Escape goes back to the line in the table.
  await page.keyboard.press('Escape');
  await expect(line(page, threat)).toBeFocused();
  await saved(page);
});

test('ux 90: two people who decide on one threat at once are both in its history, and different fields both survive', async ({
  server,
  person,
}) => {
  const { ana, bo, board } = await anaAndBo(person, server.url, PODS);
  const threat = `WL-001~${board.id('payments')}`;
  for (const { page } of [ana, bo]) {
    await openRegister(page);
    await line(page, threat).getByRole('rowheader').click();
    await expect(page.getByRole('form', { name: 'Decision' })).toBeVisible();
  }
  await apart([ana, bo], async () => {
    for (const [{ page }, why] of [
      [ana, 'Ana knows the team'],
      [bo, 'Bo read the contract'],
    ] as const) {
      const decision = page.getByRole('form', { name: 'Decision' });
      await decision.getByLabel('State').selectOption('accepted');
      await decision.getByLabel('Justification').fill(why);
      await decision.getByRole('button', { name: 'Save decision' }).click();
    }
    await details(ana.page).getByLabel('Owner').fill('Platform');
    await details(ana.page).getByLabel('Owner').press('Enter');
    await details(bo.page).getByLabel('Ticket').fill('SEC-7');
    await details(bo.page).getByLabel('Ticket').press('Enter');
  });
  for (const { page } of [ana, bo]) {
    const history = page.getByRole('list', { name: 'History' });
    await expect(history).toContainText('“Ana knows the team”');
    await expect(history).toContainText('“Bo read the contract”');
    await expect(history).toContainText('Written at the same time as the change by');
    await expect(details(page).getByLabel('Owner')).toHaveValue('Platform');
    await expect(details(page).getByLabel('Ticket')).toHaveValue('SEC-7');
  }
  const why = (page: Page): Promise<string> =>
    page.getByRole('form', { name: 'Decision' }).getByLabel('Justification').inputValue();
  await expect.poll(async () => (await why(ana.page)) === (await why(bo.page))).toBe(true);
});

test('ux 76: several threats are decided at once, suggested scores confirmed, the matrix narrows the table, views are kept', async ({
  server,
  person,
}) => {
  const { ana, board } = await anaOn(person, server.url, {
    elements: [...PODS.elements, { is: 'etcd', label: 'store', at: [0, 200], facts: { encryptedAtRest: false } }],
  });
  const { page } = ana;
  const both = [`WL-001~${board.id('payments')}`, `WL-001~${board.id('reports')}`];
  await openRegister(page);
  await page.getByLabel('Group by').selectOption({ label: 'Rule' });
  await page.getByLabel('Search threats').last().fill('WL-001');
  await expect(table(page).getByRole('row', { name: /WL-001.*2 threats/u })).toBeVisible();

  // By the box of the group: suggested scores first, then a decision for both.
  await table(page)
    .getByRole('row', { name: /WL-001.*2 threats/u })
    .getByRole('checkbox')
    .check();
  const bar = page.getByRole('region', { name: 'Selected threats' });
  await expect(bar).toContainText('2 selected');
  await expect(line(page, both[0] ?? '')).toContainText('≈');
  await bar.getByRole('button', { name: 'Confirm 2 suggested scores' }).click();
  await expect(line(page, both[0] ?? '')).not.toContainText('≈');
  await bar.getByRole('button', { name: 'Decide…' }).click();
  const form = page.getByRole('form', { name: 'Decide on 2 threats' });
  await form.getByLabel('State').selectOption('accepted');
  await form.getByRole('button', { name: 'Save for 2 threats' }).click();
  await expect(form.getByRole('alert')).toContainText('Write why this is “Accepted”');
  await form.getByLabel('Justification').fill('Both run on nodes of their own');
  await form.getByLabel('Owner').fill('Platform');
  await nothingSerious(page, '[aria-label="Review"]');
  await form.getByRole('button', { name: 'Save for 2 threats' }).click();
  for (const threat of both) {
    await expect(line(page, threat)).toContainText('Accepted');
    await expect(line(page, threat)).toContainText('Platform');
  }

  // The matrix narrows the table to a cell, and its chip takes that back.
  await page.getByRole('button', { name: 'Risk matrix' }).click();
  const matrix = page.getByRole('region', { name: 'Risk matrix' });
  await page.getByLabel('Search threats').last().fill('');
  await matrix
    .getByRole('button', { name: /^[1-9]\d* threats? with likelihood/u })
    .first()
    .click();
  await expect(page.getByRole('status').filter({ hasText: /^\d+ of \d+ threats/u })).toBeVisible();
  await nothingSerious(page, '[aria-label="Review"]');
  await page.getByRole('button', { name: /Show other cells/u }).click();
  await page.getByLabel('Search threats').last().fill('WL-001');

  // What is seen is kept under a name in this browser.
  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.getByLabel('Name of the view').fill('Mine');
  await page.getByLabel('Name of the view').press('Enter');
  await saved(page);
  await page.reload();
  await openRegister(page);
  await page.getByLabel('View', { exact: true }).selectOption({ label: 'Mine' });
  await expect(page.getByLabel('Group by')).toHaveValue('rule');
  await expect(page.getByLabel('Search threats').last()).toHaveValue('WL-001');

  // Only what is selected on the diagram; a subject in the table selects it there.
  await line(page, both[1] ?? '')
    .getByRole('button', { name: 'reports' })
    .click();
  await expect(element(page, 'reports')).toHaveAttribute('data-selected', 'true');
  await page.getByRole('checkbox', { name: 'Only what is selected' }).check();
  await expect(line(page, both[0] ?? '')).toHaveCount(0);
  await expect(line(page, both[1] ?? '')).toBeVisible();
});

test('a threat written by hand is a sentence whose missing parts are named, and stays text whatever it says', async ({
  server,
  person,
}) => {
  const { ana, bo } = await anaAndBo(person, server.url, PODS);
  const hostile = '<img src=x onerror=alert(1)> =HYPERLINK("x") \u202Egnp';
  await openRegister(ana.page);
  await openRegister(bo.page);
  await ana.page.getByRole('button', { name: 'Write a threat' }).click();
  const form = ana.page.getByRole('form', { name: 'Write a threat' });
  await form.getByRole('button', { name: 'Add the threat' }).click();
  await expect(form.getByLabel('Title')).toBeFocused();
  await expect(form).toContainText('Write what can go wrong');
  await form.getByLabel('Who', { exact: true }).fill('a former employee');
  await form.getByLabel('Can do what').fill(`read ${hostile}`);
  await expect(form.getByRole('status')).toHaveText(
    'Still missing: what they need for it, what it leads to, what is harmed.',
  );
  await nothingSerious(ana.page, '[aria-label="Review"]');
  await form.getByRole('button', { name: 'Add the threat' }).click();

  // It has no score, so it stands above what has one; Bo fills in another part of the sentence.
  const first = (page: Page): Locator => table(page).getByRole('row').nth(1);
  await expect(first(bo.page)).toContainText('A former employee can read <img');
  await expect(first(bo.page)).toContainText('No score');
  await first(bo.page).click();
  const written = bo.page.getByRole('region', { name: 'Written threat' });
  await written.getByLabel('Harms what').fill('the ledger');
  await written.getByLabel('Harms what').press('Enter');
  const his = ana.page.getByRole('region', { name: 'Written threat' });
  await expect(his.getByLabel('Harms what')).toHaveValue('the ledger');
  await expect(his.getByRole('status')).toHaveText('Still missing: what they need for it, what it leads to.');

  // Deleted for everybody, and brought back by undo.
  await his.getByRole('button', { name: 'Delete this threat' }).click();
  await his.getByRole('button', { name: 'Delete threat' }).click();
  await expect(bo.page.getByText('This threat is no longer in the register')).toBeVisible();
  await ana.page.getByRole('button', { name: /^Undo/u }).click();
  await expect(written.getByLabel('Harms what')).toHaveValue('the ledger');
});
