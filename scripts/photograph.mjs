/** What pictures of the board are made with: people with a browser each, and the way to what is photographed. */
import { join } from 'node:path';

export async function open(page, url, card) {
  await page.goto(url);
  await page.getByRole('button', { name: card }).first().click();
  await settled(page, !card.test('Empty board'));
}

export async function run(page, command) {
  await page.keyboard.press('Control+k');
  const search = page.getByRole('combobox', { name: 'Search commands' });
  await search.fill(command);
  await page.keyboard.press('Enter');
}

export function shots({ folder }, page, name) {
  return (what, options = {}) => page.screenshot({ path: join(folder, `${what}-${name}.png`), ...options });
}

/** Someone with a browser of their own; without a name they come for the first time. */
export async function person({ browser }, name, options) {
  const context = await browser.newContext(options);
  if (name !== null) {
    const preferences = { name, colour: null, hintsSeen: true };
    await context.addInitScript((known) => {
      if (localStorage.getItem('strideboard.person') === null) {
        localStorage.setItem('strideboard.person', JSON.stringify({ version: 1, boards: [], preferences: known }));
      }
    }, preferences);
  }
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

/** The diagram is drawn, judged and stored. */
export async function settled(page, hasThreats = true) {
  await page.locator('[data-ready="true"]').waitFor();
  if (hasThreats) await page.getByTestId('count-threats').filter({ hasNotText: /^0 / }).waitFor();
  await page.getByTestId('save-state').filter({ hasText: 'Saved' }).waitFor({ state: 'attached' });
  await page.waitForTimeout(700);
}
