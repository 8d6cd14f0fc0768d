/**
 * S2: fifty people on one board, everybody's cursor five times a second (the rate above thirty people) and one edit a second each, the server as
 * installed. From the edit to each of the others having it, and how much of a core the server takes. All fifty live in this one process: how busy
 * it is itself is told, since where it is near one core the figures are its own. Beside it the stock y-websocket server, when the folder that
 * STRIDEBOARD_PEERS names has it.
 */

import * as Y from 'yjs';
import { enterBoard, processorSeconds } from '../src/testing/server-process.ts';
import type { Peer } from '../src/testing/peer.ts';
import { hasStockServer, startStockServer } from '../src/testing/stock-server.ts';
import { isShort, openHome, quantile, row, takeSeat, wait } from './seats.ts';

const PEOPLE = isShort ? 5 : 50;
const SECONDS = isShort ? 3 : 30;
const CURSORS_PER_SECOND = 5;

interface Worked {
  /** ms */
  readonly p95: number;
  readonly cores: number;
  readonly ownCores: number;
}

const of = `${PEOPLE} people, ${CURSORS_PER_SECOND} cursors and 1 edit a second each`;
try {
  await measure();
} catch (error) {
  row({ id: 'S2', what: of, failed: String(error) });
  process.exitCode = 1;
}

async function measure(): Promise<void> {
  const stock = hasStockServer ? await besideStock() : null;
  const ours = await onOurs();
  const beside = (pick: (one: Worked) => number) => (stock === null ? {} : { peers: { 'y-websocket': pick(stock) } });
  row({
    ...{ id: 'S2', what: `${of}: edit → there, p95`, unit: 'ms', floor: 250, moonshot: 100 },
    ...{ ours: ours.p95, ...beside(({ p95 }) => p95) },
  });
  const busy = `the people ${ours.ownCores.toFixed(2)}`;
  row({
    ...{ id: 'S2', what: `${of}: the server takes (${busy})`, unit: 'cores', floor: 1, moonshot: 0.5 },
    ...{ ours: ours.cores, ...beside(({ cores }) => cores) },
  });
  if (stock === null) {
    const why = 'no @y/websocket-server where STRIDEBOARD_PEERS says';
    row({ id: 'S2', what: `${of}, on the stock y-websocket server`, skipped: why });
  }
}

async function onOurs(): Promise<Worked> {
  const home = openHome();
  try {
    const { server, url } = await home.start();
    const { roomId, session } = await enterBoard(url);
    const { token } = await session(url);
    const sit = (): Promise<Peer> => takeSeat(url, { roomId, token });
    return await workTogether(sit, () => processorSeconds(server.child));
  } finally {
    home.dispose();
  }
}

async function besideStock(): Promise<Worked> {
  const { child, url } = await startStockServer();
  try {
    const sit = (): Promise<Peer> => takeSeat(url, { roomId: 'r', path: '/bench', protocols: [] });
    return await workTogether(sit, () => processorSeconds(child));
  } finally {
    child.kill('SIGKILL');
  }
}

async function workTogether(sit: () => Promise<Peer>, serverSeconds: () => number): Promise<Worked> {
  const sentAt = new Map<string, number>();
  const delays: number[] = [];
  const seats = await Promise.all(Array.from({ length: PEOPLE }, sit));
  for (const { doc } of seats) {
    doc.getMap('nodes').observeDeep((events, { local }) => {
      if (local) return;
      for (const { target } of events) {
        const at = target instanceof Y.Map ? sentAt.get(String(target.get('label'))) : undefined;
        if (at !== undefined) delays.push(performance.now() - at);
      }
    });
  }
  await Promise.all(seats.map((seat, at) => seat.edit((doc) => doc.getMap('nodes').set(`e${at}`, new Y.Map()))));
  await wait(1_000);
  const [begun, before, own] = [performance.now(), serverSeconds(), process.cpuUsage()];
  let [tick, edits] = [0, 0];
  while (performance.now() - begun < SECONDS * 1_000) {
    tick += 1;
    for (const [at, seat] of seats.entries()) {
      seat.frames.length = 0;
      const cursor = [tick % 1_000, at * 20];
      seat.sendPresence([
        { clock: tick, state: { user: { name: `Person ${at}` }, cursor, viewport: [0, 0, 1, 1440, 900] } },
      ]);
      // A fifth of all edit in each tick, so that each edits once a second.
      if (tick % CURSORS_PER_SECOND === at % CURSORS_PER_SECOND) editOnce(seat, `e${at}`, sentAt, (edits += 1));
    }
    await wait(begun + (tick * 1_000) / CURSORS_PER_SECOND - performance.now());
  }
  const seconds = (performance.now() - begun) / 1_000;
  const rate = edits / seconds;
  if (rate < 0.9 * PEOPLE)
    throw new Error(
      `the machine is too slow to be ${PEOPLE} people: ${rate.toFixed(1)} edits a second instead of ${PEOPLE}`,
    );
  const [cores, { user, system }] = [(serverSeconds() - before) / seconds, process.cpuUsage(own)];
  for (let tries = 0; tries < 100 && delays.length < edits * (PEOPLE - 1); tries++) await wait(100);
  for (const { socket } of seats) socket.terminate();
  if (delays.length !== edits * (PEOPLE - 1))
    throw new Error(`${delays.length} of ${edits * (PEOPLE - 1)} edits arrived`);
  return { p95: quantile(delays, 0.95), cores, ownCores: (user + system) / 1e6 / seconds };
}

function editOnce(seat: Peer, id: string, sentAt: Map<string, number>, count: number): void {
  const label = `${id} ${count}`;
  sentAt.set(label, performance.now());
  void seat.edit((doc) => {
    const mine = doc.getMap('nodes').get(id);
    if (mine instanceof Y.Map) mine.set('label', label);
  });
}
