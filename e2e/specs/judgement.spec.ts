/** Threats in groups, what STRIDE has covered, answers that differ, and what removed a decided threat. Numbers are those of ux.md. */
import { answer, createBoard, element, insert, makeLink, openBoard, saved } from '../support/board.ts';
import { observe } from '../support/observer.ts';
import { expect, test } from '../support/test.ts';

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
  await answer(ana.page, 'payments', 'privileged', 'Yes');
  await saved(ana.page);
  await answer(bo.page, 'payments', 'privileged', 'No');
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

test('ux 74: a threat says its rule, its facts and what is not known, and one click sets a fact', async ({
  server,
  person,
}) => {
  const { page } = await person('Ana');
  const link = await createBoard(page, server.url, /Empty board/u);
  await insert(page, 'Pod', 'payments');
  const observer = await observe(link);
  const id = observer.nodeId('payments');
  const fact = (name: string) => observer.nodes().get(id)?.[`p.${name}`];

  // Nothing is known: nothing is found, and nothing is called safe. A dozen questions at most stand first, and how many there are is said.
  await element(page, 'payments').click();
  await page.getByRole('tab', { name: /Questions \d+/u }).click();
  const list = page.getByRole('list', { name: 'Questions' });
  await expect(list.getByTestId(`question-${id}~podSecurity`)).toBeVisible();
  expect(await list.getByRole('article').count()).toBeLessThanOrEqual(12);
  await expect(page.getByRole('button', { name: /^Show \d+ more$/u })).toBeVisible();
  await expect(page.getByText(/^\d+ open questions, something critical or high hangs on \d+$/u)).toBeVisible();

  await answer(page, 'payments', 'privileged', 'Yes');
  await page.getByRole('tab', { name: /Threats/u }).click();
  const threat = page.getByTestId(`threat-WL-001~${id}`);
  await expect(threat).toContainText('Privileged: Yes');
  await expect(threat).toContainText('Ana');
  await threat.getByRole('button', { name: /^Why/u }).click();
  await expect(threat).toContainText('Rule WL-001');
  await expect(threat).toContainText(/\d+ questions about this are open\. Unknown is not safe/u);

  // One click turns the fact around, and the threat is gone for everybody.
  await threat.getByRole('button', { name: /^Set “Privileged” of payments to no/u }).click();
  await expect.poll(() => fact('privileged')).toBe(false);
  await expect(threat).toHaveCount(0);

  // One answer settles many: what a standard forbids is asked no more, and no threat comes of it.
  await page.getByRole('tab', { name: /Questions \d+/u }).click();
  await list.getByTestId(`question-${id}~podSecurity`).getByRole('button', { name: 'Restricted' }).click();
  await expect.poll(() => fact('podSecurity')).toBe('restricted');
  await expect(page.getByTestId(`question-${id}~hostNetwork`)).toHaveCount(0);
  await expect(page.getByTestId(`question-${id}~podSecurity`)).toHaveCount(0);
  observer.dispose();
});

test('ux 74: an exception that nobody claimed does not hold, and one click claims it', async ({ server, person }) => {
  const { page } = await person('Ana');
  const link = await createBoard(page, server.url, /Empty board/u);
  await insert(page, 'Administrator', 'on-call');
  const observer = await observe(link);
  const id = observer.nodeId('on-call');
  await answer(page, 'on-call', 'clusterAdmin', 'Yes');
  await page.getByRole('tab', { name: /Threats/u }).click();
  const threat = page.getByTestId(`threat-ID-001~${id}`);
  await expect(threat).toContainText('Emergency access only: not answered');
  await threat.getByRole('button', { name: /^Set “Emergency access only” of on-call to yes/u }).click();
  await expect.poll(() => observer.nodes().get(id)?.['p.breakglass']).toBe(true);
  await expect(threat).toHaveCount(0);
  observer.dispose();
});

test('ux 45, 76: standing decisions and coverage open from the commands, and coverage says what nobody judges', async ({
  server,
  person,
}) => {
  const { page } = await person('Ana');
  await createBoard(page, server.url, /Pod launch, in full/u);
  const command = async (words: string): Promise<void> => {
    // Right after the board has come its keys may still be on their way.
    await expect(async () => {
      await page.keyboard.press('ControlOrMeta+k');
      await expect(page.getByRole('combobox', { name: 'Search commands' })).toBeFocused({ timeout: 1_000 });
    }).toPass();
    await page.keyboard.type(words);
    await expect(page.getByRole('dialog').getByRole('option').first()).toContainText(words);
    await page.keyboard.press('Enter');
  };
  await command('Standing decisions');
  const standing = page.getByRole('dialog', { name: 'Standing decisions' });
  await expect(standing).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(standing).toHaveCount(0);

  await command('STRIDE coverage');
  const coverage = page.getByRole('dialog', { name: 'STRIDE coverage' });
  await expect(coverage.getByRole('heading', { name: 'Left out of this table' })).toBeVisible();
  await coverage.getByRole('button', { name: /Threats that no rule looks for \d+/u }).click();
  await expect(coverage).toContainText('Hardware, firmware and physical access');
});

test('a decided threat that no longer arises says which fact removed it', async ({ server, person }) => {
  const { page } = await person('Ana');
  const link = await createBoard(page, server.url, /Empty board/u);
  await insert(page, 'Pod', 'payments');
  await answer(page, 'payments', 'privileged', 'Yes');
  await saved(page);
  const observer = await observe(link);
  const id = observer.nodeId('payments');
  observer.dispose();
  await page.getByRole('tab', { name: /Threats/u }).click();
  const threat = page.getByTestId(`threat-WL-001~${id}`);
  await threat.getByRole('button', { name: /Decide/u }).click();
  await threat.getByLabel(/^State/u).selectOption('mitigated');
  await threat.getByRole('button', { name: /^(Save|Decide)$/u }).click();
  await answer(page, 'payments', 'privileged', 'No');
  await page.getByRole('tab', { name: /Threats/u }).click();
  await expect(threat).toHaveCount(0);
  await page.getByRole('button', { name: /No longer arise/u }).click();
  const gone = page.getByRole('listitem').filter({ hasText: 'WL-001' });
  await expect(gone).toContainText('Mitigated');
  await expect(gone).toContainText(/privileged/iu);
});
