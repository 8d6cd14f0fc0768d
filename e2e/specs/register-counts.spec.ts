/** What the register has in common with what stands around it: numbers, queues, standing decisions, views. Numbers are those of ux.md. */
import type { Locator, Page } from '@playwright/test';
import { nothingSerious } from '../support/axe.ts';
import { element, run } from '../support/board.ts';
import { anaOn } from '../support/people.ts';
import { line, openRegister, PODS, table } from '../support/register.ts';
import { expect, test } from '../support/test.ts';

const view = (page: Page): Locator => page.getByLabel('View', { exact: true });

const numberIn = async (place: Locator, pattern: RegExp): Promise<number> =>
  Number(pattern.exec((await place.textContent()) ?? '')?.[1] ?? Number.NaN);

/** The number to decide as the bar, the tab, the four questions and the register say it. */
async function numbers(page: Page): Promise<readonly number[]> {
  const strip = page.getByRole('navigation', { name: 'Four questions' });
  const wrong = await strip.getByRole('button', { name: /^What can go wrong\?/u }).getAttribute('aria-label');
  return [
    await numberIn(page.getByTestId('count-threats'), /^(\d+) to decide$/u),
    await numberIn(page.getByRole('tab', { name: /^Threats/u }), / (\d+)$/u),
    Number(/Threats to decide: (\d+)/u.exec(wrong ?? '')?.[1] ?? Number.NaN),
    await numberIn(page.getByRole('region', { name: 'Review' }).getByRole('status').first(), /^(\d+) (?:of|threat)/u),
  ];
}

test('ux 72, 91: how many threats are to decide is one number everywhere, and what asks to be confirmed again has its queue', async ({
  server,
  person,
}) => {
  const { ana, board } = await anaOn(person, server.url, PODS);
  const { page } = ana;
  const threat = `WL-001~${board.id('payments')}`;
  await openRegister(page, 'To decide');
  await expect(line(page, threat)).toBeVisible();
  const found = (await numbers(page))[0] ?? 0;

  // A threat that people wrote counts as well; the list beside the diagram says where it is.
  await page.getByRole('button', { name: 'Write a threat' }).click();
  const form = page.getByRole('form', { name: 'Write a threat' });
  await form.getByLabel('Title').fill('A former employee keeps a token');
  await form.getByRole('button', { name: 'Add the threat' }).click();
  await expect.poll(() => numbers(page)).toEqual(Array.from({ length: 4 }, () => found + 1));
  await page.getByTestId('count-threats').click();
  await expect(page.getByText('1 more to decide, written by people.')).toBeVisible();

  // A decided one counts nowhere; one whose assumption broke counts everywhere again.
  await line(page, threat).locator('[data-cell=state]').click();
  const editor = page.getByRole('dialog', { name: /^State of “/u });
  await editor.getByRole('option', { name: 'Accepted' }).click();
  await editor.getByLabel('Justification').fill('Only our own image runs here');
  await page.keyboard.press('Enter');
  await expect.poll(() => numbers(page)).toEqual(Array.from({ length: 4 }, () => found));
  await view(page).selectOption({ label: 'All threats' });
  await line(page, threat).getByRole('button', { name: 'payments' }).click();
  await expect(element(page, 'payments')).toHaveAttribute('data-selected', 'true');
  await run(page, 'New assumption about this');
  const field = page.getByLabel('New assumption');
  await field.fill('Images are signed');
  await field.press('Enter');
  await page
    .getByRole('article', { name: 'Images are signed' })
    .getByRole('radio', { name: 'Broken' })
    .check({ force: true });
  await run(page, 'Coverage and gaps');
  const left = page.getByRole('region', { name: 'What is left' });
  await expect(left.getByRole('button', { name: /^To confirm again/u })).toContainText('1');
  await left.getByRole('button', { name: /^To confirm again/u }).click();
  await nothingSerious(page, '[aria-label="Review"]');
  await left.getByRole('button', { name: 'Confirm 1 in the register' }).click();
  await expect(view(page)).toHaveValue('preset again');
  await expect(table(page).getByRole('row')).toHaveCount(2);
  await expect(line(page, threat)).toContainText('Open again');
});

test('ux 76: a standing decision is begun from the register, from one threat or from several of its rule', async ({
  server,
  person,
}) => {
  const store = { is: 'etcd', label: 'store', at: [0, 200], facts: { encryptedAtRest: false } } as const;
  const { ana, board } = await anaOn(person, server.url, { elements: [...PODS.elements, store] });
  const { page } = ana;
  const both = [`WL-001~${board.id('payments')}`, `WL-001~${board.id('reports')}`];
  await openRegister(page, 'All threats');
  for (const threat of both) await line(page, threat).getByRole('checkbox').check();
  const bar = page.getByRole('region', { name: 'Selected threats' });
  await bar.getByRole('button', { name: 'Standing decision…' }).click();
  const dialog = page.getByRole('dialog', { name: /standing decision/iu });
  await expect(dialog.getByRole('status')).toContainText('Applies to 2 threats now');
  await dialog.getByLabel('Reason').fill('The platform team runs these');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('article')).toBeFocused();
  await page.keyboard.press('Escape');
  for (const threat of both) await expect(line(page, threat)).toContainText('standing decision');

  // Threats of several rules have none in common; a single one has it in its details.
  await bar.getByRole('button', { name: 'Clear the selection' }).click();
  const other = table(page).locator('[data-testid^="register-"]:not([data-testid^="register-WL-001~"])').first();
  await other.getByRole('rowheader').click();
  await page.getByRole('form', { name: 'Decision' }).getByRole('button', { name: 'Standing decision…' }).click();
  await expect(dialog.getByLabel('Applies to')).toBeFocused();
  await page.keyboard.press('Escape');
  await other.getByRole('checkbox').check();
  await line(page, both[0] ?? '')
    .getByRole('checkbox')
    .check();
  await expect(bar.getByRole('button', { name: 'Decide…' })).toBeVisible();
  await expect(bar.getByRole('button', { name: 'Standing decision…' })).toHaveCount(0);
});

test('ux 76: what was changed of a view is there again when the register is opened again, until it is taken back', async ({
  server,
  person,
}) => {
  const { ana } = await anaOn(person, server.url, PODS);
  const { page } = ana;
  await openRegister(page, 'All threats');
  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.getByLabel('Name of the view').fill('Mine');
  await page.getByLabel('Name of the view').press('Enter');
  await page.getByLabel('Group by').selectOption({ label: 'State' });
  await page.getByRole('button', { name: 'Close the review' }).click();
  await run(page, 'Threat register');
  await expect(view(page)).toHaveValue('saved Mine');
  await expect(view(page).getByRole('option', { name: 'Mine, changed' })).toBeAttached();
  await expect(page.getByLabel('Group by')).toHaveValue('state');
  // Looking at another one loses nothing either.
  await view(page).selectOption({ label: 'Provider' });
  await view(page).selectOption({ label: 'Mine' });
  await expect(page.getByLabel('Group by')).toHaveValue('state');
  await page.getByRole('button', { name: 'Take back the changes of this view' }).click();
  await expect(page.getByLabel('Group by')).toHaveValue('none');
  await expect(page.getByRole('button', { name: 'Take back the changes of this view' })).toHaveCount(0);
});
