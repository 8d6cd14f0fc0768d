/** Controls and their proof: linked with threats from either side, applied with a state that moves the risk, proved by test results. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { nothingSerious } from '../support/axe.ts';
import { element, run } from '../support/board.ts';
import { anaAndBo, anaOn } from '../support/people.ts';
import { expect, test } from '../support/test.ts';
import { dock } from '../support/workshop.ts';

const DRAWING = {
  elements: [
    { is: 'Namespace', label: 'shop', at: [0, 0] },
    { is: 'Pod', label: 'payments', at: [40, 80], inside: 'shop', facts: { privileged: true } },
    { is: 'API server', label: 'api', at: [480, 80] },
  ],
  flows: [{ from: 'payments', to: 'api' }],
} as const;

const controlOf = (page: Page, id: string): Locator => dock(page).getByTestId(`control-${id}`);

/** Opens the catalogue below the diagram with one control open. */
async function openControl(page: Page, title: string, id: string): Promise<Locator> {
  if (!(await dock(page).isVisible())) await run(page, 'Controls and proof');
  await dock(page).getByRole('tab', { name: 'Catalogue' }).click();
  await dock(page).getByRole('searchbox', { name: 'Search controls' }).fill(title);
  const control = controlOf(page, id);
  await control.getByRole('button', { name: title, exact: true }).click();
  return control;
}

/** Opens what stands behind a threat of an element, with what helps against it. */
async function openTrace(page: Page, label: string, threat: string): Promise<Locator> {
  await element(page, label).click();
  await page.getByRole('tab', { name: /^Threats/u }).click();
  const card = page.getByTestId(`threat-${threat}`);
  const why = card.getByRole('button', { name: /^Why/u });
  if (!(await why.isVisible())) await card.getByRole('button').first().click();
  await why.click();
  return card;
}

test('ux 73: a control and a threat are linked from either side, and both sides show it to everybody', async ({
  server,
  person,
}) => {
  const { ana, bo, board } = await anaAndBo(person, server.url, DRAWING);
  const threat = `WL-001~${board.id('payments')}`;

  // From the threat: what helps is named with what it would do, and taken with one button.
  const card = await openTrace(ana.page, 'payments', threat);
  const use = card.getByTestId('use-K22');
  await expect(use).toContainText('Pods meet the Pod Security Standards');
  await expect(use).toContainText(/Risk \d+, \d+ once it is in place/u);
  await use.getByRole('button', { name: /^Answer this threat by/u }).click();
  await expect(use.getByRole('button', { name: /^Do not answer it by/u })).toHaveAttribute('aria-pressed', 'true');

  // Bo sees it at the control, which says what it is tested by, what it meets and what shows that it works.
  const his = await openControl(bo.page, 'Pods meet the Pod Security Standards', 'K22');
  await expect(his.getByRole('region', { name: 'Threats it answers' })).toContainText('payments');
  await expect(his).toContainText('server-side dry-run of one violating pod');
  await expect(his).toContainText('cis-1.12:5.2.1-12');
  await expect(his).toContainText('2 steps off the likelihood');
  await nothingSerious(bo.page);

  // From the control: Bo takes the link away and links another control; Ana sees both at the threat.
  await his.getByRole('button', { name: /^Do not answer .* by this control$/u }).click();
  await expect(use.getByRole('button', { name: /^Answer this threat by/u })).toHaveAttribute('aria-pressed', 'false');
  const other = await openControl(bo.page, 'Hardened nodes', 'AWS25');
  await other.getByRole('button', { name: 'Link a threat' }).click();
  const dialog = bo.page.getByRole('dialog', { name: 'Threats of this board' });
  await dialog.getByRole('combobox', { name: 'Search threats' }).fill('payments privileged');
  await dialog.getByRole('option').first().click();
  await expect(card.getByTestId('use-AWS25')).toContainText('Hardened nodes');

  // One control answers several threats: all its rule helps against in one step, which one undo takes back.
  const many = await openControl(bo.page, 'Pods meet the Pod Security Standards', 'K22');
  await many.getByRole('button', { name: /^Link the \d+ threats? of this board it helps against$/u }).click();
  await expect(many.getByRole('button', { name: /^Open .* in the register$/u }).first()).toBeVisible();
  await expect(use.getByRole('button', { name: /^Do not answer it by/u })).toBeVisible();
});

test('ux 73: a boundary lists what enforces it, and a control in place there adds its layer for everybody', async ({
  server,
  person,
}) => {
  const { ana, bo } = await anaAndBo(person, server.url, DRAWING);
  const shop = element(bo.page, 'shop');
  await shop.click({ position: { x: 12, y: 12 } });
  await bo.page.getByRole('tab', { name: 'Element' }).click();
  const here = bo.page.getByRole('region', { name: 'Controls', exact: true });
  await expect(here).toContainText('Enforced by 0 independent layers');
  await expect(here).toContainText('Nobody said yet what enforces it.');

  const policy = await openControl(ana.page, 'Network policy', 'K17');
  await policy.getByRole('button', { name: 'Apply to…' }).click();
  await ana.page.getByRole('combobox', { name: 'Search elements and boundaries' }).fill('shop');
  await ana.page.keyboard.press('Enter');
  const state = policy.getByRole('radiogroup', { name: 'State on shop' });
  await expect(state.getByRole('radio', { name: 'planned' })).toBeChecked();
  await expect(here).toContainText('Network policy');
  await expect(here).toContainText('0 independent layers');
  await state.getByRole('radio', { name: 'implemented' }).check({ force: true });
  await expect(here).toContainText('Enforced by 1 independent layer');
  await expect(here).toContainText('packet filtering: NetworkPolicy (by Network policy)');
  await expect(here).toContainText('At least two that fail apart are wanted.');

  // A second control of another kind: with two layers the boundary is well enough, and the question is settled.
  const rbac = await openControl(ana.page, 'User RBAC and least privilege', 'K12');
  await rbac.getByRole('button', { name: 'Apply to…' }).click();
  await ana.page.getByRole('combobox', { name: 'Search elements and boundaries' }).fill('shop');
  await ana.page.keyboard.press('Enter');
  await rbac.getByRole('radio', { name: 'verified' }).check({ force: true });
  await expect(here).toContainText('Enforced by 2 independent layers');
  await expect(here).not.toContainText('At least two');
});

test('ux 73: the state of a control moves the residual risk, and a failed one takes nothing off', async ({
  server,
  person,
}) => {
  const { ana, board } = await anaOn(person, server.url, DRAWING);
  const card = await openTrace(ana.page, 'payments', `WL-001~${board.id('payments')}`);
  const use = card.getByTestId('use-K22');
  await use.getByRole('button', { name: /^Answer this threat by/u }).click();
  const said = await use.innerText();
  const [, before = '', after = ''] = /Risk (\d+), (\d+) once it is in place/u.exec(said) ?? [];
  expect(Number(after)).toBeLessThan(Number(before));

  const control = await openControl(ana.page, 'Pods meet the Pod Security Standards', 'K22');
  await control.getByRole('button', { name: 'Apply to payments' }).click();
  const state = control.getByRole('radiogroup', { name: 'State on payments' });
  const risk = control.getByRole('region', { name: 'Threats it answers' });
  await expect(risk).toContainText(`Risk ${before}, ${after} once it is in place`);
  await state.getByRole('radio', { name: 'implemented' }).check({ force: true });
  await expect(risk).toContainText(`Risk ${before}, now ${after}`);
  await expect(use).toContainText(`in place: counted in risk ${after}`);
  await state.getByRole('radio', { name: 'failed' }).check({ force: true });
  await expect(risk).toContainText(`Risk ${before}, ${after} once it is in place`);
  await control.getByLabel('Owner').fill('Platform');
  await control.getByLabel('Owner').press('Enter');
  await ana.page.reload();
  const again = await openControl(ana.page, 'Pods meet the Pod Security Standards', 'K22');
  await expect(again.getByLabel('Owner')).toHaveValue('Platform');
  await expect(again.getByRole('radio', { name: 'failed' })).toBeChecked();
});

test('ux 73: the proof names every hole, a test skeleton goes out, and its results come back as verified or failed', async ({
  server,
  person,
}, info) => {
  const { ana, board } = await anaOn(person, server.url, DRAWING);
  const { page } = ana;
  await element(page, 'payments').click();
  for (const [title, id] of [
    ['Network policy', 'K17'],
    ['Pods meet the Pod Security Standards', 'K22'],
  ] as const) {
    const control = await openControl(page, title, id);
    await control.getByRole('button', { name: 'Apply to payments' }).click();
    await control.getByRole('radio', { name: 'implemented' }).check({ force: true });
  }
  const review = dock(page);
  await review.getByRole('tab', { name: 'Proof' }).click();
  const rowOf = (id: string): Locator => review.getByTestId(`proof-${id}-${board.id('payments')}`);
  await expect(rowOf('K17')).toContainText('In place without evidence');
  await expect(rowOf('K17')).toContainText('Answers no threat');
  await expect(review.getByText('2 rows, 2 with something missing')).toBeVisible();

  const skeleton = page.waitForEvent('download');
  await review.getByRole('button', { name: 'Test skeleton' }).click();
  const file = info.outputPath('controls.test.mjs');
  await (await skeleton).saveAs(file);
  const cases = [...readFileSync(file, 'utf8').matchAll(/test\("(\[[^\]]+\])/gu)].map(([, id = '']) => id);
  expect(cases).toEqual([`[K17@${board.id('payments')}]`, `[K22@${board.id('payments')}]`]);
  const table = page.waitForEvent('download');
  await review.getByRole('button', { name: 'Table (CSV)' }).click();
  const csv = info.outputPath('controls.csv');
  await (await table).saveAs(csv);
  for (const id of cases) expect(readFileSync(csv, 'utf8')).toContain(id);

  const results = (name: string, body: string) =>
    review
      .getByLabel('File with test results')
      .setInputFiles({ name, mimeType: 'application/xml', buffer: Buffer.from(`<testsuites>${body}</testsuites>`) });
  await results('other.xml', '<testcase name="[K17@elsewhere] x"/>');
  await expect(
    page.getByText(/None of the tests in “other.xml” names a control that is applied on this board/u),
  ).toBeVisible();
  await expect(rowOf('K17')).toContainText('implemented');

  await results('run-7.xml', `<testcase name="${cases[0]} a"/><testcase name="${cases[1]} b"><failure/></testcase>`);
  await expect(page.getByText('Test results read: 1 verified, 1 failed, 0 as before.')).toBeVisible();
  await expect(rowOf('K17')).toContainText('verified');
  await expect(rowOf('K17')).toContainText('run-7.xml');
  await expect(rowOf('K22')).toContainText('Its test failed');
  await nothingSerious(page);
});

test('ux 73: a control of the team’s own stands in the list of gaps with the open threats it answers, until it is in place', async ({
  server,
  person,
}) => {
  const { ana } = await anaOn(person, server.url, DRAWING);
  const { page } = ana;
  await element(page, 'payments').click();
  await run(page, 'Controls and proof');
  const review = dock(page);
  await review.getByRole('tab', { name: 'Sets and gaps' }).click();
  await review.getByRole('radio', { name: 'Our own' }).check({ force: true });
  await expect(review).toContainText('No control of your own yet.');
  await review.getByRole('tab', { name: 'Catalogue' }).click();
  await review.getByRole('button', { name: 'New control' }).click();
  await review.getByLabel('Title').fill('Only the platform team deploys');
  await review.getByLabel('Title').press('Enter');

  await review.getByRole('button', { name: 'Link a threat' }).click();
  const dialog = page.getByRole('dialog', { name: 'Threats of this board' });
  await dialog.getByRole('combobox', { name: 'Search threats' }).fill('payments privileged');
  await dialog.getByRole('option').first().click();
  await review.getByRole('tab', { name: 'Sets and gaps' }).click();
  await review.getByRole('radio', { name: 'Our own' }).check({ force: true });
  const gap = review.getByRole('listitem').filter({ hasText: 'Only the platform team deploys' });
  await expect(gap).toContainText('helps against 1 open threat');
  await expect(gap).toContainText('applied nowhere');
  await nothingSerious(page, '[aria-label="Review"]');
  await gap.getByRole('button').click();
  await review.getByRole('button', { name: 'Apply to payments' }).click();
  await review.getByRole('radio', { name: 'implemented' }).check({ force: true });
  await review.getByRole('tab', { name: 'Sets and gaps' }).click();
  await review.getByRole('radio', { name: 'Our own' }).check({ force: true });
  await expect(review).toContainText('1 of 1 controls of the set are in place.');
});
