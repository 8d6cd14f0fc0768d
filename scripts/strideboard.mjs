#!/usr/bin/env node
/** `npx strideboard`: the command line, once it is built. */
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const built = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
if (existsSync(built)) {
  await import(pathToFileURL(built).href);
} else {
  process.stderr.write(
    'The command line is not built yet. Run "npm run build" in this clone once (or "npm start"), then try again.\n',
  );
  process.exitCode = 1;
}
