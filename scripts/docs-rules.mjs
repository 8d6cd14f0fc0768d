#!/usr/bin/env node
/** `npm run docs:rules`: writes the pages of docs/rules/ anew from the Kubernetes pack. A test says when they are old. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, root, runMain, say } from './install.mjs';
import { rulePages } from './rule-pages.mjs';

await runMain(async () => {
  ensureInstalled();
  const { readPack } = await import('./read-pack.mjs');
  const pages = rulePages(await readPack('kubernetes'));
  const folder = join(root, 'docs', 'rules');
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (!pages.has(name)) rmSync(join(folder, name));
  for (const [name, text] of pages) writeFileSync(join(folder, name), text);
  say(`${pages.size} pages in docs/rules`);
});
