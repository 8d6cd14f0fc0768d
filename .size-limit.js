/** Budget of what a first visit downloads before the first click: the entry and everything it imports statically. */
import { existsSync, readFileSync } from 'node:fs';

const manifestFile = new URL('dist/web/.vite/manifest.json', import.meta.url);
const manifest = existsSync(manifestFile) ? JSON.parse(readFileSync(manifestFile, 'utf8')) : {};
const files = new Set();
const visit = (key) => {
  const chunk = manifest[key];
  if (!chunk || files.has(`dist/web/${chunk.file}`)) return;
  files.add(`dist/web/${chunk.file}`);
  for (const next of chunk.imports ?? []) visit(next);
};
for (const key of Object.keys(manifest)) if (manifest[key].isEntry) visit(key);

export default [{ name: 'JavaScript to first use', path: [...files], limit: '220 KB', gzip: true }];
