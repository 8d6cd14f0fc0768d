/** What people do in a workshop, in their words. */
import { expect, type Locator, type Page } from '@playwright/test';
import { run } from './board.ts';

/** The review below the diagram. */
export const dock = (page: Page): Locator => page.getByRole('region', { name: 'Review' });

/** Who has raised a hand, in the order of the queue. */
export const hands = (page: Page): Locator => page.getByRole('list', { name: 'Raised hands' }).getByRole('listitem');

/** Opens the place of cards. */
export async function openCards(page: Page): Promise<Locator> {
  await run(page, 'Open the review: Cards');
  await expect(dock(page).getByRole('heading', { name: 'Cards', exact: true })).toBeVisible();
  return dock(page);
}

/** As facilitator: begins a round of silent writing at the place of cards. */
export async function startRound(page: Page): Promise<void> {
  const cards = await openCards(page);
  await cards.getByRole('button', { name: 'Start silent writing' }).click();
  await expect(page.getByRole('region', { name: 'Silent writing' })).toBeVisible();
}

/** Writes one card with the keyboard. */
export async function write(page: Page, text: string): Promise<void> {
  const field = dock(page).getByLabel('New card');
  await field.fill(text);
  await field.press('Enter');
  await expect(field).toHaveValue('');
}

/** As facilitator: shows the cards of everybody. */
export const reveal = (page: Page): Promise<void> => dock(page).getByRole('button', { name: 'Show all cards' }).click();

/** The card on the wall that says this. */
export const wallCard = (page: Page, text: string | RegExp): Locator =>
  dock(page).getByRole('article').filter({ hasText: text });

/** Chooses from the menu of a card on the wall. */
export async function choose(page: Page, text: string, item: string | RegExp): Promise<void> {
  await wallCard(page, text)
    .getByRole('button', { name: /^What to do with/u })
    .click();
  await page.getByRole('menuitem', { name: item }).click();
}
