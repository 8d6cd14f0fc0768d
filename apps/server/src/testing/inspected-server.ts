// The built server as a process that can be looked into: its heap after a collection, its memory, what keeps it awake, its own figures.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { API } from '@strideboard/wire';
import { WebSocket } from 'ws';

const ENTRY = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', '..', 'dist', 'server', 'main.js');
const METRICS_TOKEN = 'metrics-of-the-long-test-of-the-server';
const KIB = 1_024;

/** What was seen at one moment. */
type ServerFigures = {
  /** Bytes of live objects, after a collection. */
  readonly heap: number;
  /** Bytes of the process in memory. */
  readonly resident: number;
  /** Timers, sockets and whatever else keeps the process awake. */
  readonly awake: number;
  readonly rooms: number;
  readonly sockets: number;
  /** Stored updates that no snapshot holds yet. */
  readonly logRows: number;
};

/** A running server. */
export type InspectedServer = {
  readonly url: string;
  /** Collects garbage, then counts. */
  look(): Promise<ServerFigures>;
  dispose(): Promise<void>;
};

/** Starts `dist/server` with its data in a folder; fails with what the process said when it does not come up. */
export async function startInspectedServer(dataFolder: string, port = 0): Promise<InspectedServer> {
  const child = spawn(process.execPath, ['--inspect=127.0.0.1:0', ENTRY], {
    env: {
      PATH: process.env['PATH'] ?? '',
      PORT: String(port),
      STRIDEBOARD_DATA: dataFolder,
      STRIDEBOARD_METRICS_TOKEN: METRICS_TOKEN,
      // Played faster than life, people come back more often in a minute.
      STRIDEBOARD_RATE_SESSION: '10000',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let said = '';
  const { url, inspector } = await new Promise<{ url: string; inspector: string }>((resolve, reject) => {
    const read = (text: Buffer): void => {
      said += text.toString();
      const ready = /^Strideboard is ready: (\S+)/mu.exec(said)?.[1];
      const listening = /^Debugger listening on (\S+)/mu.exec(said)?.[1];
      if (ready !== undefined && listening !== undefined) resolve({ url: ready, inspector: listening });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void exited.then(() => reject(new Error(`the server ended: ${said}`)));
  });
  const debugging = await connectInspector(inspector);

  return {
    url,
    async look() {
      await debugging.call('HeapProfiler.collectGarbage', {});
      const expression = 'JSON.stringify([process.memoryUsage().heapUsed, process.getActiveResourcesInfo().length])';
      const { result } = (await debugging.call('Runtime.evaluate', { expression })) as { result: { value: string } }; // of the DevTools protocol
      const [heap, awake] = JSON.parse(result.value) as [number, number]; // what the expression gives
      const response = await fetch(url + API.metrics, { headers: { authorization: `Bearer ${METRICS_TOKEN}` } });
      const metrics = await response.text();
      return {
        ...{ heap, awake, resident: residentBytes(child.pid ?? 0) },
        rooms: metricOf(metrics, 'strideboard_rooms'),
        sockets: metricOf(metrics, 'strideboard_sockets'),
        logRows: metricOf(metrics, 'strideboard_log_rows'),
      };
    },
    async dispose() {
      debugging.close();
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Bytes of a process in memory, as Linux counts them. */
function residentBytes(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * KIB;
}

/** The sum over all labels. Throws when there is no such figure: what is not there is not 0. */
function metricOf(text: string, name: string): number {
  const values = [...text.matchAll(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'gmu'))].map(([, value]) =>
    Number(value),
  );
  if (values.length === 0) throw new Error(`metricOf: there is no ${name}`);
  return values.reduce((sum, value) => sum + value, 0);
}

/** Speaks the DevTools protocol with a process. */
async function connectInspector(address: string) {
  const socket = new WebSocket(address);
  const waiting = new Map<number, (result: unknown) => void>();
  let last = 0;
  socket.on('message', (data: Buffer) => {
    const { id, result } = JSON.parse(data.toString()) as { id?: number; result?: unknown }; // the protocol's own shape
    waiting.get(id ?? 0)?.(result);
    waiting.delete(id ?? 0);
  });
  await new Promise<void>((resolve, reject) => socket.once('open', () => resolve()).once('error', reject));
  return {
    call: (method: string, params: object): Promise<unknown> =>
      new Promise((resolve) => {
        last += 1;
        waiting.set(last, resolve);
        socket.send(JSON.stringify({ id: last, method, params }));
      }),
    close: () => socket.terminate(),
  };
}
