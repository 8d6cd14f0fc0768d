// A workshop of two hours on a board of 300 elements, with twenty people on real sockets and two real pages: nothing may grow but the document,
// and that only by what was added. STRIDEBOARD_SOAK_MINUTES plays the two hours in so many minutes; gestures, absences and movements come as
// much faster, while the server's own clocks (keep-alive, versions, compaction by time) keep theirs.

import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createRecordedPerson,
  heapByBytes,
  judgeFlatness,
  PART_MS,
  type RecordedPerson,
  type RecordedStep,
  readRecording,
  recordWorkshop,
  sparkline,
  weighDocument,
  workshopBoard,
  writeRecording,
} from '@strideboard/testkit';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { heapOfThisProcess } from '../testing/heap-of-this-process.ts';
import { type InspectedServer, startInspectedServer } from '../testing/inspected-server.ts';
import { createSeat, type Seat } from '../testing/seat.ts';
import { type Link, makeBoard } from '../testing/workshop-room.ts';
import { openWorkshopPages, type WorkshopPages } from '../testing/workshop-pages.ts';

const PARTS = 3;
const SPAN_MS = PARTS * PART_MS;
const MINUTE_MS = 60_000;
const MINUTES = Number(process.env['STRIDEBOARD_SOAK_MINUTES'] ?? '120');
/** How much faster than life. */
const FACTOR = SPAN_MS / (MINUTES * MINUTE_MS);
const SEED = Number(process.env['STRIDEBOARD_SOAK_SEED'] ?? '9');
const PORT = Number(process.env['STRIDEBOARD_SOAK_PORT'] ?? '0');
const PEOPLE = 20;
const ELEMENTS = 300;
const PAGES = 2;
/** A look costs a garbage collection in the page and the server: never more than one in so many ms. */
const LEAST_BETWEEN_LOOKS_MS = 4_000;
const RELOAD_EVERY_MS = 10 * MINUTE_MS;
const TAKE_PART_EVERY_MS = 30_000;

/** What must stay flat, and the share by which its line may rise in two hours, beside the weight of the document in {@link HOLDS}. */
const LAWS = {
  'page heap': 0.1,
  'page nodes': 0.05,
  'page listeners': 0.05,
  'server heap': 0.1,
  'server memory': 0.1,
  'server awake': 0.1,
} as const;
/** Heaps that hold the document, which may grow, and as what: alone in the server, with the board that is read from it in a page. */
const HOLDS: Readonly<Partial<Record<keyof typeof LAWS, 'bare' | 'board'>>> = {
  'page heap': 'board',
  'server heap': 'bare',
};
/** Shown, and judged otherwise or not at all. */
const SHOWN = ['document', 'stored', 'log rows', 'sockets', 'rooms'] as const;
/**
 * Bytes by which the document may grow for one edit, on the average of all. A drag is about 40 (S3 of performance.md); an element with its
 * notes, a comment with its text, a decision with its entry in the log are up to 400.
 */
const BYTES_PER_EDIT = 160;

type Figure = keyof typeof LAWS | (typeof SHOWN)[number];
type Look = { readonly at: number } & Readonly<Record<Figure, number>>;

let folder: string;
let server: InspectedServer;
let pages: WorkshopPages | null = null;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'strideboard-soak-'));
  server = await startInspectedServer(join(folder, 'data'), PORT);
});
afterEach(async () => {
  await pages?.dispose();
  await server.dispose();
  rmSync(folder, { recursive: true, force: true });
});

it(`a workshop of two hours in ${MINUTES} min: heap, document tree, document and server memory stay flat, and all copies are equal`, {
  timeout: (MINUTES * 3 + 10) * MINUTE_MS,
}, async () => {
  const file = join(folder, 'workshop.jsonl');
  writeFileSync(file, writeRecording(recordWorkshop({ seed: SEED, people: PEOPLE, parts: PARTS })));
  const steps = readRecording(readFileSync(file, 'utf8'));
  const { lead, edit, address } = await makeBoard(server.url);
  const people = Array.from({ length: PEOPLE }, (_, who) => createPlayer({ who, url: server.url, lead, edit }));
  const [leader] = people;
  if (leader === undefined) throw new Error('nobody leads');
  await leader.seat.come();
  leader.sitDown();
  leader.person().begin(workshopBoard(ELEMENTS));
  pages = await openWorkshopPages(address);
  const stateNow = (): Uint8Array => Y.encodeStateAsUpdate(leader.seat.doc());
  const before = stateNow();

  const looks: Look[] = [];
  const look = async (at: number): Promise<void> => {
    const [page, { heap, resident, awake, rooms, sockets, logRows }] = [await pages?.look(), await server.look()];
    if (page === undefined) return;
    looks.push({
      ...{ at, 'page heap': page.heap, 'page nodes': page.nodes, 'page listeners': page.listeners },
      ...{ 'server heap': heap, 'server memory': resident, 'server awake': awake, rooms, sockets },
      ...{ document: stateNow().byteLength, stored: storedBytes(join(folder, 'data')), 'log rows': logRows },
    });
  };
  const everyLook = Math.max(MINUTE_MS, LEAST_BETWEEN_LOOKS_MS * FACTOR);
  const begun = performance.now();
  // How far the recording has been played: on a slow machine less far than the clock says.
  let played = 0;
  const failures: unknown[] = [];
  const background = async (everyMs: number, act: (round: number) => Promise<void>): Promise<void> => {
    for (let next = everyMs; next < SPAN_MS; next = Math.max(next + everyMs, played)) {
      while (played < next) await wait(20);
      await act(Math.floor(next / everyMs));
    }
  };
  const beside = Promise.all([
    background(everyLook, () => look(played)),
    background(TAKE_PART_EVERY_MS, async (round) => pages?.takePart(round)),
    background(RELOAD_EVERY_MS, async () => pages?.reload()),
  ]).catch((error: unknown) => failures.push(error));

  let edits = 0;
  const moving: Promise<void>[] = [];
  for (const step of steps) {
    const early = step.at / FACTOR - (performance.now() - begun);
    if (early > 0) await wait(early);
    played = step.at;
    if (failures.length > 0) break;
    const player = people[step.who];
    if (player === undefined || (step.who === 0 && step.do === 'come')) continue;
    if (step.do === 'come' || step.do === 'leave') await player.attend(step.do);
    else {
      const acting = player.act(step).then((written) => {
        if (written) edits += 1;
      });
      moving.push(acting.catch((error: unknown) => void failures.push(error)));
    }
    if (moving.length > 200) await Promise.all(moving.splice(0, 100));
  }
  played = SPAN_MS;
  await Promise.all([...moving, beside]);
  const seconds = (performance.now() - begun) / 1_000;
  expect(failures).toEqual([]);
  await pages.saved();

  const late = createPlayer({ who: PEOPLE, url: server.url, lead, edit });
  await late.seat.come();
  const copies = [...people, late].map(({ seat }) => seat);
  await expect.poll(() => new Set(copies.map((seat) => bytesOf(seat.doc()))).size, { timeout: 60_000 }).toBe(1);
  await expect.poll(async () => (await server.look()).sockets, { timeout: 20_000 }).toBe(PEOPLE + 1 + PAGES);
  const told = people.reduce((sum, { seat }) => sum + seat.told(), 0);
  const after = stateNow();
  const perEdit = (after.byteLength - before.byteLength) / edits;
  const [light, heavy] = [before, after].map((state) => weighDocument(state, heapOfThisProcess));
  if (light === undefined || heavy === undefined) throw new Error('nothing was weighed');
  const contentOf = (figure: keyof typeof LAWS) => {
    const held = HOLDS[figure];
    return held === undefined
      ? () => 0
      : heapByBytes({ bytes: before.byteLength, heap: light[held] }, { bytes: after.byteLength, heap: heavy[held] });
  };
  const flat = Object.entries(LAWS).map(([key, limit]) => {
    const figure = key as keyof typeof LAWS; // the keys of that very object
    const content = contentOf(figure);
    const samples = looks.map((one) => ({ at: one.at, value: one[figure], content: content(one.document) }));
    return { figure, limit, ...judgeFlatness(samples, { limit, spanMs: SPAN_MS }) };
  });
  console.log(
    [
      `workshop of ${SPAN_MS / MINUTE_MS} min played in ${(seconds / 60).toFixed(1)} min (${FACTOR.toFixed(1)} times life, seed ${SEED}): ${PEOPLE} people, ${PAGES} pages, ${ELEMENTS} elements at first, ${leader.person().model().elements.length} at the end`,
      `${steps.length} steps, ${edits} edits, ${told} presence messages (${(told / seconds).toFixed(0)} per second), ${looks.length} looks`,
      row(['figure', 'middle', 'last', 'content', 'beside', 'may', '', '']),
      ...flat.map(({ figure, middle, growth, explained, limit, isFlat }) =>
        row([
          ...[figure, shown(figure, middle), shown(figure, looks.at(-1)?.[figure] ?? 0), percent(explained)],
          ...[percent(growth), percent(limit), isFlat ? 'flat' : 'GROWS', sparkline(looks.map((one) => one[figure]))],
        ]),
      ),
      ...SHOWN.map((figure) =>
        row([
          ...[figure, '', shown(figure, looks.at(-1)?.[figure] ?? 0), '', '', '', ''],
          sparkline(looks.map((one) => one[figure])),
        ]),
      ),
      `document: ${before.byteLength} → ${after.byteLength} bytes, ${perEdit.toFixed(0)} bytes per edit (at most ${BYTES_PER_EDIT})`,
      `a copy of it in memory: ${mib(light.bare)} → ${mib(heavy.bare)}, with its board ${mib(light.board)} → ${mib(heavy.board)}`,
      `copies equal byte for byte: ${copies.length} of ${copies.length}`,
    ].join('\n'),
  );
  expect(flat.filter(({ isFlat }) => !isFlat).map(({ figure, growth }) => `${figure} ${percent(growth)}`)).toEqual([]);
  expect(perEdit).toBeLessThanOrEqual(BYTES_PER_EDIT);
  expect(people.flatMap(({ seat }) => seat.lost)).toEqual([]);
  expect(pages.complaints).toEqual([]);
  expect(looks.at(-1)?.rooms).toBe(1);
  await Promise.all(copies.map((seat) => seat.leave()));
});

interface PlayerOptions {
  readonly who: number;
  readonly url: string;
  readonly lead: Link;
  readonly edit: Link;
}

/** One of the twenty: a seat and somebody in it. */
function createPlayer({ who, url, lead, edit }: PlayerOptions) {
  const leads = who === 0;
  const seat: Seat = createSeat({
    url,
    link: leads ? lead : edit,
    name: `Person ${who}`,
    isFresh: who % 2 === 0 && !leads,
  });
  let person: RecordedPerson | null = null;
  const sitDown = (): void => {
    person?.dispose();
    person = createRecordedPerson({
      ...{ doc: seat.doc(), principal: seat.principal(), role: leads ? 'facilitate' : 'edit' },
      ...{ now: Date.now, randomId: () => randomBytes(9).toString('base64url') },
    });
  };
  const here = (): RecordedPerson => {
    if (person === null) throw new Error(`person ${who} is not here`);
    return person;
  };
  return {
    seat,
    sitDown,
    person: here,
    async attend(what: 'come' | 'leave'): Promise<void> {
      if (what === 'leave') return seat.leave();
      await seat.come();
      sitDown();
    },
    /** Does it in its time; whether something was written. */
    async act(step: RecordedStep): Promise<boolean> {
      if (step.do === 'point') {
        const [x, y] = step.to;
        await seat.glide(step.ms / FACTOR, (share) => ({ cursor: [x * share, y * share] }));
        return false;
      }
      if (step.do === 'drag') {
        const ids = here().dragged(step.of);
        const [dx, dy] = step.by;
        await seat.glide(step.ms / FACTOR, (share) => ({
          ...{ cursor: [dx * share, dy * share], selection: ids, drag: { ids, dx: dx * share, dy: dy * share } },
        }));
      }
      return seat.isHere() && here().perform(step);
    },
  };
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Everything that a document holds, deletions included, in an order that does not depend on how it came. */
function bytesOf(doc: Y.Doc): string {
  const whole = new Y.Doc();
  Y.applyUpdate(whole, Y.encodeStateAsUpdate(doc));
  const bytes = Buffer.from(Y.encodeStateAsUpdate(whole)).toString('base64');
  whole.destroy();
  return bytes;
}

/** Bytes of all files below a folder. */
const storedBytes = (path: string): number =>
  readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (sum, { parentPath, name }) => sum + (statSync(join(parentPath, name), { throwIfNoEntry: false })?.size ?? 0),
      0,
    );

const BYTES: ReadonlySet<Figure> = new Set<Figure>(['page heap', 'server heap', 'server memory', 'document', 'stored']);
const MIB = 2 ** 20;
const mib = (bytes: number): string => `${(bytes / MIB).toFixed(2)} MiB`;
const shown = (figure: Figure, value: number): string => (BYTES.has(figure) ? mib(value) : value.toFixed(0));
const percent = (share: number): string => `${share < 0 ? '' : '+'}${(share * 100).toFixed(1)} %`;
const row = (cells: readonly string[]): string =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(16) : at === 7 ? `  ${cell}` : cell.padStart(13))).join('');
