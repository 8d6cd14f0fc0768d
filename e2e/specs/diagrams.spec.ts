/** Several diagrams in one model. Numbers are those of ux.md. */
import type { Page } from '@playwright/test';
import { boardReady, element, insert, openBoard, saved } from '../support/board.ts';
import { observe } from '../support/observer.ts';
import { anaOn } from '../support/people.ts';
import { expectNothingSerious } from '../support/serious.ts';
import { expect, test } from '../support/test.ts';

const tab = (page: Page, name: RegExp | string) =>
  page.getByRole('tablist', { name: 'Diagrams' }).getByRole('tab', { name });

async function addDiagram(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New diagram' }).click();
  const field = page.getByLabel(/^Name of diagram/u);
  await expect(field).toBeFocused();
  await field.fill(name);
  await field.press('Enter');
  await expect(tab(page, name)).toHaveAttribute('aria-selected', 'true');
}

test('ux 96: two people on two diagrams of one model see each other in the tabs, and nothing of one shows on the other', async ({
  server,
  person,
}) => {
  const { ana, board } = await anaOn(person, server.url, {
    elements: [{ is: 'API server', label: 'api', at: [0, 0] }],
  });
  const bo = await person('Bo');
  await addDiagram(ana.page, 'Pipeline');
  await expect(element(ana.page, 'api')).toHaveCount(0);
  await insert(ana.page, 'Pod', 'runner');
  await saved(ana.page);

  await openBoard(bo.page, board.link);
  await expect(element(bo.page, 'api')).toBeVisible();
  await expect(element(bo.page, 'runner')).toHaveCount(0);
  await expect(tab(bo.page, /^Pipeline, Ana is here/u)).toHaveAttribute('aria-selected', 'false');

  // A pointer on another diagram is not shown here, and one that comes over is.
  await ana.page.mouse.move(700, 420);
  await ana.page.mouse.move(720, 440);
  await bo.page.waitForTimeout(400);
  await expect(bo.page.locator('[data-testid^="cursor-"]')).toHaveCount(0);
  await tab(bo.page, /^Pipeline/u).click();
  await expect(element(bo.page, 'runner')).toBeVisible();
  await ana.page.mouse.move(740, 460);
  await expect(bo.page.locator('[data-testid^="cursor-"]')).toHaveCount(1);

  // A reload comes back to the diagram looked at.
  await bo.page.reload();
  await boardReady(bo.page);
  await expect(element(bo.page, 'runner')).toBeVisible();

  // Ana deletes the diagram Bo looks at: Bo is told and stands elsewhere; her undo brings it back with what is on it.
  await tab(ana.page, /^Pipeline/u).focus();
  await ana.page.keyboard.press('Delete');
  const dialog = ana.page.getByRole('dialog', { name: 'Delete “Pipeline”' });
  await expect(dialog).toContainText('The 1 element on it is deleted with it');
  await dialog.getByRole('button', { name: 'Delete diagram' }).click();
  await expect(tab(ana.page, /^Pipeline/u)).toHaveCount(0);
  await expect(bo.page.getByText(/“Pipeline” was deleted by somebody else/u)).toBeVisible();
  await expect(element(bo.page, 'api')).toBeVisible();
  await ana.page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await tab(bo.page, /^Pipeline/u).click();
  await expect(element(bo.page, 'runner')).toBeVisible();
});

test('ux 96: an element shown twice has its facts, threats and decisions once', async ({ server, person }) => {
  const {
    ana: { page },
    board,
  } = await anaOn(person, server.url, {
    elements: [{ is: 'Pod', label: 'payments', at: [0, 0], facts: { privileged: true } }],
  });
  const observer = await observe(board.link);
  const id = board.id('payments');
  await element(page, 'payments').click();
  await page.getByRole('tab', { name: /^Element/u }).click();
  await expect(page.getByTestId('count-threats')).not.toHaveText(/^0 /u);
  const before = await page.getByTestId('count-threats').textContent();

  await page.getByRole('button', { name: 'Show on another diagram…' }).click();
  await page.getByRole('option', { name: 'New diagram' }).click();
  await page.getByRole('button', { name: 'Go there' }).click();
  await expect(tab(page, /^Diagram 2/u)).toHaveAttribute('aria-selected', 'true');
  const reference = page.locator('[data-testid^="node-"]').filter({ hasText: 'payments' });
  await expect(reference).toHaveCount(1);
  await expect(page.getByTestId(`node-${id}`)).toHaveCount(0);
  await expect(page.getByTestId('count-threats')).toHaveText(before ?? '');

  // Decided at the reference, decided at the original.
  await reference.click();
  await expect(page.getByText('Shows “payments” from')).toBeVisible();
  await page.getByRole('tab', { name: /^Threats/u }).click();
  const threat = page.getByTestId(`threat-WL-001~${id}`);
  await threat.getByRole('button', { name: /Decide/u }).click();
  await threat.getByLabel(/^State/u).selectOption('mitigated');
  await threat.getByRole('button', { name: /^(Save|Decide)$/u }).click();
  await saved(page);
  await expect.poll(() => observer.decisions()[`WL-001~${id}|state`]).toEqual(expect.arrayContaining(['mitigated']));
  await page.getByRole('tab', { name: /^Element/u }).click();
  await page.getByRole('button', { name: 'Go to original' }).click();
  await expect(tab(page, /^Diagram 1/u)).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByTestId(`node-${id}`)).toBeVisible();
  observer.dispose();
});

test('ux 96: into the diagram that details an element and back, with keys; what is drawn there is judged there', async ({
  server,
  person,
}) => {
  const {
    ana: { page },
  } = await anaOn(person, server.url, {
    elements: [
      { is: 'Pod', label: 'payments', at: [0, 0] },
      { is: 'etcd', label: 'store', at: [260, 0] },
    ],
    flows: [{ from: 'payments', to: 'store' }],
  });
  await element(page, 'payments').click();
  await page.getByRole('tab', { name: /^Element/u }).click();
  await page.getByRole('button', { name: 'Detail in its own diagram' }).click();
  await expect(tab(page, /^payments/u)).toHaveAttribute('aria-selected', 'true');
  await insert(page, 'Container', 'sidecar');
  const way = page.getByRole('navigation', { name: 'Where this diagram belongs' });
  await expect(way).toContainText('payments');
  await way.getByRole('button').click();
  await expect(element(page, 'payments')).toBeVisible();
  await expect(element(page, 'payments')).toHaveAttribute('aria-label', /payments/u);
  await element(page, 'payments').click();
  await page.keyboard.press('Control+Enter');
  await expect(element(page, 'sidecar')).toBeVisible();
  await expect(element(page, 'store')).toHaveCount(0);
  await expectNothingSerious(page, 'diagrams');

  // Tabs from the keyboard: arrows go, F2 renames, Ctrl+Shift+arrow orders.
  await tab(page, /^payments/u).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(element(page, 'store')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('F2');
  await page.keyboard.type('Inside payments');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await expect(page.getByRole('tablist', { name: 'Diagrams' }).getByRole('tab').first()).toHaveAccessibleName(
    /^Inside payments/u,
  );
  await expect(element(page, 'sidecar')).toBeVisible();
});
