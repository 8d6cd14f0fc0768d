/** The blast radius: what somebody gets who has one thing, beside the diagram and on it. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { createBoard, element, makeLink, openBoard, saved } from '../support/board.ts';
import { expect, test } from '../support/test.ts';

const panel = (page: Page): Locator => page.getByRole('region', { name: /is compromised$/u });

/** How many are reached for certain and how many possibly, as the summary says. */
async function counts(page: Page): Promise<{ proven: number; possible: number }> {
  const text = (await page.getByTestId('blast-summary').textContent()) ?? '';
  const [, proven, possible] = /(\d+) for certain\D*(\d+) possibly/u.exec(text) ?? [];
  return { proven: Number(proven), possible: Number(possible) };
}

test('from a container the blast radius shows what is reached, how, and what a control or an answer changes', async ({
  server,
  person,
}) => {
  const ana = await person('Ana');
  const { page } = ana;
  await createBoard(page, server.url, /Pod launch, in full/u);
  await saved(page);
  await element(page, 'App container').click();
  await page.getByRole('tab', { name: /Element/u }).click();
  await page.getByRole('button', { name: 'Blast radius', exact: true }).click();

  // The keyboard is in it; what is reached for certain and possibly stands apart.
  await expect(page.getByRole('heading', { name: 'If App container is compromised' })).toBeFocused();
  await expect(page.getByTestId('blast-summary')).toContainText('for certain');
  const before = await counts(page);
  expect(before.proven).toBeGreaterThan(0);
  expect(before.possible).toBeGreaterThan(0);

  // On the canvas: the start, both kinds of rings, as many as the list counts.
  await expect(page.locator('[data-testid^="blast-start-"]')).toHaveCount(1);
  await expect(page.locator('[data-testid^="blast-proven-"]')).toHaveCount(before.proven);
  await expect(page.locator('[data-testid^="blast-possible-"]')).toHaveCount(before.possible);

  // A row unfolds its path step by step and draws it.
  const row = panel(page)
    .getByTestId(/^reached-/u)
    .filter({ has: page.getByRole('button', { name: 'CoreDNS', exact: true }) })
    .first();
  await row.getByRole('button', { name: /How CoreDNS is reached/u }).click();
  await expect(row.getByRole('list').first()).toContainText('over a flow');
  await expect(page.locator('[data-testid^="blast-path-"]')).not.toHaveCount(0);
  const axe = await new AxeBuilder({ page }).include('#details').analyze();
  expect(axe.violations).toEqual([]);

  // Assuming a control takes things away, says so, and is taken back.
  await panel(page)
    .getByRole('button', { name: /^What would help/u })
    .click();
  const cut = panel(page).getByRole('checkbox').first();
  await cut.check();
  await expect(page.getByTestId('blast-difference')).toContainText('With 1 control assumed:');
  await expect.poll(async () => (await counts(page)).possible).toBeLessThan(before.possible);
  await panel(page).getByRole('button', { name: 'Assume nothing' }).click();
  await expect(page.getByTestId('blast-difference')).toHaveCount(0);
  await expect.poll(async () => (await counts(page)).possible).toBe(before.possible);

  // One click answers what is unknown; the board changes and so does the radius.
  await panel(page)
    .getByRole('button', { name: /^Answers that would tell/u })
    .click();
  const question = panel(page)
    .getByTestId(/^blast-question-/u)
    .filter({ has: page.getByRole('button', { name: 'Yes', exact: true }) })
    .first();
  await question.getByRole('button', { name: 'Yes', exact: true }).click();
  await expect.poll(async () => (await counts(page)).proven).not.toBe(before.proven);
  await saved(page);

  // Somebody else sees nothing of it, and may look for themselves with a view link.
  await page.getByRole('button', { name: 'Close the blast radius' }).click();
  await expect(page.getByRole('button', { name: 'Blast radius', exact: true })).toBeFocused();
  const link = await makeLink(page, 'View');
  await page.getByRole('button', { name: 'Blast radius', exact: true }).click();
  await expect(page.getByTestId('blast-marks')).toBeVisible();
  const bo = await person('Bo');
  await openBoard(bo.page, link);
  await expect(bo.page.getByTestId('blast-marks')).toHaveCount(0);
  await element(bo.page, 'App container').click();
  await bo.page.getByRole('tab', { name: /Element/u }).click();
  await bo.page.getByRole('button', { name: 'Blast radius', exact: true }).click();
  await expect(bo.page.getByTestId('blast-marks')).toBeVisible();

  // Escape ends it, from the panel and from the canvas.
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('blast-marks')).toHaveCount(0);
  await expect(panel(page)).toHaveCount(0);
  await bo.page.getByRole('application', { name: /^Diagram/u }).focus();
  await bo.page.keyboard.press('Escape');
  await expect(bo.page.getByTestId('blast-marks')).toHaveCount(0);
});
