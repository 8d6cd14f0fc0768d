#!/usr/bin/env node
/** `npm run dev`: hot reload for the web app (Vite) and restart on change for the server (tsx), on one address. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { binOf, ensureInstalled, root, runMain } from './install.mjs';

await runMain(async () => {
  ensureInstalled();
  const port = Number(process.env.PORT ?? 4747);
  const serverPort = port + 1;
  const children = [
    spawn(process.execPath, [binOf('tsx'), 'watch', '--clear-screen=false', join(root, 'apps/server/src/main.ts')], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      env: {
        ...process.env,
        PORT: String(serverPort),
        HOST: '127.0.0.1',
        STRIDEBOARD_ORIGINS: `http://localhost:${port},http://127.0.0.1:${port}`,
        STRIDEBOARD_PUBLIC_URL: process.env.STRIDEBOARD_PUBLIC_URL ?? `http://localhost:${port}`,
      },
    }),
    spawn(process.execPath, [binOf('vite')], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, PORT: String(port), STRIDEBOARD_DEV_SERVER: `http://127.0.0.1:${serverPort}` },
    }),
  ];
  const stop = () => {
    for (const child of children) child.kill('SIGTERM');
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  const code = await Promise.race(
    children.map((child) => new Promise((done) => child.on('exit', (exit) => done(exit ?? 0)))),
  );
  stop();
  return code;
});
