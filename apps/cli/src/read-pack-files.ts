/** Reads the files of a pack, and says on the error stream why not. */

import { detectFormat, problemText } from '@strideboard/formats';
import { readTb7 } from '@strideboard/formats/tmt';
import { PACK_LIMITS, type PackFile } from '@strideboard/packs';
import { say, type Words } from '@strideboard/words';
import { readProblem, tellLosses } from './open-model.ts';
import { errorCode, type Terminal } from './terminal.ts';

/**
 * The files of a pack: the one at the path, or all YAML files of that folder, sorted; a template of the Microsoft Threat Modeling Tool becomes
 * files of a pack. `null` when there are none, after saying why.
 */
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
      const bytes = terminal.readFile(name);
      if (inFolder === null && isTemplate(bytes)) return readTemplate({ path, bytes }, terminal, words);
      const text = decode(bytes);
      if (text === null) return refuse(name, words.packs.notText);
      files.push({ path: name, text });
    }
    return files;
  } catch (error) {
    return refuse(path, readProblem(errorCode(error), words));
  }
}

/** By content; characters of other encodings are let pass, because the reader of templates knows them. */
function isTemplate(bytes: Uint8Array): boolean {
  const format = detectFormat(new TextDecoder().decode(bytes.subarray(0, 4_096)));
  return format === 'tb7' || format === 'tm7';
}

interface TemplateFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

function readTemplate({ path, bytes }: TemplateFile, terminal: Terminal, words: Words): readonly PackFile[] | null {
  const result = readTb7(bytes);
  if (!result.ok) {
    for (const problem of result.problems) {
      terminal.stderr(say(words.cli.cannotOpen, { file: path, reason: problemText(problem, words) }));
    }
    return null;
  }
  const heading = say(words.cli.lossesReading, { file: path, count: result.losses.length });
  tellLosses(result.losses, { heading, terminal, words });
  return result.pack.files.map((file) => ({ ...file, path: `${path}/${file.path}` }));
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
