/** A workshop is led: phases with an agenda, a timer that agrees everywhere, and nobody's typing is taken. */
import { openBoard, element, run, saved, searchCommands } from '../support/board.ts';
import { anaAndBo, anaOn } from '../support/people.ts';
import { observe } from '../support/observer.ts';
import { expectNothingSerious } from '../support/serious.ts';
import { expect, type Person, test } from '../support/test.ts';
import type { Page } from '@playwright/test';

const DRAWING = {
  elements: [
    { is: 'Pod', label: 'payments', at: [200, 120] },
    { is: 'etcd', label: 'records', at: [520, 120] },
  ],
  flows: [{ from: 'payments', to: 'records', label: 'writes' }],
} as const;

const bar = (page: Page) => page.getByRole('region', { name: 'Workshop', exact: true });
const present = (page: Page) => bar(page).locator('[aria-current="step"]');
const clock = (page: Page) => bar(page).getByRole('timer', { name: 'Timer' });
const next = (page: Page, phase: string) => bar(page).getByRole('button', { name: `Next: ${phase}` });
const goTo = (page: Page, phase: string) => bar(page).getByRole('button', { name: `Go to phase: ${phase}` });

async function start(page: Page): Promise<void> {
  await run(page, 'Start a workshop');
  await page.getByRole('dialog').getByRole('button', { name: 'Start the workshop' }).click();
  await expect(bar(page)).toBeVisible();
}

/** From now on this person's clock goes wrong by an hour. */
async function setClockWrong({ context }: Person, byMs: number): Promise<void> {
  await context.addInitScript((shift) => {
    const Right = Date;
    class Wrong extends Right {
      constructor(...given: readonly unknown[]) {
        // Only the present is wrong.
        super(...((given.length === 0 ? [Right.now() + shift] : given) as [number]));
      }
      static override now(): number {
        return Right.now() + shift;
      }
    }
    globalThis.Date = Wrong as DateConstructor;
  }, byMs);
}

/** What the clock shows, seconds. */
async function secondsLeft(page: Page): Promise<number> {
  const [minutes, seconds] = ((await clock(page).locator('b').textContent()) ?? '').split(':').map(Number);
  return (minutes ?? Number.NaN) * 60 + (seconds ?? Number.NaN);
}

test('ux 78: a facilitator makes an agenda by keyboard, leads through it in any order, and ends it for everybody', async ({
  server,
  person,
}) => {
  const { ana, bo, board } = await anaAndBo(person, server.url, DRAWING);
  const observer = await observe(board.link);
  await expect(bar(ana.page)).toHaveCount(0);
  await ana.page.getByRole('button', { name: 'Share' }).click();
  await ana.page.getByRole('dialog').getByRole('button', { name: 'Start a workshop' }).press('Enter');
  const agenda = ana.page.getByRole('dialog', { name: 'Start a workshop' });
  await expect(agenda).toContainText('90 minutes in all');
  await agenda.getByLabel('Prepare takes place').press('Space');
  await agenda.getByLabel('Minutes for Draw').fill('ten');
  await expect(agenda.getByRole('alert')).toContainText('whole number');
  await expect(agenda.getByRole('button', { name: 'Start the workshop' })).toBeDisabled();
  await agenda.getByLabel('Minutes for Draw').fill('20');
  // Draw comes before Scope; the keyboard stays on the button, and at the top on the one that is left.
  const up = agenda.getByRole('button', { name: 'Move Draw up' });
  await up.press('Enter');
  await expect(agenda.getByRole('status')).toHaveText('Draw is now 2 of 8');
  await expect(up).toBeFocused();
  await ana.page.keyboard.press('Enter');
  await expect(agenda.getByRole('button', { name: 'Move Draw down' })).toBeFocused();
  await expectNothingSerious(ana.page, 'the agenda');
  await agenda.getByLabel('Minutes for Draw').press('Enter');

  await expect(present(ana.page)).toContainText('Draw');
  await expect(clock(ana.page)).toBeVisible();
  await expect
    .poll(() => observer.workshop()['agenda'])
    .toEqual(['draw/20', 'scope/10', 'silent/10', 'reveal/15', 'vote/10', 'decide/20', 'review/10']);
  // Everybody sees where it is and what is expected of them.
  await expect(present(bo.page)).toContainText('Draw');
  await expect(bar(bo.page)).toContainText('Draw what is missing');
  await expect(bo.page.getByTestId('announcements')).toContainText('The workshop is now at: Draw.');
  await expect(bar(bo.page).getByRole('list', { name: 'Phases of the workshop' })).toContainText('What can go wrong?');

  await next(ana.page, 'Scope').click();
  await expect(present(bo.page)).toContainText('Scope');
  await bar(ana.page).getByRole('button', { name: 'Lead the workshop' }).click();
  await ana.page.getByRole('menuitem', { name: 'Skip Silent cards, go to Reveal' }).click();
  await expect(present(bo.page)).toContainText('Reveal');
  await goTo(ana.page, 'Draw').click();
  await expect(present(bo.page)).toContainText('Draw');
  const begun = () => observer.workshop()['phase'];
  await expect.poll(begun).toEqual(['draw', expect.any(Number), expect.any(String)]);
  const before = begun();
  await run(ana.page, 'Begin this phase again');
  await expect.poll(begun).not.toEqual(before);

  // A phase comes twice: each turn is a place of its own.
  await run(ana.page, 'Change the agenda');
  const change = ana.page.getByRole('dialog', { name: 'Agenda' });
  await change.getByRole('button', { name: 'Add Draw once more' }).click();
  await change.getByRole('button', { name: 'Save the agenda' }).click();
  await next(ana.page, 'Draw').click();
  await expect.poll(() => (begun() as readonly unknown[])[0]).toBe('draw#2');
  await expect(bar(bo.page).getByRole('list', { name: 'Phases of the workshop' }).getByText('Draw')).toHaveCount(2);
  await next(ana.page, 'Scope').click();
  await expect(present(bo.page)).toContainText('Scope');

  await run(ana.page, 'End the workshop');
  await ana.page.getByRole('dialog').getByRole('button', { name: 'End the workshop' }).click();
  await expect(bar(bo.page)).toHaveCount(0);
  await expect(bo.page.getByText('The workshop has ended.')).toBeVisible();
  await expect(bar(ana.page)).toHaveCount(0);
  observer.dispose();
});

test('ux 78: who does not lead sees the workshop and finds nothing to lead it with', async ({ server, person }) => {
  const { ana, bo, board } = await anaAndBo(person, server.url, DRAWING);
  const cy = await person('Cy');
  await openBoard(cy.page, await board.linkFor('view'));
  await start(ana.page);
  await searchCommands(ana.page, 'agenda');
  await expect(ana.page.getByRole('option', { name: 'Change the agenda' })).toBeVisible();
  await ana.page.keyboard.press('Escape');
  await next(ana.page, 'Scope').click();
  for (const { page } of [bo, cy]) {
    await expect(present(page)).toContainText('Scope');
    await expect(clock(page)).toBeVisible();
    const buttons = bar(page).getByRole('button');
    await expect(buttons.filter({ hasText: 'Scope and records' })).toBeVisible();
    // The door and the sound of one's own.
    await expect(buttons).toHaveCount(2);
    // One search finds everything that leads.
    await searchCommands(page, 'agenda');
    await expect(page.getByRole('option', { name: /workshop|phase|agenda/iu })).toHaveCount(0);
    await page.keyboard.press('Escape');
  }
  await expect(bar(cy.page)).toContainText('You watch');
  await expectNothingSerious(cy.page, 'a workshop that is watched');
});

test('ux 78: a change of phase takes nobody’s typing', async ({ server, person }) => {
  const { ana, bo } = await anaAndBo(person, server.url, DRAWING);
  await start(ana.page);
  await expect(present(bo.page)).toContainText('Prepare');
  await element(bo.page, 'payments').dblclick();
  const label = bo.page.getByTestId('label-editor');
  await label.fill('payments a');
  await next(ana.page, 'Scope').click();
  await expect(present(bo.page)).toContainText('Scope');
  await expect(label).toBeFocused();
  await bo.page.keyboard.type('nd refunds');
  await bo.page.keyboard.press('Enter');
  await expect(element(bo.page, 'payments and refunds')).toBeVisible();

  await bo.page.getByRole('tab', { name: 'Notes' }).click();
  const notes = bo.page.getByRole('complementary').getByRole('textbox').last();
  await notes.click();
  await bo.page.keyboard.type('Retries are ');
  await goTo(ana.page, 'Silent cards').click();
  await ana.page.getByRole('button', { name: 'Begin the round' }).click();
  await expect(present(bo.page)).toContainText('Silent cards');
  await expect(notes).toBeFocused();
  await bo.page.keyboard.type('safe.');
  await expect(notes).toHaveValue('Retries are safe.');
  // Nothing has opened by itself either.
  await expect(bo.page.getByRole('region', { name: 'Review' })).toHaveCount(0);
  await saved(bo.page);
});

test('ux 78: sealed cards and an open vote are asked about, never forgotten and never revealed by accident', async ({
  server,
  person,
}) => {
  const { ana, board } = await anaOn(person, server.url, DRAWING);
  const observer = await observe(board.link);
  const rounds = () =>
    Object.entries(observer.workshop())
      .filter(([key]) => key.startsWith('round|'))
      .map(([, value]) => (value as readonly unknown[]).slice(0, 2));
  const dialog = ana.page.getByRole('dialog');
  await start(ana.page);
  await goTo(ana.page, 'Silent cards').click();
  await dialog.getByRole('button', { name: 'Stay here' }).click();
  await expect(present(ana.page)).toContainText('Prepare');
  expect(rounds()).toEqual([]);
  await goTo(ana.page, 'Silent cards').click();
  await dialog.getByLabel('What to write about (optional)').fill('The way of a secret');
  await ana.page.keyboard.press('Enter');
  await expect.poll(rounds).toEqual([['silent', 'The way of a secret']]);

  await next(ana.page, 'Reveal').click();
  await expect(dialog).toContainText('Nobody here has a sealed card.');
  await ana.page.keyboard.press('Escape');
  await expect(present(ana.page)).toContainText('Silent cards');
  await goTo(ana.page, 'Draw').click();
  await dialog.getByRole('button', { name: 'Go on, reveal later' }).click();
  await expect(present(ana.page)).toContainText('Draw');
  expect(rounds()).toEqual([['silent', 'The way of a secret']]);
  await goTo(ana.page, 'Reveal').click();
  await dialog.getByRole('button', { name: 'Reveal the cards' }).click();
  await expect(present(ana.page)).toContainText('Reveal');
  await expect.poll(rounds).toEqual([['revealed', 'The way of a secret']]);

  await next(ana.page, 'Vote').click();
  observer.doc.getMap('workshop').set('ballot|b1', ['open', 3, 'What matters most', Date.now()]);
  const ballot = () => (observer.workshop()['ballot|b1'] as readonly unknown[])[0];
  await expect(async () => {
    await next(ana.page, 'Decide').click();
    await expect(dialog).toContainText('The vote is still open', { timeout: 2_000 });
  }).toPass();
  await dialog.getByRole('button', { name: 'Close the vote and go on' }).click();
  await expect(present(ana.page)).toContainText('Decide');
  await expect.poll(ballot).toBe('closed');
  observer.dispose();
});

test('ux 47, 85: the timer agrees within a second although a clock is an hour wrong, and goes on through a reload and under another facilitator', async ({
  server,
  person,
}) => {
  const { ana, bo, board } = await anaAndBo(person, server.url, DRAWING);
  const cy = await person('Cy');
  await setClockWrong(bo, 3_600_000);
  await setClockWrong(cy, -3_600_000);
  await bo.page.reload();
  await openBoard(bo.page, bo.page.url());
  expect(await bo.page.evaluate(() => Date.now())).toBeGreaterThan(Date.now() + 3_000_000);
  // Another browser is another person, with the same rights.
  await openBoard(cy.page, board.link);
  await start(ana.page);
  await next(ana.page, 'Scope').click();
  const apart = async (one: Page, other: Page): Promise<number> => {
    const [a, b] = await Promise.all([secondsLeft(one), secondsLeft(other)]);
    return Math.abs(a - b);
  };
  await expect(clock(bo.page)).toBeVisible();
  await expect.poll(() => apart(ana.page, bo.page)).toBeLessThanOrEqual(1);
  await expect.poll(() => apart(ana.page, cy.page)).toBeLessThanOrEqual(1);
  expect(await secondsLeft(bo.page)).toBeLessThanOrEqual(600);

  // The facilitator's page is gone for a moment; the time is not.
  await ana.page.reload();
  await openBoard(ana.page, board.link);
  await expect(present(ana.page)).toContainText('Scope');
  await expect.poll(() => apart(ana.page, bo.page)).toBeLessThanOrEqual(1);

  // The second one takes over: pauses, adds a minute, goes on, and to the next phase.
  await bar(cy.page).getByRole('button', { name: 'Pause the timer' }).click();
  for (const { page } of [ana, bo, cy]) await expect(clock(page)).toContainText('paused');
  const held = await secondsLeft(cy.page);
  await bar(cy.page).getByRole('button', { name: 'Add a minute' }).click();
  await expect.poll(() => secondsLeft(ana.page)).toBe(held + 60);
  await expect.poll(() => secondsLeft(bo.page)).toBe(held + 60);
  await bar(cy.page).getByRole('button', { name: 'Go on with the timer' }).click();
  await expect(clock(bo.page)).not.toContainText('paused');
  await expect.poll(() => secondsLeft(bo.page)).toBeLessThan(held + 60);
  await expect.poll(() => apart(bo.page, cy.page)).toBeLessThanOrEqual(1);
  await next(cy.page, 'Draw').click();
  await expect(present(ana.page)).toContainText('Draw');
  await bar(ana.page).getByRole('button', { name: 'Stop the timer' }).click();
  for (const { page } of [ana, bo, cy]) await expect(clock(page)).toHaveCount(0);
  await bar(ana.page).getByRole('button', { name: 'Start the timer: 15 minutes' }).click();
  await expect.poll(() => secondsLeft(bo.page)).toBeGreaterThan(800);
});

test('ux 47: at its end the timer says so once, counts on, and sounds only for who wants it', async ({
  server,
  person,
}) => {
  const { ana, bo, board } = await anaAndBo(person, server.url, DRAWING);
  for (const { page } of [ana, bo])
    await page.evaluate(() => {
      const said: string[] = [];
      let sounds = 0;
      const live = document.querySelector('[data-testid="announcements"]');
      if (live !== null)
        new MutationObserver(() => said.push(live.textContent)).observe(live, {
          childList: true,
          subtree: true,
          characterData: true,
        });
      const Audio = globalThis.AudioContext;
      globalThis.AudioContext = class extends Audio {
        constructor() {
          super();
          sounds += 1;
        }
      };
      Object.assign(globalThis, { heard: () => ({ said, sounds }) });
    });
  const heard = ({ page }: Person) =>
    page.evaluate(() => (globalThis as unknown as { heard: () => { said: string[]; sounds: number } }).heard()); // set above
  await start(ana.page);
  await next(ana.page, 'Scope').click();
  await expect(clock(bo.page)).toBeVisible();
  const sound = bar(bo.page).getByRole('button', { name: 'Sound when the time is up' });
  await expect(sound).toHaveAttribute('aria-pressed', 'false');
  await sound.click();
  await expect(sound).toHaveAttribute('aria-pressed', 'true');

  const observer = await observe(board.link);
  observer.doc.getMap('workshop').set('timer', [Date.now() + 4_000, 60_000, null]);
  for (const { page } of [ana, bo]) {
    await expect(clock(page)).toContainText('Time is up');
    await expect(clock(page)).toContainText(/\+0:0[2-9]/u);
    await expect(bar(page).getByRole('button', { name: 'Pause the timer' })).toHaveCount(0);
  }
  const ends = (said: readonly string[]) => said.filter((text) => text.includes('Time is up')).length;
  const [hers, his] = [await heard(ana), await heard(bo)];
  expect([ends(hers.said), hers.sounds]).toEqual([1, 0]);
  expect([ends(his.said), his.sounds]).toEqual([1, 1]);
  // Seconds are never read out.
  expect(his.said.filter((text) => /\d:\d\d/u.test(text))).toEqual([]);
  await expectNothingSerious(bo.page, 'a workshop whose time is up');

  await bar(ana.page).getByRole('button', { name: 'Add a minute' }).click();
  await expect(clock(bo.page)).not.toContainText('Time is up');
  await expect.poll(() => secondsLeft(bo.page)).toBeGreaterThan(30);
  // The choice stays with the browser.
  await bo.page.reload();
  await openBoard(bo.page, bo.page.url());
  await expect(sound).toHaveAttribute('aria-pressed', 'true');
  observer.dispose();
});

test('ux 78, 95: the checklist is ticked by the board, each thing is a click away, and the review offers the whole export', async ({
  server,
  person,
}) => {
  const { ana } = await anaOn(person, server.url, DRAWING);
  await start(ana.page);
  const list = ana.page.getByRole('region', { name: 'Run your workshop' });
  await expect(list).toBeVisible();
  const item = (text: string) => list.getByRole('listitem').filter({ hasText: text });
  await expect(item('Bring in a diagram')).toContainText('done');
  await expect(item('Write down what you want to find out')).toContainText('not done yet');
  await item('Write down what you want to find out').getByRole('button').click();
  const review = ana.page.getByRole('region', { name: 'Review', exact: true });
  await review.getByRole('tab', { name: 'Goals' }).click();
  await review.getByLabel('New goal').fill('Is the way of the money safe?');
  await review.getByLabel('New goal').press('Enter');
  await expect(item('Write down what you want to find out')).not.toContainText('not done yet');
  await expectNothingSerious(ana.page, 'the checklist');
  await goTo(ana.page, 'Review').click();
  await expect(item('Give each parked item an end')).toBeVisible();
  await list.getByRole('button', { name: 'Close the checklist' }).press('Escape');
  await expect(list).toHaveCount(0);
  await bar(ana.page).getByRole('button', { name: 'Export everything' }).click();
  await expect(ana.page.getByRole('dialog').getByTestId('export-all').getByRole('button')).toBeVisible();
});

test('ux 78: on a screen of 320 px all of the workshop is there, and a door leaves it in sight', async ({
  server,
  person,
}) => {
  const { ana, bo } = await anaAndBo(person, server.url, DRAWING);
  await start(ana.page);
  await bar(ana.page).getByRole('button', { name: 'Run your workshop' }).click();
  await next(ana.page, 'Scope').click();
  await expect(present(bo.page)).toContainText('Scope');
  for (const { page } of [ana, bo]) {
    await page.setViewportSize({ width: 320, height: 640 });
    const wide = await bar(page).evaluate((part) => part.scrollWidth - part.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await expect(present(page)).toBeInViewport({ ratio: 1 });
    await expect(clock(page)).toBeInViewport({ ratio: 1 });
  }
  await bo.page.getByRole('button', { name: 'Hide details' }).click();
  await bar(bo.page).getByRole('button', { name: 'Scope and records' }).click();
  const review = bo.page.getByRole('region', { name: 'Review', exact: true });
  await expect(review).toBeVisible();
  // Nothing lies over the bar.
  await bar(bo.page).getByRole('button', { name: 'Scope and records' }).click({ trial: true });
  await expect(clock(bo.page)).toBeInViewport({ ratio: 1 });
  await expectNothingSerious(bo.page, 'a workshop at 320 px');
});
