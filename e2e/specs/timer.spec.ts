/** The timer of a workshop: the same everywhere whatever the clocks say, and its end is said once. Numbers are those of ux.md. */
import type { Page } from '@playwright/test';
import { bar, clock, DRAWING, next, present, start } from '../support/agenda.ts';
import { openBoard } from '../support/board.ts';
import { observe } from '../support/observer.ts';
import { anaAndBo } from '../support/people.ts';
import { expectNothingSerious } from '../support/serious.ts';
import { expect, type Person, test } from '../support/test.ts';

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
