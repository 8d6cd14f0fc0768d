// The real server as a program of its own, for tests that must survive its death.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A server on one port and one data folder that can die and come back. */
export interface RealServer {
  readonly base: string;
  /** Starts the program; resolves when it says that it is ready. */
  start(): Promise<void>;
  /** Ends the program without any warning (SIGKILL). */
  kill(): Promise<void>;
  /** Ends the program as an operator would (SIGTERM). */
  stop(): Promise<void>;
  dispose(): Promise<void>;
}

/** Prepares a server on a free port with an empty data folder; nothing runs yet. */
export async function createRealServer(): Promise<RealServer> {
  const folder = await mkdtemp(join(tmpdir(), 'strideboard-connection-'));
  const port = await freePort();
  const main = fileURLToPath(new URL('../../../../apps/server/src/main.ts', import.meta.url));
  let program: ChildProcess | null = null;

  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    const ending = program;
    program = null;
    if (ending === null || ending.exitCode !== null || ending.signalCode !== null) return;
    const exit = once(ending, 'exit');
    ending.kill(signal);
    await exit;
  };

  return {
    base: `http://127.0.0.1:${port}`,
    start: async () => {
      const env = {
        ...process.env,
        HOST: '127.0.0.1',
        PORT: String(port),
        STRIDEBOARD_DATA: folder,
        STRIDEBOARD_ALLOW_NO_ORIGIN: '1',
      };
      program = spawn(process.execPath, ['--import', 'tsx', main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
      await isReady(program);
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    dispose: async () => {
      await end('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function isReady(program: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    program.stderr?.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-4_000);
    });
    program.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('ready')) resolve();
    });
    program.once('exit', (code) => reject(new Error(`createRealServer: the server ended with ${code}: ${log}`)));
  });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo; // listening on TCP
  probe.close();
  return port;
}
