/** A workshop is led: phases with an agenda, and nobody's typing is taken. */
import { bar, clock, DRAWING, next, present, start } from '../support/agenda.ts';
import { openBoard, element, run, saved, searchCommands } from '../support/board.ts';
import { anaAndBo, anaOn } from '../support/people.ts';
import { observe } from '../support/observer.ts';
import { expectNothingSerious } from '../support/serious.ts';
import { expect, test } from '../support/test.ts';
import type { Page } from '@playwright/test';

const goTo = (page: Page, phase: string) => bar(page).getByRole('button', { name: `Go to phase: ${phase}` });

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
