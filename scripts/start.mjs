#!/usr/bin/env node
/** `npm start`: installs what is missing, builds, serves the board. PORT, HOST and STRIDEBOARD_DATA change where. */
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { ensureInstalled, root, runMain } from './install.mjs';

await runMain(async () => {
  ensureInstalled();
  const { ensureBuilt } = await import('./build.mjs');
  ensureBuilt();
  await import(pathToFileURL(join(root, 'dist', 'server', 'main.js')).href);
});
