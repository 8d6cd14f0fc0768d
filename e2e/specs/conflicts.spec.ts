/** Two people apart who change the same things: nothing is lost, both screens agree. Numbers are those of ux.md. */
import { answer, apart, connect, dragBy, element, relabel, saved } from '../support/board.ts';
import { observe } from '../support/observer.ts';
import { anaAndBo } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('ux 5, 6: different fields changed at once both stay, and so do a move and a rename', async ({
  server,
  person,
}) => {
  const { ana, bo, board } = await anaAndBo(person, server.url, {
    elements: [{ is: 'Pod', label: 'payments', at: [0, 0] }],
  });
  const observer = await observe(board.link);
  const id = board.id('payments');
  const at = JSON.stringify(observer.nodes().get(id)?.['at']);
  await apart([ana, bo], async () => {
    await answer(ana.page, 'payments', 'privileged', 'Yes');
    await dragBy(ana.page, 'payments', { x: 120, y: 80 });
    await relabel(bo.page, 'payments', 'checkout');
  });
  for (const { page } of [ana, bo]) await expect(element(page, 'checkout')).toBeVisible();
  await expect.poll(() => observer.nodes().get(id)?.['label']).toBe('checkout');
  expect(observer.nodes().get(id)?.['p.privileged']).toBe(true);
  expect(JSON.stringify(observer.nodes().get(id)?.['at'])).not.toBe(at);
  const places = await Promise.all([ana, bo].map(({ page }) => element(page, 'checkout').boundingBox()));
  expect(Math.round(places[0]?.x ?? 0)).toBe(Math.round(places[1]?.x ?? 1));
  observer.dispose();
});

test('ux 7: Ana deletes what Bo draws a flow to: both agree, Bo reads who did it and brings it back with his flow', async ({
  server,
  person,
}) => {
  const { ana, bo, board } = await anaAndBo(person, server.url, {
    elements: [
      { is: 'API server', label: 'api', at: [0, 0] },
      { is: 'etcd', label: 'store', at: [300, 100] },
    ],
  });
  await apart([ana, bo], async () => {
    await element(ana.page, 'store').click();
    await ana.page.keyboard.press('Delete');
    await expect(element(ana.page, 'store')).toHaveCount(0);
    await connect(bo.page, 'api', 'store');
    await expect(bo.page.locator('[data-testid^="flow-"]')).toHaveCount(1);
  });
  for (const { page } of [ana, bo]) {
    await expect(element(page, 'store')).toHaveCount(0);
    await expect(page.locator('[data-testid^="flow-"]')).toHaveCount(0);
  }
  await expect(bo.page.getByText(/Ana deleted “store”/u)).toBeVisible();
  await expect(ana.page.getByText(/deleted “store”, so your flow/u)).toHaveCount(0);
  await bo.page.getByRole('button', { name: 'Restore' }).click();
  for (const { page } of [ana, bo]) {
    await expect(element(page, 'store')).toBeVisible();
    await expect(page.locator('[data-testid^="flow-"]')).toHaveCount(1);
  }
  const observer = await observe(board.link);
  expect(observer.edges().size).toBe(1);
  observer.dispose();
});

test('ux 8: X dropped into Y while Y is dropped into X: both screens agree, both are there and can be selected', async ({
  server,
  person,
}) => {
  const { ana, bo, board } = await anaAndBo(person, server.url, {
    elements: [
      { is: 'Namespace', label: 'left', at: [-420, 0] },
      { is: 'Namespace', label: 'right', at: [100, 0] },
    ],
  });
  const observer = await observe(board.link);
  const [left, right] = [board.id('left'), board.id('right')];
  const parentOf = (id: string): unknown => (observer.nodes().get(id)?.['at'] as readonly unknown[] | undefined)?.[0];
  // The details panel puts one boundary into another, whatever their sizes.
  const putInto = async (page: typeof ana.page, inner: string, outer: string): Promise<void> => {
    await element(page, inner).click({ position: { x: 12, y: 12 } });
    await page.getByRole('tab', { name: /Element/u }).click();
    await page.getByRole('button', { name: 'Move to boundary…' }).click();
    await page.getByRole('option', { name: new RegExp(outer, 'u') }).click();
  };
  await apart([ana, bo], async () => {
    await putInto(ana.page, 'left', 'right');
    await putInto(bo.page, 'right', 'left');
  });
  await expect.poll(() => [parentOf(left), parentOf(right)]).toEqual([right, left]);
  const shown: string[] = [];
  for (const { page } of [ana, bo]) {
    for (const label of ['left', 'right']) await expect(element(page, label)).toBeVisible();
    for (const label of ['left', 'right']) {
      await page.keyboard.press('Escape');
      await element(page, label).click({ position: { x: 12, y: 12 } });
      await expect(page.locator('[data-testid^="node-"][data-selected]')).toHaveCount(1);
    }
    await page.keyboard.press('Escape');
    const boxes = await Promise.all(['left', 'right'].map((label) => element(page, label).boundingBox()));
    shown.push(
      JSON.stringify(boxes.map((box) => [Math.round(box?.width ?? 0), Math.round((box?.x ?? 0) - (boxes[0]?.x ?? 0))])),
    );
  }
  expect(shown[0]).toBe(shown[1]);
  observer.dispose();
});

test('ux 9: undoing a deletion brings back children, flows and decisions, with what Bo changed meanwhile', async ({
  server,
  person,
}) => {
  const { ana, bo, board } = await anaAndBo(person, server.url, {
    elements: [
      { is: 'Namespace', label: 'team-a', at: [0, 0] },
      { is: 'Pod', label: 'payments', at: [80, 80], inside: 'team-a', facts: { privileged: true } },
      { is: 'etcd', label: 'store', at: [80, 340] },
    ],
    flows: [{ from: 'payments', to: 'store' }],
  });
  const observer = await observe(board.link);
  const pod = board.id('payments');
  await element(ana.page, 'payments').click();
  await ana.page.getByRole('tab', { name: /Threats/u }).click();
  const threat = ana.page.getByTestId(`threat-WL-001~${pod}`);
  await threat.getByRole('button', { name: /Decide/u }).click();
  await threat.getByLabel(/^State/u).selectOption('mitigated');
  await threat.getByRole('button', { name: /^(Save|Decide)$/u }).click();
  await saved(ana.page);

  await apart([ana, bo], async () => {
    await element(ana.page, 'team-a').click({ position: { x: 12, y: 12 } });
    await ana.page.keyboard.press('Delete');
    await expect(element(ana.page, 'payments')).toHaveCount(0);
    await relabel(bo.page, 'payments', 'checkout');
  });
  for (const { page } of [ana, bo]) await expect(element(page, 'checkout')).toHaveCount(0);
  await ana.page.keyboard.press('Escape');
  await ana.page.keyboard.press('Control+z');
  for (const { page } of [ana, bo]) {
    await expect(element(page, 'team-a')).toBeVisible();
    await expect(element(page, 'checkout')).toBeVisible();
    await expect(page.locator('[data-testid^="flow-"]')).toHaveCount(1);
  }
  expect(observer.nodes().get(pod)?.['label']).toBe('checkout');
  await element(bo.page, 'checkout').click();
  await bo.page.getByRole('tab', { name: /Threats/u }).click();
  await expect(bo.page.getByTestId(`threat-WL-001~${pod}`)).toContainText('Mitigated');
  observer.dispose();
});
