/** People who look at the same place: following one another, and a facilitator who brings everyone along. */
import { expect, type Page } from '@playwright/test';
import { drag, element, openBoard, run, saved } from '../support/board.ts';
import { observe } from '../support/observer.ts';
import { anaAndBo } from '../support/people.ts';
import { expectNothingSerious } from '../support/serious.ts';
import { test } from '../support/test.ts';

const DRAWING = {
  elements: [
    { is: 'Pod', label: 'payments', at: [0, 0] },
    { is: 'etcd', label: 'state', at: [900, 500] },
  ],
} as const;

const avatar = (page: Page, name: string) =>
  page.getByRole('list', { name: 'People on the board' }).getByRole('button', { name: `${name}. Follow their view` });
const followed = (page: Page) => page.getByTestId('following');
const offer = (page: Page) => page.getByTestId('spotlight-offer');
const placeOf = async (page: Page, label: string): Promise<readonly number[]> => {
  const box = await element(page, label).boundingBox();
  return box === null ? [] : [box.x, box.y, box.width].map(Math.round);
};
/** Waits until both see the element at the same place of their windows, which are of one size. */
const seeAlike = async (one: Page, other: Page, label: string): Promise<void> => {
  await expect
    .poll(async () => JSON.stringify(await placeOf(one, label)) === JSON.stringify(await placeOf(other, label)))
    .toBe(true);
};
/** Moves the view by dragging the ground with the middle button. */
const pan = async (page: Page, by: number): Promise<void> => {
  await page.mouse.move(640, 600);
  await page.mouse.down({ button: 'middle' });
  for (let step = 1; step <= 5; step++) await page.mouse.move(640 + (by * step) / 5, 600);
  await page.mouse.up({ button: 'middle' });
};

test('ux 16: an avatar follows that person’s view and selection until one moves the view oneself', async ({
  server,
  person,
}) => {
  const { ana, bo, board } = await anaAndBo(person, server.url, DRAWING);
  const observer = await observe(board.link);
  await avatar(ana.page, 'Bo').click();
  await expect(followed(ana.page)).toHaveAttribute('data-person', 'Bo');
  await expect(ana.page.getByTestId('follow-frame')).toBeVisible();
  await expect(avatar(ana.page, 'Bo')).toHaveAttribute('aria-pressed', 'true');
  await expect(ana.page.getByTestId('announcements')).toContainText('You follow the view of Bo');
  const bos = () => (observer.presence('Bo')?.['user'] as { id: string } | undefined)?.id;
  await expect.poll(() => observer.presence('Ana')?.['follow']).toBe(bos());
  // Bo sees that somebody looks along.
  await expect(bo.page.getByTestId('followers')).toHaveText('1');
  await expect(bo.page.getByRole('button', { name: /Ana follows your view/u })).toBeVisible();

  await pan(bo.page, 160);
  await bo.page.keyboard.press('Control++');
  await seeAlike(ana.page, bo.page, 'payments');
  await expect(followed(ana.page)).toBeVisible();

  // What Bo selects shows in Ana's panel; it is not told as Ana's.
  await element(bo.page, 'payments').click();
  await expect(ana.page.getByTestId(`node-${board.id('payments')}`)).toHaveAttribute('data-selected', /.*/u);
  await expect.poll(() => observer.presence('Bo')?.['selection']).toEqual([board.id('payments')]);
  expect(observer.presence('Ana')?.['selection'] ?? []).toEqual([]);

  const before = await placeOf(bo.page, 'payments');
  await pan(ana.page, 90);
  await expect(followed(ana.page)).toHaveCount(0);
  await expect.poll(() => observer.presence('Ana')?.['follow'] ?? null).toBe(null);
  await expect(bo.page.getByTestId('followers')).toHaveCount(0);
  expect(await placeOf(bo.page, 'payments')).toEqual(before);
  observer.dispose();
});

test('ux 16: Stop, Escape, the avatar and the list of commands end or begin it, all by keyboard', async ({
  server,
  person,
}) => {
  const { ana, bo } = await anaAndBo(person, server.url, DRAWING);
  await avatar(ana.page, 'Bo').focus();
  await ana.page.keyboard.press('Enter');
  await expect(followed(ana.page)).toBeVisible();
  await expectNothingSerious(ana.page, 'a board while following');
  await ana.page.keyboard.press('Enter');
  await expect(followed(ana.page)).toHaveCount(0);
  await run(ana.page, 'Follow Bo');
  await expect(followed(ana.page)).toBeVisible();
  await ana.page.keyboard.press('Escape');
  await expect(followed(ana.page)).toHaveCount(0);
  await expect(ana.page.getByTestId('announcements')).toHaveText('You no longer follow Bo.');
  await run(ana.page, 'Follow Bo');
  await followed(ana.page).getByRole('button', { name: 'Stop following Bo' }).press('Enter');
  await expect(followed(ana.page)).toHaveCount(0);
  // From the list of people, and back to it.
  await run(ana.page, 'People on this board');
  await ana.page.getByRole('dialog').getByRole('button', { name: 'Follow Bo' }).click();
  await expect(ana.page.getByRole('dialog')).toHaveCount(0);
  await expect(followed(ana.page)).toHaveAttribute('data-person', 'Bo');
  // Who closes the window is no longer followed, and that is said.
  await bo.page.close();
  await expect(ana.page.getByText('Bo has left the board, so you no longer follow their view.')).toBeVisible({
    timeout: 20_000,
  });
  await expect(followed(ana.page)).toHaveCount(0);
});

test('ux 16: two people who follow each other do not loop', async ({ server, person }) => {
  const { ana, bo, board } = await anaAndBo(person, server.url, DRAWING);
  const observer = await observe(board.link);
  await avatar(ana.page, 'Bo').click();
  await expect(bo.page.getByTestId('followers')).toHaveText('1');
  await avatar(bo.page, 'Ana').click();
  await expect(bo.page.getByText('Ana follows you, so you both look at the same place already.')).toBeVisible();
  await expect(followed(bo.page)).toHaveCount(0);
  await pan(bo.page, -120);
  await seeAlike(ana.page, bo.page, 'payments');
  await ana.page.keyboard.press('Escape');
  await expect(bo.page.getByTestId('followers')).toHaveCount(0);

  // At the same moment: exactly one goes on.
  await Promise.all([avatar(ana.page, 'Bo').click(), avatar(bo.page, 'Ana').click()]);
  const count = async (): Promise<number> => (await followed(ana.page).count()) + (await followed(bo.page).count());
  await expect
    .poll(() => ['Ana', 'Bo'].filter((name) => (observer.presence(name)?.['follow'] ?? null) !== null).length)
    .toBe(1);
  await expect.poll(count).toBe(1);
  const views = () => JSON.stringify(['Ana', 'Bo'].map((name) => observer.presence(name)?.['viewport']));
  await seeAlike(ana.page, bo.page, 'payments');
  const settled = views();
  await saved(ana.page);
  expect(views()).toBe(settled);
  observer.dispose();
});

test('ux 14, 16, 96: following goes along to another diagram, with a view link and reduced motion too', async ({
  server,
  person,
}) => {
  const { ana, board } = await anaAndBo(person, server.url, DRAWING);
  const guest = await person(undefined, { reducedMotion: 'reduce' });
  await openBoard(guest.page, await board.linkFor('view'));
  await avatar(guest.page, 'Ana').click();
  await expect(followed(guest.page)).toHaveAttribute('data-person', 'Ana');
  await ana.page.getByRole('button', { name: 'New diagram' }).click();
  const field = ana.page.getByLabel(/^Name of diagram/u);
  await expect(field).toBeFocused();
  await field.fill('Pipeline');
  await field.press('Enter');
  const tab = guest.page.getByRole('tablist', { name: 'Diagrams' }).getByRole('tab', { name: /^Pipeline/u });
  await expect(tab).toHaveAttribute('aria-selected', 'true');
  await expect(followed(guest.page)).toBeVisible();
  // Who gave no name still has one, at the cursor and among the people.
  await guest.page.mouse.move(640, 500);
  await guest.page.mouse.move(650, 510);
  await expect(ana.page.locator('[data-testid^="cursor-"]').filter({ hasText: 'Guest' })).toHaveCount(1);
  await expect(avatar(ana.page, 'Guest, on “Pipeline”')).toBeVisible();
  await expect(ana.page.getByRole('button', { name: /Guest follows your view/u })).toBeVisible();
});

test('ux 17: the facilitator brings everyone along; who is asked goes there, or not now, once for each time', async ({
  server,
  person,
}) => {
  const { ana, bo, board } = await anaAndBo(person, server.url, DRAWING);
  const cy = await person('Cy');
  await openBoard(cy.page, await board.linkFor('comment'));
  const observer = await observe(board.link);

  // Only facilitators may.
  await bo.page.keyboard.press('Control+k');
  await bo.page.getByRole('combobox', { name: 'Search commands' }).fill('Bring everyone');
  await expect(bo.page.getByRole('option', { name: 'Bring everyone to me' })).toHaveCount(0);
  await bo.page.keyboard.press('Escape');

  await run(ana.page, 'Bring everyone to me');
  await expect(ana.page.getByTestId('leading')).toBeVisible();
  const anas = () => (observer.presence('Ana')?.['user'] as { id: string } | undefined)?.id;
  await expect.poll(() => observer.workshop()['spotlight']).toEqual([anas(), 'ask', expect.any(Number)]);
  for (const { page } of [bo, cy]) {
    await expect(offer(page)).toContainText('Ana asks everyone to come to their view.');
    await expect(page.getByTestId('announcements')).toContainText('Ana asks everyone to come');
    await expect(followed(page)).toHaveCount(0);
  }
  await expect(offer(ana.page)).toHaveCount(0);
  await expectNothingSerious(bo.page, 'a board with an invitation');
  await offer(bo.page).getByRole('button', { name: 'Go there' }).click();
  await expect(followed(bo.page)).toHaveAttribute('data-person', 'Ana');
  await expect(ana.page.getByTestId('leading')).toContainText('1 follows');
  await offer(cy.page).getByRole('button', { name: 'Not now' }).click();
  await expect(offer(cy.page)).toHaveCount(0);
  await expect(followed(cy.page)).toHaveCount(0);

  // A reload asks nobody again; who comes new is asked.
  await cy.page.reload();
  await openBoard(cy.page, cy.page.url());
  const dee = await person('Dee');
  await openBoard(dee.page, await board.linkFor('view'));
  await expect(offer(dee.page)).toBeVisible();
  await expect(offer(cy.page)).toHaveCount(0);

  // The next time everybody is asked again, and the end takes the question back.
  await run(ana.page, 'Stop bringing everyone to me');
  await expect.poll(() => observer.workshop()['spotlight']).toBe(null);
  await expect(offer(dee.page)).toHaveCount(0);
  await run(ana.page, 'Bring everyone to me');
  await expect(offer(cy.page)).toBeVisible();

  // The page that asked is gone: so is the question, for newcomers too, though the board still stores it.
  await ana.page.reload();
  await openBoard(ana.page, board.link);
  await expect(offer(cy.page)).toHaveCount(0);
  await expect(ana.page.getByTestId('leading')).toHaveCount(0);
  const eve = await person('Eve');
  await openBoard(eve.page, await board.linkFor('view'));
  await expect(avatar(eve.page, 'Ana')).toBeVisible();
  expect(observer.workshop()['spotlight']).toEqual([anas(), 'ask', expect.any(Number)]);
  await expect(offer(eve.page)).toHaveCount(0);
  observer.dispose();
});

test('ux 17: who has chosen so goes at once, and everybody does when the facilitator takes them along', async ({
  server,
  person,
}) => {
  const { ana, bo, board } = await anaAndBo(person, server.url, DRAWING);
  const cy = await person('Cy');
  await openBoard(cy.page, await board.linkFor('view'));
  await run(bo.page, 'People on this board');
  await bo.page.getByRole('checkbox', { name: /Go there at once/u }).check();
  await bo.page.keyboard.press('Escape');
  await run(ana.page, 'People on this board');
  await ana.page.getByRole('dialog').getByRole('button', { name: 'Bring everyone to me' }).click();
  await expect(followed(bo.page)).toHaveAttribute('data-person', 'Ana');
  await expect(bo.page.getByText('Ana brought you to their view.')).toBeVisible();
  await expect(offer(cy.page)).toBeVisible();

  await run(ana.page, 'Take everyone to me at once');
  await expect(followed(cy.page)).toHaveAttribute('data-person', 'Ana');
  await expect(offer(cy.page)).toHaveCount(0);
  // Nobody is held: one's own move ends it, and it does not come back by itself.
  await pan(cy.page, 70);
  await expect(followed(cy.page)).toHaveCount(0);
  await element(ana.page, 'payments').click();
  await drag(ana.page, { x: 640, y: 640 }, { x: 650, y: 650 });
  await expect(ana.page.getByTestId('leading')).toContainText('1 follows');
  await expect(followed(cy.page)).toHaveCount(0);

  // The choice stays with the browser.
  await bo.page.reload();
  await openBoard(bo.page, bo.page.url());
  await run(bo.page, 'People on this board');
  await expect(bo.page.getByRole('checkbox', { name: /Go there at once/u })).toBeChecked();
});
