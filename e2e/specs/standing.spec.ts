/** Standing decisions: one decision for a rule holds for everybody, for what is drawn later too, and is ended with a reason. */
import type { Locator, Page } from '@playwright/test';
import { answer, createBoard, element, insert, makeLink, openBoard, saved } from '../support/board.ts';
import { nothingSerious } from '../support/axe.ts';
import { observe } from '../support/observer.ts';
import { expect, test } from '../support/test.ts';

/** Shows the threats of one element. */
async function threatsOf(page: Page, label: string): Promise<void> {
  await element(page, label).click();
  await page.getByRole('tab', { name: /Threats/u }).click();
}

/** Shows the threats of the whole board. */
async function wholeBoard(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /Threats/u }).click();
  const all = page.getByRole('radio', { name: 'Whole board' });
  if (await all.isVisible()) await all.check({ force: true });
}

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: /standing decision/iu });

test('ux 76: a standing decision for a rule holds for all, for what is drawn later too, until it is ended', async ({
  server,
  person,
}) => {
  const [ana, bo] = [await person('Ana'), await person('Bo')];
  const link = await createBoard(ana.page, server.url, /Empty board/u);
  await insert(ana.page, 'Pod', 'payments');
  await answer(ana.page, 'payments', 'privileged', 'Yes');
  await saved(ana.page);
  const observer = await observe(link);
  const payments = observer.nodeId('payments');
  await openBoard(bo.page, await makeLink(ana.page, 'Edit'));
  await threatsOf(bo.page, 'payments');
  const his = bo.page.getByTestId(`threat-WL-001~${payments}`);
  await expect(his).toBeVisible();

  // From the threat: the rule is taken over, and it is said what the decision reaches. Without a reason it is refused.
  await threatsOf(ana.page, 'payments');
  const threat = ana.page.getByTestId(`threat-WL-001~${payments}`);
  await threat.getByRole('button', { name: /^Standing decision…/u }).click();
  const dialog = dialogOf(ana.page);
  await expect(dialog.getByLabel('Applies to')).toBeFocused();
  await expect(dialog.getByRole('status')).toContainText('Applies to 1 threat now, and to each that appears later.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByLabel('Reason')).toBeFocused();
  await expect(dialog).toContainText('Write the reason: nobody can review a standing decision without one.');
  await dialog.getByLabel('Reason').fill('The platform team runs these');
  await dialog.getByLabel('Owner').fill('x'.repeat(500));
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByLabel('Owner')).toBeFocused();
  await expect(dialog).toContainText('At most 200 characters; these are 500.');
  await dialog.getByLabel('Owner').fill('Platform');
  await dialog.getByLabel('Until').fill('2020-01-31');
  await expect(dialog).toContainText('This day is over: the decision will apply to nothing.');
  await nothingSerious(ana.page);
  await dialog.getByLabel('Until').fill('');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('article')).toBeFocused();
  await expect(dialog.getByRole('article')).toContainText('1 threat inherits it now');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await saved(ana.page);

  // Bo sees the row marked, why, and the count.
  await expect(his).toContainText('Accepted by a standing decision');
  await his
    .getByRole('button', { name: /privileged/iu })
    .first()
    .click();
  await expect(his).toContainText('Decided by the standing decision “The platform team runs these”');
  await expect(his).toContainText('Owner: Platform');

  // What Bo draws afterwards inherits it.
  await insert(bo.page, 'Pod', 'reports');
  await answer(bo.page, 'reports', 'privileged', 'Yes');
  await saved(bo.page);
  const reports = observer.nodeId('reports');
  await threatsOf(bo.page, 'reports');
  const later = bo.page.getByTestId(`threat-WL-001~${reports}`);
  await expect(later).toContainText('Accepted by a standing decision');

  // A reload keeps it, and it can be reached from the list.
  await bo.page.reload();
  await wholeBoard(bo.page);
  await bo.page.getByRole('button', { name: 'Standing decisions (1)' }).click();
  const list = dialogOf(bo.page);
  await list.getByRole('button', { name: '2 threats inherit it now' }).click();
  await expect(list.getByRole('button', { name: 'payments' })).toBeVisible();
  await nothingSerious(bo.page);

  // Ending asks for a reason and brings the rows back for everybody.
  await list.getByRole('button', { name: 'End the standing decision on WL-001' }).click();
  await list.getByRole('button', { name: 'End it' }).click();
  await expect(list.getByRole('alert')).toHaveText('Write why it ends: it stays listed with this reason.');
  await list.getByLabel('Why does it end?').fill('We run them ourselves now');
  await list.getByRole('button', { name: 'End it' }).click();
  await expect(list.getByRole('status')).toHaveText('Ended. 2 threats are open again.');
  await list.getByRole('button', { name: /^Ended/u }).click();
  await expect(list).toContainText('We run them ourselves now');
  await list.getByRole('button', { name: 'Close' }).click();
  await expect(threat).toBeVisible();
  await expect(threat).not.toContainText('standing decision');
  observer.dispose();
});

test('who may only look sees standing decisions and cannot change them; one by tag is made by keyboard', async ({
  server,
  person,
}) => {
  const [ana, eve] = [await person('Ana'), await person('Eve')];
  const link = await createBoard(ana.page, server.url, /Empty board/u);
  await insert(ana.page, 'Pod', 'payments');
  await answer(ana.page, 'payments', 'privileged', 'Yes');
  await saved(ana.page);
  const observer = await observe(link);
  const id = observer.nodeId('payments');
  observer.dispose();
  await threatsOf(ana.page, 'payments');
  const threat = ana.page.getByTestId(`threat-WL-001~${id}`);
  await threat.getByRole('button', { name: /^Decide… /u }).press('Enter');
  await threat.getByLabel('Tags').fill('legacy, pci');
  await threat.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(threat.getByRole('list', { name: 'Tags' })).toContainText('legacy');

  await threat.getByRole('button', { name: /^Standing decision…/u }).press('Enter');
  const dialog = dialogOf(ana.page);
  await dialog.getByLabel('Applies to').selectOption({ label: 'Tagged “legacy” · 1 now' });
  await dialog.getByLabel('Reason').fill('Replaced next year');
  await dialog.getByLabel('Reason').press('Tab');
  await ana.page.keyboard.type('Bo');
  await dialog.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(dialog.getByRole('article')).toContainText('Tagged “legacy”');
  await ana.page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await saved(ana.page);

  await openBoard(eve.page, await makeLink(ana.page, 'View'));
  await wholeBoard(eve.page);
  await eve.page.getByRole('button', { name: 'Standing decisions (1)' }).click();
  const list = dialogOf(eve.page);
  await expect(list.getByRole('article')).toContainText('Replaced next year');
  await expect(list.getByRole('button', { name: /^(New|Edit|End)/u })).toHaveCount(0);
});
