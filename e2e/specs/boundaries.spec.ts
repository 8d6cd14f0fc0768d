/** What belongs where: one place, any number of further boundaries. Numbers are those of ux.md. */
import { dragBy, element, saved } from '../support/board.ts';
import { observe } from '../support/observer.ts';
import { anaOn } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('ux 65: dropping proposes a further boundary, chips list and light what an element belongs to, and search adds one', async ({
  server,
  person,
}) => {
  const {
    ana: { page },
    board,
  } = await anaOn(person, server.url, {
    elements: [
      { is: 'Namespace', label: 'team-a', at: [0, 0] },
      { is: 'Node pool', label: 'workers', at: [0, 0] },
      { is: 'Pod', label: 'payments', at: [80, 80], inside: 'workers' },
    ],
  });
  await dragBy(page, 'payments', { x: 20, y: 10 });
  await saved(page);
  const observer = await observe(board.link);
  const [pod, parent, other] = [board.id('payments'), board.id('workers'), board.id('team-a')];
  const stored = () => observer.nodes().get(pod) ?? {};
  expect([parent, other]).toContain((stored()['at'] as readonly unknown[])[0]);
  const further = (stored()['at'] as readonly unknown[])[0] === parent ? other : parent;
  const name = further === other ? 'team-a' : 'workers';

  // Never silently: asked first, added when wanted, taken back by undo.
  expect(stored()[`in.${further}`]).toBeUndefined();
  await expect(page.getByText(`payments lies in ${name} too.`)).toBeVisible();
  await page.getByRole('button', { name: 'Add to boundary', exact: true }).click();
  await saved(page);
  await expect.poll(() => stored()[`in.${further}`]).toBe(1);

  await page.getByRole('tab', { name: /^Element/u }).click();
  const chips = page.getByRole('heading', { name: 'Boundaries' }).locator('..');
  await expect(chips.getByRole('listitem')).toHaveCount(2);
  await chips.getByRole('button', { name: new RegExp(`^(?!Take out).*${name}`, 'u') }).hover();
  await expect(page.getByTestId(`node-${further}`)).toHaveAttribute('data-lit', 'true');
  await page.mouse.move(700, 700);
  await expect(page.getByTestId(`node-${further}`)).not.toHaveAttribute('data-lit', 'true');
  await chips.getByRole('button', { name: new RegExp(`^Take out.*${name}`, 'u') }).click();
  await expect(chips.getByRole('listitem')).toHaveCount(1);
  await chips.getByRole('button', { name: 'Add to boundary…' }).click();
  await page.getByRole('combobox', { name: 'Search boundaries' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(chips.getByRole('listitem')).toHaveCount(2);
  await expect(element(page, 'payments')).toBeVisible();
  observer.dispose();
});
