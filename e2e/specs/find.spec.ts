/** Finding on the whole board. Numbers are those of ux.md. */
import type { Page } from '@playwright/test';
import { createBoard, element, insert, saved } from '../support/board.ts';
import { anaOn } from '../support/people.ts';
import { expectNothingSerious } from '../support/serious.ts';
import { expect, test } from '../support/test.ts';

/** The key acts as soon as the list of actions has been fetched; pressing it again only selects what was typed. */
async function openFind(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+f');
    await expect(page.getByRole('search', { name: 'Find' }).getByRole('textbox')).toBeFocused({ timeout: 1_000 });
  }).toPass();
}

test('ux 44: find names what matched, counts, steps both ways and gives the focus back', async ({ server, person }) => {
  const {
    ana: { page },
  } = await anaOn(person, server.url, {
    elements: [
      { is: 'Container', label: 'Façade', at: [0, 0] },
      { is: 'etcd', label: 'etcd', at: [200, 0] },
      { is: 'API server', label: 'facade of the API', at: [400, 0] },
    ],
  });
  await page.locator('[data-surface]').focus();
  await page.keyboard.press('Escape');
  await openFind(page);
  const find = page.getByRole('search', { name: 'Find' });
  await expect(find.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('FACADE');
  await expect(find.getByRole('status')).toContainText('2 matches');
  await page.keyboard.press('Enter');
  await expect(find.getByRole('status')).toContainText('1 of 2');
  await expect(find.getByRole('status')).toContainText('name: Façade');
  await expect(element(page, 'Façade')).toHaveAttribute('data-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(find.getByRole('status')).toContainText('2 of 2');
  await expect(element(page, 'facade of the API')).toHaveAttribute('data-selected', 'true');
  await page.keyboard.press('Shift+Enter');
  await expect(element(page, 'Façade')).toHaveAttribute('data-selected', 'true');
  await expectNothingSerious(page, 'find');
  await page.keyboard.press('Escape');
  await expect(find).toBeHidden();
  await expect(page.locator('[data-surface]')).toBeFocused();
});

test('ux 44: find reaches properties, threats, what is off screen and other diagrams, and says where it went', async ({
  server,
  person,
}) => {
  const { page } = await person('Ana');
  await createBoard(page, server.url, /CI\/CD/u);
  await saved(page);
  await expect(page.getByTestId('count-threats')).not.toHaveText(/^0 /u);
  const find = page.getByRole('search', { name: 'Find' });
  await page.locator('[data-surface]').focus();
  await openFind(page);
  await page.keyboard.type('credentials');
  await expect(find.getByRole('status')).toContainText(/match/u);
  await page.keyboard.press('Enter');
  await expect(find.getByRole('status')).toContainText(/(?:name|kind|property|threat|notes)/u);
  await page.keyboard.press('Escape');

  // Another diagram, left behind.
  await page.getByRole('button', { name: 'New diagram' }).click();
  await page.keyboard.press('Enter');
  await insert(page, 'etcd', 'only here');
  await page.getByRole('tab').first().click();
  await expect(element(page, 'only here')).toHaveCount(0);
  await page.locator('[data-surface]').focus();
  await openFind(page);
  await page.keyboard.type('only here');
  await expect(find.getByRole('status')).toContainText('1 match');
  await page.keyboard.press('Enter');
  await expect(element(page, 'only here')).toHaveAttribute('data-selected', 'true');
  await expect(find.getByRole('status')).toContainText('Now on “');
});
