/** Lists a folder of the disk. */

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Paths of all files in a folder, at any depth, links not followed; `null` for what is no folder. Throws as `node:fs` does. */
export const listFiles = (path: string): readonly string[] | null =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : null;
