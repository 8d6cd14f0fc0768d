#!/usr/bin/env node
/** `npx strideboard-server [command]`: the server and its commands, once they are built. */
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const built = fileURLToPath(new URL('../dist/server/main.js', import.meta.url));
if (existsSync(built)) {
  await import(pathToFileURL(built).href);
} else {
  process.stderr.write(
    'The server is not built yet. Run "npm run build" in this clone once (or "npm start"), then try again.\n',
  );
  process.exitCode = 1;
}
