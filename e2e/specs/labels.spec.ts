/** Flows side by side and their labels, lining up from the toolbar, and decisions that come along. Numbers are those of ux.md. */
import { drag, element, middleOf, openBoard, run, saved } from '../support/board.ts';
import { observe } from '../support/observer.ts';
import { anaOn } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('ux 36, 68: flows between one pair lie apart, labels sit on their line and slide along it, a click near a line selects, two-way has two labels', async ({
  server,
  person,
}) => {
  const {
    ana: { page },
    board,
  } = await anaOn(person, server.url, {
    elements: [
      { is: 'Pod', label: 'web', at: [0, 0] },
      { is: 'etcd', label: 'store', at: [560, 0] },
    ],
    flows: [
      { from: 'web', to: 'store', label: 'reads' },
      { from: 'web', to: 'store', label: 'writes' },
      { from: 'store', to: 'web', label: 'watches' },
    ],
  });
  const observer = await observe(board.link);
  const [first = '', second = ''] = board.flows;
  /** Points of a line every twentieth of its length, and the box of its label, screen px. */
  const drawn = (id: string) =>
    page.evaluate((flow) => {
      const path = document.querySelector<SVGPathElement>(
        `[data-testid="flow-line-${flow}"] > path:not([class*=halo])`,
      );
      const plate = document.querySelector(`[data-testid="flow-${flow}"] rect`)?.getBoundingClientRect();
      if (path === null || plate === undefined) throw new Error('drawn: it is not on the screen');
      const matrix = path.getScreenCTM() ?? undefined;
      const points = Array.from({ length: 21 }, (_, at) => {
        const place = path.getPointAtLength((path.getTotalLength() * at) / 20);
        const { x, y } = new DOMPoint(place.x, place.y).matrixTransform(matrix);
        return { x, y };
      });
      return { points, plate: { left: plate.left, right: plate.right, top: plate.top, bottom: plate.bottom } };
    }, id);
  const flows = await Promise.all(board.flows.map(drawn));
  for (const [at, one] of flows.entries())
    for (const other of flows.slice(at + 1)) {
      const distance = Math.min(
        ...one.points
          .slice(4, 17)
          .flatMap((p) => other.points.slice(4, 17).map((q) => Math.hypot(p.x - q.x, p.y - q.y))),
      );
      expect(distance).toBeGreaterThan(8);
      const isApart =
        one.plate.right <= other.plate.left ||
        other.plate.right <= one.plate.left ||
        one.plate.bottom <= other.plate.top ||
        other.plate.bottom <= one.plate.top;
      expect(isApart).toBe(true);
    }
  const isOnLine = ({ points, plate }: (typeof flows)[number]): boolean =>
    points.some(({ x, y }) => x >= plate.left && x <= plate.right && y >= plate.top && y <= plate.bottom);
  for (const flow of flows) expect(isOnLine(flow)).toBe(true);

  // Eight px beside the outermost line is near enough; twenty are not.
  const highest =
    [...flows.keys()].sort((a, b) => (flows[a]?.points[5]?.y ?? 0) - (flows[b]?.points[5]?.y ?? 0))[0] ?? 0;
  const near = flows[highest]?.points[5] ?? { x: 0, y: 0 };
  const id = board.flows[highest] ?? '';
  await page.mouse.click(near.x, near.y - 20);
  await expect(page.getByTestId(`flow-line-${id}`)).not.toHaveAttribute('data-selected', 'true');
  await page.mouse.click(near.x, near.y - 8);
  await expect(page.getByTestId(`flow-line-${id}`)).toHaveAttribute('data-selected', 'true');

  // A label slides along its line and stays on it.
  await page.keyboard.press('Escape');
  await page.getByTestId(`flow-${first}`).click();
  const before = await drawn(first);
  const from = await middleOf(page.getByTestId('slide-label'));
  await drag(page, from, { x: from.x + 120, y: from.y + 9 });
  await expect.poll(() => observer.edges().get(first)?.['lab']).toBeTruthy();
  const after = await drawn(first);
  expect(after.plate.left - before.plate.left).toBeGreaterThan(80);
  expect(isOnLine(after)).toBe(true);

  // Two-way is a switch, and has a label for each way.
  await page.keyboard.press('Escape');
  await page.getByTestId(`flow-${second}`).click();
  await run(page, 'Two-way flow');
  await expect.poll(() => observer.edges().get(second)?.['dir']).toBe('two');
  await page.getByRole('tab', { name: /Element/u }).click();
  const back = page.locator('#details').getByLabel(/back|return/iu);
  await back.fill('rows');
  await back.press('Enter');
  await expect.poll(() => observer.edges().get(second)?.['label2']).toBe('rows');
  await page.locator('[data-surface]').focus();
  await run(page, 'Two-way flow');
  await expect.poll(() => observer.edges().get(second)?.['dir']).toBe('one');
  observer.dispose();
});

test('ux 40: several elements are lined up from the toolbar and from the menu, each time one step', async ({
  server,
  person,
}) => {
  const {
    ana: { page },
    board,
  } = await anaOn(person, server.url, {
    elements: [
      { is: 'Pod', label: 'a', at: [0, 0] },
      { is: 'Pod', label: 'b', at: [260, 90] },
      { is: 'Pod', label: 'c', at: [500, 260] },
    ],
  });
  const observer = await observe(board.link);
  const lefts = (): readonly unknown[] =>
    ['a', 'b', 'c'].map((label) => (observer.nodes().get(board.id(label))?.['at'] as readonly unknown[])[1]);
  const button = page.getByRole('button', { name: 'Line up and distribute' });
  await element(page, 'a').click();
  await expect(button).toHaveCount(0);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+a');
  await button.click();
  const menu = page.getByRole('menu', { name: 'Line up and distribute' });
  const offered = await menu.getByRole('menuitem').allTextContents();
  expect(offered.filter((text) => text.startsWith('Align'))).toHaveLength(6);
  expect(offered.filter((text) => text.startsWith('Distribute'))).toHaveLength(2);
  await menu.getByRole('menuitem', { name: 'Align left edges' }).click();
  await expect.poll(lefts).toEqual([0, 0, 0]);
  await page.locator('[data-surface]').focus();
  await page.keyboard.press('Control+z');
  await expect.poll(lefts).toEqual([0, 260, 500]);
  await element(page, 'b').click({ button: 'right' });
  await page.getByRole('menu').getByRole('menuitem', { name: 'Align right edges' }).click();
  await expect.poll(lefts).toEqual([500, 500, 500]);
  await page.locator('[data-surface]').focus();
  await page.keyboard.press('Control+z');
  await expect.poll(lefts).toEqual([0, 260, 500]);
  observer.dispose();
});

test('ux 31: decisions come along to a duplicate only when asked for', async ({ server, person }) => {
  const {
    ana: { page },
    board,
  } = await anaOn(person, server.url, {
    elements: [
      { is: 'Pod', label: 'payments', at: [0, 0], facts: { privileged: true } },
      { is: 'etcd', label: 'store', at: [300, 0] },
    ],
  });
  const observer = await observe(board.link);
  const id = board.id('payments');
  await page.getByRole('tab', { name: /Threats/u }).click();
  await element(page, 'payments').click();
  const threat = page.getByTestId(`threat-WL-001~${id}`);
  await threat.getByRole('button', { name: /Decide/u }).click();
  await threat.getByLabel(/^State/u).selectOption('mitigated');
  await threat.getByRole('button', { name: /^(Save|Decide)$/u }).click();
  await saved(page);
  const decided = (): readonly string[] =>
    Object.keys(observer.decisions()).filter((key) => key.startsWith('WL-001~') && key.endsWith('|state'));
  await expect.poll(() => decided().length).toBe(1);

  await element(page, 'payments').click();
  await run(page, 'Duplicate with decisions');
  await expect.poll(() => observer.nodes().size).toBe(3);
  await expect.poll(() => decided().length).toBe(2);
  await page.keyboard.press('Control+z');
  await expect.poll(() => observer.nodes().size).toBe(2);
  await element(page, 'payments').click();
  await page.keyboard.press('Control+d');
  await expect.poll(() => observer.nodes().size).toBe(3);
  await saved(page);
  const copies = [...observer.nodes().keys()].filter((each) => each !== id && each !== board.id('store'));
  const live = decided().filter((key) => copies.some((copy) => key.includes(copy)));
  expect(live).toEqual([]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => observer.nodes().size).toBe(2);
  observer.dispose();
});

test('ux 1: the name prompt is filled in and can be skipped', async ({ server, person }) => {
  const { board } = await anaOn(person, server.url);
  const { page } = await person();
  await page.goto(await board.linkFor('edit'));
  const prompt = page.getByRole('dialog');
  await expect(prompt.getByRole('textbox')).toHaveValue('Guest');
  await prompt.getByRole('button', { name: 'Skip' }).click();
  await expect(prompt).toHaveCount(0);
  await openBoard(page, page.url());
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('ux 36: a name from right to left keeps its signs at its own end, on the diagram, in lists and where it is typed', async ({
  server,
  person,
}) => {
  const {
    ana: { page },
  } = await anaOn(person, server.url, {
    elements: [
      { is: 'Pod', label: 'שרת!', at: [0, 0] },
      { is: 'etcd', label: 'قاعدة.', at: [560, 0] },
    ],
    flows: [{ from: 'שרת!', to: 'قاعدة.', label: 'כניסה?' }],
  });
  await run(page, 'Outline');
  const row = page.getByRole('treeitem', { name: /שרת!/u }).first();
  await expect(row).toBeVisible();
  const shown = await page.evaluate(() => {
    /** Where the last sign of each text is, seen from its first letter, px. */
    const signs: Record<string, number[]> = { 'שרת!': [], 'قاعدة.': [], 'כניסה?': [] };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      const found = signs[text];
      if (found === undefined || node.parentElement?.closest('.visually-hidden') !== null) continue;
      const at = (from: number): number => {
        range.setStart(node, from);
        range.setEnd(node, from + 1);
        return range.getBoundingClientRect().x;
      };
      found.push(at(text.length - 1) - at(0));
    }
    return signs;
  });
  for (const places of Object.values(shown)) {
    expect(places.length).toBeGreaterThan(0);
    for (const place of places) expect(place).toBeLessThan(0);
  }
  expect(shown['שרת!']?.length).toBeGreaterThan(1);
});
