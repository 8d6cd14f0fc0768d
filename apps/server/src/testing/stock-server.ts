// The stock y-websocket server, to compare with; it comes from the folder that STRIDEBOARD_PEERS names.

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const PROGRAM = join(process.env['STRIDEBOARD_PEERS'] ?? '/nowhere', 'node_modules/@y/websocket-server/src/server.js');
const PATIENCE_MS = 20_000;

/** Whether it is there. */
export const hasStockServer = existsSync(PROGRAM);

/** Starts it on a free port and waits until it answers; who starts it ends it. */
export async function startStockServer(): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const port = await freePort();
  const child = spawn(process.execPath, [PROGRAM], { env: { HOST: '127.0.0.1', PORT: String(port) }, stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  const answers = (): Promise<boolean> =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
  for (const begun = performance.now(); !(await answers()); ) {
    if (child.exitCode !== null || performance.now() - begun > PATIENCE_MS) {
      child.kill('SIGKILL');
      throw new Error(`startStockServer: ${PROGRAM} does not answer on ${url}`);
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  return { child, url };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
