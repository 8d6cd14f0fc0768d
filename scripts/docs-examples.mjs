#!/usr/bin/env node
/** `npm run docs:examples`: writes the reports beside the models of docs/ anew, by the command line itself. A test says when they are old. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { EXAMPLE_DAY, EXAMPLE_MODELS, EXAMPLE_REPORTS } from './example-models.mjs';
import { Advice, ensureInstalled, root, runMain } from './install.mjs';

await runMain(() => {
  ensureInstalled();
  ensureBuilt();
  for (const model of EXAMPLE_MODELS) {
    for (const { to, ending } of EXAMPLE_REPORTS) {
      const args = ['export', `${model}.strideboard.json`, '--to', to, '--day', EXAMPLE_DAY, '-o', `${model}${ending}`];
      const cli = spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), ...args], {
        cwd: root,
        stdio: ['ignore', 2, 2],
      });
      if (cli.status !== 0) throw new Advice(`The report of ${model} was not written; the lines above say why.`);
    }
  }
});
