/** The board by the keys alone, and what is read out of it. */
import { expect, type Locator, type Page } from '@playwright/test';

/** Inserts a stencil by the keys: `/`, a word, Enter, its name, Enter. */
export async function insertByKeys(page: Page, search: string, label: string): Promise<void> {
  await expect(page.getByLabel('Insert')).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByLabel('Insert')).toBeFocused();
  await page.keyboard.type(search);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('label-editor')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(label);
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-surface]')).toBeFocused();
}

/** The name the focused thing on the diagram has for assistive technology. */
export const focused = (page: Page): Promise<string | null> =>
  page.locator('[data-surface]').evaluate((surface) => {
    const id = surface.getAttribute('aria-activedescendant');
    return id === null ? null : (document.getElementById(id)?.getAttribute('aria-label') ?? null);
  });

/** What assistive technology was told last. */
export const announced = (page: Page): Locator => page.getByTestId('announcements');

/** Chooses an action in the command palette by its words. */
export async function command(page: Page, words: string): Promise<void> {
  // What can be done is fetched after the diagram: until then the key does nothing.
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('combobox', { name: 'Search commands' })).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.type(words);
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText(words);
  await page.keyboard.press('Enter');
}

/** Selects an element by finding its name. */
export async function goTo(page: Page, name: string): Promise<void> {
  const field = page.getByRole('search', { name: 'Find' }).getByRole('textbox');
  // The key acts as soon as the list of actions has been fetched; pressing it again only selects what was typed.
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+f');
    await expect(field).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-surface]')).toBeFocused();
}
