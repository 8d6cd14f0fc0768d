/** The register of a large board, of an empty one, and on a small dark screen. Numbers are those of ux.md. */
import type { Locator, Page } from '@playwright/test';
import { nothingSerious } from '../support/axe.ts';
import { run, saved } from '../support/board.ts';
import { anaOn } from '../support/people.ts';
import { openRegister, table } from '../support/register.ts';
import { expect, test } from '../support/test.ts';

const lines = (page: Page): Locator => table(page).locator('[data-line]');
const counted = (page: Page): Locator =>
  page
    .getByRole('region', { name: 'Review' })
    .getByRole('status')
    .filter({ hasText: /threats?$/u });

/** Each pod gives seven threats. */
const BAD = {
  ...{ privileged: true, hostPID: true, hostNetwork: true, hostIPC: true, mountsRuntimeSocket: true },
  ...{ runAsNonRoot: false, allowPrivilegeEscalation: true, readOnlyRootFilesystem: false },
};
const pods = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    is: 'Pod' as const,
    label: `pod-${String(at).padStart(3, '0')}`,
    at: [(at % 25) * 200, Math.floor(at / 25) * 100] as const,
    facts: BAD,
  }));

test('ux 57, 74: a register of 5,000 threats scrolls, filters and is changed by keyboard, with few lines drawn at a time', async ({
  server,
  person,
}) => {
  test.slow();
  const { ana } = await anaOn(person, server.url, { elements: pods(720) });
  const { page } = ana;
  await openRegister(page, 'All threats', { timeout: 60_000 });
  const text = (await counted(page).textContent()) ?? '';
  const total = Number(/\d+/u.exec(text)?.[0]);
  expect(total).toBeGreaterThanOrEqual(5_000);
  await expect(table(page)).toHaveAttribute('aria-rowcount', String(total + 1));
  expect(await lines(page).count()).toBeLessThan(60);

  // To the end and back, by wheel and by keys: the line with the keyboard is always drawn.
  await lines(page).first().focus();
  await page.keyboard.press('End');
  await expect(page.locator('[data-line]:focus')).toHaveAttribute('aria-rowindex', String(total + 1));
  await expect(page.locator('[data-line]:focus')).toBeInViewport();
  await page.keyboard.press('PageUp');
  await expect(page.locator('[data-line]:focus')).toBeInViewport();
  await table(page).hover();
  await page.mouse.wheel(0, -1_000_000);
  await expect(table(page).getByRole('row').nth(1)).toBeInViewport();
  expect(await lines(page).count()).toBeLessThan(60);

  // Search narrows to one pod; a cell of it is changed without the mouse.
  await page.getByRole('region', { name: 'Review' }).getByLabel('Search threats').fill('pod-417');
  await expect(counted(page)).toHaveText(/^(?:[5-9]|1\d) of \d+ threats$/u);
  await lines(page).first().focus();
  await page.keyboard.press('F2');
  await expect(page.getByRole('dialog', { name: /^State of “/u })).toBeVisible();
  await page.keyboard.type('m');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-cell=state]:focus')).toHaveText('Mitigated');
  await saved(page);
});

test('ux 62: on a dark screen of 320 px threats are cards that are read, changed and decided; an empty register says what to do', async ({
  server,
  person,
}) => {
  const small = { viewport: { width: 320, height: 640 }, colorScheme: 'dark' } as const;
  const bring = (name?: string) => person(name, small);
  const { ana } = await anaOn(bring, server.url, { elements: pods(2) });
  await openRegister(ana.page, 'All threats', { timeout: 60_000 });
  const card = lines(ana.page).first();
  await expect(card).toBeVisible();
  await nothingSerious(ana.page, '[aria-label="Review"]');
  await card.locator('[data-cell=state]').click();
  const editor = ana.page.getByRole('dialog', { name: /^State of “/u });
  await editor.getByRole('option', { name: 'Accepted' }).click();
  await editor.getByLabel('Justification').fill('These pods are the agents of the nodes');
  await nothingSerious(ana.page, '[role=dialog]');
  const box = await editor.boundingBox();
  expect(box === null ? 0 : Math.min(box.x, 320 - box.x - box.width)).toBeGreaterThanOrEqual(0);
  await editor.getByRole('button', { name: 'Save' }).click();
  await expect(lines(ana.page).filter({ hasText: 'Accepted' })).toHaveCount(1);
  await lines(ana.page).first().getByRole('rowheader').click();
  await expect(ana.page.getByRole('form', { name: 'Decision' })).toBeInViewport();
  await nothingSerious(ana.page, '[aria-label="Review"]');
  // Nothing of the register is wider than the screen.
  const wide = await ana.page.getByRole('region', { name: 'Review' }).evaluate((dock) => dock.scrollWidth);
  expect(wide).toBeLessThanOrEqual(320);

  const { ana: other } = await anaOn(bring, server.url);
  await run(other.page, 'Threat register');
  const message = other.page.getByText('No threats yet').locator('..');
  const at = await message.boundingBox();
  expect(at?.x).toBeGreaterThanOrEqual(12);
  await nothingSerious(other.page, '[aria-label="Review"]');
});
