/** What people do together beside drawing: raised hands, laser pointers, hidden cursors, locks, following. */
import { expect, type Page } from '@playwright/test';
import { dragBy, element, middleOf, openBoard, relabel, run } from '../support/board.ts';
import { observe } from '../support/observer.ts';
import { anaAndBo } from '../support/people.ts';
import { expectNothingSerious } from '../support/serious.ts';
import { test } from '../support/test.ts';
import { dock, hands } from '../support/workshop.ts';

const DRAWING = {
  elements: [
    { is: 'Pod', label: 'payments', at: [0, 0] },
    { is: 'etcd', label: 'state', at: [600, 300] },
  ],
} as const;

const announced = (page: Page) => page.getByTestId('announcements');
const queueOf = async (page: Page): Promise<readonly string[]> =>
  (await hands(page).locator('bdi').allTextContents()).map((name) => name.replace(' (you)', ''));

test('ux 87, 93: one key raises the hand, the queue is ordered, the facilitator lowers, leaving lowers', async ({
  server,
  person,
}) => {
  const { ana, bo, board } = await anaAndBo(person, server.url, DRAWING);
  const cy = await person(`<b onclick="x()">Cy</b> ${'long '.repeat(100)}`);
  await openBoard(cy.page, await board.linkFor('view'));
  await expect(hands(ana.page)).toHaveCount(0);

  await cy.page.keyboard.press('y');
  await expect(announced(cy.page)).toHaveText('Your hand is raised.');
  await expect(hands(ana.page)).toHaveCount(1);
  await expect(announced(ana.page)).toContainText('raised a hand.');
  await bo.page.keyboard.press('y');
  await expect(announced(bo.page)).toHaveText('Your hand is raised. You are number 2.');
  await expect(announced(ana.page)).toHaveText('Bo raised a hand. 2 hands are raised.');
  for (const { page } of [ana, bo, cy]) {
    await expect.poll(async () => (await queueOf(page)).length).toBe(2);
    expect((await queueOf(page))[1]).toBe('Bo');
  }
  // A name of any length and with markup is text, cut, and leaves the queue its place.
  expect((await queueOf(ana.page))[0]).toContain('<b onclick');
  await expect(ana.page.locator('[onclick]')).toHaveCount(0);
  const first = await hands(ana.page).first().boundingBox();
  expect(first?.width ?? 999).toBeLessThan(420);
  await expectNothingSerious(ana.page, 'the queue of hands');

  // Only the facilitator lowers others.
  await expect(bo.page.getByRole('button', { name: /^Lower the hand/u })).toHaveCount(0);
  await hands(ana.page)
    .first()
    .getByRole('button', { name: /^Lower the hand of/u })
    .press('Enter');
  await expect(cy.page.getByText('A facilitator lowered your hand.')).toBeVisible();
  for (const { page } of [ana, bo, cy]) await expect.poll(() => queueOf(page)).toEqual(['Bo']);
  await expect(ana.page.getByRole('button', { name: 'Lower the hand of Bo' })).toBeFocused();
  // Raised again it is a new hand, at the end.
  await cy.page.keyboard.press('y');
  for (const { page } of [ana, bo]) {
    await expect.poll(async () => (await queueOf(page)).length).toBe(2);
    expect((await queueOf(page))[0]).toBe('Bo');
  }

  await bo.page.getByRole('button', { name: 'Lower your hand' }).click();
  await expect.poll(async () => (await queueOf(ana.page)).length).toBe(1);
  await cy.page.close();
  await expect(hands(ana.page)).toHaveCount(0);

  // Typing a y is typing a y.
  const search = bo.page.getByLabel('Insert');
  await search.fill('');
  await search.press('y');
  await expect(search).toHaveValue('y');
  await expect(hands(bo.page)).toHaveCount(0);
});

test('ux 49: holding L points with a trail that others see, without data and without a step of undo', async ({
  server,
  person,
}) => {
  const { ana, bo, board } = await anaAndBo(person, server.url, DRAWING);
  const observer = await observe(board.link);
  const lasers = (page: Page) => page.getByTestId('lasers');
  const before = observer.state();
  const at = await middleOf(element(bo.page, 'payments'));
  await bo.page.mouse.move(at.x + 200, at.y + 60);
  await bo.page.keyboard.down('l');
  await expect(bo.page.getByTestId('laser-surface')).toBeVisible();
  await bo.page.mouse.move(at.x, at.y, { steps: 8 });
  await expect(lasers(ana.page)).not.toHaveAttribute('data-lasers', '');
  await expect(lasers(bo.page)).toHaveAttribute('data-lasers', 'me');
  await expect.poll(() => observer.presence('Bo')?.['laser'] ?? null).not.toBeNull();
  // Pressing while pointing drags and selects nothing.
  await bo.page.mouse.down();
  await bo.page.mouse.move(at.x + 120, at.y + 80, { steps: 4 });
  await bo.page.mouse.up();
  await bo.page.keyboard.up('l');
  await expect(bo.page.getByTestId('laser-surface')).toHaveCount(0);
  await expect.poll(() => observer.presence('Bo')?.['laser'] ?? null).toBeNull();
  for (const { page } of [ana, bo]) await expect(lasers(page)).toHaveAttribute('data-lasers', '');
  await expect(bo.page.getByTestId(`node-${board.id('payments')}`)).not.toHaveAttribute('data-selected', /.*/u);
  await expect(bo.page.getByRole('button', { name: /^Undo/u })).toBeDisabled();
  expect(observer.state()).toBe(before);

  // Switched on from the list for who holds no key, and off by Escape or its button.
  await run(bo.page, 'Laser pointer');
  await expect(bo.page.getByRole('button', { name: 'End laser pointer' })).toBeVisible();
  await bo.page.mouse.move(at.x + 20, at.y + 20, { steps: 3 });
  await expect(lasers(ana.page)).not.toHaveAttribute('data-lasers', '');
  await bo.page.keyboard.press('Escape');
  await expect(bo.page.getByTestId('laser-surface')).toHaveCount(0);
  await run(bo.page, 'Laser pointer');
  await bo.page.getByRole('button', { name: 'End laser pointer' }).click();
  await expect(lasers(ana.page)).toHaveAttribute('data-lasers', '');

  // Typing an l is typing an l.
  const search = bo.page.getByLabel('Insert');
  await search.focus();
  await bo.page.keyboard.down('l');
  await expect(search).toHaveValue('l');
  await expect(bo.page.getByTestId('laser-surface')).toHaveCount(0);
  await bo.page.keyboard.up('l');
  observer.dispose();
});

test('ux 14, 54: cursors of others are hidden for who wants it, and that is remembered', async ({ server, person }) => {
  const { ana, bo, board } = await anaAndBo(person, server.url, DRAWING);
  const cursors = (page: Page) => page.locator('[data-testid^="cursor-"]');
  const at = await middleOf(element(bo.page, 'payments'));
  const wave = async (): Promise<void> => {
    await bo.page.mouse.move(at.x, at.y + 50);
    await bo.page.mouse.move(at.x + 40, at.y + 60, { steps: 3 });
  };
  await wave();
  await expect(cursors(ana.page)).toHaveCount(1);
  await run(ana.page, 'Hide the cursors of others');
  await expect(cursors(ana.page)).toHaveCount(0);
  await ana.page.reload();
  await expect(element(ana.page, 'payments')).toBeVisible();
  await expect(ana.page.getByRole('group', { name: 'Zoom' })).toBeAttached();
  await wave();
  await expect(cursors(ana.page)).toHaveCount(0);
  // A selection is still seen.
  await element(bo.page, 'state').click();
  await expect(ana.page.getByTestId(`node-${board.id('state')}`)).toHaveAttribute('data-peer', 'Bo');
  await run(ana.page, 'People on this board');
  await ana.page
    .getByRole('dialog')
    .getByLabel(/^Hide the cursors of others/u)
    .uncheck();
  await ana.page.keyboard.press('Escape');
  await wave();
  await expect(cursors(ana.page)).toHaveCount(1);
});

test('ux 43, 92, 93: a facilitator locks a region with a reason, all see who and why, others are refused in words and by the server', async ({
  server,
  person,
}) => {
  const { ana, bo, board, edit } = await anaAndBo(person, server.url, {
    elements: [
      { is: 'Namespace', label: 'prod', at: [0, 0], size: [560, 220] },
      { is: 'Pod', label: 'payments', at: [40, 60], inside: 'prod' },
      { is: 'etcd', label: 'state', at: [340, 60], inside: 'prod' },
      { is: 'Pod', label: 'outside', at: [40, 320] },
    ],
    flows: [{ from: 'payments', to: 'state', label: 'writes' }],
  });
  const [flow = ''] = board.flows;
  const card = (page: Page) => page.getByTestId('lock-card');
  const locked = (page: Page, label: string) => page.getByLabel(new RegExp(`^${label}, .*locked`, 'u'));
  await element(ana.page, 'prod').click({ position: { x: 12, y: 6 } });
  await run(ana.page, 'Lock for everybody but facilitators…');
  const dialog = ana.page.getByRole('dialog', { name: 'Lock 1 item' });
  await dialog.getByLabel('Reason (everybody sees it)').fill('agreed with the auditors');
  await dialog.getByLabel('Reason (everybody sees it)').press('Enter');
  await expect(ana.page.getByText('4 items are locked for everybody but facilitators.')).toBeVisible();

  // Signs for everybody: elements, boundary and inner flow; what is outside has none.
  for (const { page } of [ana, bo]) {
    for (const label of ['prod', 'payments', 'state']) await expect(locked(page, label).first()).toBeVisible();
    await expect(page.getByTestId(`frozen-${flow}`)).toBeVisible();
    await expect(locked(page, 'outside')).toHaveCount(0);
  }
  const before = await middleOf(element(bo.page, 'payments'));
  await element(bo.page, 'payments').click();
  await expect(card(bo.page)).toContainText(
    'Locked by Ana: agreed with the auditors. Facilitators can change or unlock it. Ask Ana.',
  );
  await expect(card(bo.page).getByRole('button')).toHaveCount(0);
  await expectNothingSerious(bo.page, 'a locked element');
  await dragBy(bo.page, 'payments', { x: 90, y: 40 });
  expect(await middleOf(element(bo.page, 'payments'))).toEqual(before);
  await element(bo.page, 'payments').dblclick();
  const editor = bo.page.getByTestId('label-editor');
  await editor.fill('renamed');
  await editor.press('Enter');
  await expect(
    bo.page.getByText('A facilitator has locked this, so only facilitators change it. Ask one to unlock it.'),
  ).toBeVisible();
  await expect(element(ana.page, 'payments')).toBeVisible();
  // What is not locked goes on as before, and locking is nothing that others are offered.
  await relabel(bo.page, 'outside', 'still mine');
  await bo.page.keyboard.press('Control+k');
  await bo.page.keyboard.type('facilitators');
  await expect(bo.page.getByRole('option', { name: /^Lock for everybody/u })).toHaveCount(0);
  await bo.page.keyboard.press('Escape');

  // A tampered client with the same link is thrown out, whatever its screen says.
  const tampered = await observe(edit);
  const node = tampered.doc.getMap('nodes').get(board.id('payments')) as { set(key: string, value: unknown): void };
  node.set('label', 'tampered');
  await expect.poll(() => tampered.closeCode()).toBe(4423);
  tampered.dispose();
  const lifting = await observe(edit);
  lifting.doc.getMap('locks').set(`nodes|${board.id('payments')}`, null);
  await expect.poll(() => lifting.closeCode()).toBe(4403);
  lifting.dispose();
  await expect(element(ana.page, 'payments')).toBeVisible();

  // The facilitator may still change it, and unlocks it for all.
  await relabel(ana.page, 'payments', 'billing');
  await expect(card(ana.page)).toContainText('You facilitate, so you can still change it.');
  await run(ana.page, 'Unlock everything that facilitators locked');
  for (const { page } of [ana, bo]) await expect(page.getByTestId(`frozen-${flow}`)).toHaveCount(0);
  await relabel(bo.page, 'billing', 'payments again');
  await expect(element(ana.page, 'payments again')).toBeVisible();
});

test('ux 88, 67: who follows sees the same step of the numbers, the same threat and the same record', async ({
  server,
  person,
}) => {
  const { ana, bo } = await anaAndBo(person, server.url, {
    elements: [
      { is: 'User', label: 'admin', at: [0, 0] },
      { is: 'Pod', label: 'api', at: [320, 0], facts: { privileged: true } },
      { is: 'etcd', label: 'state', at: [640, 0] },
    ],
    flows: [
      { from: 'admin', to: 'api', label: 'asks', order: '1' },
      { from: 'api', to: 'state', label: 'writes', order: '2' },
    ],
  });
  const bar = (page: Page) => page.getByRole('toolbar', { name: 'Walkthrough of the numbered flows' });
  await run(bo.page, 'Follow Ana');
  await bo.page.getByLabel('Insert').focus();
  await run(ana.page, 'Play the numbers');
  await expect(bar(bo.page)).toContainText('asks');
  // The keyboard stays where it was.
  await expect(bo.page.getByLabel('Insert')).toBeFocused();
  await bar(ana.page).getByRole('button', { name: 'Next step' }).click();
  await expect(bar(bo.page)).toContainText('writes');
  await expect(bo.page.getByTestId('following')).toBeVisible();
  await bar(ana.page).getByRole('button', { name: 'End the walkthrough' }).click();
  await expect(bar(bo.page)).toHaveCount(0);

  // The place of the review, and a threat in the panel.
  await bo.page.locator('[data-surface]').focus();
  await run(ana.page, 'Threat register');
  await expect(dock(bo.page)).toBeVisible();
  await ana.page.getByRole('button', { name: 'Close the review' }).click();
  await expect(dock(bo.page)).toHaveCount(0);
  await element(ana.page, 'api').click();
  await ana.page.getByRole('tab', { name: /^Threats/u }).click();
  const cards = (page: Page) => page.locator('li[data-card] [aria-expanded]');
  await cards(ana.page).first().click();
  const title = (await cards(ana.page).first().textContent()) ?? '';
  await expect(cards(bo.page).filter({ hasText: title }).first()).toHaveAttribute('aria-expanded', 'true');

  // A step of one's own ends it.
  await run(ana.page, 'Play the numbers');
  await expect(bar(bo.page)).toBeVisible();
  await bar(bo.page).getByRole('button', { name: 'Next step' }).click();
  await expect(bo.page.getByTestId('following')).toHaveCount(0);
  await expect(bar(ana.page)).toContainText('asks');
});
