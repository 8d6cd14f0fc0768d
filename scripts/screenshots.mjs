#!/usr/bin/env node
/** `npm run screenshots`: pictures of the main views, light and dark, wide, narrow and at 200 %, in screenshots/. To be looked at, not compared. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, root, runMain, say } from './install.mjs';

const VIEWS = [
  { name: 'light', colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  { name: 'dark', colorScheme: 'dark', viewport: { width: 1440, height: 900 } },
  { name: 'narrow', colorScheme: 'light', viewport: { width: 400, height: 800 } },
  { name: 'zoom-200', colorScheme: 'light', viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 },
];

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
  const server = await startServer();
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags() });
  try {
    for (const view of VIEWS) await photograph(browser, server.url, view, folder);
  } finally {
    await browser.close();
    server.stop();
  }
  say(`Pictures are in ${folder}`);
});

async function photograph(browser, url, { name, ...options }, folder) {
  const ana = await person(browser, 'Ana', options);
  const shot = (page, what) => page.screenshot({ path: join(folder, `${what}-${name}.png`) });
  await ana.goto(url);
  await ana.getByRole('button', { name: /CI\/CD/u }).waitFor();
  await shot(ana, 'start');
  for (const [card, what] of [
    [/as the CNCF/u, 'cncf'],
    [/CI\/CD/u, 'cicd'],
    [/Pod launch, in full/u, 'pod-launch'],
  ]) {
    await ana.goto(url);
    await ana.getByRole('button', { name: card }).first().click();
    await settled(ana);
    await shot(ana, what);
  }
  // Two people on the full pod launch, as in a workshop, close enough to read.
  const isWide = options.viewport.width > 900;
  const bo = await person(browser, 'Bo', { viewport: { width: 1200, height: 800 } });
  await ana.getByRole('button', { name: 'Share' }).click();
  await ana.getByRole('button', { name: 'Make a link: Edit' }).click();
  await shot(ana, 'share');
  const link = await ana.getByRole('dialog').getByLabel('Edit', { exact: true }).inputValue();
  await ana.keyboard.press('Escape');
  await bo.goto(link);
  await settled(bo);
  if (isWide) {
    const canvas = await ana.locator('[data-ready="true"]').boundingBox();
    for (let step = 0; step < 3; step++) await ana.getByRole('button', { name: 'Zoom in' }).click();
    await ana.mouse.move(canvas.x + canvas.width / 2, canvas.y + canvas.height / 2);
  }
  await ana.locator('[data-testid="node-api"]').click();
  if (isWide) await ana.getByRole('tab', { name: /Threats/u }).click();
  await bo.locator('[data-testid="node-etcd"]').hover();
  await bo.locator('[data-testid="node-sch"]').click();
  await ana.waitForTimeout(1200);
  await shot(ana, 'board');
  if (isWide) {
    for (const tab of ['Element', 'Questions', 'Notes']) {
      await ana.getByRole('tab', { name: new RegExp(tab, 'u') }).click();
      await shot(ana, tab.toLowerCase());
    }
    await ana.getByRole('button', { name: 'Export' }).click();
    await ana.getByRole('dialog').waitFor();
    await shot(ana, 'export');
  }
  await ana.context().close();
  await bo.context().close();
}

async function person(browser, name, options) {
  const context = await browser.newContext(options);
  await context.addInitScript((chosen) => {
    if (localStorage.getItem('strideboard.person') === null) {
      localStorage.setItem(
        'strideboard.person',
        JSON.stringify({ version: 1, boards: [], preferences: { name: chosen, colour: null } }),
      );
    }
  }, name);
  return context.newPage();
}

/** The diagram is drawn, judged and stored. */
async function settled(page) {
  await page.locator('[data-ready="true"]').waitFor();
  await page.getByTestId('count-threats').filter({ hasNotText: /^0 / }).waitFor();
  await page.getByTestId('save-state').filter({ hasText: 'Saved' }).waitFor({ state: 'attached' });
  await page.waitForTimeout(600);
}

async function startServer() {
  const port = await new Promise((done) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address();
      probe.close(() => done(free));
    });
  });
  const data = mkdtempSync(join(tmpdir(), 'strideboard-screenshots-'));
  const child = spawn(process.execPath, [join(root, 'dist', 'server', 'main.js')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', STRIDEBOARD_DATA: data },
  });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 200; tries++) {
    if (
      await fetch(`${url}/readyz`).then(
        (reply) => reply.ok,
        () => false,
      )
    )
      break;
    await new Promise((done) => setTimeout(done, 50));
  }
  return {
    url,
    stop: () => {
      child.kill('SIGKILL');
      rmSync(data, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
