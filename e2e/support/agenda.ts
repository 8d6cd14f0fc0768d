/** The bar of a workshop that is led: its phases and its timer. */
import { expect, type Page } from '@playwright/test';
import { run } from './board.ts';

/** Two elements and a flow, to hold a workshop about. */
export const DRAWING = {
  elements: [
    { is: 'Pod', label: 'payments', at: [200, 120] },
    { is: 'etcd', label: 'records', at: [520, 120] },
  ],
  flows: [{ from: 'payments', to: 'records', label: 'writes' }],
} as const;

/** The bar of the workshop. */
export const bar = (page: Page) => page.getByRole('region', { name: 'Workshop', exact: true });
/** The phase of now in it. */
export const present = (page: Page) => bar(page).locator('[aria-current="step"]');
/** The timer. */
export const clock = (page: Page) => bar(page).getByRole('timer', { name: 'Timer' });
/** The button that goes on to a phase. */
export const next = (page: Page, phase: string) => bar(page).getByRole('button', { name: `Next: ${phase}` });

/** Starts a workshop with the agenda that is proposed. */
export async function start(page: Page): Promise<void> {
  await run(page, 'Start a workshop');
  await page.getByRole('dialog').getByRole('button', { name: 'Start the workshop' }).click();
  await expect(bar(page)).toBeVisible();
}
