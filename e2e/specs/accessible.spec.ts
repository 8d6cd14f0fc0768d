/** axe on every main view and dialog, light and dark, wide and narrow; and a page that reads at 200 %. */
import type { Page } from '@playwright/test';
import { createBoard, element, run, saved } from '../support/board.ts';
import { anaOn } from '../support/people.ts';
import { expectNothingSerious } from '../support/serious.ts';
import { expect, test } from '../support/test.ts';

for (const scheme of ['light', 'dark'] as const) {
  test(`ux 60, 62, 64: axe finds nothing serious on start page, board and dialogs (${scheme})`, async ({
    server,
    person,
  }) => {
    const { page } = await person('Ana', { colorScheme: scheme });
    await page.goto(server.url);
    await expectNothingSerious(page, 'start page');
    await createBoard(page, server.url, /Pod launch, in full/u);
    await saved(page);
    await expect(page.getByTestId('count-threats')).not.toHaveText(/^0 /u);
    await expectNothingSerious(page, 'board with threats');
    await page.getByRole('tab', { name: /Questions/u }).click();
    await expectNothingSerious(page, 'questions', '#details');
    await page.locator('[data-testid^="node-"]').filter({ hasText: 'kube-apiserver' }).first().click();
    await page.getByRole('tab', { name: /Element/u }).click();
    await expectNothingSerious(page, 'element', '#details');
    await page.getByRole('tab', { name: /Notes/u }).click();
    await expectNothingSerious(page, 'notes', '#details');
    await page.getByRole('button', { name: 'Share' }).click();
    await expect(page.locator('dialog[open]')).toBeVisible();
    await expectNothingSerious(page, 'share dialog', 'dialog[open]');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Export' }).click();
    await expect(page.locator('dialog[open]')).toBeVisible();
    await expectNothingSerious(page, 'export dialog', 'dialog[open]');
  });
}

test('ux 62: axe finds nothing serious on a narrow board, and nothing scrolls sideways', async ({ server, person }) => {
  const { page } = await person('Ana', { viewport: { width: 400, height: 800 } });
  await page.goto(server.url);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await createBoard(page, server.url, /CI\/CD/u);
  await saved(page);
  await page.getByTestId('count-threats').click();
  await expectNothingSerious(page, 'narrow board');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

/** What can be clicked and is smaller than 24 by 24 px; what a label belongs to counts with its label. */
const tooSmall = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const clickable =
      'button, a[href], input, select, textarea, summary, [role=tab], [role=option], [role^=menuitem], [role=treeitem], [data-handle], [data-testid^=corner-], [data-testid^=reconnect-], [data-testid^=outline-corner-]';
    const least = 23.5;
    return [...document.querySelectorAll<HTMLElement>(clickable)].flatMap((element) => {
      const boxes = [element, ...(element instanceof HTMLInputElement ? (element.labels ?? []) : [])].map((each) =>
        each.getBoundingClientRect(),
      );
      const { visibility } = getComputedStyle(element);
      const isUnseen = visibility === 'hidden' || element.matches('.visually-hidden, :is(.visually-hidden *)');
      if (isUnseen || boxes.every(({ width }) => width === 0)) return [];
      if (boxes.some(({ width, height }) => width >= least && height >= least)) return [];
      const { width, height } = boxes[0] ?? new DOMRect();
      const name = element.getAttribute('aria-label') ?? element.dataset['testid'] ?? element.textContent;
      return [`${element.tagName} ${name.slice(0, 40)} ${Math.round(width)} × ${Math.round(height)}`];
    });
  });

test('ux 60: whatever can be clicked is at least 24 by 24 px, on every main view', async ({ server, person }) => {
  const {
    ana: { page },
    board,
  } = await anaOn(person, server.url, {
    elements: [
      { is: 'Namespace', label: 'team', at: [0, 0] },
      { is: 'Pod', label: 'web', at: [80, 80], inside: 'team', facts: { privileged: true } },
      { is: 'etcd', label: 'store', at: [460, 80] },
    ],
    flows: [{ from: 'web', to: 'store', label: 'reads' }],
  });
  await expect(page.getByTestId('count-threats')).not.toHaveText(/^0 /u);
  await element(page, 'web').click();
  for (const name of [/Element/u, /Threats/u, /Questions/u, /Notes/u]) {
    await page.getByRole('tab', { name }).click();
    await expect(page.locator('#details [role=tabpanel][data-state=active]')).toBeVisible();
    expect(await tooSmall(page), `details: ${String(name)}`).toEqual([]);
  }
  await page.getByTestId(`tag-${board.id('team')}`).click();
  expect(await tooSmall(page), 'a boundary').toEqual([]);
  await page.getByTestId(`flow-${board.flows[0] ?? ''}`).click();
  await run(page, 'Add a bend');
  await expect(page.getByTestId('corner-0')).toBeVisible();
  expect(await tooSmall(page), 'a flow').toEqual([]);
  await element(page, 'web').click({ button: 'right' });
  await expect(page.getByRole('menu')).toBeVisible();
  expect(await tooSmall(page), 'menu').toEqual([]);
  await page.keyboard.press('Escape');
  for (const name of ['Share', 'Export'] as const) {
    await page.getByRole('button', { name, exact: true }).click();
    await expect(page.locator('dialog[open]')).toBeVisible();
    expect(await tooSmall(page), name).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.locator('dialog[open]')).toHaveCount(0);
  }
  for (const [key, shown] of [
    ['?', page.getByRole('dialog', { name: 'Keyboard shortcuts' })],
    ['Control+k', page.getByRole('combobox', { name: 'Search commands' })],
  ] as const) {
    await page.keyboard.press(key);
    await expect(shown).toBeVisible();
    expect(await tooSmall(page), key).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(shown).toHaveCount(0);
  }
  await page.locator('[data-surface]').focus();
  await page.keyboard.press('o');
  await expect(page.getByRole('tree', { name: 'Outline' })).toBeVisible();
  expect(await tooSmall(page), 'outline').toEqual([]);
  await page.goto(server.url);
  await expect(page.getByRole('button', { name: /Empty board/u })).toBeVisible();
  expect(await tooSmall(page), 'start page').toEqual([]);
});

test('ux 62: with less motion nothing moves by itself; at 200 % the threats stay in use', async ({
  server,
  person,
}) => {
  // 200 % zoom of a window of 1280 by 800 leaves 640 by 400.
  const { page } = await person('Ana', { reducedMotion: 'reduce', viewport: { width: 640, height: 400 } });
  await createBoard(page, server.url, /Pod launch, in full/u);
  await page.getByTestId('count-threats').click();
  const list = page.locator('#details');
  await expect(list.locator('[data-card]').first()).toBeVisible();
  await expectNothingSerious(page, '200 %');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await list.locator('[data-card]').first().getByRole('button').first().click();
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ effect, playState }) => playState === 'running' && Number(effect?.getComputedTiming().duration) > 1)
      .map((animation) => (animation instanceof CSSTransition ? animation.transitionProperty : 'animation')),
  );
  expect(moving).toEqual([]);
});
