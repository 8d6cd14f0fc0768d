/** The main journey, step by step: each stands on those before it. What a step finds is wrong it throws. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { downloaded, find, until } from './firefox.mjs';
import { root, say } from './install.mjs';

/** The pages as they are, in test-results/. */
export async function photograph({ ana, bo }, name) {
  const folder = join(root, 'test-results');
  mkdirSync(folder, { recursive: true });
  for (const [who, page] of Object.entries({ ana, bo }))
    await page?.screenshot({ path: join(folder, `${name}-${who}.png`) }).catch((error) => say(String(error)));
}

/** The drawn element with this label; its accessible name begins with it. */
const element = (page, label) => find(page, `[data-testid^="node-"][aria-label^="${label}, "]`);
const ready = (page) => find(page, '[data-ready="true"]');
const saved = (page) => find(page, '[data-testid="save-state"]', /^Saved$/u);

/** Types a name into the editor that has opened. */
async function nameIt(page, label) {
  await until(page, 'the name is asked', () => document.activeElement?.dataset.testid === 'label-editor');
  await chord(page, 'Control', 'a');
  await page.keyboard.type(label);
  await page.keyboard.press('Enter');
}

async function chord(page, modifier, key) {
  await page.keyboard.down(modifier);
  await page.keyboard.press(key);
  await page.keyboard.up(modifier);
}

async function middleOf(handle) {
  const box = await handle.boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function drag(page, from, to) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= 10; step++)
    await page.mouse.move(from.x + ((to.x - from.x) * step) / 10, from.y + ((to.y - from.y) * step) / 10);
  await page.mouse.up();
}

async function click(page, selector, name) {
  const handle = await find(page, selector, name);
  await handle.click();
}

async function textOf(page, testId) {
  const handle = await find(page, `[data-testid="${testId}"]`);
  return handle.evaluate((one) => one.textContent ?? '');
}

const noComplaints = ({ browser }) => {
  if (browser.complaints.length > 0) throw new Error(`the pages complained:\n${browser.complaints.join('\n')}`);
};

/** Titles, and what is done with the browser, the address of the server, and the people as they come. */
export const STEPS = [
  [
    'a new board is made from the start page',
    async (journey) => {
      journey.ana = await journey.browser.person('Ana');
      await journey.ana.goto(journey.url);
      await click(journey.ana, 'button', /Empty board/u);
      await ready(journey.ana);
      journey.link = journey.ana.url();
    },
  ],
  [
    'an element is inserted by the keyboard',
    async ({ ana }) => {
      await find(ana, '#insert-search');
      await ana.keyboard.press('/');
      await until(ana, 'the search has the focus', () => document.activeElement?.id === 'insert-search');
      await ana.keyboard.type('Pod');
      await ana.keyboard.press('Enter');
      await nameIt(ana, 'payments');
      await element(ana, 'payments');
    },
  ],
  [
    'an element is inserted by the pointer and dragged away',
    async ({ ana }) => {
      await ana.keyboard.press('Escape');
      await click(ana, '[data-testid="stencil-cp.etcd"]');
      const pod = await middleOf(await element(ana, 'payments'));
      await ana.mouse.click(pod.x, pod.y + 160);
      await nameIt(ana, 'store');
      const from = await middleOf(await element(ana, 'store'));
      await drag(ana, from, { x: from.x + 260, y: from.y + 40 });
      await until(
        ana,
        'it is there',
        (left) =>
          (document.querySelector('[data-testid^="node-"][aria-label^="store, "]')?.getBoundingClientRect().left ?? 0) >
          left,
        from.x,
      );
      await saved(ana);
    },
  ],
  [
    'they are connected and the flow is named',
    async ({ ana }) => {
      await ana.keyboard.press('Escape');
      await ana.keyboard.press('c');
      for (const label of ['payments', 'store']) {
        const { x, y } = await middleOf(await element(ana, label));
        await ana.mouse.click(x, y);
      }
      await nameIt(ana, 'reads keys');
      await find(ana, '[data-testid="canvas"]', /reads keys/u);
      await ana.keyboard.press('Escape');
    },
  ],
  [
    'a boundary is drawn around one of them',
    async ({ ana }) => {
      await ana.keyboard.press('Escape');
      await ana.keyboard.press('b');
      const { x, y } = await middleOf(await element(ana, 'payments'));
      await drag(ana, { x: x - 140, y: y - 110 }, { x: x + 140, y: y + 90 });
      await nameIt(ana, 'team-a');
      await element(ana, 'team-a');
      await saved(ana);
    },
  ],
  [
    'an answer brings a threat',
    async ({ ana }) => {
      await ana.keyboard.press('Escape');
      const { x, y } = await middleOf(await element(ana, 'payments'));
      await ana.mouse.click(x, y);
      await click(ana, '[role="tab"]', /^Element/u);
      const more = await ana.$('[data-testid="property-privileged"]');
      if (more === null) await click(ana, 'button', /^Show all/u);
      await find(ana, '[data-testid="property-privileged"]');
      await click(
        ana,
        '[data-testid="property-privileged"] [role="radio"], [data-testid="property-privileged"] label',
        /^Yes/u,
      );
      await until(
        ana,
        'a threat is counted',
        () => !/^0 /u.test(document.querySelector('[data-testid="count-threats"]')?.textContent ?? '0 '),
      );
    },
  ],
  [
    'the threat is decided',
    async ({ ana }) => {
      await click(ana, '[role="tab"]', /^Threats/u);
      const card = await find(ana, '#details [data-card] button');
      if ((await card.evaluate((one) => one.getAttribute('aria-expanded'))) === 'false') await card.click();
      await click(ana, '#details button', /^Decide/u);
      const state = await find(ana, '#details form select');
      await state.focus();
      await ana.keyboard.type('Accepted');
      const why = await find(ana, '#details form textarea');
      await why.focus();
      await ana.keyboard.type('Only the test cluster');
      await click(ana, '#details form button', /^Save/u);
      await saved(ana);
    },
  ],
  [
    'a second person sees all of it and each sees the other’s work',
    async (journey) => {
      journey.bo = await journey.browser.person('Bo');
      await journey.bo.goto(journey.link);
      await ready(journey.bo);
      for (const label of ['payments', 'store', 'team-a']) await element(journey.bo, label);
      const counts = await Promise.all([journey.ana, journey.bo].map((page) => textOf(page, 'count-threats')));
      if (counts[0] !== counts[1]) throw new Error(`they count differently: ${counts.join(' and ')}`);
      const { ana, bo } = journey;
      const from = await middleOf(await element(bo, 'store'));
      const before = await middleOf(await element(ana, 'store'));
      await drag(bo, from, { x: from.x, y: from.y + 80 });
      await until(
        ana,
        'what Bo moves moves at Ana’s',
        (top) =>
          (document.querySelector('[data-testid^="node-"][aria-label^="store, "]')?.getBoundingClientRect().top ?? 0) >
          top,
        before.y + 10,
      );
    },
  ],
  [
    'the last gesture is taken back and brought back',
    async ({ ana, bo }) => {
      await bo.keyboard.press('Escape');
      const moved = await middleOf(await element(bo, 'store'));
      await chord(bo, 'Control', 'z');
      const isAbove = (top) =>
        (document.querySelector('[data-testid^="node-"][aria-label^="store, "]')?.getBoundingClientRect().bottom ?? 0) <
        top;
      await until(bo, 'it went back', isAbove, moved.y);
      await saved(bo);
      await element(ana, 'store');
    },
  ],
  [
    'the board is taken along as JSON and as a report in HTML',
    async ({ ana, browser }) => {
      await click(ana, 'button', 'Export');
      await click(ana, '[role="dialog"] button, dialog button', 'Download Strideboard file (JSON)');
      const { elements, flows } = JSON.parse(await downloaded(browser.downloads, '.json'));
      const labels = elements.map(({ label }) => label).sort();
      if (labels.join() !== 'payments,store,team-a' || flows.length !== 1)
        throw new Error(`the file holds ${labels.join()} and ${flows.length} flows`);
      await click(ana, '[role="dialog"] button, dialog button', 'Download HTML report');
      const report = await downloaded(browser.downloads, '.html');
      for (const text of ['payments', 'reads keys', 'Only the test cluster'])
        if (!report.includes(text)) throw new Error(`the report does not say "${text}"`);
      await ana.keyboard.press('Escape');
    },
  ],
  [
    'after a reload everything is there',
    async ({ ana }) => {
      const before = await textOf(ana, 'count-threats');
      await ana.reload();
      await ready(ana);
      for (const label of ['payments', 'store', 'team-a']) await element(ana, label);
      await until(
        ana,
        'the same threats are counted',
        (text) => document.querySelector('[data-testid="count-threats"]')?.textContent === text,
        before,
      );
    },
  ],
  [
    'the dark theme is dark and readable',
    async (journey) => {
      const { ana } = journey;
      await ana.evaluate(() => localStorage.setItem('strideboard.theme.v1', 'dark'));
      await ana.reload();
      await ready(ana);
      const [ground, text] = await ana.evaluate(() => {
        const canvas = document.querySelector('[data-testid="canvas"]') ?? document.body;
        const light = (colour) => {
          const pen = new OffscreenCanvas(1, 1).getContext('2d');
          pen.fillStyle = colour;
          pen.fillRect(0, 0, 1, 1);
          const [red, green, blue] = pen.getImageData(0, 0, 1, 1).data;
          return red + green + blue;
        };
        return [light(getComputedStyle(canvas).backgroundColor), light(getComputedStyle(canvas).color)];
      });
      if (ground > 200 || text < 400) throw new Error(`ground and text are ${ground} and ${text} of 765`);
      const bars = await ana.evaluate(() => getComputedStyle(document.querySelector('aside, nav')).scrollbarColor);
      if (bars === 'auto') throw new Error('scroll bars have the colours of the desktop, which are white');
      await photograph(journey, 'firefox-dark');
    },
  ],
  ['no page complained', async (journey) => noComplaints(journey)],
];
