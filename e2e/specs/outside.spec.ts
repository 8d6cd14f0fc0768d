/** What comes in from outside by files: models of other tools, Kubernetes YAML, and everything that is none of these. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { boardReady, createBoard, element, makeLink, openBoard, saved } from '../support/board.ts';
import { observe } from '../support/observer.ts';
import { dropFiles, type OutsideFile, smallCluster, smallTm7, textFile } from '../support/outside.ts';
import { expect, test } from '../support/test.ts';

const choose = (page: Page, ...files: readonly OutsideFile[]): Promise<void> =>
  page.getByLabel('Choose a file…').setInputFiles([...files]);

const review = (page: Page): Locator => page.getByTestId('reading-review');

/** Titles of the packs that this browser keeps. */
const keptPacks = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    if (!names.includes('sb-packs')) return [];
    const db = await new Promise<IDBDatabase>((done, fail) => {
      const request = indexedDB.open('sb-packs');
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(new Error('keptPacks: the store does not open'));
    });
    const rows = await new Promise<readonly { readonly title: string }[]>((done) => {
      const request = db.transaction('packs').objectStore('packs').getAll();
      request.onsuccess = () => done(request.result as readonly { readonly title: string }[]); // as kept by the page
    });
    db.close();
    return rows.map(({ title }) => title);
  });

test('a model of the Microsoft tool lists what it lost, and its template judges the board wherever its file is loaded', async ({
  server,
  person,
}) => {
  const { page } = await person('Ana', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(server.url);
  await choose(page, textFile('ledger.tm7', smallTm7()));
  await expect(review(page)).toContainText('ledger.tm7 was read');
  await expect(review(page)).toContainText('elements: 2 · boundaries: 0 · flows: 1');
  await expect(review(page)).toContainText('Ledger rules (tmt-ledger-rules 1.0) comes along as a pack');
  const changes = review(page).getByRole('listitem');
  await expect(review(page)).toContainText('2 things were lost or changed');
  await expect(changes).toHaveText([
    /^Left out because an end of this flow is missing: f2: lost/u,
    /^Its priority was left out/u,
  ]);
  await review(page).getByRole('button', { name: 'Copy the list' }).click();
  await expect(review(page).getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('f2: lost');
  expect(await keptPacks(page)).toEqual([]);

  await review(page).getByRole('button', { name: 'Open as a new board' }).click();
  await boardReady(page);
  await expect(page.getByText(/This board is judged with Ledger rules \(tmt-ledger-rules 1\.0\)/u)).toBeVisible();
  await saved(page);
  const threat = page.getByTestId('threat-tmt-ledger-rules:T1~f1');
  await page.getByTestId('count-threats').click();
  await expect(threat).toContainText('Shop pretends to be somebody else');
  expect(await keptPacks(page)).toEqual(['Ledger rules']);
  await page.reload();
  await boardReady(page);
  await page.getByTestId('count-threats').click();
  await expect(threat).toBeVisible();

  // Who has no such pack loads it from the same file.
  const bo = await person('Bo');
  await openBoard(bo.page, await makeLink(page, 'Edit'));
  await bo.page.getByRole('button', { name: 'Load from a file…' }).click();
  const dialog = bo.page.getByRole('dialog', { name: 'Packs' });
  await dialog.getByLabel('Choose the files of a pack').setInputFiles(textFile('other.tm7', smallTm7('2.0')));
  await expect(dialog.getByRole('alert')).toContainText('This board does not use Ledger rules (tmt-ledger-rules 2.0)');
  expect(await keptPacks(bo.page)).toEqual([]);
  await dialog.getByLabel('Choose the files of a pack').setInputFiles(textFile('ledger.tm7', smallTm7()));
  await expect(dialog.getByRole('status')).toHaveText('Ledger rules (tmt-ledger-rules 1.0) is in this browser now.');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await bo.page.getByTestId('count-threats').click();
  await expect(bo.page.getByTestId('threat-tmt-ledger-rules:T1~f1')).toBeVisible();
});

test('reading goes on away from the page and can be cancelled', async ({ server, person }) => {
  const { page } = await person('Ana');
  let release = (): void => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  await page.route(/\/read-worker-[^/]*\.js$/u, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(server.url);
  await choose(page, textFile('ledger.tm7', smallTm7()));
  await expect(page.getByText('Reading ledger.tm7 …')).toBeVisible();
  // The page answers meanwhile.
  await page.getByLabel('Name of the board').fill('Ledger');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Reading was cancelled. Nothing was changed.')).toBeVisible();
  release();
  await choose(page, textFile('ledger.tm7', smallTm7()));
  await expect(review(page)).toBeVisible();
  await review(page).getByRole('button', { name: 'Do not open it' }).click();
  await expect(review(page)).toHaveCount(0);
  expect(await keptPacks(page)).toEqual([]);
});

test('Kubernetes YAML is laid out, says what it left out by line, and comes onto an empty board as one step of undo', async ({
  server,
  person,
}) => {
  const { page } = await person('Ana');
  const link = await createBoard(page, server.url, /Empty board/u);
  await page.getByRole('button', { name: /template or file/iu }).click();
  const dialog = page.getByRole('dialog', { name: /Begin/u });
  await dialog.getByLabel('Choose a file…').setInputFiles(textFile('cluster.yaml', smallCluster(3, 4)));
  await expect(review(page)).toContainText('elements: 12 · boundaries: 4');
  await expect(review(page).getByRole('listitem')).toHaveText([
    /^cluster\.yaml:\d+: This is a template, not YAML yet\. Render it first/u,
    '1 Widget was not read: nothing is drawn from it.',
  ]);
  await review(page).getByRole('button', { name: 'Bring onto this board' }).click();
  await expect(element(page, 'web-0-0')).toBeVisible();
  await saved(page);
  const observer = await observe(link);
  await expect.poll(() => observer.nodes().size).toBe(16);
  // Nothing lies over anything else, and everything lies in its boundary.
  const boxes = [...observer.nodes()].map(([id, { at, size }]) => {
    const [parent, x, y] = at as readonly [string | null, number, number];
    const [width, height] = size as readonly [number, number];
    return { id, parent, x, y, width, height };
  });
  for (const a of boxes) {
    const parent = boxes.find(({ id }) => id === a.parent);
    if (parent !== undefined) {
      expect(a.x).toBeGreaterThanOrEqual(0);
      expect(a.y).toBeGreaterThanOrEqual(0);
      expect(a.x + a.width).toBeLessThanOrEqual(parent.width);
      expect(a.y + a.height).toBeLessThanOrEqual(parent.height);
    }
    for (const b of boxes) {
      if (a.id === b.id || a.parent !== b.parent) continue;
      const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      expect(apart, `${a.id} and ${b.id}`).toBe(true);
    }
  }
  await page.keyboard.press('Control+z');
  await expect.poll(() => observer.nodes().size).toBe(0);
  observer.dispose();
});

test('ux 64: Kubernetes YAML that is pasted becomes elements, laid out at the pointer, in one step of undo', async ({
  server,
  person,
}) => {
  const { page } = await person('Ana', { permissions: ['clipboard-read', 'clipboard-write'] });
  const link = await createBoard(page, server.url, /Empty board/u);
  const observer = await observe(link);
  const paste = async (text: string): Promise<void> => {
    await page.evaluate((given) => navigator.clipboard.writeText(given), text);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+v');
  };
  await paste(smallCluster(2, 3));
  await expect(element(page, 'web-1-2')).toBeVisible();
  await expect(page.getByText(/2 things in the pasted YAML .* pasted\.yaml:\d+: This is a template/u)).toBeVisible();
  await expect.poll(() => observer.nodes().size).toBe(9);
  const kinds = [...observer.nodes().values()].map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'boundary')).toHaveLength(3);
  await page.keyboard.press('Control+z');
  await expect.poll(() => observer.nodes().size).toBe(0);
  // Nothing to draw in it: said, and nothing pasted.
  await paste('apiVersion: example.org/v1\nkind: Widget\nmetadata: { name: w }\n');
  await expect(page.getByText(/There is no Kubernetes object here that can be drawn/u)).toBeVisible();
  expect(observer.nodes().size).toBe(0);
  observer.dispose();
});

test('a file that cannot be opened says what, where and what to do, and the next one opens', async ({
  server,
  person,
}, testInfo) => {
  const { page } = await person('Ana');
  await page.goto(server.url);
  const problem = page.getByRole('alert');
  const zip = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(2_000, 7)]);
  const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), Buffer.alloc(2_000, 200)]);
  const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(2_000, 200)]);
  const whole = JSON.stringify({ format: 'strideboard', schema: 1, elements: [] }, null, 2);
  const bad: readonly (readonly [OutsideFile, RegExp])[] = [
    [
      { name: 'photo.png', mimeType: 'image/png', buffer: png },
      /^photo\.png cannot be opened: This PNG picture is cut off or damaged.*Take the whole file/u,
    ],
    [
      { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: jpeg },
      /^photo\.jpg cannot be opened: .*none of the files.*Choose/u,
    ],
    [
      { name: 'model.json', mimeType: 'application/json', buffer: zip },
      /^model\.json cannot be opened: This file is of a kind that cannot be opened yet: ZIP.*Choose/u,
    ],
    [textFile('empty.json', ''), /^empty\.json cannot be opened: The file is empty\. Choose another one\./u],
    [textFile('cut.json', whole.slice(0, 40)), /^cut\.json cannot be opened: .*line 3, column \d+.*Repair/u],
    [textFile('cut.tm7', smallTm7().slice(0, 900)), /^cut\.tm7 cannot be opened: .*line 1, column \d+.*Repair/u],
    [textFile('bomb.tm7', `<!DOCTYPE a [<!ENTITY b "c">]>${smallTm7()}`), /^bomb\.tm7 cannot be opened: .*DOCTYPE/u],
    [
      textFile('chart.yaml', 'apiVersion: v1\nkind: Pod\nmetadata: {{ x }}\n'),
      /^chart\.yaml cannot be opened: chart\.yaml:\d+: This is a template.*Render it first/u,
    ],
  ];
  for (const [file, sentence] of bad) {
    await choose(page, file);
    await expect(problem, file.name).toHaveText(sentence);
    expect(page.url()).toBe(`${server.url}/`);
  }
  const large = testInfo.outputPath('large.json');
  writeFileSync(large, ' '.repeat(50_000_000));
  await page.getByLabel('Choose a file…').setInputFiles(large);
  await expect(problem).toHaveText(/^large\.json cannot be opened: .*47\.7 MB, and at most 20 MB.*Split/u);
  // Dropped, it is the same; several are read together only where that means something.
  await dropFiles(page, bad[2]?.[0] ?? textFile('none', ''));
  await expect(problem).toHaveText(
    /^model\.json cannot be opened: This file is of a kind that cannot be opened yet: ZIP/u,
  );
  await dropFiles(page, textFile('a.txt', 'Dear Sir'), textFile('b.txt', 'or Madam'));
  await expect(problem).toHaveText(/a\.txt is no Kubernetes YAML/u);
  await choose(page, textFile('whole.json', whole));
  await boardReady(page);
});

test('a file dropped on a board neither leaves the board nor changes it', async ({ server, person }) => {
  const { page } = await person('Ana');
  const link = await createBoard(page, server.url, /Pod launch, in full/u);
  await saved(page);
  const observer = await observe(link);
  const before = observer.nodes().size;
  // What watches for files comes after the diagram.
  await expect(async () => {
    await dropFiles(page, textFile('whole.json', '{"format":"strideboard","schema":1}'));
    await expect(page.getByText(/A file cannot be dropped on this board/u).first()).toBeVisible({ timeout: 1_000 });
  }).toPass();
  expect(page.url()).toBe(link);
  expect(observer.nodes().size).toBe(before);
  observer.dispose();
});

test('a pack that collides with what is built in, or is broken in one of its files, is refused whole and leaves nothing behind', async ({
  server,
  person,
}) => {
  const { page } = await person('Ana');
  await createBoard(page, server.url, /Empty board/u);
  await saved(page);
  await page.getByRole('tab', { name: /Element/u }).click();
  await page.getByRole('button', { name: 'Packs of this board' }).click();
  const dialog = page.getByRole('dialog', { name: 'Packs' });
  const input = dialog.getByLabel('Choose the files of a pack');
  const head = 'pack: { id: acme, version: "1", title: Acme }\n';
  const collisions = [
    ['kubernetes', 'pack: { id: kubernetes, version: "9", title: Mine }\nfamilies: []\n'],
    [
      'rule',
      `${head}rules:\n  - { id: WL-001, family: WL, title: t, letters: [E], severity: low, scope: any, when: "true", why: w }\n`,
    ],
    ['stencil', `${head}stencils:\n  - { id: wl.pod, family: workload, kind: process, label: Pod, icon: pod }\n`],
    ['property', `${head}properties:\n  - { name: privileged, label: P, appliesTo: wl.pod, type: string }\n`],
  ] as const;
  for (const [name, text] of collisions) {
    await input.setInputFiles(textFile(`${name}.yaml`, text));
    await expect(dialog.getByRole('alert')).toContainText('The pack is refused whole and nothing was changed.');
    await expect(dialog.getByTestId('pack-problems').getByRole('listitem').first()).toContainText(`${name}.yaml`);
    expect(await keptPacks(page)).toEqual([]);
  }
  const good = `${head}families: [{ id: "acme:own", label: Acme }]\n`;
  const bad = 'stencils:\n  - { id: "acme:x", family: "acme:own", kind: spaceship, label: X, icon: pod }\n';
  await input.setInputFiles([textFile('a.yaml', good), textFile('b.yaml', bad)]);
  await expect(dialog.getByTestId('pack-problems')).toContainText(/b\.yaml:2/u);
  expect(await keptPacks(page)).toEqual([]);
  await input.setInputFiles(textFile('cut.tb7', smallTm7().slice(0, 1_500)));
  await expect(dialog.getByRole('alert')).toContainText(/stops being valid XML/u);
  expect(await keptPacks(page)).toEqual([]);
  // In its own ids the same pack is taken.
  await input.setInputFiles(textFile('a.yaml', good));
  await expect(dialog.getByRole('status')).toHaveText('This board is now judged with Acme (acme 1).');
  expect(await keptPacks(page)).toEqual(['Acme']);
});

test('what a file says that nobody knows here is listed, and what a board can hold comes back in the next file', async ({
  server,
  person,
}, testInfo) => {
  const { page } = await person('Ana');
  await page.goto(server.url);
  const file = {
    format: 'strideboard',
    schema: 1,
    surprise: { of: 'a newer product' },
    elements: [
      {
        id: 'el-one',
        kind: 'process',
        type: 'acme:vault',
        label: 'Vault',
        properties: { nobodyKnows: 'kept', privileged: 'maybe' },
      },
      { id: 'el-two', kind: 'store', type: 'wl.pod', label: 'Odd', parent: 'nowhere' },
    ],
    flows: [{ id: 'fl-one', source: 'el-one', target: 'el-two', label: 'x', properties: { protocol: 7 } }],
  };
  await choose(page, textFile('newer.json', JSON.stringify(file)));
  const listed = review(page).getByRole('listitem');
  await expect(listed.filter({ hasText: 'surprise' })).toHaveCount(1);
  for (const text of ['Odd', 'stencil acme:vault', 'property nobodyKnows', 'privileged of “Vault”'])
    await expect(listed.filter({ hasText: text })).not.toHaveCount(0);
  await review(page).getByRole('button', { name: 'Open as a new board' }).click();
  await boardReady(page);
  await expect(page.getByText(/The file was opened\. \d+ things? (was|were) lost or changed/u)).toBeVisible();
  await saved(page);
  for (const label of ['Vault', 'Odd']) await expect(element(page, label)).toBeVisible();
  // What no rule can use stays listed on the board.
  await page.getByRole('button', { name: /^\d+ notes?$/u }).click();
  const notes = page.getByRole('dialog', { name: 'Odd things in this board' });
  await expect(notes).toContainText('Vault: no pack of this board has the kind “acme:vault”');
  await expect(notes).toContainText('Vault: no pack of this board asks for “nobodyKnows”');
  await expect(notes).toContainText('x: “protocol” cannot be 7');
  await notes.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: /Export/u });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: /JSON/u }).click(),
  ]);
  await download.saveAs(testInfo.outputPath('again.json'));
  const again = JSON.parse(readFileSync(testInfo.outputPath('again.json'), 'utf8')) as typeof file;
  expect(again.elements.find(({ id }) => id === 'el-one')).toMatchObject({
    type: 'acme:vault',
    properties: file.elements[0]?.properties,
  });
  expect(again.flows[0]).toMatchObject({ properties: { protocol: 7 } });
});
