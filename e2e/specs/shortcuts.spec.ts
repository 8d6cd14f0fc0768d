/** The sheet of shortcuts and the palette: what they list works, and nobody is offered what their link does not allow. Numbers are those of ux.md. */
import type { Locator, Page } from '@playwright/test';
import { boardReady, element, openBoard, saved } from '../support/board.ts';
import { observe } from '../support/observer.ts';
import { anaOn } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const DRAWING = {
  elements: [
    { is: 'Namespace', label: 'team', at: [0, 0] },
    { is: 'Pod', label: 'web', at: [80, 80], inside: 'team' },
    { is: 'etcd', label: 'store', at: [460, 80] },
  ],
  flows: [{ from: 'web', to: 'store', label: 'reads' }],
} as const;

/** The rows of the open sheet: what each does, and its keys as they are written. */
async function readSheet(page: Page): Promise<ReadonlyMap<string, readonly string[]>> {
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByText('Find…')).toBeVisible();
  const rows = await sheet
    .locator('dl > div')
    .evaluateAll((all) =>
      all.map((row): [string, string[]] => [
        row.querySelector('dt')?.textContent ?? '',
        [...row.querySelectorAll('kbd')].map(({ textContent }) => textContent),
      ]),
    );
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  return new Map(rows);
}

/** A written combination as Playwright presses it. */
const pressable = (keys: string): string =>
  keys
    .replace('Ctrl++', 'Control++')
    .replace(/^Ctrl/u, 'Control')
    .replace('Del', 'Delete')
    .replace('Shift+]', 'Shift+BracketRight')
    .replace('Shift+[', 'Shift+BracketLeft')
    .replace(/Shift\+(\d)$/u, 'Shift+Digit$1')
    .replace('→', 'ArrowRight')
    .replace('Esc', 'Escape');

test('ux 45: every shortcut in the sheet does what it says', async ({ server, person }) => {
  test.setTimeout(240_000);
  const {
    ana: { page, context },
    board,
  } = await anaOn(person, server.url, DRAWING);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const observer = await observe(board.link);
  const rows = await readSheet(page);
  const [web, flow] = [board.id('web'), board.flows[0] ?? ''];
  // `null` and absent mean the same.
  const kept = (): string =>
    JSON.stringify([[...observer.nodes()].sort(), [...observer.edges()].sort()], (_key, value: unknown) =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null))
        : value,
    );
  const count = (): number => observer.nodes().size;
  const surface = page.locator('[data-surface]');
  const editor = page.getByTestId('label-editor');
  const focusedItem = (): Promise<string | null> => surface.getAttribute('aria-activedescendant');
  const nothing = async (): Promise<void> => {
    await surface.focus();
    for (let level = 0; level < 4; level++) await page.keyboard.press('Escape');
  };
  const choose = async (...labels: string[]): Promise<void> => {
    await nothing();
    for (const [at, label] of labels.entries())
      await element(page, label).click({ position: { x: 12, y: 12 }, ...(at > 0 ? { modifiers: ['Shift'] } : {}) });
  };
  const chooseFlow = async (): Promise<void> => {
    await nothing();
    await page.getByTestId(`flow-${flow}`).click();
  };
  const shown = (locator: Locator) => async (): Promise<void> => expect(locator).toBeVisible();
  const changed = (value: () => unknown) => {
    let before = '';
    return {
      note: (): void => {
        before = JSON.stringify([value()]);
      },
      check: () => expect.poll(() => JSON.stringify([value()])).not.toBe(before),
    };
  };
  /** Remembers a value once everything is ready for the key. */
  const noted = (prepare: () => Promise<void>, value: { readonly note: () => void }) => async (): Promise<void> => {
    await prepare();
    value.note();
  };
  const then = (prepare: () => Promise<void>, key: string) => async (): Promise<void> => {
    await prepare();
    await page.keyboard.press(key);
  };
  const pressed = (name: string) =>
    expect(page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  const place = changed(() => observer.nodes().get(web)?.['at']);
  const whole = changed(kept);
  const zoomed = page.getByRole('group', { name: 'Zoom' }).locator('button').nth(1);
  const dialog = (name: string | RegExp) => shown(page.getByRole('dialog', { name }));

  /** By the words of the row: what has to be so before, and what is so afterwards. */
  const table: Readonly<Record<string, readonly [() => Promise<unknown>, () => Promise<unknown>]>> = {
    'Move what is selected by one grid step; with nothing selected, go to the next element': [
      noted(() => choose('web'), place),
      () => place.check(),
    ],
    'Move by five steps': [noted(() => choose('web'), place), () => place.check()],
    'Go to the next element, whatever is selected': [
      () => choose('web'),
      () => expect.poll(focusedItem).toBe(`item-${board.id('store')}`),
    ],
    'Follow flows: right and left onto them and along, down and up to the next and previous one': [
      () => choose('web'),
      () => expect.poll(focusedItem).toBe(`item-${flow}`),
    ],
    'Go into the focused boundary; select another element, once more to edit its name': [
      () => choose('web'),
      shown(editor),
    ],
    'Take back one thing: gesture, tool, selection; then go up a level': [
      () => choose('web'),
      () => expect(page.locator('[data-testid^="node-"][data-selected]')).toHaveCount(0),
    ],
    'Tap to add the focused element to the selection, hold to drag the view': [
      async () => {
        await choose('web');
        await page.keyboard.press('Alt+ArrowRight');
      },
      () => expect(page.locator('[data-testid^="node-"][data-selected]')).toHaveCount(2),
    ],
    Select: [then(() => nothing(), 'h'), () => pressed('Select')],
    'Move the view': [nothing, () => pressed('Move the view')],
    'Draw a flow': [nothing, () => pressed('Draw a flow')],
    'Draw a boundary': [nothing, () => pressed('Draw a boundary')],
    'Add a note': [nothing, () => pressed('Add a note')],
    'Insert an element…': [nothing, () => expect(page.getByLabel('Insert')).toBeFocused()],
    'Select all': [nothing, () => expect(page.locator('[data-testid^="node-"][data-selected]')).toHaveCount(count())],
    Rename: [() => choose('web'), shown(editor)],
    Duplicate: [noted(() => choose('store'), whole), () => whole.check()],
    Copy: [
      () => choose('web'),
      () => expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('strideboard-clip'),
    ],
    Paste: [noted(() => nothing(), whole), () => whole.check()],
    Cut: [noted(() => choose('web'), whole), () => whole.check()],
    Delete: [noted(() => choose('web'), whole), () => whole.check()],
    Lock: [noted(() => choose('store'), whole), () => whole.check()],
    'Move to…': [() => choose('web'), dialog(/^Move web/u)],
    'Bring to front': [noted(() => choose('team'), whole), () => whole.check()],
    'Send to back': [noted(() => choose('store'), whole), () => whole.check()],
    'Bring forward': [noted(() => choose('team'), whole), () => whole.check()],
    'Send backward': [noted(() => choose('store'), whole), () => whole.check()],
    'Put a boundary around': [noted(() => choose('web', 'store'), whole), () => whole.check()],
    'Dissolve the boundary': [noted(() => choose('team'), whole), () => whole.check()],
    'Connect to…': [() => choose('web'), dialog(/^Connect web/u)],
    'Reverse the flow': [noted(() => chooseFlow(), whole), () => whole.check()],
    'Find…': [nothing, shown(page.getByRole('search', { name: 'Find' }))],
    Outline: [nothing, shown(page.getByRole('tree', { name: 'Outline' }))],
    'Fit the whole diagram': [then(() => nothing(), 'Control+-'), () => expect(zoomed).toHaveText('100 %')],
    'Fit the selection': [then(() => choose('web'), 'Control+-'), () => expect(zoomed).toHaveText('100 %')],
    'Zoom to 100 %': [then(() => nothing(), 'Control+-'), () => expect(zoomed).toHaveText('100 %')],
    'Zoom in': [nothing, () => expect(zoomed).toHaveText('120 %')],
    'Zoom out': [nothing, () => expect(zoomed).toHaveText('83 %')],
    Undo: [
      async () => {
        await choose('web');
        await page.keyboard.press('ArrowRight');
        await saved(page);
        place.note();
      },
      () => place.check(),
    ],
    Redo: [
      async () => {
        await choose('web');
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('Control+z');
        await saved(page);
        place.note();
      },
      () => place.check(),
    ],
    'Search commands': [nothing, shown(page.getByRole('combobox', { name: 'Search commands' }))],
    'Keyboard shortcuts': [nothing, dialog('Keyboard shortcuts')],
    'Raise your hand': [
      nothing,
      async () => {
        await expect(page.getByRole('list', { name: 'Raised hands' }).getByRole('listitem')).toHaveCount(1);
        await page.keyboard.press('y');
      },
    ],
    'Park a note…': [nothing, shown(page.getByRole('textbox', { name: 'Park a note' }))],
    'Comment…': [() => choose('web'), shown(page.getByTestId('talk').getByLabel('Your comment'))],
    // As long as the key is held.
    'Laser pointer': [
      nothing,
      async () => {
        await page.keyboard.down('l');
        await expect(page.getByTestId('laser-surface')).toBeVisible();
        await page.keyboard.up('l');
      },
    ],
  };
  // The browser's own key for printing is the browser's to answer; a page driven from outside does not get there.
  const own = ['Print…'];
  expect([...rows.keys()].filter((text) => !Object.hasOwn(table, text) && !own.includes(text))).toEqual([]);
  expect(Object.keys(table).filter((text) => !rows.has(text))).toEqual([]);
  const start = kept();
  for (const [text, [before, after]] of Object.entries(table)) {
    for (const keys of rows.get(text) ?? []) {
      await test.step(`${text}: ${keys}`, async () => {
        await before();
        await page.keyboard.press(pressable(keys));
        await after();
        // As it was: what was opened is closed, what was done is undone.
        await page.keyboard.press('Escape');
        await page.keyboard.press('Escape');
        await nothing();
        await expect(async () => {
          if (kept() !== start) await page.keyboard.press('Control+z');
          expect(kept()).toBe(start);
        }).toPass();
        if (await page.getByRole('tree', { name: 'Outline' }).isVisible())
          await page.getByRole('radio', { name: 'Stencils' }).check({ force: true });
        await page.keyboard.press('Shift+Digit1');
      });
    }
  }
  observer.dispose();
});

test('ux 45: who may only look is offered nothing that changes the board, by sheet, palette or menu', async ({
  server,
  person,
}) => {
  const {
    ana: { page: editing },
    board,
  } = await anaOn(person, server.url, DRAWING);
  const { page } = await person('Vic');
  await openBoard(page, await board.linkFor('view'));
  await boardReady(page);
  const [all, mine] = [await readSheet(editing), await readSheet(page)];
  expect(mine.size).toBeLessThan(all.size);
  const changing =
    /^(?:Rename|Cut|Paste|Duplicate|Delete|Lock|Undo|Redo|Draw|Add|Insert|Reverse|Bring|Send|Put|Dissolve|Move (?!the view)|Connect|Align|Distribute|Lay out|Collapse|Expand|Change where|Shape|Straighten)/u;
  expect([...all.keys()].filter((text) => changing.test(text)).length).toBeGreaterThan(15);
  expect([...mine.keys()].filter((text) => changing.test(text))).toEqual([]);
  await element(page, 'web').click();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option').first()).toBeVisible();
  const offered = await page.getByRole('option').allTextContents();
  expect(offered.length).toBeGreaterThan(10);
  expect(offered.filter((text) => changing.test(text))).toEqual([]);
  await page.keyboard.press('Escape');
  await element(page, 'web').click({ button: 'right' });
  const items = page.getByRole('menu').getByRole('menuitem');
  await expect(items.first()).toBeVisible();
  expect((await items.allTextContents()).filter((text) => changing.test(text))).toEqual([]);
});
