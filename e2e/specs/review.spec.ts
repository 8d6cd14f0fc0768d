/** Four questions frame the side of the board; what is not answered and what does not fit together is a click away from its place. */
import { nothingSerious } from '../support/axe.ts';
import { element } from '../support/board.ts';
import { anaOn } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const DRAWING = {
  elements: [
    { is: 'Pod', label: 'payments', at: [200, 120], facts: { privileged: true } },
    { is: 'etcd', label: 'records', at: [520, 120] },
    { is: 'User', label: 'customer', at: [200, 320] },
    { is: 'User', label: 'Customer', at: [520, 320] },
  ],
  flows: [
    { from: 'payments', to: 'records' },
    { from: 'customer', to: 'payments', label: 'pays' },
  ],
} as const;

test('ux 91: coverage for each element and letter, and who has no answer at all is one click away', async ({
  server,
  person,
}) => {
  const { ana } = await anaOn(person, server.url, DRAWING);
  await ana.page.getByRole('button', { name: /^Did we do a good job\?/u }).click();
  const review = ana.page.getByRole('region', { name: 'Review' });
  await expect(review.getByRole('table').getByRole('row', { name: /^payments Spoofing/u })).toBeVisible();
  await expect(review).toContainText('STRIDE questions are answered');
  await review.getByRole('button', { name: /^Without any answer/u }).click();
  const left = review.getByRole('region', { name: 'What is left' });
  await left.getByRole('button', { name: /^Customer/u }).click();
  await expect(element(ana.page, 'Customer')).toHaveAttribute('data-selected', 'true');
  await nothingSerious(ana.page);
});

test('ux 91: what does not fit together is counted, told in a sentence, and leads to its place', async ({
  server,
  person,
}) => {
  const { ana } = await anaOn(person, server.url, DRAWING);
  await ana.page.getByRole('button', { name: /^Did we do a good job\?/u }).click();
  const review = ana.page.getByRole('region', { name: 'Review' });
  const fold = review.getByRole('button', { name: /^Same name more than once/u });
  await fold.press('Enter');
  await review.getByRole('button', { name: '“customer” stands 2 times on one diagram' }).click();
  await expect(element(ana.page, 'customer')).toHaveAttribute('data-selected', 'true');
  await expect(element(ana.page, 'Customer')).toHaveAttribute('data-selected', 'true');
  await review.getByRole('button', { name: /^Flows without a label/u }).press('Enter');
  await review
    .getByRole('region', { name: 'What is left' })
    .getByRole('button', { name: 'payments → records' })
    .click();
  await expect(ana.page.getByRole('tab', { name: 'Element' })).toHaveAttribute('aria-selected', 'true');
  await expect(ana.page.getByRole('complementary')).toContainText('payments → records');
});

test('ux 91: each question says how far it is and leads to what stands behind it, with the keyboard too', async ({
  server,
  person,
}) => {
  const { ana } = await anaOn(person, server.url, DRAWING);
  const frame = ana.page.getByRole('navigation', { name: 'Four questions' });
  await expect(frame.getByRole('button')).toHaveCount(4);
  await expect(frame.getByRole('button', { name: /^What are we working on\? 0 records/u })).toBeVisible();
  await frame.getByRole('button', { name: /^What can go wrong\?/u }).press('Enter');
  const menu = ana.page.getByRole('menu', { name: /What can go wrong/u });
  await expect(menu.getByRole('menuitem')).toHaveText(['Threat register', 'Attack trees']);
  await ana.page.keyboard.press('Escape');
  await expect(frame.getByRole('button', { name: /^What can go wrong\?/u })).toBeFocused();
  await frame.getByRole('button', { name: /^What are we working on\?/u }).press('Enter');
  const review = ana.page.getByRole('region', { name: 'Review' });
  await review.getByRole('tab', { name: 'Assumptions' }).click();
  await review.getByLabel('New assumption').fill('The network is ours');
  await review.getByLabel('New assumption').press('Enter');
  await expect(frame.getByRole('button', { name: /^What are we working on\? 1 record/u })).toBeVisible();
  await nothingSerious(ana.page);
});

test('ux 91: on a screen of 320 px the four questions are whole, and going to a place uncovers it', async ({
  server,
  person,
}) => {
  const { ana } = await anaOn(person, server.url, DRAWING);
  await ana.page.setViewportSize({ width: 320, height: 700 });
  await ana.page.keyboard.press('Control+k');
  await ana.page.getByRole('combobox').last().fill('Coverage and gaps');
  await ana.page.keyboard.press('Enter');
  const review = ana.page.getByRole('region', { name: 'Review' });
  await review.getByRole('button', { name: /^Elements without any flow/u }).click();
  await review
    .getByRole('region', { name: 'What is left' })
    .getByRole('button', { name: 'Customer', exact: true })
    .last()
    .click();
  await expect(review).toHaveCount(0);
  const frame = ana.page.getByRole('navigation', { name: 'Four questions' });
  await expect(frame).toBeVisible();
  const wide = await frame.evaluate((part) => part.scrollWidth - part.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
});
