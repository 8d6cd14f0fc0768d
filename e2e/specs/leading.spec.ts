/** Who leads a board: what is shown on a shared screen, the lead handed on, a link that leaked and is withdrawn. Numbers are those of ux.md. */
import { expect, type Page } from '@playwright/test';
import { element, makeLink, openBoard, relabel, run, saved } from '../support/board.ts';
import { observe } from '../support/observer.ts';
import { anaAndBo } from '../support/people.ts';
import { expectNothingSerious } from '../support/serious.ts';
import { test } from '../support/test.ts';
import { hands } from '../support/workshop.ts';

const DRAWING = {
  elements: [
    { is: 'Pod', label: 'payments', at: [0, 0] },
    { is: 'etcd', label: 'state', at: [600, 300] },
  ],
} as const;

test('ux 94: a view link opens on a shared screen without a name or cursor, in large type, and shows what the facilitator sees', async ({
  server,
  person,
}) => {
  const { ana, bo, board } = await anaAndBo(person, server.url, DRAWING);
  await ana.page.getByRole('button', { name: 'Share' }).click();
  const share = ana.page.getByRole('dialog', { name: 'Share this board' });
  await share.getByRole('button', { name: 'Make a link: View' }).click();
  const field = share.getByLabel('For a shared screen: large type, no name, no cursor');
  await expect(field).toHaveValue(/\?watch#/u);
  const link = await field.inputValue();
  await share.getByRole('button', { name: 'Close' }).click();

  const screen = await person();
  const observer = await observe(board.link);
  await expect.poll(() => observer.people()).toBe(2);
  await screen.page.goto(link);
  const bar = screen.page.getByTestId('watch-bar');
  await expect(bar).toContainText(/[23] people on the board/u);
  await expect(screen.page.getByRole('dialog')).toHaveCount(0);
  await expect(screen.page.getByTestId('following')).toHaveAttribute('data-person', 'Ana');
  await screen.page.mouse.move(500, 400, { steps: 5 });
  // It goes where the facilitator goes, in larger letters, and is nobody.
  await element(ana.page, 'state').click();
  await expect(screen.page.getByTestId(`node-${board.id('state')}`)).toHaveAttribute('data-selected', /.*/u);
  const letters = (page: Page) => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
  expect(await letters(screen.page)).toBeGreaterThan(1.3 * (await letters(ana.page)));
  await expectNothingSerious(screen.page, 'a shared screen');
  expect(observer.people()).toBe(2);
  observer.dispose();
  const list = ana.page.getByRole('list', { name: 'People on the board' });
  await expect(list.getByRole('button', { name: /Follow their view/u })).toHaveCount(1);
  await expect(ana.page.getByTestId('followers')).toHaveCount(0);
  await screen.page.keyboard.press('y');
  await expect(hands(ana.page)).toHaveCount(0);
  // By choice it shows somebody else, or stays.
  await bar.getByLabel('Show what').selectOption({ label: 'Bo looks at' });
  await expect(screen.page.getByTestId('following')).toHaveAttribute('data-person', 'Bo');
  await bar.getByLabel('Show what').selectOption({ label: 'I choose here' });
  await expect(screen.page.getByTestId('following')).toHaveCount(0);
  // A link that may do more is no screen.
  const editor = await person('Ed');
  await editor.page.goto((await board.linkFor('edit')).replace('#', '?watch#'));
  await expect(editor.page).not.toHaveURL(/watch/u);
  await expect(editor.page.getByTestId('watch-bar')).toHaveCount(0);
  await bo.page.close();
});

test('ux 85, 87, 93: the facilitator hands the lead on, and who has it goes on when the first has left', async ({
  server,
  person,
}) => {
  const { ana, bo } = await anaAndBo(person, server.url, DRAWING);
  const cy = await person('Cy');
  await openBoard(cy.page, await makeLink(ana.page, 'Comment'));
  await run(bo.page, 'People on this board');
  await expect(bo.page.getByRole('dialog').getByRole('button', { name: /facilitator/u })).toHaveCount(0);
  await bo.page.keyboard.press('Escape');
  await run(ana.page, 'People on this board');
  const dialog = ana.page.getByRole('dialog', { name: 'People on this board' });
  await dialog.getByRole('button', { name: 'Make Bo a facilitator' }).click();
  const link = await dialog.getByLabel('Facilitator link for Bo').inputValue();
  await expectNothingSerious(ana.page, 'the link that hands the lead on');
  await ana.page.keyboard.press('Escape');

  await cy.page.keyboard.press('y');
  await expect(hands(bo.page)).toHaveCount(1);
  await openBoard(bo.page, link);
  await run(bo.page, 'People on this board');
  const his = bo.page.getByRole('dialog', { name: 'People on this board' });
  await expect(his.getByRole('listitem').filter({ hasText: 'Bo (you)' })).toContainText('Facilitate');
  // The same person as before, not a second one.
  await expect(his.getByText(/^Bo(?: \(you\))?$/u)).toHaveCount(1);
  await bo.page.keyboard.press('Escape');
  await ana.page.close();
  await bo.page.getByRole('button', { name: 'Lower the hand of Cy' }).click();
  await expect(cy.page.getByText('A facilitator lowered your hand.')).toBeVisible();
  await element(bo.page, 'payments').click();
  await run(bo.page, 'Lock for everybody but facilitators…');
  await bo.page.getByRole('dialog').getByRole('button', { name: 'Lock', exact: true }).click();
  await element(cy.page, 'payments').click();
  await expect(cy.page.getByTestId('lock-card')).toContainText(
    'Locked by Bo. Facilitators can change or unlock it. Ask Bo.',
  );
});

test('ux 33, 92: a leaked link writes nothing it may not, and its guest is put out while others go on', async ({
  server,
  person,
}) => {
  const { ana, bo, board } = await anaAndBo(person, server.url, DRAWING);
  await relabel(bo.page, 'state', 'etcd-0');
  await saved(bo.page);
  const leaked = await makeLink(ana.page, 'Comment');
  const watching = await observe(board.link);
  const before = watching.state();
  const forged: readonly (readonly [string, string, unknown])[] = [
    ['workshop', 'phase', ['vote', 1, 'guest']],
    ['workshop', 'hand|somebody', 9e15],
    ['locks', `nodes|${board.id('payments')}`, ['guest', 1, '<img src=x onerror=alert(1)>']],
    ['votes', 'somebody|ballot|target', [99, false]],
    ['cards', 'somebody|card', { text: '=cmd()' }],
    ['decisions', 'rule~x|why', '=HYPERLINK("http://evil")'],
    ['meta', 'title', '<script>'],
  ];
  for (const [root, key, value] of forged) {
    const guest = await observe(leaked);
    guest.doc.getMap(root).set(key, value);
    await expect.poll(() => guest.closeCode(), { message: `${root} ${key}` }).toBe(4403);
    guest.dispose();
  }
  expect(watching.state()).toBe(before);

  const guest = await person(`<i>Guest</i> =1+1 ${'x'.repeat(500)}`);
  await openBoard(guest.page, leaked);
  await guest.page.keyboard.press('y');
  await expect(hands(ana.page)).toHaveCount(1);
  await ana.page.getByRole('button', { name: 'Share' }).click();
  const share = ana.page.getByRole('dialog', { name: 'Share this board' });
  await share.getByRole('button', { name: /^Revoke the link: Comment/u }).click();
  await share.getByRole('button', { name: 'Revoke this link' }).click();
  await expect(guest.page.getByRole('alert')).toContainText('Your link was withdrawn');
  await expect(hands(ana.page)).toHaveCount(0);
  await share.getByRole('button', { name: 'Close' }).click();
  await relabel(bo.page, 'payments', 'still at work');
  await expect(element(ana.page, 'still at work')).toBeVisible();
  watching.dispose();
});
