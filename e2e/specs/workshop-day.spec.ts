/**
 * A whole workshop with six browsers, from a template to the archive (scenario S1 of ux.md): one is a quarter of a second away, one loses the
 * network while everybody writes in silence, one leaves without having shown anything and comes back. Roles differ.
 */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import * as Y from 'yjs';
import { createBoard, element, insert, makeLink, openBoard, run, saved } from '../support/board.ts';
import { observe } from '../support/observer.ts';
import { isStored, listen } from '../support/secrets.ts';
import { slowLine } from '../support/slow-line.ts';
import { type Person, expect, test } from '../support/test.ts';
import { dock, openCards, wallCard, write } from '../support/workshop.ts';

// What is fetched later has to be there without network as well.
test.use({ serviceWorkers: 'allow' });

const bar = (page: Page): Locator => page.getByRole('region', { name: 'Workshop', exact: true });
const present = (page: Page): Locator => bar(page).locator('[aria-current="step"]');

/** Goes on to a phase and says yes to what is asked on the way. */
async function goTo(page: Page, phase: string, yes?: string): Promise<void> {
  await bar(page)
    .getByRole('button', { name: `Go to phase: ${phase}` })
    .click();
  if (yes !== undefined) await page.getByRole('dialog').getByRole('button', { name: yes }).click();
  await expect(present(page)).toContainText(phase);
}

async function giveDot(page: Page, card: string): Promise<void> {
  await dock(page)
    .getByRole('listitem')
    .filter({ hasText: card })
    .getByRole('button', { name: /^Give a dot/u })
    .click();
}

/** The board as a Strideboard file, as this browser has it. */
async function asFile({ page }: Person, path: string): Promise<string> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download Strideboard file (JSON)', exact: true }).click(),
  ]);
  await file.saveAs(path);
  await page.keyboard.press('Escape');
  return readFileSync(path, 'utf8');
}

test('S1: six people hold a workshop from the template to the archive; nothing is lost, nothing is seen too early, all copies are equal', async ({
  server,
  person,
}, testInfo) => {
  test.setTimeout(600_000);
  const [fay, ed, eva, cem, max, vio] = [
    await person('Fay'),
    await person('Ed'),
    await person('Eva'),
    await person('Cem'),
    await person('Max'),
    await person('Vio'),
  ];
  const line = await slowLine(server.url, 250);
  const wires = [fay, ed, cem, vio].map(({ page }) => listen(page));

  // What are we working on? From the template, and one draws from far away.
  const link = await createBoard(fay.page, server.url, /CI\/CD/u);
  await saved(fay.page);
  const edit = await makeLink(fay.page, 'Edit');
  const comment = await makeLink(fay.page, 'Comment');
  const view = await makeLink(fay.page, 'View');
  await openBoard(ed.page, line.via(edit));
  await Promise.all([openBoard(eva.page, edit), openBoard(max.page, edit)]);
  await Promise.all([openBoard(cem.page, comment), openBoard(vio.page, view)]);
  const outside = await observe(link);

  await run(fay.page, 'Start a workshop');
  await fay.page.getByRole('dialog').getByRole('button', { name: 'Start the workshop' }).click();
  for (const { page } of [ed, eva, cem, max, vio]) await expect(bar(page)).toBeVisible();
  await goTo(fay.page, 'Draw');
  await insert(ed.page, 'pod', 'Signing service');
  for (const { page } of [fay, eva, cem, max, vio]) await expect(element(page, 'Signing service')).toBeVisible();
  await insert(eva.page, 'kubelet', 'Build agent');
  await expect(element(ed.page, 'Build agent')).toBeVisible();

  // What can go wrong? In silence; Eva without network, Max leaves before anybody has seen his card.
  await goTo(fay.page, 'Silent cards', 'Begin the round');
  for (const { page } of [fay, ed, eva, cem, max]) await openCards(page);
  await eva.context.setOffline(true);
  await expect(eva.page.getByTestId('save-state')).toContainText('Offline');
  const cards = {
    fay: 'quaxfay: the runner keeps its token',
    ed: 'quaxed: anybody can sign an image',
    eva: 'quaxeva: the cache is shared between tenants',
    cem: 'quaxcem: the runner has the token of everybody',
    max: 'quaxmax: nobody reads the audit log',
  };
  for (const [who, { page }] of [
    ['fay', fay],
    ['ed', ed],
    ['eva', eva],
    ['cem', cem],
    ['max', max],
  ] as const)
    await write(page, cards[who]);
  await expect(
    bar(fay.page)
      .or(fay.page.getByRole('region', { name: 'Silent writing' }))
      .first(),
  ).toBeVisible();
  await expect(fay.page.getByRole('region', { name: 'Silent writing' })).toContainText('Cem: 1 card');
  await max.page.close({ runBeforeUnload: false });
  const isCopied = (text: string): boolean => Buffer.from(Y.encodeStateAsUpdate(outside.doc)).includes(text);
  for (const text of ['quaxfay', 'quaxed', 'quaxeva', 'quaxcem', 'quaxmax']) {
    expect(wires.map((wire) => wire.carried(text))).toEqual([0, 0, 0, 0]);
    expect([isStored(server.dataFolder, text), isCopied(text)]).toEqual([false, false]);
  }

  await goTo(fay.page, 'Reveal', 'Reveal the cards');
  await openCards(fay.page);
  for (const text of [cards.fay, cards.ed, cards.cem]) await expect(wallCard(fay.page, text)).toBeVisible();
  await eva.context.setOffline(false);
  await saved(eva.page);
  await expect(wallCard(fay.page, cards.eva)).toContainText('late');
  const back = await max.context.newPage();
  await openBoard(back, edit);
  await expect(wallCard(fay.page, cards.max)).toContainText('late');

  // Two say the same; one of them becomes a threat that knows where it came from.
  await gather(ed.page, cards.cem, cards.fay);
  await expect(dock(fay.page)).toContainText('2 cards together');
  await act(fay.page, cards.ed, 'Make it a threat');
  await expect(dock(cem.page).or(cem.page.locator('body')).first()).toBeVisible();
  await expect(wallCard(fay.page, cards.ed)).toContainText('Became the threat');

  // Which matter most?
  await goTo(fay.page, 'Vote');
  await run(fay.page, 'Open the review: Vote');
  await dock(fay.page).getByLabel('Question').fill('What first?');
  await dock(fay.page).getByRole('radio', { name: 'Cards' }).check({ force: true });
  await dock(fay.page)
    .getByRole('button', { name: /^Open the vote on/u })
    .click();
  for (const { page } of [ed, eva, cem]) {
    await expect(page.getByText(/A vote is open: What first\?/u).first()).toBeVisible();
    await run(page, 'Open the review: Vote');
    await giveDot(page, 'quaxeva');
  }
  await expect(dock(fay.page)).toContainText('3 of');
  expect(outside.doc.getMap('votes').size).toBe(0);
  await dock(fay.page).getByRole('button', { name: 'Close the vote' }).click();
  await expect(
    dock(fay.page).getByRole('list', { name: 'Result, most dots first' }).getByRole('listitem').first(),
  ).toContainText('quaxeva');

  // What are we going to do about it? Five decisions with owners, by two people at once.
  await goTo(fay.page, 'Decide');
  for (const [{ page }, from, count, owner] of [
    [fay, 0, 3, 'Platform'],
    [ed, 3, 2, 'Supply chain'],
  ] as const)
    await decide(page, { from, count, owner });
  await expect
    .poll(() => {
      const stored = Object.entries(outside.decisions());
      const owned = stored.filter(([key, value]) => key.endsWith('|owner') && value !== null && value !== '');
      const decided = stored.filter(
        ([key, value]) => key.endsWith('|state') && Array.isArray(value) && value[0] === 'accepted',
      );
      return [owned.length, decided.length];
    })
    .toEqual([5, 5]);

  // Did we do a good job? One action takes everything along.
  await goTo(fay.page, 'Review');
  await bar(fay.page).getByRole('button', { name: 'Export everything' }).click();
  const dialog = fay.page.getByRole('dialog', { name: 'Export' });
  const [archive] = await Promise.all([
    fay.page.waitForEvent('download', { timeout: 60_000 }),
    dialog.getByRole('button', { name: 'Export everything' }).click(),
  ]);
  await archive.saveAs(testInfo.outputPath('all.zip'));
  const names = readFileSync(testInfo.outputPath('all.zip')).toString('latin1');
  const wanted = ['report.html', 'threats.sarif', 'diagram.png', 'threats.csv', 'report.md', 'model.json'];
  expect(wanted.filter((name) => !names.includes(name))).toEqual([]);
  await fay.page.keyboard.press('Escape');

  // Everybody has the same board, byte for byte, and on it everything that was said to be stored.
  const people: readonly (readonly [string, Person])[] = [
    ['fay', fay],
    ['ed', ed],
    ['eva', eva],
    ['cem', cem],
    ['max', { ...max, page: back }],
    ['vio', vio],
  ];
  for (const [, { page }] of people) await expect(element(page, 'Signing service')).toBeVisible();
  const files: string[] = [];
  for (const [name, one] of people) files.push(await asFile(one, testInfo.outputPath(`${name}.json`)));
  expect(new Set(files).size).toBe(1);
  for (const label of ['Signing service', 'Build agent', 'quaxed', 'Supply chain']) expect(files[0]).toContain(label);
  for (const text of Object.values(cards)) expect(isCopied(text)).toBe(true);
  expect(Object.keys(Object.fromEntries(outside.doc.getMap('votes').entries()))).toHaveLength(3);
  outside.dispose();
  await line.dispose();
});

/** Puts one card together with another by keyboard. */
async function gather(page: Page, card: string, other: string): Promise<void> {
  await act(page, card, 'Put together with…');
  const list = page.getByRole('dialog', { name: 'Put together with which card?' });
  await list.getByRole('combobox').fill(other);
  await page.keyboard.press('Enter');
}

/** Chooses from the menu of a card. */
async function act(page: Page, card: string, action: string): Promise<void> {
  await openCards(page);
  await wallCard(page, card)
    .getByRole('button', { name: /^What to do with/u })
    .first()
    .press('Enter');
  await page.getByRole('menuitem', { name: action }).click();
}

/** Accepts some threats of the register, with an owner. */
async function decide(
  page: Page,
  { from, count, owner }: { readonly from: number; readonly count: number; readonly owner: string },
): Promise<void> {
  await run(page, 'Open the review: Threat register');
  const rows = dock(page)
    .getByRole('treegrid')
    .getByRole('row')
    .filter({ has: page.getByRole('checkbox') });
  // The first row has the names of the columns.
  for (let at = 1; at <= count; at++)
    await rows
      .nth(from + at)
      .getByRole('checkbox')
      .check();
  const chosen = page.getByRole('region', { name: 'Selected threats' });
  await chosen.getByRole('button', { name: 'Decide…' }).click();
  const form = page.getByRole('form', { name: `Decide on ${String(count)} threats` });
  await form.getByLabel('State').selectOption('accepted');
  await form.getByLabel('Justification').fill(`Agreed in the workshop by ${owner}`);
  await form.getByLabel('Owner').fill(owner);
  await form.getByRole('button', { name: `Save for ${String(count)} threats` }).click();
  await expect(form).toHaveCount(0);
  await saved(page);
}
