/** What people do in the threat register, in their words. */
import { expect, type Locator, type Page } from '@playwright/test';
import { run } from './board.ts';

/** Two pods with a threat each, and more. */
export const PODS = {
  elements: [
    { is: 'Pod', label: 'payments', at: [0, 0], facts: { privileged: true } },
    { is: 'Pod', label: 'reports', at: [300, 0], facts: { privileged: true } },
  ],
} as const;

/** The table of threats. */
export const table = (page: Page): Locator => page.getByRole('treegrid', { name: 'Threats with their risk' });

/** The line of one threat in it. */
export const line = (page: Page, threat: string): Locator => page.getByTestId(`register-${threat}`);

/** Opens the register on one of its views; a large board is judged first, which may take a while. */
export async function openRegister(
  page: Page,
  view = 'All threats',
  patience: { readonly timeout?: number } = {},
): Promise<void> {
  await run(page, 'Threat register');
  await expect(table(page)).toBeVisible(patience);
  await page.getByLabel('View', { exact: true }).selectOption({ label: view });
}
