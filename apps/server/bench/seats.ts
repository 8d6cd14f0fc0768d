/** People on a server of their own, for benches: the server as a process with an empty folder, and seats that are connected and up to date. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectPeer, type Peer } from '../src/testing/peer.ts';
import { runServer, type ServerProcess } from '../src/testing/server-process.ts';

/** Only shows that everything runs. Its figures mean nothing. */
export const isShort = process.env['BENCH_SHORT'] === '1';

/** A server that can be ended and started again on what it has stored. */
export interface Home {
  start(): Promise<{ readonly server: ServerProcess; readonly url: string }>;
  dispose(): void;
}

/** Limits are as installed, except how many may come from one address. */
export function openHome(): Home {
  const folder = mkdtempSync(join(tmpdir(), 'strideboard-bench-'));
  const started: ServerProcess[] = [];
  return {
    async start() {
      const server = runServer({
        STRIDEBOARD_DATA: join(folder, 'data'),
        STRIDEBOARD_MAX_CONNS_ROOM: '300',
        STRIDEBOARD_MAX_CONNS_LINK: '300',
        STRIDEBOARD_RATE_CONNECT: '300',
      });
      started.push(server);
      return { server, url: await server.ready };
    },
    dispose() {
      for (const { child } of started) child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Connects somebody; throws when the server ends the connection before everything is there. */
export async function takeSeat(url: string, options: Parameters<typeof connectPeer>[1]): Promise<Peer> {
  const peer = connectPeer({ url }, options);
  const refused = peer.closed.then(({ code, reason }) => {
    throw new Error(`closed before everything was here: ${code} ${reason}`);
  });
  await Promise.race([peer.synced, refused]);
  refused.catch(() => undefined); // it may close later
  return peer;
}

export const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** The value that a share of all do not exceed; not a number where there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Prints a row for `npm run bench`. */
export function row(found: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify(found)}\n`);
}
