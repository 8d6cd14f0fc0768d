/** What people do with comments, in their words. */
import { expect, type Locator, type Page } from '@playwright/test';
import { element, run } from './board.ts';
import { dock } from './workshop.ts';

/** Two elements and a flow, to be talked about. */
export const DRAWING = {
  elements: [
    { is: 'Pod', label: 'payments', at: [0, 0], facts: { privileged: true } },
    { is: 'etcd', label: 'state', at: [420, 40] },
  ],
  flows: [{ from: 'payments', to: 'state', label: 'writes' }],
} as const;

/** The open conversation. */
export const talk = (page: Page): Locator => page.getByTestId('talk');
/** The marks of conversations on the diagram. */
export const pins = (page: Page): Locator =>
  page.getByRole('toolbar', { name: /^Comments in view/u }).getByRole('button');
/** What was said in it. */
export const log = (page: Page): Locator => talk(page).getByRole('log');
/** A conversation in the list. */
export const row = (page: Page, text: string | RegExp): Locator =>
  dock(page).getByRole('list', { name: 'Conversations' }).getByRole('button').filter({ hasText: text });

/** Selects an element and writes the first comment on it, by keyboard. */
export async function commentOn(page: Page, label: string, text: string): Promise<void> {
  await page.keyboard.press('Escape');
  await element(page, label).click();
  // The key is answered once comments are here.
  await expect(async () => {
    await page.keyboard.press('m');
    await expect(talk(page).getByLabel('Your comment')).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await talk(page).getByLabel('Your comment').fill(text);
  await page.keyboard.press('Enter');
  await expect(log(page)).toContainText(text);
}

/** Answers in the open conversation. */
export async function reply(page: Page, text: string): Promise<void> {
  await talk(page).getByLabel('Your reply').fill(text);
  await page.keyboard.press('Enter');
  await expect(log(page)).toContainText(text);
}

/** Opens the list of all conversations. */
export async function openList(page: Page): Promise<void> {
  await run(page, 'Comments');
  await expect(dock(page).getByRole('heading', { name: 'Comments' })).toBeVisible();
}
