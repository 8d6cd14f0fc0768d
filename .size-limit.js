/**
 * Budget of what is downloaded before the first click: for the start page the entry and its page, for a board the entry, the board and
 * everything they import statically. Panels, dialogs, exporters, rules and templates load on demand. The floor is 220 KB for a board, the aim 200.
 */
import { existsSync, readFileSync } from 'node:fs';

const manifestFile = new URL('dist/web/.vite/manifest.json', import.meta.url);
const manifest = existsSync(manifestFile) ? JSON.parse(readFileSync(manifestFile, 'utf8')) : {};

/** The files of the chunks whose key fits, with everything they import statically. */
function closure(...wanted) {
  const files = new Set();
  const visit = (key) => {
    const chunk = manifest[key];
    if (!chunk || files.has(`dist/web/${chunk.file}`)) return;
    files.add(`dist/web/${chunk.file}`);
    for (const next of chunk.imports ?? []) visit(next);
  };
  for (const key of Object.keys(manifest))
    if (manifest[key].isEntry || wanted.some((name) => key.endsWith(name))) visit(key);
  return [...files];
}

export default [
  { name: 'start page', path: closure('/StartPage.tsx'), limit: '110 KB', gzip: true },
  { name: 'board', path: closure('/BoardPage.tsx'), limit: '207 KB', gzip: true },
];
