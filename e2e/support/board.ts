/** What people do on a board, in their words. */
import { expect, type Locator, type Page } from '@playwright/test';

/** Opens the start page and makes a board from the named card; gives the board's address with its secret. */
export async function createBoard(page: Page, base: string, card: RegExp | string, name?: string): Promise<string> {
  await page.goto(base);
  if (name !== undefined) await page.getByLabel('Name of the board').fill(name);
  await page.getByRole('button', { name: card }).first().click();
  await boardReady(page);
  return page.url();
}

/** Opens a board by its link and waits until it can be worked with, and what follows the first picture is there too. */
export async function openBoard(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await boardReady(page);
  // Comes together with clipboard, actions and menus.
  await expect(page.getByRole('group', { name: 'Zoom' })).toBeAttached();
}

/** Waits until the diagram is drawn; skips the question for a name where it is asked. */
export async function boardReady(page: Page): Promise<void> {
  await expect(page.locator('[data-ready="true"]')).toBeVisible();
  const skip = page.getByRole('dialog').getByRole('button', { name: 'Skip' });
  if (await skip.isVisible()) await skip.click();
}

/** Waits until the server has stored everything this person did. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByTestId('save-state')).toHaveText('Saved');
}

/** Makes a link of a role in the share dialog and gives its address. */
export async function makeLink(page: Page, role: 'View' | 'Comment' | 'Edit' | 'Facilitate'): Promise<string> {
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this board' });
  await dialog.getByRole('button', { name: `Make a link: ${role}` }).click();
  const field = dialog.getByLabel(role, { exact: true });
  await expect(field).toHaveValue(/#/u);
  const link = await field.inputValue();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await dismissKeepLink(page);
  return link;
}

/** Puts away the question to keep the facilitator's link, which comes once when the share dialog was closed. */
async function dismissKeepLink(page: Page): Promise<void> {
  const prompt = page.getByRole('status').filter({ hasText: 'You lead this board' });
  if (await prompt.isVisible()) await prompt.getByRole('button', { name: 'Dismiss' }).last().click();
}

/** The drawn element with this label; its accessible name begins with the label. */
export const element = (page: Page, label: string): Locator =>
  page.locator(`[data-testid^="node-"][aria-label^=${JSON.stringify(`${label}, `)}]`);

/** Places a stencil: search, then Enter puts it at the centre of the view; the label is typed at once. */
export async function insert(page: Page, search: string, label: string): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByLabel('Insert').fill(search);
  await page.getByLabel('Insert').press('Enter');
  const editor = page.getByTestId('label-editor');
  await expect(editor).toBeFocused();
  await editor.fill(label);
  await editor.press('Enter');
  await expect(element(page, label)).toBeVisible();
}

/** Says yes or no to a property of an element in its tab; what rules do not ask just now is shown first. */
export async function answer(page: Page, label: string, property: string, value: 'Yes' | 'No'): Promise<void> {
  await element(page, label).click();
  await page.getByRole('tab', { name: /^Element/u }).click();
  const properties = page.getByRole('region', { name: 'Properties' });
  const field = properties.getByTestId(`property-${property}`);
  const more = properties.getByRole('button', { name: /^Show (?:all|1 more)/u });
  await expect(field.or(more).first()).toBeVisible();
  if (!(await field.isVisible())) await more.click();
  await field.getByRole('radio', { name: value, exact: true }).click();
}

/** Drags from one point to another in ten steps, as a hand would. */
export async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= 10; step++) {
    await page.mouse.move(from.x + ((to.x - from.x) * step) / 10, from.y + ((to.y - from.y) * step) / 10);
  }
  await page.mouse.up();
}

/** The middle of a drawn thing, screen px. */
export async function middleOf(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('middleOf: it is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Cuts people off the network, lets each work alone, brings them back and waits until the server has everything. */
export async function apart(
  people: readonly { readonly page: Page; readonly context: { setOffline(offline: boolean): Promise<void> } }[],
  work: () => Promise<void>,
): Promise<void> {
  for (const { context } of people) await context.setOffline(true);
  for (const { page } of people) await expect(page.getByTestId('save-state')).toContainText('Offline');
  await work();
  for (const { context } of people) await context.setOffline(false);
  for (const { page } of people) await expect(page.getByTestId('save-state')).toHaveText('Saved', { timeout: 30_000 });
}

/** Types a new name into the drawn element. */
export async function relabel(page: Page, from: string, to: string): Promise<void> {
  await element(page, from).dblclick();
  await page.getByTestId('label-editor').fill(to);
  await page.getByTestId('label-editor').press('Enter');
  await expect(element(page, to)).toBeVisible();
}

/** Draws a flow with the connect tool: click, click. */
export async function connect(page: Page, from: string, to: string): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await element(page, from).click();
  await element(page, to).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}

/** Drags the drawn element by an offset, screen px. */
export async function dragBy(page: Page, label: string, by: { x: number; y: number }): Promise<void> {
  const from = await middleOf(element(page, label));
  await drag(page, from, { x: from.x + by.x, y: from.y + by.y });
}

/** Opens the palette of commands and types; gives the field. */
export async function searchCommands(page: Page, text: string): Promise<Locator> {
  const search = page.getByRole('combobox', { name: 'Search commands' });
  // The palette is fetched after the first picture; a key pressed before that is not answered.
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(search).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await search.fill(text);
  return search;
}

/** Runs an action of the command palette. */
export async function run(page: Page, command: string): Promise<void> {
  await searchCommands(page, command);
  // What a feature can do is listed once the feature is here; Enter before that takes something else.
  const named = page.getByRole('option').filter({ hasText: command });
  await expect(named.first()).toBeVisible();
  await page.keyboard.press('Enter');
}

/** Puts an element with its middle at a point of the screen, by the coordinates of a drag. */
export async function put(page: Page, label: string, to: { x: number; y: number }): Promise<void> {
  await page.keyboard.press('Escape');
  await drag(page, await middleOf(element(page, label)), to);
}
