/** How the board looks: hints of a first visit, themes, forced colours, paper, touch. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { createBoard, element, makeLink, middleOf, openBoard, run, saved } from '../support/board.ts';
import { expect, test } from '../support/test.ts';

test('ux 56: a first visit shows at most four hints, once; each can be skipped, and they come back when asked for', async ({
  server,
  person,
}) => {
  const { page } = await person('Ana', { firstVisit: true });
  await createBoard(page, server.url, /Pod launch, in full/u);
  const hint = page.getByTestId('hint');
  await expect(hint).toBeVisible();
  const seen = new Set<string>();
  for (let at = 1; at <= 4; at++) {
    await expect(page.getByRole('region', { name: `Hint ${at} of 4` })).toBeVisible();
    const title = (await hint.getByRole('heading').textContent()) ?? '';
    seen.add(title);
    // What is shown is read out as well.
    await expect(page.getByTestId('announcements')).toContainText(title);
    await hint.getByRole('button', { name: at === 4 ? 'Done' : 'Next' }).press('Enter');
  }
  expect(seen.size).toBe(4);
  await expect(hint).toHaveCount(0);
  await page.reload();
  await expect(page.locator('[data-ready="true"]')).toBeVisible();
  await run(page, 'hints');
  await expect(page.getByRole('region', { name: 'Hint 1 of 4' })).toBeVisible();
  await hint.getByRole('button', { name: 'Next' }).focus();
  await page.keyboard.press('Escape');
  await expect(hint).toHaveCount(0);
});

test('ux 56: a hint makes way for whatever is being done and never comes to those who only look', async ({
  server,
  person,
}) => {
  const { page } = await person('Ana', { firstVisit: true });
  await createBoard(page, server.url, /Pod launch, in full/u);
  await saved(page);
  const hint = page.getByTestId('hint');
  await expect(hint).toBeVisible();
  await page.keyboard.press('c');
  await expect(hint).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(hint).toBeVisible();
  const link = await makeLink(page, 'View');
  await page.setViewportSize({ width: 800, height: 900 });
  await expect(hint).toHaveCount(0);
  const guest = await person('Bo', { firstVisit: true });
  await openBoard(guest.page, link);
  await guest.page.getByRole('button', { name: 'Fit' }).waitFor();
  // The list of commands is there once everything that might show a hint is.
  await guest.page.keyboard.press('Control+k');
  await guest.page.getByRole('combobox', { name: 'Search commands' }).fill('hints');
  await expect(guest.page.getByTestId('hint')).toHaveCount(0);
});

/** The colours that are computed for what is drawn of one board: lines and outlines with the ground they stand on. */
const drawnColours = (page: Page): Promise<readonly { what: string; front: string; back: string; width: number }[]> =>
  page.evaluate(() => {
    const canvas = document.querySelector('[data-testid="canvas"]');
    const ground = canvas === null ? '' : getComputedStyle(canvas).backgroundColor;
    const node = document.querySelector('[data-testid="node-api"]');
    const store = document.querySelector('[data-testid="node-etcd"]');
    const boundary =
      document.querySelector('[data-testid="node-cl"]') ?? document.querySelector('[data-colour="cluster"]');
    const flow = document.querySelector('[data-testid^="flow-line-"] path');
    const of = (what: string, found: Element | null, colour: string, width: string) => {
      if (found === null) throw new Error(`${what} is not drawn`);
      const style = getComputedStyle(found);
      return {
        what,
        front: style.getPropertyValue(colour),
        back: ground,
        width: Number.parseFloat(style.getPropertyValue(width)),
      };
    };
    return [
      of('process', node, 'border-top-color', 'border-top-width'),
      of('store', store, 'border-top-color', 'border-top-width'),
      of('boundary', boundary, 'border-top-color', 'border-top-width'),
      of('flow', flow, 'stroke', 'stroke-width'),
    ];
  });

/** WCAG 2.2 contrast ratio of two computed colours. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/gu) ?? []).map((part) => {
      const value = Number(part) / 255;
      return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

for (const { name, options, least } of [
  { name: 'light', options: { colorScheme: 'light' }, least: 3 },
  { name: 'dark', options: { colorScheme: 'dark' }, least: 3 },
  { name: 'more contrast on light', options: { colorScheme: 'light', contrast: 'more' }, least: 7 },
  { name: 'more contrast on dark', options: { colorScheme: 'dark', contrast: 'more' }, least: 7 },
  { name: 'forced colours', options: { colorScheme: 'dark', forcedColors: 'active' }, least: 7 },
] as const) {
  test(`ux 60, 62: outlines and texts of the board stand out as the system asks for it (${name})`, async ({
    server,
    person,
  }) => {
    const { page } = await person('Ana', options);
    await createBoard(page, server.url, /Pod launch, in full/u);
    await expect(page.getByTestId('count-threats')).not.toHaveText(/^0 /u);
    await page
      .getByRole('button', { name: 'Set to 100 %' })
      .or(page.getByRole('button', { name: /100 %/u }))
      .first()
      .click();
    await page.getByRole('button', { name: 'Fit' }).click();
    const colours = await drawnColours(page);
    const faint = colours.filter(({ front, back }) => !(contrast(front, back) >= least));
    expect(faint).toEqual([]);
    const isStrong = least === 7;
    expect(colours.filter(({ width }) => width >= 2).length).toBeGreaterThanOrEqual(isStrong ? 4 : 1);
    expect(await minimapContrast(page)).toBeGreaterThanOrEqual(3);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
      [],
    );
  });
}

/** The strongest contrast of what is painted in the overview with the ground below it. */
async function minimapContrast(page: Page): Promise<number> {
  const { inks, ground } = await page.getByRole('img', { name: /^Overview/u }).evaluate((map) => {
    const canvas = map.querySelector('canvas');
    const pen = canvas?.getContext('2d');
    if (canvas === null || pen === null || pen === undefined) throw new Error('the overview has no canvas');
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
    const inks = new Set<string>();
    for (let at = 0; at < data.length; at += 4) {
      if (data[at + 3] === 255) inks.add(`rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`);
    }
    return { inks: [...inks], ground: getComputedStyle(map).backgroundColor };
  });
  return Math.max(...inks.map((ink) => contrast(ink, ground)));
}

test('ux 60, 69: with forced colours a free-form boundary is its curve alone, without a box around it', async ({
  server,
  person,
}) => {
  const { page } = await person('Ana', { forcedColors: 'active' });
  await createBoard(page, server.url, /as the CNCF/u);
  const freeForm = page.locator('[data-shape="polygon"]').first();
  await expect(freeForm).toBeAttached();
  await expect(freeForm).toHaveCSS('border-top-color', 'rgba(0, 0, 0, 0)');
});

test('ux 64: light, dark, high contrast or as the system, chosen from the bar and kept', async ({ server, person }) => {
  const { page } = await person('Ana', { colorScheme: 'dark' });
  await createBoard(page, server.url, /Empty board/u);
  const root = page.locator('html');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  for (const [choice, theme] of [
    ['Light', 'light'],
    ['High contrast', 'contrast-dark'],
    ['As the system', 'dark'],
    ['High contrast', 'contrast-dark'],
  ] as const) {
    await page.getByRole('button', { name: 'Colours' }).click();
    await page.getByRole('menuitemradio', { name: choice }).click();
    await expect(root).toHaveAttribute('data-theme', theme);
  }
  await page.getByRole('button', { name: 'Colours' }).click();
  await expect(page.getByRole('menuitemradio', { name: 'High contrast' })).toHaveAttribute('aria-checked', 'true');
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(root).toHaveAttribute('data-theme', 'contrast-dark');
  // What was left to the system follows it at once.
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(root).toHaveAttribute('data-theme', 'contrast-light');
});

test('ux 60, 63: a finger that is held opens the menu of what is under it; everything to press is 24 px or more', async ({
  server,
  person,
}) => {
  const { page, context } = await person('Ana', { viewport: { width: 1024, height: 768 }, hasTouch: true });
  await createBoard(page, server.url, /as the CNCF/u);
  await saved(page);
  const { x, y } = await middleOf(element(page, 'etcd'));
  const touch = await context.newCDPSession(page);
  const finger = (type: 'touchStart' | 'touchEnd'): Promise<unknown> =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchStart' ? [{ x, y }] : [] });
  const before = await element(page, 'etcd').boundingBox();
  const menu = page.getByRole('menu', { name: /etcd/u });
  // The menu is fetched after the first picture; a finger that comes before it is not answered.
  await expect(async () => {
    await finger('touchStart');
    await expect(menu)
      .toBeVisible({ timeout: 2_000 })
      .catch(async (error: unknown) => {
        await finger('touchEnd');
        throw error;
      });
  }).toPass();
  await finger('touchEnd');
  await expect(menu).toBeVisible();
  await expect(page.getByTestId('save-state')).toHaveText('Saved');
  expect(await element(page, 'etcd').boundingBox()).toEqual(before);
  expect(await tooSmall(page)).toEqual([]);
  await menu.getByRole('menuitem', { name: 'Rename' }).tap();
  await expect(page.getByTestId('label-editor')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: /Threats/u }).tap();
  expect(await tooSmall(page)).toEqual([]);
});

/** Buttons and the like that a finger would miss (WCAG 2.2, 2.5.8), links in running text aside. */
const tooSmall = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const wanted = 'button, [role="tab"], [role^="menuitem"], select, input:not([type="radio"], [type="checkbox"])';
    return [...document.querySelectorAll<HTMLElement>(wanted)].flatMap((target) => {
      const { width, height } = target.getBoundingClientRect();
      const isShown = target.checkVisibility({ opacityProperty: true }) && width > 1 && height > 1;
      const isInText = getComputedStyle(target).display === 'inline';
      if (!isShown || isInText || (width >= 24 && height >= 24)) return [];
      return [
        `${target.getAttribute('aria-label') ?? target.textContent}: ${Math.round(width)} × ${Math.round(height)}`,
      ];
    });
  });

test('ux 62: at 320 px nothing that can be pressed is cut off, on the board, in lists, while finding and while drawing', async ({
  server,
  person,
}) => {
  const { page } = await person('Ana', { viewport: { width: 320, height: 640 } });
  await createBoard(page, server.url, /as the CNCF/u);
  await saved(page);
  await expect(page.getByRole('button', { name: 'Share' })).toBeVisible();
  expect(await cutOff(page)).toEqual([]);
  await page.getByTestId('count-threats').click();
  await expect(page.getByRole('tab', { name: /Notes/u })).toBeVisible();
  expect(await cutOff(page)).toEqual([]);
  await page.getByRole('button', { name: 'Hide details' }).click();
  await run(page, 'Find');
  await page.keyboard.type('etcd');
  await expect(page.getByRole('button', { name: /Next match/iu })).toBeVisible();
  expect(await cutOff(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.locator('[data-surface]').focus();
  await page.keyboard.press('b');
  await expect(page.getByRole('radio', { name: 'Free form' })).toBeVisible();
  expect(await cutOff(page)).toEqual([]);
});

/** Buttons, tabs and fields that reach beyond the window. */
const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, [role="tab"], input, textarea, select')].flatMap((target) => {
      const { left, right, width, height } = target.getBoundingClientRect();
      const isShown = target.checkVisibility({ opacityProperty: true }) && width > 1 && height > 1;
      if (!isShown || (left >= 0 && right <= innerWidth)) return [];
      return [
        `${target.getAttribute('aria-label') ?? target.textContent}: ${Math.round(left)} to ${Math.round(right)}`,
      ];
    }),
  );

test('paper gets title, diagram and open threats, light and without the frame of the board', async ({
  server,
  person,
}) => {
  const { page } = await person('Ana', { colorScheme: 'dark' });
  await createBoard(page, server.url, /as the CNCF/u);
  await saved(page);
  await expect(page.getByTestId('count-threats')).not.toHaveText(/^0 /u);
  const open = Number.parseInt((await page.getByTestId('count-threats').textContent()) ?? '', 10);
  const sheet = page.getByTestId('print-sheet');
  await expect(async () => {
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect(sheet).toBeAttached({ timeout: 1_000 });
  }).toPass();
  await page.emulateMedia({ media: 'print' });
  await expect(sheet.getByRole('heading', { level: 1 })).toHaveText(
    'Pod launch, as the CNCF financial user group draws it',
  );
  await expect(sheet.locator('svg')).toBeVisible();
  await expect(sheet.locator('svg')).toContainText('etcd');
  await expect(sheet.getByRole('row')).toHaveCount(open + 1);
  await expect(page.getByRole('button', { name: 'Share' })).toBeHidden();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await expect(sheet).toHaveCount(0);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(element(page, 'etcd')).toBeVisible();
});
