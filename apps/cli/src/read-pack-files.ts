/** Reads the files of a pack, and says on the error stream why not. */

import { PACK_LIMITS, type PackFile } from '@strideboard/packs';
import { say, type Words } from '@strideboard/words';
import { readProblem } from './open-model.ts';
import { errorCode, type Terminal } from './terminal.ts';

/** The files of a pack: the one at the path, or all YAML files of that folder, sorted. `null` when there are none, after saying why. */
export function readPackFiles(path: string, terminal: Terminal, words: Words): readonly PackFile[] | null {
  const refuse = (file: string, reason: string): null => {
    terminal.stderr(say(words.cli.cannotOpen, { file, reason }));
    return null;
  };
  try {
    const inFolder = terminal.listFiles(path);
    const names = inFolder === null ? [path] : inFolder.filter((name) => /\.ya?ml$/u.test(name)).sort();
    if (names.length === 0) return refuse(path, words.packs.empty);
    const files: PackFile[] = [];
    // One more than may be is enough for the reader to refuse them.
    for (const name of names.slice(0, PACK_LIMITS.files + 1)) {
      const text = decode(terminal.readFile(name));
      if (text === null) return refuse(name, words.packs.notText);
      files.push({ path: name, text });
    }
    return files;
  } catch (error) {
    return refuse(path, readProblem(errorCode(error), words));
  }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
