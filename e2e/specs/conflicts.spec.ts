/** Two and three people working on the same things at once: nothing is lost, nothing jumps, both screens agree. Numbers are those of ux.md. */
import {
  apart,
  connect,
  createBoard,
  dragBy,
  element,
  insert,
  makeLink,
  middleOf,
  openBoard,
  relabel,
  saved,
} from '../support/board.ts';
import { observe } from '../support/observer.ts';
import { expect, test } from '../support/test.ts';

type People = Parameters<Parameters<typeof test>[2]>[0]['person'];

/** Ana and Bo on one empty board, with a reader of what the server holds. */
async function board(person: People, base: string) {
  const ana = await person('Ana');
  const bo = await person('Bo');
  const link = await createBoard(ana.page, base, /Empty board/u);
  const edit = await makeLink(ana.page, 'Edit');
  await openBoard(bo.page, edit);
  return { ana, bo, link, edit };
}

test('ux 2, 3: what Ana creates is at Bo’s with the same place, size, label and parent, and Bo sees it move while she holds it', async ({
  server,
  person,
}) => {
  const { ana, bo, link } = await board(person, server.url);
  await insert(ana.page, 'Namespace', 'team-a');
  await insert(ana.page, 'Pod', 'payments');
  await expect(element(bo.page, 'payments')).toBeVisible();
  const observer = await observe(link);
  const pod = observer.nodes().get(observer.nodeId('payments'));
  expect(pod?.['at']).toEqual([observer.nodeId('team-a'), expect.any(Number), expect.any(Number)]);
  const [mine, theirs] = [
    await element(ana.page, 'payments').boundingBox(),
    await element(bo.page, 'payments').boundingBox(),
  ];
  expect([theirs?.width, theirs?.height]).toEqual([mine?.width, mine?.height]);

  const before = JSON.stringify(pod?.['at']);
  const start = await middleOf(element(ana.page, 'payments'));
  const shown = await middleOf(element(bo.page, 'payments'));
  await ana.page.mouse.move(start.x, start.y);
  await ana.page.mouse.down();
  for (let step = 1; step <= 10; step++) await ana.page.mouse.move(start.x + step * 4, start.y + step * 2);
  await expect.poll(async () => (await middleOf(element(bo.page, 'payments'))).x - shown.x).toBeGreaterThan(30);
  // Nothing has been written yet: the drag travels as presence only.
  expect(JSON.stringify(observer.nodes().get(observer.nodeId('payments'))?.['at'])).toBe(before);
  await ana.page.mouse.up();
  await saved(ana.page);
  await expect.poll(() => JSON.stringify(observer.nodes().get(observer.nodeId('payments'))?.['at'])).not.toBe(before);
  const after = await middleOf(element(ana.page, 'payments'));
  await expect
    .poll(async () => Math.round((await middleOf(element(bo.page, 'payments'))).x - shown.x - (after.x - start.x)))
    .toBe(0);
  observer.dispose();
});

test('ux 4: undo takes back Ana’s last gesture only, names what Bo changed since, and redo follows the same rule', async ({
  server,
  person,
}) => {
  const { ana, bo, edit } = await board(person, server.url);
  const cy = await person('Cy');
  await openBoard(cy.page, edit);
  await insert(ana.page, 'API server', 'api');
  await insert(bo.page, 'etcd', 'store');
  await dragBy(bo.page, 'store', { x: 320, y: 140 });
  await expect(element(ana.page, 'store')).toBeVisible();
  await saved(bo.page);
  await relabel(ana.page, 'api', 'kube-apiserver');
  await expect(element(bo.page, 'kube-apiserver')).toBeVisible();
  await relabel(bo.page, 'kube-apiserver', 'front door');
  await expect(element(ana.page, 'front door')).toBeVisible();
  await insert(cy.page, 'kubelet', 'node agent');
  await dragBy(cy.page, 'node agent', { x: -320, y: 140 });
  await expect(element(ana.page, 'node agent')).toBeVisible();

  // Ana's last gesture is the name that Bo has changed since: it stays, and the message says so.
  await ana.page.keyboard.press('Escape');
  await ana.page.keyboard.press('Control+z');
  await expect(ana.page.getByText('1 item was changed by Bo and stays as it is: front door.')).toBeVisible();
  await expect(element(ana.page, 'front door')).toBeVisible();

  // Her own new element goes and comes back; nobody else's is touched.
  await insert(ana.page, 'Scheduler', 'scheduler');
  await expect(element(bo.page, 'scheduler')).toBeVisible();
  await ana.page.keyboard.press('Escape');
  await ana.page.keyboard.press('Control+z');
  await ana.page.keyboard.press('Control+z');
  await expect(element(bo.page, 'scheduler')).toHaveCount(0);
  await ana.page.keyboard.press('Control+Shift+z');
  await ana.page.keyboard.press('Control+y');
  await expect(element(cy.page, 'scheduler')).toBeVisible();
  for (const label of ['store', 'node agent', 'front door']) await expect(element(cy.page, label)).toBeVisible();
});

test('ux 5, 6: different fields changed at once both stay, and so do a move and a rename', async ({
  server,
  person,
}) => {
  const { ana, bo, link } = await board(person, server.url);
  await insert(ana.page, 'Pod', 'payments');
  await expect(element(bo.page, 'payments')).toBeVisible();
  await saved(ana.page);
  const observer = await observe(link);
  const id = observer.nodeId('payments');
  const at = JSON.stringify(observer.nodes().get(id)?.['at']);
  await apart([ana, bo], async () => {
    await element(ana.page, 'payments').click();
    await ana.page.getByRole('tab', { name: /Element/u }).click();
    await ana.page.getByTestId('property-privileged').getByRole('radio', { name: 'Yes' }).click();
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
  const { ana, bo, link } = await board(person, server.url);
  await insert(ana.page, 'API server', 'api');
  await insert(ana.page, 'etcd', 'store');
  await dragBy(ana.page, 'store', { x: 300, y: 100 });
  await saved(ana.page);
  await expect(element(bo.page, 'store')).toBeVisible();
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
  const observer = await observe(link);
  expect(observer.edges().size).toBe(1);
  observer.dispose();
});

test('ux 8: X dropped into Y while Y is dropped into X: both screens agree, both are there and can be selected', async ({
  server,
  person,
}) => {
  const { ana, bo, link } = await board(person, server.url);
  await insert(ana.page, 'Namespace', 'left');
  await dragBy(ana.page, 'left', { x: -260, y: 0 });
  await insert(ana.page, 'Namespace', 'right');
  await dragBy(ana.page, 'right', { x: 260, y: 0 });
  await saved(ana.page);
  await expect(element(bo.page, 'right')).toBeVisible();
  const observer = await observe(link);
  const [left, right] = [observer.nodeId('left'), observer.nodeId('right')];
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
    await page.keyboard.press('Escape');
    for (const label of ['left', 'right']) {
      await element(page, label).click({ position: { x: 12, y: 12 } });
      await page.keyboard.press('Escape');
    }
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
  const { ana, bo, link } = await board(person, server.url);
  await insert(ana.page, 'Namespace', 'team-a');
  await insert(ana.page, 'Pod', 'payments');
  await insert(ana.page, 'etcd', 'store');
  await dragBy(ana.page, 'store', { x: 0, y: 260 });
  await connect(ana.page, 'payments', 'store');
  await saved(ana.page);
  const observer = await observe(link);
  const pod = observer.nodeId('payments');
  await element(ana.page, 'payments').click();
  await ana.page.getByRole('tab', { name: /Element/u }).click();
  await ana.page.getByTestId('property-privileged').getByRole('radio', { name: 'Yes' }).click();
  await ana.page.getByRole('tab', { name: /Threats/u }).click();
  const threat = ana.page.getByTestId(`threat-WL-001~${pod}`);
  await threat.getByRole('button', { name: /Decide/u }).click();
  await threat.getByLabel(/^State/u).selectOption('mitigated');
  await threat.getByRole('button', { name: /^(Save|Decide)$/u }).click();
  await expect(element(bo.page, 'payments')).toBeVisible();
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

test('ux 13: two tabs of one person never revert each other, and the last one to reload finds the board', async ({
  server,
  person,
}) => {
  const ana = await person('Ana');
  const link = await createBoard(ana.page, server.url, /Empty board/u);
  const other = await ana.context.newPage();
  await openBoard(other, link);
  await insert(ana.page, 'API server', 'from the first tab');
  await insert(other, 'etcd', 'from the second tab');
  await dragBy(other, 'from the second tab', { x: 300, y: 120 });
  for (const page of [ana.page, other]) {
    for (const label of ['from the first tab', 'from the second tab']) await expect(element(page, label)).toBeVisible();
  }
  await relabel(ana.page, 'from the first tab', 'renamed in the first');
  await expect(element(other, 'renamed in the first')).toBeVisible();
  await saved(ana.page);
  await saved(other);
  await other.close();
  await ana.page.reload();
  await expect(element(ana.page, 'renamed in the first')).toBeVisible();
  await expect(element(ana.page, 'from the second tab')).toBeVisible();

  // Another board of the same person keeps to itself.
  await createBoard(ana.page, server.url, /Empty board/u);
  await expect(element(ana.page, 'renamed in the first')).toHaveCount(0);
  await ana.page.goto(link);
  await expect(element(ana.page, 'renamed in the first')).toBeVisible();
});

test('ux 23: while Ana types a name, Bo’s moves, renames and deletions elsewhere leave her caret alone', async ({
  server,
  person,
}) => {
  const { ana, bo } = await board(person, server.url);
  await insert(ana.page, 'API server', 'api');
  await insert(bo.page, 'etcd', 'store');
  await dragBy(bo.page, 'store', { x: 300, y: 120 });
  await expect(element(ana.page, 'store')).toBeVisible();
  await element(ana.page, 'api').dblclick();
  const editor = ana.page.getByTestId('label-editor');
  await editor.fill('kube-');
  await expect(element(bo.page, 'api')).toHaveAttribute('data-peer', 'Ana');
  await relabel(bo.page, 'store', 'etcd-0');
  await dragBy(bo.page, 'etcd-0', { x: 40, y: 40 });
  await expect(element(ana.page, 'etcd-0')).toBeVisible();
  await editor.press('End');
  await editor.pressSequentially('api');
  await bo.page.keyboard.press('Delete');
  await expect(element(ana.page, 'etcd-0')).toHaveCount(0);
  await editor.pressSequentially('server');
  await expect(editor).toBeFocused();
  await expect(editor).toHaveValue('kube-apiserver');
  await editor.press('Enter');
  await expect(element(bo.page, 'kube-apiserver')).toBeVisible();
});
