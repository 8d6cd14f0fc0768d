/**
 * C1, C2, C3, M1: boards of 500 to 5,000 elements with nested boundaries, one and a half flows for each and badges, on the built app and server,
 * beside the same crowd on bare React Flow and on a raw canvas, one after the other in one browser. `npm run build` first. Every gesture is
 * read back: a view that did not move, or an element that was not dragged, ends the bench. `BENCH_SIZES=500,1000` measures these alone.
 */
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { type Crowd, crowdOf, seedCrowd } from '../support/crowd.ts';
import { startServer } from '../support/server.ts';
import { type FrameTimes, installMeter } from './in-page.ts';
import { bundlePeer } from './peers/bundle.ts';

const SIZES = (process.env['BENCH_SIZES'] ?? '500,1000,2000,5000').split(',').map(Number);
const FRAMES = 60;
/** What C1 asks for at each size, beside bare React Flow. */
const FLOORS: Readonly<Record<number, number>> = { 1_000: 1, 2_000: 2, 5_000: 4 };
const WINDOW = { width: 1440, height: 900 };

/** Where a drawing takes its gestures. */
interface Subject {
  readonly page: Page;
  readonly target: string;
}

/** All of one drawing. */
interface Measured {
  readonly first: number;
  readonly pan: FrameTimes;
  readonly zoom: FrameTimes;
  readonly nodes: number;
  readonly heapMb: number;
}

const asRoot = process.getuid?.() === 0;
const executablePath = process.env['STRIDEBOARD_BROWSER'];
const browser = await chromium.launch({
  args: [...(asRoot ? ['--no-sandbox'] : []), '--disable-quic', '--disable-background-networking'],
  ...(executablePath === undefined ? {} : { executablePath }),
});
const server = await startServer();
const peers = { flow: await bundlePeer('react-flow'), raw: await bundlePeer('raw-canvas') };
try {
  for (const size of SIZES) await measure(size);
} finally {
  await browser.close();
  await server.dispose();
}

async function measure(size: number): Promise<void> {
  const crowd = crowdOf(size);
  const raw = await inContext((context) => measurePeer(context, { crowd, code: peers.raw, target: 'canvas' }));
  const bare = await inContext(async (context) => {
    const page = await openPeer(context, { crowd, code: peers.flow });
    const first = await sinceNavigation(page, '.react-flow__node');
    const all = await measureAll({ page, target: '.react-flow__pane' }, first);
    return { ...all, drag: await dragPeer(page, crowd.hub) };
  });
  const board = await seedCrowd(server.url, size);
  const ours = await inContext(async (context) => {
    const page = await context.newPage();
    await page.goto(board.link);
    const first = await sinceNavigation(page, '[data-testid="underlay"]');
    await page.getByRole('dialog').getByRole('button', { name: 'Skip' }).click();
    await page
      .getByText(/[1-9]\d* questions/u)
      .first()
      .waitFor({ timeout: 180_000 });
    const subject = { page, target: '[data-surface]' };
    const all = await measureAll(subject, first);
    const drag = await dragOurs(page, board.hub, board.boxOf(board.hub));
    await press(page, 'Control+0');
    const near = await panned(subject);
    const fit = await fitTime(page);
    return { ...all, drag, near, fit };
  });

  const peersOf = (pick: (one: Measured) => number) => ({ 'React Flow': pick(bare), 'raw canvas': pick(raw) });
  const goal = { ...(FLOORS[size] === undefined ? {} : { floorOf: FLOORS[size] }) };
  const fps = (what: string, pick: (one: Measured) => number): void =>
    row({
      ...{
        id: 'C1',
        what: `${what}, all ${size} elements in view`,
        unit: 'fps',
        ours: pick(ours),
        peers: peersOf(pick),
      },
      ...(goal.floorOf === undefined ? {} : { floor: goal.floorOf * pick(bare) }),
      moonshot: 0.9 * pick(raw),
    });
  fps('pan', ({ pan }) => pan.fps);
  fps('zoom', ({ zoom }) => zoom.fps);
  row({
    id: 'C1',
    what: `slowest of 20 frames of a pan, ${size}`,
    unit: 'ms',
    ours: ours.pan.p95,
    peers: peersOf(({ pan }) => pan.p95),
  });
  row({ id: 'C2', what: `pan at 100 %, ${size}`, unit: 'fps', ours: ours.near.fps, moonshot: 60, floor: 50 });
  row({ id: 'C2', what: `zoom to fit, ${size}`, unit: 'ms', ours: ours.fit, floor: 500, moonshot: 100 });
  row({
    id: 'C3',
    what: `things rendered for each frame of a drag with 10 flows, ${size}`,
    unit: '',
    ours: ours.drag.items,
    floor: 11,
    moonshot: 11,
  });
  row({
    id: 'C3',
    what: `frames of that drag, ${size}`,
    unit: 'fps',
    ours: ours.drag.fps,
    peers: { 'React Flow': bare.drag.fps },
  });
  row({
    id: 'C1',
    what: `components rendered for each frame of a pan, ${size}`,
    unit: '',
    ours: ours.pan.renders,
    peers: { 'React Flow': bare.pan.renders },
  });
  row({
    id: 'M1',
    what: `things in the page, ${size}`,
    unit: '',
    ours: ours.nodes,
    peers: { 'React Flow': bare.nodes },
    floor: 2_000,
  });
  row({
    id: 'M1',
    what: `heap, ${size}`,
    unit: 'MB',
    ours: ours.heapMb,
    peers: { 'React Flow': bare.heapMb, 'raw canvas': raw.heapMb },
  });
  row({
    id: 'C4',
    what: `address to first picture, ${size}`,
    unit: 'ms',
    ours: ours.first,
    peers: { 'React Flow': bare.first, 'raw canvas': raw.first },
  });
}

interface Peer {
  readonly crowd: Crowd;
  readonly code: string;
}

async function inContext<Value>(work: (context: BrowserContext) => Promise<Value>): Promise<Value> {
  const context = await browser.newContext({ viewport: WINDOW });
  context.setDefaultTimeout(180_000);
  // Functions that are handed to the page as text may have been given names by what ran this file.
  await context.addInitScript({ content: 'globalThis.__name ??= (value) => value;' });
  await context.addInitScript(installMeter);
  try {
    return await work(context);
  } finally {
    await context.close();
  }
}

async function openPeer(context: BrowserContext, { crowd, code }: Peer): Promise<Page> {
  const page = await context.newPage();
  await page.goto('data:text/html,<!doctype html><title>crowd</title>');
  await page.addStyleTag({ path: fileURLToPath(import.meta.resolve('@xyflow/react/dist/style.css')) });
  await page.evaluate((given) => {
    Object.assign(globalThis, { crowd: given });
    performance.mark('began');
  }, crowd);
  await page.addScriptTag({ content: code });
  return page;
}

async function measurePeer(
  context: BrowserContext,
  { target, ...peer }: Peer & { readonly target: string },
): Promise<Measured> {
  const page = await openPeer(context, peer);
  return measureAll({ page, target }, await sinceNavigation(page, target));
}

/** ms from the address, or from the beginning of a peer, to the frame after something is there. */
async function sinceNavigation(page: Page, selector: string): Promise<number> {
  await page.locator(selector).first().waitFor({ state: 'attached' });
  return page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return performance.now() - (performance.getEntriesByName('began').at(-1)?.startTime ?? 0);
  });
}

async function measureAll(subject: Subject, first: number): Promise<Measured> {
  const pan = await panned(subject);
  const zoom = await zoomed(subject);
  const nodes = await subject.page.locator('*').count();
  const devtools = await subject.page.context().newCDPSession(subject.page);
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('Performance.enable');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
  return { first, pan, zoom, nodes, heapMb: heap / 1e6 };
}

/** Pan offset and zoom as the drawing has them. */
function viewOf({ page }: Subject): Promise<{ x: number; y: number; zoom: number }> {
  return page.evaluate(() => {
    const own = (globalThis as unknown as { peerView?: { x: number; y: number; zoom: number } }).peerView; // of the raw canvas
    if (own !== undefined) return { ...own };
    const layer = document.querySelector('.react-flow__viewport, [data-testid="diagram-layer"]');
    const { a, e, f } = new DOMMatrix(layer === null ? '' : getComputedStyle(layer).transform);
    return { x: e, y: f, zoom: a };
  });
}

/** Turns the wheel once for each frame, further one way than back. */
function turn(
  { page, target }: Subject,
  by: { readonly x: number; readonly y: number; readonly ctrl: boolean },
): Promise<FrameTimes> {
  return page.evaluate(
    ({ selector, x, y, ctrlKey, most }) => {
      const element = document.querySelector(selector);
      if (element === null) throw new Error(`there is no ${selector}`);
      const box = element.getBoundingClientRect();
      const middle = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
      const { measureFrames } = globalThis as unknown as {
        measureFrames: (step: (at: number) => void, most: number) => Promise<FrameTimes>;
      }; // installed with the page
      return measureFrames((at) => {
        const sign = at % 20 < 12 ? 1 : -1;
        const turned = { deltaX: sign * x, deltaY: sign * y, ctrlKey, bubbles: true, cancelable: true };
        element.dispatchEvent(new WheelEvent('wheel', { ...middle, ...turned, view: window }));
      }, most);
    },
    { selector: target, x: by.x, y: by.y, ctrlKey: by.ctrl, most: FRAMES },
  );
}

async function panned(subject: Subject): Promise<FrameTimes> {
  const before = await viewOf(subject);
  const times = await turn(subject, { x: 9, y: 5, ctrl: false });
  const after = await viewOf(subject);
  if (Math.abs(after.x - before.x) < 9 || after.zoom !== before.zoom)
    throw new Error('bench: the pan did not move the view');
  return times;
}

async function zoomed(subject: Subject): Promise<FrameTimes> {
  const before = await viewOf(subject);
  const times = await turn(subject, { x: 0, y: -4, ctrl: true });
  const after = await viewOf(subject);
  if (!(after.zoom > before.zoom * 1.02)) throw new Error('bench: the zoom did not enlarge the view');
  return times;
}

async function press(page: Page, keys: string): Promise<void> {
  await page.locator('[data-surface]').focus();
  await page.keyboard.press(keys);
}

/** ms from the key to the frame that shows everything. */
async function fitTime(page: Page): Promise<number> {
  const subject = { page, target: '[data-surface]' };
  const before = await viewOf(subject);
  await page.locator('[data-surface]').focus();
  const time = await page.evaluate(async () => {
    const began = performance.now();
    const key = { key: '!', code: 'Digit1', shiftKey: true, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return performance.now() - began;
  });
  if ((await viewOf(subject)).zoom === before.zoom) throw new Error('bench: zoom to fit did nothing');
  return time;
}

/** Drags the hub from far away, without letting go between the frames that are measured. */
async function dragOurs(
  page: Page,
  hub: string,
  box: { x: number; y: number; width: number; height: number },
): Promise<FrameTimes> {
  const subject = { page, target: '[data-surface]' };
  await press(page, 'Shift+Digit1');
  const { x, y, zoom } = await viewOf(subject);
  const from = { x: (box.x + box.width / 2) * zoom + x, y: (box.y + box.height / 2) * zoom + y };
  const times = await page.evaluate(
    ({ at, most }) => {
      const surface = document.querySelector<HTMLElement>('[data-surface]');
      if (surface === null) throw new Error('there is no surface');
      const { left, top } = surface.getBoundingClientRect();
      // A pointer made up by a script cannot be captured.
      surface.setPointerCapture = () => undefined;
      surface.releasePointerCapture = () => undefined;
      const send = (type: string, dx: number, dy: number): boolean => {
        const place = { clientX: left + at.x + dx, clientY: top + at.y + dy };
        const pointer = {
          pointerId: 1,
          pointerType: 'mouse',
          isPrimary: true,
          button: 0,
          buttons: type === 'pointerup' ? 0 : 1,
        };
        return surface.dispatchEvent(new PointerEvent(type, { ...place, ...pointer, bubbles: true, cancelable: true }));
      };
      Object.assign(globalThis, { drop: () => send('pointerup', 40, 20) });
      send('pointerdown', 0, 0);
      send('pointermove', 8, 4);
      const { measureFrames } = globalThis as unknown as {
        measureFrames: (step: (at: number) => void, most: number) => Promise<FrameTimes>;
      }; // installed with the page
      return measureFrames((frame) => send('pointermove', 8 + (frame % 40), 4 + (frame % 20)), most);
    },
    { at: from, most: FRAMES },
  );
  const placeOf = (): Promise<string | null> =>
    page.getByTestId(`node-${hub}`).evaluate((node) => node.parentElement?.style.transform ?? null);
  const held = await placeOf();
  await page.evaluate(() => (globalThis as unknown as { drop: () => void }).drop()); // set above
  await page.keyboard.press('ControlOrMeta+z');
  await page.waitForFunction(
    ({ id, place }) => document.querySelector(`[data-testid="node-${id}"]`)?.parentElement?.style.transform !== place,
    { id: hub, place: held },
  );
  return times;
}

async function dragPeer(page: Page, hub: string): Promise<FrameTimes> {
  const read = (): Promise<string> =>
    page.evaluate((id) => document.querySelector<HTMLElement>(`[data-id="${id}"]`)?.style.transform ?? '', hub);
  const before = await read();
  const times = await page.evaluate(
    ({ id, most }) => {
      const node = document.querySelector(`[data-id="${id}"]`);
      if (node === null) throw new Error('there is no hub');
      const box = node.getBoundingClientRect();
      const send = (to: EventTarget, type: string, by: number): boolean =>
        to.dispatchEvent(
          new MouseEvent(type, {
            clientX: box.x + box.width / 2 + by,
            clientY: box.y + box.height / 2 + by / 2,
            ...{ bubbles: true, cancelable: true, view: window, button: 0 },
          }),
        );
      send(node, 'mousedown', 0);
      const { measureFrames } = globalThis as unknown as {
        measureFrames: (step: (at: number) => void, most: number) => Promise<FrameTimes>;
      }; // installed with the page
      return measureFrames((frame) => send(window, 'mousemove', 8 + (frame % 40)), most).then((found) => {
        send(window, 'mouseup', 40);
        return found;
      });
    },
    { id: hub, most: FRAMES },
  );
  if ((await read()) === before) throw new Error('bench: React Flow dragged nothing');
  return times;
}

interface Row {
  readonly id: string;
  readonly what: string;
  readonly unit: string;
  readonly ours: number;
  readonly peers?: Readonly<Record<string, number>>;
  readonly floor?: number;
  readonly moonshot?: number;
}

function row(found: Row): void {
  process.stdout.write(`${JSON.stringify(found)}\n`);
}
