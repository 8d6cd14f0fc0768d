/** Exactly one copy of yjs may be installed: two copies do not recognise each other's types and lose edits silently. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, say } from './install.mjs';

const copies = [];
const visit = (folder) => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const path = join(folder, entry.name);
    if (entry.name === 'yjs' && folder.endsWith('node_modules')) copies.push(path);
    else if (entry.name.startsWith('@') && folder.endsWith('node_modules')) visit(path);
    const nested = join(path, 'node_modules');
    if (hasFolder(nested)) visit(nested);
  }
};
function hasFolder(path) {
  try {
    readdirSync(path);
    return true;
  } catch {
    return false;
  }
}
visit(join(root, 'node_modules'));
if (copies.length !== 1) {
  say(
    `Expected exactly one copy of yjs, found ${copies.length}:\n${copies.join('\n')}\nAlign the versions in package.json files or add an override.`,
  );
  process.exitCode = 1;
}
