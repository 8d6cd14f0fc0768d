/**
 * C1, C2, C3, M1: boards of 500 to 10,000 elements with nested boundaries, one and a half flows for each and badges, on the built app and server,
 * beside the same crowd on bare React Flow and on a raw canvas, one after the other in one browser. `npm run build` first. Every gesture is
 * read back. `BENCH_SIZES=500,1000` measures these alone.
 */
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import { type Crowd, crowdOf, seedCrowd } from '../support/crowd.ts';
import { startServer } from '../support/server.ts';
import { heapOf, inContext, judged, launch, openBoard, press } from './browser.ts';
import { dragOurs, dragPeer, fitTime, panned, type Subject, zoomed } from './gestures.ts';
import type { FrameTimes } from './in-page.ts';
import { bundlePeer } from './peers/bundle.ts';
import { excalidrawHeap } from './peers/excalidraw-heap.ts';
import { attempt, isShort, row, skipped } from './rows.ts';

const SIZES = (process.env['BENCH_SIZES'] ?? (isShort ? '150' : '500,1000,2000,5000,10000')).split(',').map(Number);
/** What C1 asks for at each size, beside bare React Flow. */
const FLOORS: Readonly<Record<number, number>> = { 1_000: 1, 2_000: 2, 5_000: 4 };
/** Beyond this size peers take minutes, and no target speaks of them. */
const LARGEST_BESIDE_PEERS = 5_000;
/** Makes the boundary that is dragged hold more than a hundred things. */
const ACROSS = 4;

/** All of one drawing. */
interface Measured {
  readonly first: number;
  readonly pan: FrameTimes;
  readonly zoom: FrameTimes;
  readonly nodes: number;
  readonly heapMb: number;
}

interface Ours extends Measured {
  readonly drag: FrameTimes | undefined;
  readonly dragFrame: FrameTimes | undefined;
  readonly near: FrameTimes;
  readonly fit: number;
}

const browser = await launch();
const server = await startServer();
const peers = { flow: await bundlePeer('react-flow'), raw: await bundlePeer('raw-canvas') };
const pageSizes = new Map<number, number>();
try {
  for (const size of SIZES) {
    const nodes = await measure(size);
    if (nodes !== undefined) pageSizes.set(size, nodes);
  }
  growthRow(pageSizes);
} finally {
  await browser.close();
  await server.dispose();
}

/** Measures one size, and prints its rows; gives how many things our page holds. */
async function measure(size: number): Promise<number | undefined> {
  const crowd = crowdOf(size, { across: ACROSS });
  const ours = await attempt('C1', `crowd of ${size}`, () => measureOurs(size));
  if (size > LARGEST_BESIDE_PEERS) {
    if (ours !== undefined) oursAlone(size, ours);
    return ours?.nodes;
  }
  const raw = await attempt('C1', `raw canvas of ${size}`, () => measurePeer({ crowd, code: peers.raw }, 'canvas'));
  const bare = await attempt('C1', `React Flow of ${size}`, () => measureReactFlow({ crowd, code: peers.flow }));
  if (ours === undefined) return undefined;
  frameRows(size, { ours, bare, raw });
  oursAlone(size, ours);
  dragRows(size, { crowd, ours, bare });
  const beside = (pick: (one: Measured) => number) => ({
    'React Flow': bare && pick(bare),
    'raw canvas': raw && pick(raw),
  });
  row({ id: 'M1', what: `heap, ${size}`, unit: 'MB', ours: ours.heapMb, peers: beside(({ heapMb }) => heapMb) });
  if (size === 2_000) await besideExcalidraw(crowd, ours.heapMb);
  row({
    ...{ id: 'C4', what: `address to first picture, ${size}`, unit: 'ms' },
    ...{ ours: ours.first, peers: beside(({ first }) => first) },
  });
  return ours.nodes;
}

function frameRows(
  size: number,
  { ours, bare, raw }: { ours: Ours; bare: Measured | undefined; raw: Measured | undefined },
): void {
  const floor = FLOORS[size];
  for (const gesture of ['pan', 'zoom'] as const) {
    const beside = (pick: (one: FrameTimes) => number) => ({
      'React Flow': bare && pick(bare[gesture]),
      'raw canvas': raw && pick(raw[gesture]),
    });
    const of = `${gesture}, all ${size} in view`;
    row({
      ...{ id: 'C1', what: of, unit: 'fps', more: true, ours: ours[gesture].fps, peers: beside(({ fps }) => fps) },
      ...(floor === undefined || bare === undefined ? {} : { floor: floor * bare[gesture].fps }),
      ...(raw === undefined ? {} : { moonshot: 0.9 * raw[gesture].fps }),
    });
    for (const [name, share, moonshot] of [
      ['half of the frames', 'p50', 17],
      ['19 of 20 frames', 'p95', 33],
    ] as const) {
      const what = `${of}: ${name} take at most`;
      const times = { unit: 'ms', ours: ours[gesture][share], peers: beside((one) => one[share]) };
      row({ id: 'C1', what, ...times, ...(size === 5_000 ? { moonshot } : {}) });
    }
  }
  row({
    ...{ id: 'C1', what: `components rendered for each frame of a pan, ${size}`, unit: '' },
    ...{ ours: ours.pan.renders, peers: { 'React Flow': bare?.pan.renders } },
  });
}

function oursAlone(size: number, { near, fit, nodes }: Ours): void {
  row({
    ...{ id: 'C2', what: `pan at 100 %, ${size}`, unit: 'fps', more: true, ours: near.fps },
    ...(size === 10_000 ? { moonshot: 60 } : size === 5_000 ? { floor: 50, moonshot: 60 } : {}),
  });
  row({ id: 'C2', what: `zoom to fit, ${size}`, unit: 'ms', ours: fit, floor: 500, moonshot: 100 });
  row({ id: 'M1', what: `things in the page, ${size}`, unit: '', ours: nodes, moonshot: 2_000 });
}

function dragRows(
  size: number,
  { crowd, ours, bare }: { crowd: Crowd; ours: Ours; bare: { drag: FrameTimes; dragFrame: FrameTimes } | undefined },
): void {
  const { inside, flows } = contentsOf(crowd);
  for (const [what, gesture, things] of [
    ['an element with 10 flows', 'drag', 11],
    [`a boundary with ${inside} things inside and ${flows} flows`, 'dragFrame', 1 + inside + flows],
  ] as const) {
    const [of, found] = [`drag of ${what}, ${size}`, ours[gesture]];
    if (found === undefined) continue;
    row({
      ...{ id: 'C3', what: `${of}: things rendered for each frame`, unit: '' },
      ...{ ours: found.items, floor: things, moonshot: things },
    });
    row({
      ...{ id: 'C3', what: of, unit: 'fps', more: true, ours: found.fps },
      peers: { 'React Flow': bare?.[gesture].fps },
    });
  }
}

/** How many things are in the boundary that is dragged, and how many flows end at one of them. */
function contentsOf({ boundaries, members, flows, outermost }: Crowd): {
  readonly inside: number;
  readonly flows: number;
} {
  const spaces = new Set(boundaries.filter(({ parent }) => parent === outermost).map(({ id }) => id));
  const held = new Set(members.filter(({ parent }) => spaces.has(parent)).map(({ id }) => id));
  const touching = flows.filter(({ source, target }) => held.has(source) || held.has(target));
  return { inside: spaces.size + held.size, flows: touching.length };
}

/** Ten times the elements must be less than ten times the page. */
function growthRow(sizes: ReadonlyMap<number, number>): void {
  const [small, large] = [Math.min(...sizes.keys()), Math.max(...sizes.keys())];
  const what = `growth of the page from ${small} to ${large} elements`;
  if (sizes.size < 2) {
    skipped('M1', 'growth of the page with the board', 'it takes two sizes');
    return;
  }
  const ours = (sizes.get(large) ?? Number.NaN) / (sizes.get(small) ?? Number.NaN);
  row({ id: 'M1', what, unit: '×', ours, floor: large / small });
}

async function besideExcalidraw(crowd: Crowd, ours: number): Promise<void> {
  const what = 'heap beside Excalidraw, 2000';
  await attempt('M1', what, async () => {
    const heap = await inContext(browser, (context) => excalidrawHeap(context, crowd));
    if (heap === null) skipped('M1', what, 'no Excalidraw where STRIDEBOARD_PEERS says');
    else row({ id: 'M1', what, unit: 'MB', ours, peers: { Excalidraw: heap }, moonshot: heap });
  });
}

function measureOurs(size: number): Promise<Ours> {
  return inContext(browser, async (context) => {
    const board = await seedCrowd(server.url, size, { across: ACROSS });
    const page = await openBoard(context, board.link);
    const first = await sinceNavigation(page, '[data-testid="underlay"], [data-testid^="node-"]');
    await judged(page);
    const subject = { page, target: '[data-surface]' };
    const all = await measureAll(subject, first);
    const dragged = (id: string, by: 'middle' | 'name') =>
      attempt('C3', `drag of ${id} by its ${by}, ${size}`, () => dragOurs(subject, { id, box: board.boxOf(id), by }));
    const isDragged = size <= LARGEST_BESIDE_PEERS;
    const drag = isDragged ? await dragged(board.hub, 'middle') : undefined;
    const dragFrame = isDragged ? await dragged(board.outermost, 'name') : undefined;
    await press(page, 'Control+0');
    const near = await panned(subject);
    const fit = await fitTime(subject);
    return { ...all, drag, dragFrame, near, fit };
  });
}

interface Peer {
  readonly crowd: Crowd;
  readonly code: string;
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

function measurePeer(peer: Peer, target: string): Promise<Measured> {
  return inContext(browser, async (context) => {
    const page = await openPeer(context, peer);
    return measureAll({ page, target }, await sinceNavigation(page, target));
  });
}

function measureReactFlow(peer: Peer) {
  return inContext(browser, async (context) => {
    const page = await openPeer(context, peer);
    const first = await sinceNavigation(page, '.react-flow__node');
    const all = await measureAll({ page, target: '.react-flow__pane' }, first);
    const drag = await dragPeer(page, peer.crowd.hub);
    return { ...all, drag, dragFrame: await dragPeer(page, peer.crowd.outermost) };
  });
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
  return { first, pan, zoom, nodes, heapMb: await heapOf(subject.page) };
}
