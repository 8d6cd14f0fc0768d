/** Entry of the command line. */

import { readFileSync, writeFileSync } from 'node:fs';
import { english } from '@strideboard/words';
import { listFiles } from './list-files.ts';
import { run } from './run.ts';

// Standard output is written whole before the program ends, also into a pipe; a reader that leaves early is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await run(
  process.argv.slice(2),
  {
    stdout: (content) => process.stdout.write(content),
    stderr: (line) => process.stderr.write(`${line}\n`),
    readFile: (path) => readFileSync(path === '-' ? process.stdin.fd : path),
    listFiles,
    writeFile: (path, content) => writeFileSync(path, content),
    today: () => new Date().toISOString().slice(0, 10),
  },
  english,
);
