#!/usr/bin/env node
/**
 * `npm run screenshots [part of a name…]`: pictures of the main views in screenshots/, for eyes and not for comparison: every template in
 * every theme, panels and dialogs, narrow windows, 200 %, forced colours, paper, a workshop. `npm run screenshots guide` renews the pictures
 * of docs/first-workshop.md.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, root, runMain, say } from './install.mjs';
import { startServer } from './own-server.mjs';
import { open, person, run, settled, shots } from './photograph.mjs';
import { photographWorkshop } from './screenshots-workshop.mjs';

const WIDE = { width: 1440, height: 900 };
const THEMES = [
  { name: 'light', options: { colorScheme: 'light', viewport: WIDE } },
  { name: 'dark', options: { colorScheme: 'dark', viewport: WIDE } },
  { name: 'contrast', options: { colorScheme: 'light', contrast: 'more', viewport: WIDE } },
  { name: 'contrast-dark', options: { colorScheme: 'dark', contrast: 'more', viewport: WIDE } },
  { name: 'forced', options: { colorScheme: 'dark', forcedColors: 'active', viewport: WIDE } },
];
const SMALL = [
  { name: '320', options: { viewport: { width: 320, height: 640 }, hasTouch: true } },
  { name: '390', options: { viewport: { width: 390, height: 844 }, hasTouch: true } },
  { name: '768', options: { viewport: { width: 768, height: 1024 }, hasTouch: true } },
  { name: 'zoom-200', options: { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 } },
];
const TEMPLATES = [
  ['empty', /^Empty board/u],
  ['cncf', /as the CNCF/u],
  ['pod-launch', /Pod launch, in full/u],
  ['cicd', /CI\/CD/u],
  ['ingress', /Ingress to service/u],
  ['mesh', /service mesh/u],
  ['control-plane', /Control plane, the whole/u],
  ['provisioning', /Provisioning and scaling/u],
  ['gke', /sharing a GKE cluster/u],
];

/** Views that the next one goes on from. */
const STAYS = ['element', 'questions', 'notes', 'threat', 'why', 'outline', 'walk'];

const tab = (name) => (page) => page.getByRole('tab', { name }).click();
const press = (name) => (page) => page.getByRole('button', { name, exact: true }).first().click();
const command = (name) => (page) => run(page, name);

/** How each view is reached from the one before. */
const VIEWS = {
  element: tab(/Element/u),
  questions: tab(/Questions/u),
  notes: tab(/Notes/u),
  async threat(page) {
    await tab(/Threats/u)(page);
    const first = page.locator('#details article button[aria-expanded]').first();
    if ((await first.getAttribute('aria-expanded')) === 'false') await first.click();
  },
  why: (page) => page.getByRole('button', { name: /^Why/u }).first().click(),
  decide: (page) =>
    page
      .getByRole('button', { name: /^Decide/u })
      .first()
      .click(),
  async blast(page) {
    await tab(/Element/u)(page);
    await run(page, 'blast');
    await page.waitForTimeout(1000);
  },
  async several(page) {
    await page.locator('[data-surface]').focus();
    for (const key of ['Escape', 'Escape', 'Control+a', 'Control+a']) await page.keyboard.press(key);
  },
  async coverage(page) {
    await page.keyboard.press('Escape');
    await tab(/Threats/u)(page);
    await press('Coverage')(page);
  },
  standing: press('Standing decisions'),
  export: press('Export'),
  packs: command('Packs'),
  name: command('Your name'),
  shortcuts: command('Keyboard shortcuts'),
  async find(page) {
    await run(page, 'Find');
    await page.keyboard.type('api');
  },
  commands: (page) => page.keyboard.press('Control+k'),
  theme: press('Colours'),
  outline: (page) => page.getByText('Outline', { exact: true }).click({ force: true }),
  async 'palette-search'(page) {
    await page.getByText('Stencils', { exact: true }).click({ force: true });
    await page.getByLabel('Insert').fill('sec');
  },
  async 'insert-menu'(page, canvas) {
    await page.mouse.dblclick(canvas.x + canvas.width - 60, canvas.y + 80);
  },
  async walk(page) {
    await page.keyboard.press('Escape');
    await press('Fit')(page);
    await run(page, 'Play the numbers');
  },
  async 'context-menu'(page) {
    await page.keyboard.press('Escape');
    await page.locator('[data-testid="node-api"]').click({ button: 'right' });
  },
  async 'boundary-tool'(page) {
    await page.keyboard.press('Escape');
    await page.keyboard.press('b');
  },
  async collapsed(page) {
    for (const boundary of await page
      .locator('[data-testid^="tag-"]')
      .all()
      .then((tags) => tags.slice(-4))) {
      await boundary.click({ force: true, timeout: 2000 }).catch(() => undefined);
      await run(page, 'Collapse for everybody');
    }
    await page.keyboard.press('Escape');
    await page.mouse.move(700, 130);
  },
};

await runMain(async () => {
  ensureInstalled();
  const [{ ensureBuilt }, { browserFlags, findBrowser }, { chromium }] = await Promise.all([
    import('./build.mjs'),
    import('./browser.mjs'),
    import('@playwright/test'),
  ]);
  ensureBuilt();
  const folder = join(root, 'screenshots');
  mkdirSync(folder, { recursive: true });
  const server = await startServer('screenshots');
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags() });
  const wanted = process.argv.slice(2);
  const gallery = {
    browser,
    url: server.url,
    folder,
    wants: (name) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
  };
  try {
    for (const theme of THEMES) await photographTheme(gallery, theme);
    for (const size of SMALL) await photographSmall(gallery, size);
    await photographPaper(gallery);
    await photographWorkshop(gallery);
  } finally {
    await browser.close();
    await server.dispose();
  }
  say(`Pictures are in ${folder}`);
});

async function photographTheme(gallery, { name, options }) {
  const { url, wants } = gallery;
  const ana = await person(gallery, 'Ana', options);
  const shot = shots(gallery, ana, name);
  if (wants(`start-${name}`)) {
    await ana.goto(url);
    await ana.getByRole('button', { name: /CI\/CD/u }).waitFor();
    await shot('start', { fullPage: true });
  }
  const isMain = name === 'light' || name === 'dark';
  for (const [what, card] of TEMPLATES) {
    if (!wants(`${what}-${name}`) || (!isMain && !['empty', 'cncf', 'pod-launch'].includes(what))) continue;
    await open(ana, url, card);
    await shot(what);
  }
  if (wants(`views-${name}`)) await photographViews(gallery, { ana, shot });
  if (wants(`hints-${name}`) && isMain) await photographHints(gallery, { name, options });
  await ana.context().close();
}

/** The panels, bars and dialogs of one board on which two people work; what cannot be reached is named and passed over. */
async function photographViews(gallery, { ana, shot }) {
  await open(ana, gallery.url, /Pod launch, in full/u);
  const bo = await person(gallery, 'Bo', { viewport: { width: 1200, height: 800 } });
  await ana.getByRole('button', { name: 'Share' }).click();
  await ana.getByRole('button', { name: 'Make a link: Edit' }).click();
  await shot('share');
  const link = await ana.getByRole('dialog').getByLabel('Edit', { exact: true }).inputValue();
  await ana.keyboard.press('Escape');
  await bo.goto(link);
  await settled(bo);
  const canvas = await ana.locator('[data-ready="true"]').boundingBox();
  for (let step = 0; step < 4; step++) await ana.getByRole('button', { name: 'Zoom in' }).click();
  await ana.mouse.move(canvas.x + canvas.width / 2, canvas.y + canvas.height / 2);
  await ana.locator('[data-testid="node-api"]').click();
  await ana.getByRole('tab', { name: /Threats/u }).click();
  await bo.locator('[data-testid="node-etcd"]').hover();
  await bo.locator('[data-testid="node-sch"]').click();
  await ana.waitForTimeout(1200);
  await shot('board');
  await bo.context().close();
  for (const [what, reach] of Object.entries(VIEWS)) {
    await reach(ana, canvas)
      .then(() => ana.waitForTimeout(500))
      .then(() => shot(what))
      .catch((error) => say(`${what}: ${String(error).split('\n')[0]}`));
    if (!STAYS.includes(what)) await ana.keyboard.press('Escape');
  }
}

async function photographHints(gallery, { name, options }) {
  const newcomer = await person(gallery, null, options);
  const shot = shots(gallery, newcomer, name);
  await open(newcomer, gallery.url, /Pod launch, in full/u);
  await shot('name-dialog');
  await newcomer.getByRole('dialog').getByRole('button', { name: 'Skip' }).click();
  await newcomer.getByTestId('hint').waitFor();
  await shot('hints');
  await newcomer.context().close();
}

async function photographSmall(gallery, { name, options }) {
  const { url, wants } = gallery;
  if (!wants(`small-${name}`)) return;
  const ana = await person(gallery, 'Ana', options);
  const shot = shots(gallery, ana, name);
  await ana.goto(url);
  await ana.getByRole('button', { name: /CI\/CD/u }).waitFor();
  await shot('start');
  await open(ana, url, /Pod launch, in full/u);
  await shot('pod-launch');
  await ana.getByTestId('count-threats').click();
  await ana.waitForTimeout(300);
  await shot('threats');
  for (const button of ['Standing decisions', 'Coverage']) {
    await ana
      .getByRole('button', { name: button, exact: true })
      .click({ timeout: 3000 })
      .catch(() => say(`no ${button}`));
    await ana.waitForTimeout(500);
    await shot(button === 'Coverage' ? 'coverage' : 'standing');
    await ana.keyboard.press('Escape');
  }
  await ana
    .getByRole('button', { name: /details/iu })
    .first()
    .click({ timeout: 2000 })
    .catch(() => undefined);
  await ana.locator('[data-surface]').focus();
  for (const [command, what] of [
    ['Find', 'find'],
    ['Packs', 'packs'],
    ['Export', 'export'],
    ['Keyboard shortcuts', 'shortcuts'],
    ['Insert', 'insert'],
    ['Outline', 'outline'],
  ]) {
    await run(ana, command);
    await ana.waitForTimeout(400);
    if (what === 'find') await ana.keyboard.type('api');
    await shot(what);
    await ana.keyboard.press('Escape');
  }
  await open(ana, url, /^Empty board/u);
  await shot('empty');
  await ana.locator('[data-surface]').focus();
  await ana.keyboard.press('b');
  await ana.waitForTimeout(300);
  await shot('boundary-tool');
  await ana.context().close();
}

/** What a printer gets, as PDF. */
async function photographPaper(gallery) {
  if (!gallery.wants('paper')) return;
  const ana = await person(gallery, 'Ana', { colorScheme: 'dark', viewport: WIDE });
  for (const [what, card] of TEMPLATES.slice(1, 3)) {
    await open(ana, gallery.url, card);
    await ana.waitForTimeout(1000);
    await ana.pdf({ path: join(gallery.folder, `paper-${what}.pdf`), preferCSSPageSize: true });
  }
  await ana.context().close();
}
