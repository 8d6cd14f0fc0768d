/** Voting with dots: nobody learns of a dot before the vote is closed, and nobody votes twice. */
import type { Locator, Page } from '@playwright/test';
import { nothingSerious } from '../support/axe.ts';
import { openBoard, run } from '../support/board.ts';
import { observe } from '../support/observer.ts';
import { anaAndBo } from '../support/people.ts';
import { type Person, expect, test } from '../support/test.ts';
import { closeBallot, seedCards } from '../support/seed-workshop.ts';
import { dock } from '../support/workshop.ts';

const PODS = {
  elements: [
    { is: 'Pod', label: 'payments', at: [200, 120], facts: { privileged: true } },
    { is: 'Pod', label: 'ledger', at: [500, 120], facts: { hostNetwork: true } },
  ],
} as const;
const QUESTION = 'What first?';

const openVote = async (page: Page): Promise<void> => run(page, 'Open the review: Vote');
const line = (page: Page, title: string): Locator => dock(page).getByRole('listitem').filter({ hasText: title });
const giveTo = async (page: Page, title: string): Promise<void> =>
  line(page, title)
    .getByRole('button', { name: /^Give a dot/u })
    .press('+');
const close = async (page: Page): Promise<void> => dock(page).getByRole('button', { name: 'Close the vote' }).click();
/** Dots a line shows as mine. */
const mine = (page: Page, title: string): Locator => line(page, title).getByRole('status');

/** Opens a vote on all cards. */
async function ballot(page: Page, dots = 3, several = true): Promise<void> {
  await openVote(page);
  await dock(page).getByLabel('Question').fill(QUESTION);
  await dock(page).getByLabel('Dots per person').fill(String(dots));
  if (!several) await dock(page).getByLabel('Several dots on one are allowed').uncheck();
  await dock(page).getByRole('radio', { name: 'Cards' }).check({ force: true });
  await dock(page)
    .getByRole('button', { name: /^Open the vote on/u })
    .click();
  await expect(dock(page).getByRole('heading', { name: QUESTION })).toBeVisible();
}

/** Ana leads, Bo edits, three cards are revealed. */
async function workshop(person: (name?: string) => Promise<Person>, base: string) {
  const found = await anaAndBo(person, base, PODS);
  await seedCards(found.board.link, [
    { text: 'Stolen token', letters: ['S'] },
    { text: 'Full disk', letters: ['D'] },
    { text: 'No audit log', letters: ['R'] },
  ]);
  return found;
}

/** Everything a page sends over its socket from now on, as text. */
async function framesOf(page: Page): Promise<() => string> {
  const sent: string[] = [];
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => void sent.push(payload.toString('latin1'))));
  await page.reload();
  await expect(page.locator('[data-ready="true"]')).toBeVisible();
  return () => sent.join('\n');
}

test('ux 48, 86: dots stay in the browser until the vote is closed; reload and second tab give no second vote; ties are ties', async ({
  server,
  person,
}) => {
  test.slow(); // three windows, two of them opened anew, and axe twice
  const { ana, bo, board } = await workshop(person, server.url);
  const frames = await framesOf(bo.page);
  // Who looks on is told everything and counts for nothing.
  const outside = await observe(await board.linkFor('view'));
  await ballot(ana.page);
  await expect(bo.page.getByText(`A vote is open: ${QUESTION} You have 3 dots left.`)).toBeVisible();
  await openVote(bo.page);
  await giveTo(bo.page, 'Stolen token');
  await giveTo(bo.page, 'Stolen token');

  // The same vote after a reload and in a second tab.
  await bo.page.reload();
  await expect(bo.page.locator('[data-ready="true"]')).toBeVisible();
  await openVote(bo.page);
  await expect(mine(bo.page, 'Stolen token')).toHaveText('2');
  const second = await bo.context.newPage();
  await openBoard(second, bo.page.url());
  await openVote(second);
  await expect(mine(second, 'Stolen token')).toHaveText('2');
  await giveTo(second, 'Full disk');
  await expect(mine(bo.page, 'Full disk')).toHaveText('1');
  // All are given: one more is not.
  await giveTo(second, 'No audit log');
  await expect(mine(second, 'No audit log')).toHaveText('0');

  // By keyboard: taken back and given elsewhere.
  await line(bo.page, 'Full disk')
    .getByRole('button', { name: /^Take a dot back/u })
    .focus();
  await bo.page.keyboard.press('-');
  await expect(mine(bo.page, 'Full disk')).toHaveText('0');
  await bo.page.keyboard.press('ArrowDown');
  await bo.page.keyboard.press('+');
  await expect(mine(second, 'No audit log')).toHaveText('1');

  // Who voted is seen, for what is not: no dot is in a frame, a store or in what he says of himself.
  await expect(dock(ana.page)).toContainText('1 of 2 have given dots');
  await expect(dock(ana.page)).toContainText('Given: Bo');
  await expect.poll(() => outside.presence('Bo')).toMatchObject({ sealed: 3 });
  expect(outside.doc.getMap('votes').size).toBe(0);
  expect(frames()).not.toContain('votes');
  await nothingSerious(bo.page, '[aria-label="Review"]');

  await giveTo(ana.page, 'Full disk');
  await giveTo(ana.page, 'Full disk');
  await close(ana.page);
  for (const page of [ana.page, bo.page, second]) {
    await expect.poll(() => dock(page).textContent()).toContain('2 people voted.');
    await expect(line(page, 'Stolen token')).toContainText('Rank 1, shared');
    await expect(line(page, 'Full disk')).toContainText('Rank 1, shared');
    await expect(line(page, 'No audit log')).toContainText('Rank 3');
  }
  expect([...outside.doc.getMap('votes').values()].filter((value) => value !== null)).toHaveLength(3);
  await nothingSerious(ana.page, '[aria-label="Review"]');
  outside.dispose();
});

test('ux 86: a vote on the top of the register, one dot on each, leads to the decision', async ({ server, person }) => {
  const { ana, bo } = await anaAndBo(person, server.url, PODS);
  await openVote(ana.page);
  await dock(ana.page).getByLabel('Several dots on one are allowed').uncheck();
  await dock(ana.page)
    .getByRole('button', { name: /^Open the vote on/u })
    .click();
  const first = dock(ana.page).getByRole('list', { name: 'On the ballot' }).getByRole('listitem').first();
  const title = (await first.locator('bdi').first().textContent()) ?? '';
  await openVote(bo.page);
  await giveTo(bo.page, title);
  await giveTo(bo.page, title);
  await expect(mine(bo.page, title).first()).toHaveText('1');
  await close(ana.page);
  await expect.poll(() => dock(ana.page).textContent()).toContain('1 person voted.');
  await dock(ana.page)
    .getByRole('button', { name: /^Decide/u })
    .first()
    .click();
  await expect(dock(ana.page).getByRole('heading', { name: 'Threat register' })).toBeVisible();
  await expect(dock(ana.page).getByRole('form', { name: 'Decision' })).toBeVisible();
});

test('ux 48, 86: whoever was away is late, and counts once the vote is opened again and closed', async ({
  server,
  person,
}) => {
  const { ana, bo, board } = await workshop(person, server.url);
  await ballot(ana.page);
  await openVote(bo.page);
  await giveTo(bo.page, 'Full disk');
  await bo.context.setOffline(true);
  await expect(bo.page.getByTestId('save-state')).toContainText('Offline');
  await giveTo(bo.page, 'Full disk');
  await giveTo(ana.page, 'No audit log');
  // Closed an hour ago, as if he had been away that long.
  await closeBallot(board.link, Date.now() - 3_600_000);
  await expect.poll(() => dock(ana.page).textContent()).toContain('1 person voted.');
  await bo.context.setOffline(false);
  await expect(bo.page.getByTestId('save-state')).toHaveText('Saved', { timeout: 30_000 });
  await expect.poll(() => line(ana.page, 'Full disk').textContent()).toContain('2 dots late, not counted');
  await expect(line(ana.page, 'No audit log')).toContainText('Rank 1');
  await expect(dock(bo.page)).toContainText('Your dots came late.');

  await dock(ana.page).getByRole('button', { name: 'Open again' }).click();
  await expect(dock(bo.page)).toContainText('2 of 2 have given dots');
  await close(ana.page);
  await expect.poll(() => line(ana.page, 'Full disk').textContent()).toContain('Rank 1');
  await expect(line(ana.page, 'Full disk')).not.toContainText('late');
});

test('ux 48, 86: a facilitator leaves in the middle of a vote; another one, whose clock is an hour wrong, closes it', async ({
  server,
  person,
}) => {
  const { ana, bo, board } = await workshop(person, server.url);
  await ballot(ana.page);
  await giveTo(ana.page, 'Stolen token');
  await openVote(bo.page);
  await giveTo(bo.page, 'Full disk');
  await ana.page.close();
  await expect(dock(bo.page)).toContainText('No facilitator is here now.');
  await expect(dock(bo.page).getByRole('button', { name: 'Close the vote' })).toHaveCount(0);

  const cy = await person('Cy');
  await cy.context.addInitScript(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 3_600_000;
  });
  await openBoard(cy.page, board.link);
  await openVote(cy.page);
  await close(cy.page);
  await expect.poll(() => line(cy.page, 'Full disk').textContent()).toContain('Rank 1');
  await expect(dock(cy.page)).toContainText('1 person voted.');
  await expect(line(cy.page, 'Full disk')).not.toContainText('late');

  // Ana comes back: her dots were kept. Within seconds of the closing they count, later they are late.
  const again = await ana.context.newPage();
  await openBoard(again, board.link);
  await expect.poll(() => line(cy.page, 'Stolen token').textContent()).toMatch(/Rank 1, shared|1 dot late/u);
});

test('ux 86: who looks on sees the ballot and has no dots; a narrow window holds all of it', async ({
  server,
  person,
}) => {
  const { ana, board } = await workshop(person, server.url);
  await ballot(ana.page);
  const cy = await person('Cy', { viewport: { width: 320, height: 640 } });
  await openBoard(cy.page, await board.linkFor('view'));
  await cy.page.getByRole('button', { name: 'Look' }).click();
  await expect(dock(cy.page)).toContainText('You are looking on');
  await expect(dock(cy.page).getByRole('listitem').filter({ hasText: 'Full disk' })).toBeVisible();
  await expect(dock(cy.page).getByRole('button', { name: /^Give a dot/u })).toHaveCount(0);
  await expect(dock(ana.page)).toContainText('0 of 2 have given dots');

  const di = await person('Di', { viewport: { width: 320, height: 640 } });
  await openBoard(di.page, await board.linkFor('comment'));
  await di.page.getByRole('button', { name: 'Vote', exact: true }).click();
  await giveTo(di.page, 'Full disk');
  await expect(dock(ana.page)).toContainText('Given: Di');
  const wide = await di.page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wide).toBe(false);
  await nothingSerious(di.page, '[aria-label="Review"]');
});
