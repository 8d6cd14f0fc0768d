/** The board as a tree. Numbers are those of ux.md. */
import type { Page } from '@playwright/test';
import { createBoard, element } from '../support/board.ts';
import { anaOn } from '../support/people.ts';
import { expectNothingSerious } from '../support/serious.ts';
import { expect, test } from '../support/test.ts';

/** What the present line says. */
const present = (page: Page): Promise<string | null> =>
  page.getByRole('tree').evaluate((tree) => {
    const line = document.getElementById(tree.getAttribute('aria-activedescendant') ?? '');
    return line?.getAttribute('aria-label') ?? null;
  });

test('ux 52, 61: the outline tells the board by keyboard, and follows and leads the selection', async ({
  server,
  person,
}) => {
  const {
    ana: { page },
  } = await anaOn(person, server.url, {
    elements: [
      { is: 'API server', label: 'api', at: [0, 0] },
      { is: 'etcd', label: 'etcd', at: [300, 0] },
    ],
    flows: [{ from: 'api', to: 'etcd' }],
  });
  await page.locator('[data-surface]').focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('o');
  const tree = page.getByRole('tree', { name: 'Outline' });
  await expect(tree).toBeFocused();
  await expect(tree.getByRole('treeitem')).toHaveCount(2);
  await page.keyboard.press('Home');
  await expect.poll(() => present(page)).toMatch(/^api, .*outside all boundaries, 1 flow/u);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => present(page)).toMatch(/^from api to etcd, /u);
  const line = tree.getByRole('treeitem', { name: /^from api to etcd/u });
  await expect(line).toHaveAttribute('aria-level', '2');
  await expect(line).toHaveAttribute('aria-setsize', '1');
  await expect(line).toHaveAttribute('aria-posinset', '1');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('e');
  await expect.poll(() => present(page)).toMatch(/^etcd/u);
  await page.keyboard.press('Enter');
  await expect(element(page, 'etcd')).toHaveAttribute('data-selected', 'true');
  await expect(tree).toBeFocused();
  await expectNothingSerious(page, 'outline');

  await element(page, 'api').click();
  await expect.poll(() => present(page)).toMatch(/^api, /u);
  await tree.focus();
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-surface]')).toBeFocused();
});

test('ux 62: the outline is reached and used at 320 px', async ({ server, person }) => {
  const { page } = await person('Ana', { viewport: { width: 320, height: 640 } });
  await createBoard(page, server.url, /Pod launch, in full/u);
  await page.getByRole('button', { name: 'Show stencils' }).click();
  await page.getByRole('radio', { name: 'Outline' }).check({ force: true });
  const tree = page.getByRole('tree', { name: 'Outline' });
  await expect(tree).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await expect(tree.getByRole('treeitem', { name: /, in .*, \d+ flows?, \d+ open threats?$/u }).first()).toBeVisible();
  await tree.focus();
  await page.keyboard.press('End');
  const last = await present(page);
  await page.keyboard.press('Enter');
  await expect(tree.locator('[aria-selected="true"]')).toHaveAttribute('aria-label', last ?? '');
});
