/** Languages: every word comes from the catalogue, another is spoken without a reload, and pages are mirrored where one is written so. */
import type { Locator, Page } from '@playwright/test';
import { boardReady, createBoard, element } from '../support/board.ts';
import { observe } from '../support/observer.ts';
import { seedBoard } from '../support/seed.ts';
import { seedCards } from '../support/seed-workshop.ts';
import { expect, test } from '../support/test.ts';
import { inPseudo, untranslated } from '../support/translated.ts';

/** Names without a letter, so that every letter on the page is a word of the catalogue or of the pack. */
const DRAWING = {
  elements: [
    { is: 'Namespace', label: '1000', at: [0, 0], size: [520, 300] },
    { is: 'Pod', label: '1001', at: [40, 60], inside: '1000', facts: { privileged: true } },
    { is: 'Pod', label: '1002', at: [320, 60], inside: '1000' },
    { is: 'API server', label: '1003', at: [640, 60] },
    { is: 'etcd', label: '1004', at: [640, 260] },
    { is: 'User', label: '1005', at: [-300, 60] },
  ],
  flows: [
    { from: '1005', to: '1003', label: '2001', order: '1' },
    { from: '1001', to: '1003', label: '2002', order: '2' },
    { from: '1003', to: '1004' },
  ],
} as const;

/** Runs an action of the board by its permanent id, whatever the language. */
async function act(page: Page, id: string): Promise<void> {
  const option = page.locator(`[role="option"][id$="-${id}"]`);
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('combobox').last()).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await option.click();
  await expect(option).toHaveCount(0);
}

/** Selects an element; at its corner, where a boundary is hit and not what is in it. */
async function select(page: Page, label: string): Promise<void> {
  const drawn = element(page, label).first();
  await expect(async () => {
    await drawn.click({ position: { x: 8, y: 8 } });
    await expect(drawn).toHaveAttribute('data-selected', /.*/u, { timeout: 1_000 });
  }).toPass();
}

const DIALOGS = ['export', 'share', 'people', 'versions', 'packs', 'name', 'shortcuts', 'standing', 'coverage'];
const PLACES = ['records', 'register', 'trees', 'controls', 'check', 'cards', 'gap', 'vote', 'parking', 'comments'];
const TABS = ['element', 'threats', 'questions', 'notes'];

test('ux 64: every word of start page, board, panels, dialogs, menus and the review comes from the catalogue', async ({
  server,
  person,
}) => {
  test.slow();
  const board = await seedBoard(server.url, DRAWING);
  await seedCards(board.link, [{ text: '3001', letters: ['S'], on: [board.id('1001')] }]);
  const { page, context } = await person('7');
  await inPseudo(context, 'pseudo');
  const forgotten = new Map<string, string>();
  const look = async (where: string): Promise<void> => {
    await settled(page);
    for (const found of await untranslated(page)) forgotten.set(found, where);
  };

  await page.goto(server.url);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('⟦');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await look('start page');
  // The walk sees a planted word: it would see any other.
  await page.locator('h1').evaluate((heading) => heading.append(' planted'));
  expect(await untranslated(page)).toEqual([expect.stringMatching(/^planted/u)]);

  await openAnew(page, board.link);
  await look('board');
  for (const subject of ['1001', '1000', '1003']) {
    await select(page, subject);
    for (const tab of TABS) {
      await act(page, `tab-${tab}`);
      await look(`${tab} of ${subject}`);
    }
  }
  await page.locator('[data-testid^="flow-"]').first().click({ force: true });
  for (const tab of TABS) {
    await act(page, `tab-${tab}`);
    await look(`${tab} of a flow`);
  }
  await select(page, '1001');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('option').first()).toBeVisible();
  await look('commands');
  await page.keyboard.press('Escape');
  await element(page, '1001').first().click({ button: 'right' });
  await expect(page.getByRole('menu')).toBeVisible();
  await look('context menu');
  await page.keyboard.press('Escape');
  for (const id of ['blast', 'outline', 'find', 'connect-to', 'move-to']) {
    await select(page, '1001');
    await act(page, id);
    await look(id);
    await page.keyboard.press('Escape');
  }
  for (const dialog of DIALOGS) {
    await act(page, dialog);
    await expect(page.getByRole('dialog').last()).toBeVisible();
    await look(dialog);
    await page.keyboard.press('Escape');
    await expect(page.locator('dialog[open]')).toHaveCount(0);
  }
  for (const place of PLACES) {
    await act(page, `review-${place}`);
    await expect(page.locator('section:has([aria-current="page"]) > div > div')).not.toBeEmpty();
    await look(place);
    if (place !== 'register') continue;
    await page.getByRole('row').nth(1).click();
    await look('a threat of the register');
  }
  await select(page, '1001');
  await act(page, 'comment');
  await look('a new comment');
  await page.keyboard.press('Escape');
  await page.getByTestId('save-state').click();
  await look('what is saved');
  await page.keyboard.press('Escape');
  await page.locator('[data-looks] button').click();
  await expect(page.getByRole('menu')).toBeVisible();
  await look('colours and language');
  await page.keyboard.press('Escape');
  await act(page, 'workshop-start');
  await expect(page.locator('dialog[open]')).toBeVisible();
  await look('agenda');
  await page.locator('dialog[open] button').last().click();
  await expect(page.locator('dialog[open]')).toHaveCount(0);
  await look('workshop');

  expect([...forgotten].map(([what, where]) => `${where}: ${what}`)).toEqual([]);
});

/** Waits until nothing is being fetched and shown any more. */
async function settled(page: Page): Promise<void> {
  const twoFrames = (): Promise<string> =>
    page.evaluate(
      () =>
        new Promise<string>((done) => {
          requestAnimationFrame(() => requestAnimationFrame(() => done(document.body.innerText)));
        }),
    );
  await page.waitForLoadState('networkidle');
  await expect(async () => expect(await twoFrames()).toBe(await twoFrames())).toPass();
}

async function openAnew(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await boardReady(page);
  await expect(page.locator('[data-testid^="threat-"]').first()).toBeVisible();
}

test('ux 64: German and back without a reload; connection, undo, selection and what is open live on', async ({
  server,
  person,
}) => {
  const { page } = await person('Ana');
  const link = await createBoard(page, server.url, /Pod launch, in full/u);
  const outside = await observe(link);
  const id = outside.nodeId('etcd');
  const place = (): unknown => outside.nodes().get(id)?.['at'];
  const before = place();
  await element(page, 'etcd').click();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(place).not.toEqual(before);
  await page.getByRole('tab', { name: /^Element/u }).click();
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  const box = await element(page, 'etcd').boundingBox();

  await page.getByRole('button', { name: 'Colours and language' }).click();
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click();
  await expect(page.getByRole('button', { name: 'Farben und Sprache' })).toBeFocused();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
  await expect(element(page, 'etcd')).toHaveAttribute('data-selected', /.*/u);
  await expect(page.getByRole('tab', { name: /^Element/u })).toHaveAttribute('aria-selected', 'true');
  expect(await element(page, 'etcd').boundingBox()).toEqual(box);

  // Still the same connection and the same history.
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(place).toEqual(before);
  await expect(page.getByTestId('save-state')).toHaveText('Gespeichert');

  // It is kept, and there from the first picture on.
  await page.reload();
  await expect(page.locator('[data-ready="true"]')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Farben und Sprache' })).toBeVisible();
  await page.getByRole('button', { name: 'Farben und Sprache' }).click();
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await expect(page.getByRole('button', { name: 'Colours and language' })).toBeFocused();
  await expect(page.getByTestId('save-state')).toHaveText('Saved');
  outside.dispose();
});

test('ux 64: where a language is written from right to left the page is mirrored, the diagram is not, and nothing sticks out', async ({
  server,
  person,
}) => {
  const board = await seedBoard(server.url, DRAWING);
  const { page, context } = await person('7');
  await inPseudo(context, 'pseudo-rtl');
  await openAnew(page, board.link);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');

  const [palette, canvas, details] = ['nav', 'main', 'aside'].map((part) => page.locator(part).first());
  const leftOf = async (part: Locator | undefined): Promise<number> => (await part?.boundingBox())?.x ?? Number.NaN;
  expect(await leftOf(details)).toBeLessThan(await leftOf(canvas));
  expect(await leftOf(canvas)).toBeLessThan(await leftOf(palette));
  await expect(page.getByRole('tablist').first()).toHaveCSS('direction', 'rtl');

  // The diagram says what runs from where to where: it is the same for everybody.
  await expect(page.locator('[data-surface]')).toHaveCSS('direction', 'ltr');
  expect(await leftOf(element(page, '1005'))).toBeLessThan(await leftOf(element(page, '1003')));
  await expect(element(page, '1003').locator('[dir="auto"]').first()).toHaveText('1003');

  for (const width of [1440, 820, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
});
