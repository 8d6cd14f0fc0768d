/** Attack trees beside the diagram: lit by what people say of it, covered by what is in place. */
import type { Locator, Page } from '@playwright/test';
import * as Y from 'yjs';
import { answer, element } from '../support/board.ts';
import { facilitator } from '../support/facilitator.ts';
import { command } from '../support/keys.ts';
import { anaAndBo, anaOn } from '../support/people.ts';
import { expectNothingSerious } from '../support/serious.ts';
import { expect, test } from '../support/test.ts';

const DRAWING = {
  elements: [
    { is: 'Namespace', label: 'shop', at: [0, 0] },
    { is: 'Pod', label: 'Checkout', at: [60, 60], inside: 'shop' },
  ],
} as const;

const review = (page: Page): Locator => page.getByRole('region', { name: 'Review' });
const step = (page: Page, name: RegExp): Locator => review(page).getByRole('treeitem', { name });
const counts = (page: Page): Locator => page.getByTestId('tree-counts');

type Write = (root: string, entries: Readonly<Record<string, unknown>>) => Promise<void>;

/** Somebody who writes into the board without a window open: one person, so that what is written later counts. */
async function writer(link: string): Promise<Write> {
  const doc = new Y.Doc();
  const call = await facilitator(link);
  return async (root, entries) => {
    doc.transact(() => {
      for (const [key, value] of Object.entries(entries)) doc.getMap(root).set(key, value);
    });
    await call('/updates', new Uint8Array(Y.encodeStateAsUpdate(doc)));
  };
}

async function openTree(page: Page, id: string): Promise<void> {
  await command(page, 'Attack trees');
  await page.getByTestId(`tree-${id}`).click();
  await expect(counts(page)).toBeVisible();
}

const uncovered = async (page: Page): Promise<number> =>
  Number(/^(\d+) of/u.exec((await counts(page).textContent()) ?? '')?.[1]);

test('ux 77: a step of an attack tree lights up by what somebody else says, and a control in place covers ways', async ({
  server,
  person,
}) => {
  const { ana, bo, board } = await anaAndBo(person, server.url, DRAWING);
  await openTree(ana.page, 'persistence');
  const socket = step(ana.page, /^Runtime socket mounted\./u);
  await expect(socket).not.toHaveAccessibleName(/\. Lit\./u);
  expect(await uncovered(ana.page)).toBe(104);
  await expectNothingSerious(ana.page, 'an attack tree as a drawing');

  // Bo says a fact about the pod; the step is lit for Ana, and shows what it is about.
  await answer(bo.page, 'Checkout', 'mountsRuntimeSocket', 'Yes');
  await expect(socket).toHaveAccessibleName(
    /\. Lit\. 1 threat\. .*Pods meet the Pod Security Standards: not in place/u,
  );
  await socket.click();
  const panel = ana.page.getByRole('region', { name: 'Step: Runtime socket mounted' });
  await expect(panel).toContainText('Checkout can command the container runtime');
  await expect(ana.page.getByRole('tab', { name: /^Threats/u })).toHaveAttribute('aria-selected', 'true');
  await expect(ana.page.getByRole('tabpanel').getByRole('heading', { name: 'Checkout' })).toBeVisible();

  // A control that is planned covers nothing; in place around the pod it does, and names where.
  const place = `K22|${board.id('shop')}|`;
  const write = await writer(board.link);
  await write('applied', { [`${place}on`]: 1, [`${place}state`]: 'planned' });
  await expect(panel).toContainText('planned');
  expect(await uncovered(ana.page)).toBe(104);
  await write('applied', { [`${place}state`]: 'implemented' });
  await expect(panel).toContainText('In place or planned at: shop');
  await expect.poll(() => uncovered(ana.page)).toBeLessThan(104);
  await expect(socket).toHaveAccessibleName(/Pods meet the Pod Security Standards: in place/u);
});

test('ux 77: an attack tree is walked by keys alone, as drawing and as list', async ({ server, person }) => {
  const { ana } = await anaOn(person, server.url, {
    elements: [{ is: 'Pod', label: 'Checkout', at: [60, 60], facts: { privileged: true } }],
  });
  const { page } = ana;
  await openTree(page, 'malicious-code');
  const tree = review(page).getByRole('tree');
  await expect(review(page).getByRole('heading', { name: 'Malicious code runs in a workload' })).toBeFocused();
  const rows = await tree.getByRole('treeitem').count();
  await tree.getByRole('treeitem').first().focus();
  await page.keyboard.press('ArrowLeft');
  await expect(tree.getByRole('treeitem')).toHaveCount(1);
  await page.keyboard.press('ArrowRight');
  await expect(tree.getByRole('treeitem')).toHaveCount(rows);
  await page.keyboard.press('ArrowDown');
  await expect(step(page, /^Write workloads straight into etcd\. All of these\./u)).toBeFocused();
  await page.keyboard.press('End');
  await expect(step(page, /^Compromise inside the software delivery life cycle\. Out of scope/u)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: /^Step: Compromise inside/u })).toBeVisible();
  await page.getByRole('button', { name: 'Back to the tree' }).press('Enter');
  await expect(step(page, /^Compromise inside/u)).toBeFocused();

  await page.getByRole('radio', { name: 'List' }).check();
  await expectNothingSerious(page, 'an attack tree as a list');
  await page.getByRole('button', { name: 'Unfold all' }).click();
  await expect(step(page, /^A privileged workload runs on a control-plane node\. Step\. Lit\./u).first()).toBeVisible();
  const easiest = page.getByRole('region', { name: 'About this tree' }).getByRole('button').first();
  await easiest.click();
  await expect(easiest).toHaveAttribute('aria-pressed', 'true');
});

test('ux 77: attack trees on a small screen are lists that fit it, and a step leads back to the diagram', async ({
  server,
  person,
}) => {
  const { ana } = await anaOn(person, server.url, {
    elements: [{ is: 'Pod', label: 'Checkout', at: [60, 60], facts: { privileged: true } }],
  });
  const { page } = ana;
  await page.setViewportSize({ width: 400, height: 800 });
  await openTree(page, 'malicious-code');
  await expect(page.getByRole('radio', { name: 'List' })).toBeChecked();
  const isWide = () => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(await isWide()).toBe(false);
  await expectNothingSerious(page, 'an attack tree on a small screen');
  await page.getByRole('button', { name: 'All attack trees' }).click();
  await expect(page.getByTestId('tree-malicious-code')).toBeFocused();
  expect(await isWide()).toBe(false);
  await expectNothingSerious(page, 'the list of attack trees');

  await page.getByTestId('tree-malicious-code').press('Enter');
  await page.getByRole('button', { name: 'Unfold all' }).click();
  await step(page, /^A privileged workload runs on a control-plane node\. Step\. Lit\./u)
    .first()
    .click();
  await page.getByRole('button', { name: 'Show on the diagram' }).click();
  await expect(review(page)).toHaveCount(0);
  await expect(element(page, 'Checkout')).toBeVisible();
});
