/** Two people far apart, each with a browser of their own, on one board. */
import { answer, createBoard, drag, element, insert, makeLink, middleOf, openBoard, saved } from '../support/board.ts';
import { observe } from '../support/observer.ts';
import { anaAndBo, anaOn } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('ux 14, 15: two people draw parts of the pod launch and see each other', async ({ server, person }) => {
  const ana = await person('Ana');
  const bo = await person('Bo');
  const link = await createBoard(ana.page, server.url, /Empty board/u, 'Pod launch');
  await openBoard(bo.page, await makeLink(ana.page, 'Edit'));

  await insert(ana.page, 'API server', 'kube-apiserver');
  await expect(element(bo.page, 'kube-apiserver')).toBeVisible();
  await insert(bo.page, 'etcd', 'etcd store');
  await expect(element(ana.page, 'etcd store')).toBeVisible();

  // Bo moves etcd aside, so that it can be connected; Ana sees the same place.
  const from = await middleOf(element(bo.page, 'etcd store'));
  await drag(bo.page, from, { x: from.x + 320, y: from.y + 120 });
  await saved(bo.page);
  const observer = await observe(link);
  const at = observer.nodes().get(observer.nodeId('etcd store'))?.['at'];
  await expect(async () => {
    const box = await element(ana.page, 'etcd store').boundingBox();
    const api = await element(ana.page, 'kube-apiserver').boundingBox();
    expect(box?.x).toBeGreaterThan((api?.x ?? 0) + 100);
  }).toPass();
  expect(at).toBeTruthy();

  // Ana connects the two with the connect tool: click, click.
  await ana.page.keyboard.press('c');
  await element(ana.page, 'kube-apiserver').click();
  await element(ana.page, 'etcd store').click();
  await ana.page.keyboard.press('Escape');
  await expect.poll(() => observer.edges().size).toBe(1);
  await expect(bo.page.locator('[data-testid^="flow-"]')).toHaveCount(1);

  // Each sees the other's cursor with the name.
  await bo.page.mouse.move(700, 500);
  await bo.page.mouse.move(720, 520);
  await expect(ana.page.locator('[data-testid^="cursor-"]')).toContainText('Bo');

  // A selection of Bo is named on Ana's screen.
  await element(bo.page, 'etcd store').click();
  await expect(ana.page.getByTestId(`node-${observer.nodeId('etcd store')}`)).toHaveAttribute('data-peer', 'Bo');
  observer.dispose();
});

test('ux 34: a property set by one changes the threats at the other, and undo takes back only one’s own', async ({
  server,
  person,
}) => {
  const { ana, bo, board } = await anaAndBo(person, server.url, {
    elements: [{ is: 'Pod', label: 'payments', at: [0, 0] }],
  });
  const observer = await observe(board.link);
  const id = board.id('payments');

  await answer(ana.page, 'payments', 'privileged', 'Yes');

  await element(bo.page, 'payments').click();
  await bo.page.getByRole('tab', { name: /Threats/u }).click();
  const threat = bo.page.getByTestId(`threat-WL-001~${id}`);
  await expect(threat).toBeVisible();
  await expect(threat).toContainText('Because');

  // Bo renames meanwhile; Ana's undo takes back the property only.
  await element(bo.page, 'payments').dblclick();
  await bo.page.getByTestId('label-editor').fill('payments-api');
  await bo.page.getByTestId('label-editor').press('Enter');
  await expect(element(ana.page, 'payments-api')).toBeVisible();
  await ana.page.getByRole('button', { name: /^Undo/u }).click();
  await expect(threat).toHaveCount(0);
  await expect(element(ana.page, 'payments-api')).toBeVisible();
  expect(observer.nodes().get(id)?.['label']).toBe('payments-api');
  observer.dispose();
});

test('ux 34: what is chosen in the threat list is selected on the canvas, and what is selected there shows in the list', async ({
  server,
  person,
}) => {
  const { ana, board } = await anaOn(person, server.url, {
    elements: [
      { is: 'Pod', label: 'payments', at: [0, 0], facts: { privileged: true } },
      { is: 'Pod', label: 'ledger', at: [400, 200], facts: { hostNetwork: true } },
    ],
  });
  const { page } = ana;
  const [payments, ledger] = [board.id('payments'), board.id('ledger')];
  const isSelected = (id: string) => expect(page.getByTestId(`node-${id}`)).toHaveAttribute('data-selected', /.*/u);
  await page.getByRole('tab', { name: /^Threats/u }).click();
  const threat = page.getByTestId(`threat-WL-001~${payments}`);

  // On the canvas: the list is that of the element alone.
  await element(page, 'payments').click();
  await expect(threat).toBeVisible();
  await element(page, 'ledger').click();
  await expect(threat).toHaveCount(0);

  // In the list of the whole board: opening a threat selects what it is about, wherever the view is.
  await page.keyboard.press('Escape');
  await expect(threat).toHaveAttribute('data-open', 'false');
  await threat.getByRole('heading', { level: 3 }).getByRole('button').click();
  await isSelected(payments);
  await expect(page.getByTestId(`node-${ledger}`)).not.toHaveAttribute('data-selected', /.*/u);
});

test('ux 75: a decision survives moving, renaming, undo and reload, and is seen by the other', async ({
  server,
  person,
}) => {
  const { ana, bo, board } = await anaAndBo(person, server.url, {
    elements: [{ is: 'Pod', label: 'payments', at: [0, 0], facts: { privileged: true } }],
  });
  const observer = await observe(board.link);
  const id = board.id('payments');
  await element(ana.page, 'payments').click();
  await ana.page.getByRole('tab', { name: /Threats/u }).click();
  const threat = ana.page.getByTestId(`threat-WL-001~${id}`);
  await threat.getByRole('button', { name: /Decide/u }).click();
  // An empty justification is refused with a sentence.
  await threat.getByLabel(/^State/u).selectOption('accepted');
  await threat.getByRole('button', { name: /^(Save|Decide)$/u }).click();
  await expect(threat.getByText(/reason|justif|why/iu).first()).toBeVisible();
  await threat.getByLabel(/Justification|Reason|Why/u).fill('Only in the lab cluster.');
  await threat.getByRole('button', { name: /^(Save|Decide)$/u }).click();
  await expect.poll(() => observer.decisions()[`WL-001~${id}|why`]).toBe('Only in the lab cluster.');

  const from = await middleOf(element(ana.page, 'payments'));
  await drag(ana.page, from, { x: from.x + 150, y: from.y + 60 });
  await element(ana.page, 'payments').dblclick();
  await ana.page.getByTestId('label-editor').fill('checkout');
  await ana.page.getByTestId('label-editor').press('Enter');
  await ana.page.keyboard.press('Control+z');
  await ana.page.keyboard.press('Control+z');
  await saved(ana.page);
  expect(observer.decisions()[`WL-001~${id}|state`]).toEqual([
    'accepted',
    expect.any(String),
    expect.any(String),
    expect.any(Number),
  ]);
  await ana.page.reload();
  await element(bo.page, 'payments').click();
  await bo.page.getByRole('tab', { name: /Threats/u }).click();
  await expect(bo.page.getByTestId(`threat-WL-001~${id}`)).toContainText('Accepted');
  observer.dispose();
});

test('ux 24: dragging into a boundary adopts without a jump, and dragging out releases', async ({ server, person }) => {
  const { ana, board } = await anaOn(person, server.url, {
    elements: [
      { is: 'Namespace', label: 'team-a', at: [0, 0] },
      { is: 'Pod', label: 'payments', at: [80, 80], inside: 'team-a' },
    ],
  });
  const observer = await observe(board.link);
  const pod = board.id('payments');
  const namespace = board.id('team-a');
  const parentOf = (): unknown => (observer.nodes().get(pod)?.['at'] as readonly unknown[] | undefined)?.[0];
  await expect.poll(parentOf).toBe(namespace);

  const start = await middleOf(element(ana.page, 'payments'));
  await drag(ana.page, start, { x: start.x, y: start.y + 300 });
  await expect.poll(parentOf).toBe(null);
  const outside = await element(ana.page, 'payments').boundingBox();
  await drag(ana.page, { x: start.x, y: start.y + 300 }, start);
  await expect.poll(parentOf).toBe(namespace);
  const inside = await element(ana.page, 'payments').boundingBox();
  expect(Math.abs((outside?.y ?? 0) - 300 - (inside?.y ?? 0))).toBeLessThanOrEqual(12);
  observer.dispose();
});
