/** The built server for a script: a process of its own, on a free port, with a data folder that is gone afterwards. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './install.mjs';

/** Starts it, and waits until it says that it is ready. PORT asks for a port. */
export async function startServer(what) {
  const dataFolder = mkdtempSync(join(tmpdir(), `strideboard-${what}-data-`));
  const child = spawn(process.execPath, [join(root, 'dist', 'server', 'main.js')], {
    env: { ...process.env, PORT: process.env.PORT ?? '0', HOST: '127.0.0.1', STRIDEBOARD_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
      const ready = /^Strideboard is ready: (\S+)/mu.exec(said)?.[1];
      if (ready !== undefined) resolve(ready);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with code ${code}`)));
  });
  return {
    url,
    async dispose() {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = new Promise((done) => child.once('exit', done));
        child.kill();
        await ended;
      }
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
