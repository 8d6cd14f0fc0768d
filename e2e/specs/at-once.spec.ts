/** Two and three people working at the same time: each sees the others' work, nobody's hand or caret is moved. Numbers are those of ux.md. */
import { createBoard, dragBy, element, insert, middleOf, openBoard, relabel, saved } from '../support/board.ts';
import { observe } from '../support/observer.ts';
import { anaAndBo, anaOn } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('ux 2, 3: what Ana creates is at Bo’s with the same place, size, label and parent, and Bo sees it move while she holds it', async ({
  server,
  person,
}) => {
  const { ana, bo, board } = await anaAndBo(person, server.url, {
    elements: [{ is: 'Namespace', label: 'team-a', at: [-160, -110] }],
  });
  await insert(ana.page, 'Pod', 'payments');
  await expect(element(bo.page, 'payments')).toBeVisible();
  const observer = await observe(board.link);
  const pod = observer.nodes().get(observer.nodeId('payments'));
  expect(pod?.['at']).toEqual([board.id('team-a'), expect.any(Number), expect.any(Number)]);
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
  const { ana, bo, edit } = await anaAndBo(person, server.url, {
    elements: [
      { is: 'API server', label: 'api', at: [0, 0] },
      { is: 'etcd', label: 'store', at: [320, 140] },
    ],
  });
  const cy = await person('Cy');
  await openBoard(cy.page, edit);
  await dragBy(bo.page, 'store', { x: 20, y: 40 });
  await saved(bo.page);
  await relabel(ana.page, 'api', 'kube-apiserver');
  await expect(element(bo.page, 'kube-apiserver')).toBeVisible();
  await relabel(bo.page, 'kube-apiserver', 'front door');
  await expect(element(ana.page, 'front door')).toBeVisible();
  await insert(cy.page, 'kubelet', 'node agent');
  await expect(element(ana.page, 'node agent')).toBeVisible();
  const moved = await middleOf(element(bo.page, 'store'));

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
  expect(await middleOf(element(bo.page, 'store'))).toEqual(moved);
});

test('ux 13: two tabs of one person never revert each other, and the last one to reload finds the board', async ({
  server,
  person,
}) => {
  const { ana, board } = await anaOn(person, server.url);
  const other = await ana.context.newPage();
  await openBoard(other, board.link);
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
  await ana.page.goto(board.link);
  await expect(element(ana.page, 'renamed in the first')).toBeVisible();
});

test('ux 23: while Ana types a name, Bo’s moves, renames and deletions elsewhere leave her caret alone', async ({
  server,
  person,
}) => {
  const { ana, bo } = await anaAndBo(person, server.url, {
    elements: [
      { is: 'API server', label: 'api', at: [0, 0] },
      { is: 'etcd', label: 'store', at: [300, 120] },
    ],
  });
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
