/** An organisation's own pack: added from a file, missing for who does not have it, refused whole when it is broken. */
import type { Locator, Page } from '@playwright/test';
import { createBoard, element, insert, makeLink, openBoard, saved } from '../support/board.ts';
import { observe } from '../support/observer.ts';
import { expect, test } from '../support/test.ts';

/** The pack of docs/packs.md, as far as its first rule. */
const ACME = `
pack: { id: acme, version: "2", title: Rules of Acme }
families:
  - { id: "acme:own", label: Acme }
stencils:
  - id: acme:cardVault
    family: acme:own
    kind: store
    label: Card vault
    icon: vault
    like: st.database
    properties: { dataClassification: restricted }
groups:
  - { id: "acme:cards", members: ["acme:cardVault"], meaning: whatever holds card data }
properties:
  - name: cardRegion
    label: Region
    question: In which region does the card data lie?
    appliesTo: ["acme:cards"]
    type: enum
    values: [{ id: eu, label: Europe }, { id: us, label: United States }]
ruleFamilies:
  - { id: "acme:CARD", title: Card data }
rules:
  - id: acme:CARD-1
    family: acme:CARD
    title: "{el} leaves Europe"
    letters: [I]
    severity: high
    scope: ["acme:cards"]
    when: el.cardRegion != 'eu'
    why: Our contracts keep card data in <b>Europe</b>.
    category: data-exfiltration
    likelihood: 2
    impact: 4
    controls: ["acme:regions"]
    references: ["acme.policy:7", "pci-dss-4:3.1"]
    threatClass: [misuse-of-privilege]
    examples:
      - fires: true
        on: v
        elements: [{ id: v, type: "acme:cardVault", properties: { cardRegion: us } }]
      - fires: false
        on: v
        elements: [{ id: v, type: "acme:cardVault", properties: { cardRegion: eu } }]
controls:
  - id: acme:regions
    label: Region lock of the platform team
    test: "create a vault outside of Europe: refused"
    mitigates: ["acme:CARD-1", ST-001]
    compliance: ["acme.policy:7"]
references:
  - { key: acme.policy, title: Security policy of Acme, version: "2026", status: checked }
`;

const file = (name: string, text: string): { name: string; mimeType: string; buffer: Buffer } => ({
  name,
  mimeType: 'application/yaml',
  buffer: Buffer.from(text),
});

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Packs' });

async function openPacks(page: Page): Promise<Locator> {
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: /Element/u }).click();
  await page.getByRole('button', { name: 'Packs of this board' }).click();
  return dialogOf(page);
}

async function close(page: Page): Promise<void> {
  await dialogOf(page).getByRole('button', { name: 'Close' }).click();
}

test('a pack is added by a facilitator, judges for everybody who has it, and its decisions wait for who has not', async ({
  server,
  person,
}) => {
  const ana = await person('Ana');
  const bo = await person('Bo');
  const link = await createBoard(ana.page, server.url, /Empty board/u, 'Cards');
  await insert(ana.page, 'Database', 'orders');

  const dialog = await openPacks(ana.page);
  await dialog.getByLabel('Choose the files of a pack').setInputFiles(file('acme.yaml', ACME));
  await expect(dialog.getByRole('status')).toHaveText('This board is now judged with Rules of Acme (acme 2).');
  await expect(dialog.getByTestId('pack-acme')).toContainText('rules: 1');
  await close(ana.page);

  // Its stencil is in the palette, its question is asked, its rule fires and is decided on.
  await insert(ana.page, 'Card vault', 'vault');
  await saved(ana.page);
  const observer = await observe(link);
  const id = observer.nodeId('vault');
  await element(ana.page, 'vault').click();
  await ana.page.getByRole('tab', { name: /Element/u }).click();
  await ana.page.getByTestId('property-cardRegion').getByRole('combobox').selectOption({ label: 'United States' });
  await ana.page.getByRole('tab', { name: /Threats/u }).click();
  const threat = ana.page.getByTestId(`threat-acme:CARD-1~${id}`);
  await expect(threat).toContainText('vault leaves Europe');
  await threat.getByRole('button', { name: /Decide/u }).click();
  await threat.getByLabel(/^State/u).selectOption('mitigated');
  await threat.getByRole('button', { name: /^(Save|Decide)$/u }).click();
  await expect(threat).toContainText('Mitigated');
  await saved(ana.page);

  // Bo has no such pack: the board says so, and does not call the decided threat gone.
  await openBoard(bo.page, await makeLink(ana.page, 'Edit'));
  const banner = bo.page.getByText('This board is judged with acme 2, which this browser does not have.');
  await expect(banner).toBeVisible();
  await bo.page.getByRole('tab', { name: /Threats/u }).click();
  await expect(bo.page.getByRole('tab', { name: /Questions.*[1-9]/u })).toBeVisible();
  await expect(bo.page.getByText(/no longer arise/iu)).toHaveCount(0);
  await bo.page.getByRole('button', { name: 'Export' }).click();
  await expect(bo.page.getByRole('note')).toContainText('without the pack acme: its threats are not in these lists');
  await bo.page.keyboard.press('Escape');
  await element(bo.page, 'vault').click();

  // Another file is not taken for it; the right one is, and what Bo had selected stays.
  await bo.page.getByRole('button', { name: 'Load from a file…' }).click();
  const his = dialogOf(bo.page);
  await expect(his.getByRole('button', { name: /^Add a pack/u })).toHaveCount(0);
  const choosing = bo.page.waitForEvent('filechooser');
  await his.getByRole('button', { name: 'Load acme 2 from a file' }).click();
  const other = ACME.replace('version: "2", title', 'version: "3", title');
  await (await choosing).setFiles(file('acme.yaml', other));
  await expect(his.getByRole('alert')).toHaveText('This is Rules of Acme (acme 3). The board needs acme 2.');
  await his.getByLabel('Choose the files of a pack').setInputFiles(file('acme.yaml', ACME));
  await expect(his.getByRole('status')).toHaveText('Rules of Acme (acme 2) is in this browser now.');
  await close(bo.page);
  await expect(banner).toHaveCount(0);
  await expect(element(bo.page, 'vault')).toHaveAttribute('data-selected', 'true');
  const same = bo.page.getByTestId(`threat-acme:CARD-1~${id}`);
  await expect(same).toContainText('Mitigated');

  // The browser keeps it: a reload asks for nothing.
  await bo.page.reload();
  await element(bo.page, 'vault').click();
  await expect(same).toContainText('vault leaves Europe');
  await expect(banner).toHaveCount(0);

  // Removed, its decided threat no longer arises, for everybody; a name that Bo is typing meanwhile stays in his hands.
  await element(bo.page, 'vault').dblclick();
  await bo.page.getByTestId('label-editor').fill('vault, half typed');
  const again = await openPacks(ana.page);
  await again.getByRole('button', { name: 'Forget Rules of Acme (acme 2)…' }).click();
  await expect(again).toContainText('Decisions about its threats stay in the model and hold again when it comes back.');
  await again.getByRole('button', { name: 'Remove Rules of Acme (acme 2) from the board' }).click();
  await expect(again.getByRole('status')).toContainText('no longer judged with Rules of Acme');
  // Her browser still has it, until she lets go of it.
  const others = again.getByRole('region', { name: 'Also in this browser' });
  await others.getByRole('button', { name: 'Forget acme 2…' }).click();
  await others.getByRole('button', { name: 'Forget acme 2 in this browser' }).click();
  await expect(others).toHaveCount(0);
  await close(ana.page);
  await expect(same).toHaveCount(0);
  await expect(bo.page.getByTestId('label-editor')).toHaveValue('vault, half typed');
  await bo.page.getByTestId('label-editor').press('Enter');
  await expect(element(ana.page, 'vault, half typed')).toBeVisible();
  observer.dispose();
});

test('a broken pack lists its problems and changes nothing', async ({ server, person }) => {
  const { page } = await person('Ana');
  const link = await createBoard(page, server.url, /Empty board/u);
  await saved(page);
  const dialog = await openPacks(page);
  const broken = ACME.replace('severity: high', 'severity: awful').replace('letters: [I]', 'letters: [Q]');
  const input = dialog.getByLabel('Choose the files of a pack');
  await input.setInputFiles(file('broken.yaml', broken));
  await expect(dialog.getByRole('alert')).toContainText(
    '2 problems. The pack is refused whole and nothing was changed.',
  );
  await expect(dialog.getByTestId('pack-problems').getByRole('listitem')).toHaveCount(2);
  await expect(dialog.getByTestId('pack-problems')).toContainText(/broken\.yaml:\d+:\d+: rule acme:CARD-1/u);

  // Too much of a file is refused before it is read, too much of a text by its reader.
  await input.setInputFiles(file('large.yaml', 'x'.repeat(5_000_000)));
  await expect(dialog.getByRole('alert')).toHaveText('large.yaml is too large for a pack: at most 2 MB are read.');
  await input.setInputFiles(file('deep.yaml', '['.repeat(200_000)));
  await expect(dialog.getByTestId('pack-problems').getByRole('listitem')).toHaveCount(1);
  await close(page);

  await page.getByLabel('Insert').fill('Card vault');
  await expect(page.getByText('Nothing is called “Card vault”', { exact: false })).toBeVisible();
  const observer = await observe(link);
  expect(observer.nodes().size).toBe(0);
  observer.dispose();
});
