// A workshop of thirty: everybody's cursor moves, five edit, and in the middle all reload at once. Everything else is as installed.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { connectPeer, type Peer } from '../testing/peer.ts';
import { enterBoard, processorSeconds, runServer, type ServerProcess } from '../testing/server-process.ts';

const PEOPLE = 30;
const EDITORS = 5;
const CURSORS_PER_SECOND = 20;
const MINUTES = Number(process.env['STRIDEBOARD_WORKSHOP_MINUTES'] ?? '10');

let folder: string;
let running: ServerProcess;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strideboard-workshop-'));
  running = runServer({ STRIDEBOARD_DATA: join(folder, 'data') });
});
afterEach(async () => {
  running.child.kill('SIGKILL');
  await running.exited;
  rmSync(folder, { recursive: true, force: true });
});

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;

/** Seconds of processor time the server has used. */
const serverSeconds = (): number => processorSeconds(running.child);

/** Everything is here; fails when the server ends the connection first. */
const whole = (peer: Peer): Promise<void> =>
  Promise.race([
    peer.synced,
    peer.closed.then(({ code, reason }) => {
      throw new Error(`closed before everything was here: ${code} ${reason}`);
    }),
  ]);

/** One person at a desk: a connection that may be lost on purpose, and how often the cursor was told. */
interface Seat {
  peer: Peer;
  clock: number;
}

it(`thirty people work for ${MINUTES} min below one core, nobody is disconnected, and all copies are equal`, {
  timeout: (MINUTES * 60 + 240) * 1_000,
}, async () => {
  const url = await running.ready;
  const { roomId, session } = await enterBoard(url);
  const lost: string[] = [];
  const sentAt = new Map<string, number>();
  const delays: number[] = [];
  let isLeaving = false;

  const sit = async (): Promise<Peer> => {
    const { token } = await session(url);
    const peer = connectPeer({ url }, { roomId, token });
    void peer.closed.then(({ code, reason }) => {
      if (!isLeaving) lost.push(`${code} ${reason}`);
    });
    peer.doc.getMap('nodes').observeDeep((events, transaction) => {
      if (transaction.local) return;
      for (const { target } of events) {
        const at = target instanceof Y.Map ? sentAt.get(String(target.get('label'))) : undefined;
        if (at !== undefined) delays.push(performance.now() - at);
      }
    });
    return peer;
  };
  const seats: Seat[] = [];
  for (let count = 0; count < PEOPLE; count += 1) {
    seats.push({ peer: await sit(), clock: 0 });
  }
  await Promise.all(seats.map(({ peer }) => whole(peer)));
  const editors = seats.slice(0, EDITORS);
  await Promise.all(
    editors.map(({ peer }, at) => peer.edit((doc) => doc.getMap('nodes').set(`e${at}`, new Y.Map([['label', '']])))),
  );
  await wait(1_000);

  let edits = 0;
  let [step, moves] = [0, 0];
  const moveCursors = (): void => {
    step += 1;
    for (const [at, seat] of seats.entries()) {
      if (seat.peer.socket.readyState !== seat.peer.socket.OPEN) continue;
      seat.clock += 1;
      moves += 1;
      const cursor = [step % 1_000, at * 20];
      seat.peer.sendPresence([{ clock: seat.clock, state: { user: { name: `Person ${at}` }, cursor } }]);
    }
  };
  const edit = async (seat: Seat, at: number): Promise<void> => {
    edits += 1;
    const label = `e${at} ${edits}`;
    sentAt.set(label, performance.now());
    await seat.peer.edit((doc) => {
      const mine = doc.getMap('nodes').get(`e${at}`);
      if (mine instanceof Y.Map) mine.set('label', label);
    });
  };
  /** Everybody works for so long; every edit is stored. */
  const work = async (ms: number): Promise<void> => {
    const end = performance.now() + ms;
    const cursors = setInterval(moveCursors, 1_000 / CURSORS_PER_SECOND);
    while (performance.now() < end) {
      await Promise.all([wait(1_000), ...editors.map(edit)]);
      for (const { peer } of seats) peer.frames.length = 0;
    }
    clearInterval(cursors);
  };

  const [begun, before] = [performance.now(), serverSeconds()];
  await work(MINUTES * 30_000);
  isLeaving = true;
  for (const { peer } of seats) peer.socket.terminate();
  await Promise.all(seats.map(({ peer }) => peer.closed));
  isLeaving = false;
  const reloaded = performance.now();
  await Promise.all(
    seats.map(async (seat) => {
      // A new page: the link is exchanged again, the copy is empty, the client of the document another.
      seat.peer = await sit();
      seat.clock = 0;
      await whole(seat.peer);
    }),
  );
  const back = performance.now() - reloaded;
  await work(MINUTES * 30_000);
  const seconds = (performance.now() - begun) / 1_000;
  const cores = (serverSeconds() - before) / seconds;

  const sorted = (entries: Iterable<readonly [unknown, unknown]>): string => JSON.stringify([...entries].sort());
  const board = (doc: Y.Doc): string =>
    sorted(Object.entries(doc.getMap('nodes').toJSON())) + sorted(Y.decodeStateVector(Y.encodeStateVector(doc)));
  const late = await sit();
  await whole(late);
  await expect
    .poll(() => new Set([...seats.map(({ peer }) => board(peer.doc)), board(late.doc)]).size, { timeout: 10_000 })
    .toBe(1);
  console.log(
    [
      `workshop of ${PEOPLE}: ${seconds.toFixed(0)} s, ${edits} edits by ${EDITORS}, ${(moves / seconds).toFixed(0)} cursor messages per second`,
      `edit to seen by others: p50 ${percentile(delays, 0.5).toFixed(0)} ms, p95 ${percentile(delays, 0.95).toFixed(0)} ms, p99 ${percentile(delays, 0.99).toFixed(0)} ms of ${delays.length}`,
      `server: ${cores.toFixed(2)} cores`,
      `all ${PEOPLE} reload at once: back with everything after ${back.toFixed(0)} ms`,
      `disconnected: ${lost.length}; copies equal: ${PEOPLE + 1} of ${PEOPLE + 1}`,
    ].join('\n'),
  );
  expect(lost).toEqual([]);
  expect(cores).toBeLessThan(1);
  expect(delays.length).toBe(edits * (PEOPLE - 1));
  expect((late.doc.getMap('nodes').get('e0') as Y.Map<unknown>).get('label')).toMatch(/^e0 /u); // written above
  isLeaving = true;
  for (const { peer } of [...seats, { peer: late }]) peer.socket.terminate();
});
