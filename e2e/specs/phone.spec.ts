/** A phone in the hand: the diagram, its threats, comments, dots and cards, with fingers alone. */
import type { Locator, Page } from '@playwright/test';
import { nothingSerious } from '../support/axe.ts';
import { boardReady, element, openBoard, run } from '../support/board.ts';
import { anaOn } from '../support/people.ts';
import { seedCards } from '../support/seed-workshop.ts';
import { expect, test } from '../support/test.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const foot = (page: Page): Locator => page.getByRole('navigation', { name: 'What to look at' });
const way = (page: Page, name: string): Locator => foot(page).getByRole('button', { name, exact: true });
const review = (page: Page): Locator => page.getByRole('region', { name: 'Review' });

/** Buttons that are out of reach: beyond the window and in nothing that scrolls, or under the bar at the foot. */
const outOfReach = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const scrolls = (part: Element | null): boolean =>
      part !== null &&
      (/auto|scroll/u.test(`${getComputedStyle(part).overflowX} ${getComputedStyle(part).overflowY}`) ||
        scrolls(part.parentElement));
    const places = document.querySelectorAll(
      '[aria-label="Review"] button, #details button, header button, nav button',
    );
    return [...places].flatMap((button) => {
      const { left, right, bottom, width } = button.getBoundingClientRect();
      if (!button.checkVisibility() || width < 2 || scrolls(button.parentElement)) return [];
      const isWithin = left >= 0 && right <= innerWidth && bottom <= innerHeight;
      return isWithin ? [] : [`${button.getAttribute('aria-label') ?? button.textContent}: ${left} to ${right}`];
    });
  });

test('ux 63: on a phone threats are read, comments written and dots given; at 320 px all of it is in reach', async ({
  server,
  person,
}) => {
  test.slow(); // two windows, axe, and four places at two widths
  const { ana, board } = await anaOn(person, server.url, {
    elements: [{ is: 'Pod', label: 'payments', at: [0, 0], facts: { privileged: true } }],
  });
  await seedCards(board.link, [
    { text: 'Stolen token', letters: ['S'] },
    { text: 'Full disk', letters: ['D'] },
  ]);
  await run(ana.page, 'Open the review: Vote');
  await review(ana.page).getByLabel('Question').fill('What first?');
  await review(ana.page).getByRole('radio', { name: 'Cards' }).check({ force: true });
  await review(ana.page)
    .getByRole('button', { name: /^Open the vote on/u })
    .click();
  await expect(review(ana.page).getByRole('heading', { name: 'What first?' })).toBeVisible();
  const { page } = await person('Bo', PHONE);
  await openBoard(page, await board.linkFor('comment'));
  await boardReady(page);

  await way(page, 'Threats').tap();
  const details = page.locator('#details');
  await expect(details).toContainText('payments is privileged');
  await details.getByRole('button', { name: 'Hide details' }).tap();
  await expect(details).toBeHidden();
  await way(page, 'Threats').tap();
  await page.keyboard.press('Escape');
  await expect(details).toBeHidden();

  await element(page, 'payments').tap();
  await way(page, 'Threats').tap();
  await details.getByRole('button', { name: 'Comment on payments', exact: true }).tap();
  const talk = page.getByTestId('talk');
  await talk.getByLabel('Your comment').fill('Who owns this?');
  await talk.getByRole('button', { name: 'Send' }).tap();
  await expect(talk.getByRole('log')).toContainText('Who owns this?');

  await expect(page.getByText('A vote is open: What first?')).toBeVisible();
  await way(page, 'Workshop').tap();
  await expect(review(page).getByRole('heading', { name: 'What first?' })).toBeVisible();
  await review(page)
    .getByRole('button', { name: /^Give a dot/u })
    .first()
    .tap();
  await expect(review(ana.page)).toContainText('Given: Bo');

  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 568 });
    for (const name of ['Diagram', 'Threats', 'Comments', 'Workshop']) {
      await way(page, name).tap();
      await expect(way(page, name)).toHaveAttribute('aria-current', 'true');
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      expect(await outOfReach(page), `${name} at ${String(width)} px`).toEqual([]);
    }
  }
  await expect(review(page).getByRole('button', { name: 'Vote', exact: true })).toBeInViewport({ ratio: 1 });
  const title = await page.getByRole('heading', { level: 1 }).boundingBox();
  expect(title?.width).toBeGreaterThanOrEqual(90);
  const targets = await foot(page)
    .getByRole('button')
    .evaluateAll((all) => all.map((one) => Math.min(one.clientWidth, one.clientHeight)));
  expect(Math.min(...targets)).toBeGreaterThanOrEqual(44);
  await nothingSerious(page);
});
