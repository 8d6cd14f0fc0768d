/** The start page: making boards, coming back to them, opening files, and addresses that lead nowhere. */
import { writeFileSync } from 'node:fs';
import { boardReady, createBoard, makeLink, openBoard, saved } from '../support/board.ts';
import { observe } from '../support/observer.ts';
import { expect, test } from '../support/test.ts';

const TEMPLATES = [
  { card: /as it is installed/u, nodes: 9, boundaries: 7, flows: 8 },
  { card: /as the CNCF/u, nodes: 15, boundaries: 11, flows: 18 },
  { card: /Pod launch, in full/u, nodes: 24, boundaries: 11, flows: 35 },
  { card: /CI\/CD/u, nodes: 23, boundaries: 12, flows: 28 },
  { card: /Ingress to service/u, nodes: 14, boundaries: 7, flows: 13 },
  { card: /service mesh/u, nodes: 12, boundaries: 8, flows: 12 },
  { card: /Control plane, the whole/u, nodes: 17, boundaries: 6, flows: 19 },
  { card: /Provisioning and scaling/u, nodes: 19, boundaries: 11, flows: 24 },
  { card: /sharing a GKE cluster/u, nodes: 15, boundaries: 17, flows: 14 },
];

for (const { card, nodes, boundaries, flows } of TEMPLATES) {
  test(`the template ${String(card)} opens with all its parts and at least twelve findings`, async ({
    server,
    person,
  }) => {
    const { page } = await person('Ana');
    const link = await createBoard(page, server.url, card);
    await saved(page);
    const observer = await observe(link);
    await expect.poll(() => observer.nodes().size).toBe(boundaries + nodes);
    const kinds = [...observer.nodes().values()].map((node) => node['kind']);
    expect(kinds.filter((kind) => kind === 'boundary')).toHaveLength(boundaries);
    expect(kinds.filter((kind) => kind !== 'boundary')).toHaveLength(nodes);
    expect(observer.edges().size).toBe(flows);
    observer.dispose();
    await expect(async () => {
      const toDecide = Number.parseInt((await page.getByTestId('count-threats').textContent()) ?? '', 10);
      expect(toDecide).toBeGreaterThanOrEqual(12);
    }).toPass();
  });
}

test('an empty board has its name, is saved, and is listed under recent boards', async ({ server, person }) => {
  const { page } = await person('Ana');
  await createBoard(page, server.url, /Empty board/u, 'Payments cluster');
  await saved(page);
  await page.goto(server.url);
  await page.getByRole('link', { name: /Payments cluster/u }).click();
  await boardReady(page);
  await expect(page.getByLabel('Name of the board')).toHaveValue('Payments cluster');
});

test('the address of a board carries its secret in the fragment only', async ({ server, person }) => {
  const { page } = await person('Ana');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const link = new URL(await createBoard(page, server.url, /Empty board/u));
  await saved(page);
  const secret = link.hash.split('.')[1] ?? '';
  expect(secret.length).toBeGreaterThan(40);
  expect(asked.filter((address) => address.includes(secret))).toEqual([]);
});

test('ux 1: a facilitator makes a link for each role, and each opens with that role', async ({ server, person }) => {
  const { page } = await person('Ana');
  await createBoard(page, server.url, /Empty board/u);
  await saved(page);
  for (const role of ['View', 'Edit', 'Facilitate'] as const) {
    const link = await makeLink(page, role);
    const guest = await person(`Guest ${role}`);
    await openBoard(guest.page, link);
    const title = guest.page.getByLabel('Name of the board');
    if (role === 'View') await expect(title).toHaveCount(0);
    else await expect(title).toBeEditable();
    await guest.page.getByRole('button', { name: 'Share' }).click();
    await expect(guest.page.getByRole('button', { name: 'Make a link: View' })).toHaveCount(
      role === 'Facilitate' ? 1 : 0,
    );
  }
});

test('a wrong, a torn and an unknown address each say what to do', async ({ server, person }) => {
  const { page } = await person('Ana');
  const link = new URL(await createBoard(page, server.url, /Empty board/u));
  const stranger = await person();
  const wrong = new URL(link);
  wrong.hash = `${link.hash.slice(0, -4)}AAAA`;
  await stranger.page.goto(wrong.href);
  await expect(stranger.page.getByRole('heading', { name: 'This link does not open a board' })).toBeVisible();
  await stranger.page.goto(`${link.origin}${link.pathname}`);
  await expect(stranger.page.getByRole('heading', { name: 'This address is missing its secret' })).toBeVisible();
  await stranger.page.goto(`${link.origin}/r/AAAAAAAAAAAAAAAAAAAAAA${link.hash}`);
  await expect(stranger.page.getByRole('heading', { name: 'This link does not open a board' })).toBeVisible();
});

test('a revoked link ends a live session with a sentence and keeps what is on screen', async ({ server, person }) => {
  const { page } = await person('Ana');
  await createBoard(page, server.url, /Empty board/u);
  const link = await makeLink(page, 'Edit');
  const guest = await person('Bo');
  await openBoard(guest.page, link);
  await page.getByRole('button', { name: 'Share' }).click();
  const made = page
    .getByRole('dialog')
    .getByRole('listitem')
    .filter({ hasText: /^Edit.*made/u });
  await made.getByRole('button', { name: 'Revoke the link: Edit' }).click();
  await made.getByRole('button', { name: 'Revoke this link' }).click();
  await expect(guest.page.getByRole('alert')).toContainText('withdrawn');
  await guest.page.reload();
  await expect(guest.page.getByRole('heading', { name: /This link/u })).toBeVisible();
});

test('an unreadable and a foreign file are refused with a reason, and no board is made', async ({
  server,
  person,
}, testInfo) => {
  const { page } = await person('Ana');
  await page.goto(server.url);
  const files = [
    { name: 'torn.json', text: '{"format": "strideboard", "schema": 1, "elem' },
    { name: 'dragon.json', text: JSON.stringify({ summary: { title: 'x' }, detail: { diagrams: [{ cells: [] }] } }) },
    { name: 'picture.json', text: '\u0089PNG\r\n' },
  ];
  for (const { name, text } of files) {
    const path = testInfo.outputPath(name);
    writeFileSync(path, text);
    await page.getByLabel('Choose a file…').setInputFiles(path);
    await expect(page.getByRole('alert')).toContainText('cannot be opened');
    expect(new URL(page.url()).pathname).toBe('/');
  }
});

test('the board works over plain http on a network address', async ({ server, person }) => {
  const { page } = await person('Ana');
  const lan = `http://192.168.7.7:${server.port}`;
  await createBoard(page, lan, /Empty board/u, 'On the LAN');
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await saved(page);
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Make a link: Edit' }).click();
  const field = page.getByRole('dialog').getByLabel('Edit', { exact: true });
  await expect(field).toHaveValue(new RegExp(`^${lan}/r/`, 'u'));
  await page.getByRole('dialog').getByRole('button', { name: 'Copy' }).first().click();
  await expect(page.getByText('press Ctrl+C')).toBeVisible();
});
