/** Talking on the board: conversations on elements, flows, threats and points. Numbers are those of ux.md. */
import type { Page } from '@playwright/test';
import { element, openBoard, run, saved } from '../support/board.ts';
import { commentOn, DRAWING, log, openList, pins, reply, row, talk } from '../support/comments.ts';
import { anaAndBo, anaOn } from '../support/people.ts';
import { expectNothingSerious } from '../support/serious.ts';
import { expect, test } from '../support/test.ts';
import { dock as list } from '../support/workshop.ts';

const TALK = '[data-testid="talk"]';

async function choose(page: Page, filter: RegExp): Promise<void> {
  // The words lie over the button that is chosen.
  await list(page).getByRole('radio', { name: filter }).check({ force: true });
}

test('ux 46, 44: a conversation goes to and fro live, names people, is found, resolved and opened again', async ({
  server,
  person,
}) => {
  const { ana, bo } = await anaAndBo(person, server.url, DRAWING);
  await commentOn(ana.page, 'payments', 'Who owns this?');
  await expect(log(ana.page)).toContainText('Ana (you)');
  await expect(log(ana.page).locator('time')).toHaveAttribute('title', /20\d\d/u);

  await expect(pins(bo.page)).toHaveAccessibleName(/^Ana on payments: Who owns this\?.* 1 unread\.$/u);
  await pins(bo.page).click();
  await expect(log(bo.page)).toContainText('Who owns this?');
  await reply(bo.page, 'We do.');
  await expect(log(ana.page)).toContainText('We do.');
  await expect(log(ana.page)).toContainText('Bo');
  await expect(pins(bo.page)).not.toHaveAccessibleName(/unread/u);

  // Names are offered after @, by keyboard alone; who is named hears of it.
  await talk(ana.page).getByLabel('Close the comments').click();
  const field = talk(bo.page).getByLabel('Your reply');
  await field.pressSequentially('Ask @a');
  const option = talk(bo.page).getByRole('option');
  await expect(option).toHaveText(/Ana/u);
  await expect(field).toHaveAttribute('aria-activedescendant', (await option.getAttribute('id')) ?? '');
  await field.press('Enter');
  await expect(field).toHaveValue('Ask @Ana ');
  await field.pressSequentially('about the key');
  await field.press('Enter');
  const notice = ana.page.getByRole('status').filter({ hasText: 'Bo names you in a comment on payments.' });
  await notice.getByRole('button', { name: 'Show it' }).click();
  await expect(list(ana.page).getByRole('log')).toContainText('Ask @Ana about the key');
  await expect(list(ana.page).locator('bdi[data-me]')).toHaveText('@Ana');
  await expect(notice).toHaveCount(0);

  // Found by its text.
  await ana.page.keyboard.press('Control+f');
  await ana.page.locator('#find-field').fill('about the key');
  await ana.page.keyboard.press('Enter');
  await expect(ana.page.locator('[data-find]')).toContainText('comment: Ask @Ana about the key');
  await ana.page.keyboard.press('Escape');

  // Resolved for both, and open again.
  await list(ana.page).getByRole('button', { name: 'Resolve', exact: true }).click();
  await expect(list(ana.page)).toContainText('Resolved by Ana (you)');
  await expect(talk(bo.page)).toContainText('Resolved by Ana');
  await talk(bo.page).getByRole('button', { name: 'Open again' }).click();
  await expect(list(ana.page).getByRole('button', { name: 'Resolve', exact: true })).toBeVisible();
});

test('ux 46: one’s own comments are reworded and taken back; facilitators take back others’, and nobody rewords them', async ({
  server,
  person,
}) => {
  const { ana, bo } = await anaAndBo(person, server.url, DRAWING);
  await commentOn(bo.page, 'payments', 'Frist');
  await talk(bo.page).getByRole('button', { name: 'Edit your comment' }).click();
  const field = talk(bo.page).getByLabel('Your comment, being edited');
  await field.fill('First');
  await field.press('Enter');
  await expect(log(bo.page)).toContainText('edited');
  await reply(bo.page, 'Second');

  await pins(ana.page).click();
  await expect(log(ana.page)).toContainText('First');
  await expect(talk(ana.page).getByRole('button', { name: 'Edit your comment' })).toHaveCount(0);
  await talk(ana.page).getByRole('button', { name: 'Take back the comment of Bo' }).last().click();
  await talk(ana.page).getByRole('button', { name: 'Take it back' }).click();
  await expect(log(bo.page)).toContainText('This comment was taken back.');
  await expect(log(bo.page)).not.toContainText('Second');
  // Bo edits; Bo is no facilitator.
  await reply(ana.page, 'Mine');
  await expect(log(bo.page)).toContainText('Mine');
  await expect(talk(bo.page).getByRole('button', { name: /^Take back the comment of/u })).toHaveCount(0);
  await talk(bo.page).getByRole('button', { name: 'Take back your comment' }).click();
  await talk(bo.page).getByRole('button', { name: 'Take it back' }).click();
  await expect(log(ana.page).getByText('This comment was taken back.')).toHaveCount(2);
});

test('ux 46, 9: comments outlive what they are about as orphaned, and are back on it when the deletion is undone', async ({
  server,
  person,
}) => {
  const { ana, bo } = await anaAndBo(person, server.url, DRAWING);
  await commentOn(bo.page, 'state', 'Is this encrypted?');
  await expect(pins(ana.page)).toBeVisible();
  await ana.page.keyboard.press('Escape');
  await element(ana.page, 'state').click();
  await ana.page.keyboard.press('Delete');
  await expect(element(bo.page, 'state')).toHaveCount(0);

  // What is not on the drawing any more is read in the list.
  await expect(list(bo.page)).toContainText('What this was about is no longer on the board.');
  await expect(row(bo.page, '“state”, which Ana deleted')).toContainText('Orphaned');
  await list(bo.page).getByLabel('Your reply').fill('Why was it deleted?');
  await bo.page.keyboard.press('Enter');
  await expect(list(bo.page).getByRole('log')).toContainText('Why was it deleted?');
  await openList(ana.page);
  await choose(ana.page, /^Orphaned 1/u);
  await expect(row(ana.page, 'Is this encrypted?')).toBeVisible();
  await list(ana.page).getByRole('button', { name: 'Close the review' }).click();

  await element(ana.page, 'payments').click();
  await ana.page.keyboard.press('Control+z');
  await expect(element(bo.page, 'state')).toBeVisible();
  await expect(list(bo.page)).not.toContainText('What this was about is no longer on the board.');
  await expect(pins(ana.page)).toHaveAccessibleName(/^Bo on state: Is this encrypted\?.*2 comments/u);
});

test('ux 46, 33: with a link for comments one comments and nothing else; while the board is locked editors do too; with a view link one reads', async ({
  server,
  person,
}) => {
  const { ana, bo, board } = await anaAndBo(person, server.url, DRAWING);
  const [cy, vic] = [await person('Cy'), await person('Vic')];
  await openBoard(cy.page, await board.linkFor('comment'));
  await openBoard(vic.page, await board.linkFor('view'));
  await commentOn(cy.page, 'payments', 'From a guest');
  await expect(pins(ana.page)).toHaveAccessibleName(/^Cy on payments: From a guest/u);
  await saved(cy.page);

  await run(ana.page, 'Lock the board');
  await expect(bo.page.getByText('A facilitator has locked the board').first()).toBeVisible();
  await pins(bo.page).click();
  await reply(bo.page, 'Locked, and still talking');
  await expect(log(cy.page)).toContainText('Locked, and still talking');

  // Whoever is removed leaves what they said.
  await run(ana.page, 'People on this board');
  const cys = ana.page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'Cy' });
  await cys.getByRole('button', { name: 'Remove Cy' }).click();
  await cys.getByRole('button', { name: 'Remove Cy' }).click();
  await expect(cy.page.getByRole('alert')).toContainText('A facilitator removed you from this board');
  await ana.page.keyboard.press('Escape');
  await expect(log(bo.page)).toContainText('From a guest');
  await expect(log(bo.page)).toContainText('Cy');

  await pins(vic.page).click();
  await expect(log(vic.page)).toContainText('Locked, and still talking');
  await expect(talk(vic.page)).toContainText('Your link only shows this board.');
  await expect(talk(vic.page).getByRole('textbox')).toHaveCount(0);
  await expect(talk(vic.page).getByRole('button', { name: 'Resolve' })).toHaveCount(0);
  await talk(vic.page).getByLabel('Close the comments').click();
  await element(vic.page, 'payments').click();
  await vic.page.keyboard.press('m');
  await expect(talk(vic.page)).toHaveCount(0);
});

test('ux 46, 57: by keyboard from the canvas to the marks, an answer, and back; on flows, points and threats too', async ({
  server,
  person,
}) => {
  const { ana } = await anaOn(person, server.url, DRAWING);
  const { page } = ana;
  await commentOn(page, 'payments', 'On an element');
  await page.keyboard.press('Escape');
  await expect(talk(page)).toHaveCount(0);
  await expect(pins(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(talk(page)).toBeFocused();
  await page.keyboard.press('Escape');

  // A point of the canvas, from the menu of the right mouse button.
  await page.getByTestId('canvas').click({ button: 'right', position: { x: 500, y: 560 } });
  await page.getByRole('menuitem', { name: 'Comment…' }).click();
  await talk(page).getByLabel('Your comment').fill('At a point');
  await page.keyboard.press('Enter');
  await expect(log(page)).toContainText('At a point');
  await page.keyboard.press('Escape');
  await expect(pins(page)).toHaveCount(2);

  // The flow, from the panel beside the diagram.
  await page.keyboard.press('Escape');
  // Its plate lies over the letters.
  await page.getByTestId('canvas').getByText('writes').click({ force: true });
  await page.getByRole('button', { name: 'Comment on writes' }).click();
  await talk(page).getByLabel('Your comment').fill('On a flow');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '1 conversation on writes' })).toBeVisible();
  await expect(pins(page)).toHaveCount(3);

  // One stop of Tab, arrows inside.
  await pins(page).first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(pins(page).nth(1)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(pins(page).last()).toBeFocused();

  // A threat of the element, the only one and so open already; the list shows all, the way back to the diagram with it.
  await element(page, 'payments').click();
  await page.getByRole('tab', { name: /^Threats/u }).click();
  const threat = page.locator('[data-testid^="threat-"]').first();
  await threat.getByRole('button', { name: /^Comment on / }).click();
  await talk(page).getByLabel('Your comment').fill('On a threat');
  await page.keyboard.press('Enter');
  await expect(log(page)).toContainText('On a threat');
  await talk(page).getByRole('button', { name: 'Show in the list' }).click();
  await expect(row(page, /./u)).toHaveCount(4);
  await row(page, 'At a point').click();
  await list(page).getByRole('button', { name: 'Show on the diagram' }).click();
  await row(page, 'On an element').click();
  await list(page).getByRole('button', { name: 'Show on the diagram' }).click();
  await expect(element(page, 'payments')).toHaveAttribute('data-selected', /.*/u);
});

test('ux 46, 62: axe finds nothing serious in conversations and their list, light and dark', async ({
  server,
  person,
}) => {
  const { ana } = await anaOn(person, server.url, DRAWING);
  await commentOn(ana.page, 'payments', 'Looks good?');
  await talk(ana.page).getByLabel('Your reply').pressSequentially('@');
  await expect(talk(ana.page).getByRole('listbox')).toBeVisible();
  await expectNothingSerious(ana.page, 'an open conversation', 'main');
  await run(ana.page, 'Colours: dark');
  await expectNothingSerious(ana.page, 'an open conversation, dark', TALK);
  await talk(ana.page).getByRole('button', { name: 'Show in the list' }).click();
  await expect(row(ana.page, 'Looks good?')).toBeVisible();
  await expectNothingSerious(ana.page, 'the list of conversations, dark', '[aria-label="Review"]');
});

test('ux 46, 62: at 320 px comments are a sheet that can be used', async ({ server, person }) => {
  const { ana, board } = await anaOn(person, server.url, DRAWING);
  await commentOn(ana.page, 'payments', 'Looks good?');
  const small = await person('Di', { viewport: { width: 320, height: 640 } });
  await openBoard(small.page, await board.linkFor('comment'));
  await small.page.keyboard.press('Shift+Digit1');
  await pins(small.page).click();
  const sheet = await talk(small.page).boundingBox();
  expect(sheet).toMatchObject({ x: 0, width: 320 });
  await reply(small.page, 'From a phone');
  await expectNothingSerious(small.page, 'a conversation at 320 px', TALK);
  await talk(small.page).getByRole('button', { name: 'Show in the list' }).click();
  await expect(list(small.page).getByRole('log')).toContainText('From a phone');
  await list(small.page).getByRole('button', { name: 'All conversations' }).click();
  await expect(row(small.page, 'Looks good?')).toBeVisible();
  const wide = await small.page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(320);
});
