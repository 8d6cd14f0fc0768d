/** Threats in groups, what STRIDE has covered, answers that differ, and what removed a decided threat. Numbers are those of ux.md. */
import type { Page } from '@playwright/test';
import { createBoard, element, insert, makeLink, openBoard, saved } from '../support/board.ts';
import { observe } from '../support/observer.ts';
import { expect, test } from '../support/test.ts';

async function say(page: Page, label: string, property: string, value: 'Yes' | 'No'): Promise<void> {
  await element(page, label).click();
  await page.getByRole('tab', { name: /Element/u }).click();
  await page.getByTestId(`property-${property}`).getByRole('radio', { name: value, exact: true }).click();
}

test('ux 76: threats stand in groups by what an attacker does, and coverage leads from each line to its threats', async ({
  server,
  person,
}) => {
  const { page } = await person('Ana');
  await createBoard(page, server.url, /Pod launch, in full/u);
  await page.getByRole('tab', { name: /Threats \d+/u }).click();
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByLabel('Group by').selectOption('technique');
  await expect(page.getByRole('button', { name: /T1611 Escape to Host/u })).toBeVisible();
  await page.getByLabel('Group by').selectOption('element');
  await expect(page.getByRole('button', { name: /CSI driver/u }).first()).toBeVisible();

  await page.getByRole('button', { name: 'Coverage' }).click();
  const dialog = page.getByRole('dialog', { name: 'STRIDE coverage' });
  const line = dialog.getByRole('row', { name: /^kube-apiserver/u });
  await expect(line.getByRole('cell')).toHaveCount(6);
  await expect(line).toContainText(/Spoofing: \d+ open threats?/u);
  await line.getByRole('button', { name: 'kube-apiserver' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'kube-apiserver', exact: true })).toBeVisible();
});

test('ux 97: two different answers to one question are shown with who said what, until one is agreed', async ({
  server,
  person,
}) => {
  const [ana, bo] = [await person('Ana'), await person('Bo')];
  const link = await createBoard(ana.page, server.url, /Empty board/u);
  await insert(ana.page, 'Pod', 'payments');
  await openBoard(bo.page, await makeLink(ana.page, 'Edit'));
  await say(ana.page, 'payments', 'privileged', 'Yes');
  await saved(ana.page);
  await say(bo.page, 'payments', 'privileged', 'No');
  await saved(bo.page);

  const observer = await observe(link);
  const id = observer.nodeId('payments');
  for (const { page } of [ana, bo]) {
    await page.getByRole('tab', { name: /Questions/u }).click();
    const card = page.getByTestId(`disagreement-${id}~privileged`);
    await expect(card).toContainText('Ana says: Yes');
    await expect(card).toContainText('Bo says: No');
  }
  await ana.page.getByTestId(`disagreement-${id}~privileged`).getByRole('button', { name: 'Agree on: Yes' }).click();
  for (const { page } of [ana, bo]) await expect(page.getByTestId(`disagreement-${id}~privileged`)).toHaveCount(0);
  await expect.poll(() => observer.nodes().get(id)?.['p.privileged']).toBe(true);
  observer.dispose();
});

test('a decided threat that no longer arises says which fact removed it', async ({ server, person }) => {
  const { page } = await person('Ana');
  const link = await createBoard(page, server.url, /Empty board/u);
  await insert(page, 'Pod', 'payments');
  await say(page, 'payments', 'privileged', 'Yes');
  await saved(page);
  const observer = await observe(link);
  const id = observer.nodeId('payments');
  observer.dispose();
  await page.getByRole('tab', { name: /Threats/u }).click();
  const threat = page.getByTestId(`threat-WL-001~${id}`);
  await threat.getByRole('button', { name: /Decide/u }).click();
  await threat.getByLabel(/^State/u).selectOption('mitigated');
  await threat.getByRole('button', { name: /^(Save|Decide)$/u }).click();
  await say(page, 'payments', 'privileged', 'No');
  await page.getByRole('tab', { name: /Threats/u }).click();
  await expect(threat).toHaveCount(0);
  await page.getByRole('button', { name: /No longer arise/u }).click();
  const gone = page.getByRole('listitem').filter({ hasText: 'WL-001' });
  await expect(gone).toContainText('Mitigated');
  await expect(gone).toContainText(/privileged/iu);
});
