// Many at once: five hundred people who come back at the same moment, and one who does not read.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { API } from '@strideboard/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { connectPeer, type Peer } from '../testing/peer.ts';
import { enterBoard, runServer, type ServerProcess } from '../testing/server-process.ts';

const PEOPLE = 500;
const BOARDS = 10;
const JITTER_MS = 5_000;
const TOKEN = 't'.repeat(32);

let folder: string;
let running: ServerProcess;
let url: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'strideboard-crowd-'));
  running = runServer({
    STRIDEBOARD_DATA: join(folder, 'data'),
    STRIDEBOARD_METRICS_TOKEN: TOKEN,
    STRIDEBOARD_RATE_CONNECT: '10000',
    STRIDEBOARD_RATE_SESSION: '100000',
    STRIDEBOARD_RATE_MSGS: '100000',
    STRIDEBOARD_RATE_BYTES: '100000000',
    STRIDEBOARD_MAX_CONNS_IP: '10000',
  });
  url = await running.ready;
});
afterEach(async () => {
  running.child.kill('SIGKILL');
  await running.exited;
  rmSync(folder, { recursive: true, force: true });
});

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
async function figure(name: string): Promise<number> {
  const answer = await fetch(url + API.metrics, { headers: { authorization: `Bearer ${TOKEN}` } });
  return Number(new RegExp(`^strideboard_${name} (\\S+)$`, 'm').exec(await answer.text())?.[1]);
}
const add = (peer: Peer, id: string, label = id): Promise<void> =>
  peer.edit((doc) => doc.getMap('nodes').set(id, new Y.Map([['label', label]])));
const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;

describe('a reconnect storm', () => {
  it(`of ${PEOPLE} people is over within 15 s, no board is loaded twice, nobody waits for the event loop`, {
    timeout: 300_000,
  }, async () => {
    const boards = await Promise.all(
      Array.from({ length: BOARDS }, async () => {
        const { roomId, session } = await enterBoard(url);
        return { roomId, token: (await session(url)).token };
      }),
    );
    const seats = Array.from({ length: PEOPLE }, (_, index) => boards[index % BOARDS] ?? { roomId: '', token: '' });
    const first = seats.map((seat) => connectPeer({ url }, seat));
    await Promise.all(first.map(({ synced }) => synced));
    await Promise.all(first.slice(0, BOARDS).map((peer, index) => add(peer, `n${index}`)));
    const loads = await figure('load_seconds_count');
    await figure('event_loop_lag_seconds');

    for (const { socket } of first) socket.terminate();
    const begun = performance.now();
    const back = seats.map(async (seat, index) => {
      await wait(Math.random() * JITTER_MS);
      const peer = connectPeer({ url }, { ...seat, doc: first[index]?.doc ?? new Y.Doc() });
      await peer.synced;
      return peer;
    });
    const peers = await Promise.all(back);
    expect(performance.now() - begun).toBeLessThan(15_000);
    expect(await figure('event_loop_lag_seconds')).toBeLessThan(1);
    expect(loads).toBe(BOARDS);
    expect(await figure('load_seconds_count')).toBe(BOARDS);
    for (const { doc } of peers) expect(doc.getMap('nodes').size).toBe(1);
    for (const { socket } of peers) socket.terminate();
  });
});

describe('a slow reader', () => {
  it('is ended, raises neither what others wait nor what the process holds by more than its cap', {
    timeout: 300_000,
  }, async () => {
    const { roomId, session } = await enterBoard(url);
    const { token } = await session(url);
    const [writer, reader, slow] = [1, 2, 3].map(() => connectPeer({ url }, { roomId, token }));
    if (writer === undefined || reader === undefined || slow === undefined) throw new Error('three people');
    await Promise.all([writer.synced, reader.synced, slow.synced]);
    const memory = (): number => {
      const status = readFileSync(`/proc/${running.child.pid}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1_024;
    };
    const label = 'x'.repeat(30_000);
    const round = async (name: string): Promise<number[]> => {
      const waits: number[] = [];
      for (let count = 0; count < 600; count += 1) {
        const begun = performance.now();
        await writer.edit((doc) => doc.getMap('meta').set('title', `${name}${count}${label}`));
        waits.push(performance.now() - begun);
      }
      return waits;
    };
    await round('warm');
    const calm = percentile(await round('calm'), 0.99);
    const before = memory();
    slow.socket.pause();
    const stalled = percentile(await round('stalled'), 0.99);
    expect(await figure('slow_readers_total')).toBe(1);
    expect(stalled).toBeLessThan(Math.max(5 * calm, 250));
    expect(memory() - before).toBeLessThan(8 + 64); // the cap, and what a collector may leave lying about
    expect(reader.socket.readyState).toBe(reader.socket.OPEN);
    for (const { socket } of [writer, reader, slow]) socket.terminate();
  });
});
