/** The real server as a child process, on a free port with a data folder of its own; can be killed and started again on the same data. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const entry = join(import.meta.dirname, '../../dist/server/main.js');

/** How a server is started. */
interface StartOptions {
  /** No file may grow beyond this: what a full disk looks like to the database. */
  readonly fileLimitBytes?: number;
}

/** A running server. */
export interface TestServer {
  readonly url: string;
  readonly port: number;
  readonly dataFolder: string;
  /** Ends the process at once, as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same port and data. */
  start(options?: StartOptions): Promise<void>;
  /** Ends the process and removes its data. */
  dispose(): Promise<void>;
  /** Everything the process has written so far, both streams. */
  output(): string;
}

/** Starts a server and waits until it answers. */
export async function startServer(first: StartOptions = {}): Promise<TestServer> {
  const port = await freePort();
  const dataFolder = mkdtempSync(join(tmpdir(), 'strideboard-e2e-'));
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  let output = '';

  const start = async ({ fileLimitBytes }: StartOptions = {}): Promise<void> => {
    const limit = fileLimitBytes === undefined ? '' : `ulimit -f ${String(Math.ceil(fileLimitBytes / 512))}; `;
    child = spawn('sh', ['-c', `${limit}exec "$0" "$@"`, process.execPath, entry], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PORT: String(port),
        HOST: '127.0.0.1',
        STRIDEBOARD_DATA: dataFolder,
        // Two hundred tests from one address are no flood.
        STRIDEBOARD_RATE_CREATE: '10000',
        STRIDEBOARD_RATE_SESSION: '10000',
      },
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    await untilReady(
      url,
      () => child?.exitCode ?? null,
      () => output,
    );
  };
  const kill = async (): Promise<void> => {
    const running = child;
    child = null;
    if (running === null || running.exitCode !== null) return;
    const ended = new Promise((done) => running.once('exit', done));
    running.kill('SIGKILL');
    await ended;
  };

  await start(first);
  return {
    url,
    port,
    dataFolder,
    kill,
    start,
    dispose: async () => {
      await kill();
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
    },
    output: () => output,
  };
}

async function untilReady(url: string, exitCode: () => number | null, output: () => string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (exitCode() !== null) throw new Error(`The server ended with code ${String(exitCode())}:\n${output()}`);
    const ready = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`The server did not answer within 30 s:\n${output()}`);
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}
