/** Beginning on an empty board. Numbers are those of ux.md. */
import { createBoard, saved } from '../support/board.ts';
import { observe } from '../support/observer.ts';
import { expect, test } from '../support/test.ts';

test('ux 55, 56: an empty board offers three ways to start; a template comes in as one step and is judged', async ({
  server,
  person,
}) => {
  const { page } = await person('Ana');
  const link = await createBoard(page, server.url, /Empty board/u);
  await expect(page.getByRole('heading', { name: 'Three ways to begin' })).toBeVisible();

  await page.getByRole('button', { name: 'Insert an element', exact: true }).click();
  await expect(
    page
      .getByRole('combobox', { name: /^Insert/u })
      .or(page.getByLabel('Insert'))
      .first(),
  ).toBeFocused();
  await page.keyboard.press('Escape');
  await page.getByText('Draw a boundary', { exact: true }).click();
  await expect(page.getByRole('radio', { name: 'Box' })).toBeChecked();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Begin with a template or file' }).click();
  const dialog = page.getByRole('dialog', { name: 'Begin with a template or file' });
  await expect(dialog.getByRole('button', { name: /Empty board/u })).toHaveCount(0);
  await dialog.getByRole('button', { name: /CI\/CD to cluster/u }).click();
  await expect(page.getByText(/elements came onto the board/u)).toBeVisible();
  await saved(page);
  const observer = await observe(link);
  expect(observer.nodes().size).toBeGreaterThan(20);
  await expect(page.getByTestId('count-threats')).not.toHaveText(/^0 /u);
  await page.keyboard.press('Control+z');
  await saved(page);
  expect(observer.nodes().size).toBe(0);
  await expect(page.getByRole('heading', { name: 'Three ways to begin' })).toBeVisible();
  observer.dispose();
});
