/** Opens a file as a model, and says on the error stream why not or what was lost. */

import { detectFormat, FILE_LIMIT, type Loss, lossText, problemText, readNative } from '@strideboard/formats';
import type { Model } from '@strideboard/model';
import { say, type Words } from '@strideboard/words';
import { errorCode, type Terminal } from './terminal.ts';

const SHOWN_PROBLEMS = 5;
const SHOWN_LOSSES = 20;

/** The model in the file; `null` when there is none, after saying why. */
export function openModel(file: string, terminal: Terminal, words: Words): Model | null {
  const refuse = (reason: string): null => {
    terminal.stderr(say(words.cli.cannotOpen, { file, reason }));
    return null;
  };
  let bytes: Uint8Array;
  try {
    bytes = terminal.readFile(file);
  } catch (error) {
    return refuse(readProblem(errorCode(error), words));
  }
  if (bytes.length > FILE_LIMIT) return refuse(problemText({ code: 'too-large' }, words));
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('utf-8').decode(bytes);
    // A foreign binary file is told by its beginning; anything else with broken characters would lose them silently.
    if (detectFormat(text) === 'json') return refuse(problemText({ code: 'unreadable' }, words));
  }
  const result = readNative(text);
  if (!result.ok) {
    for (const problem of result.problems.slice(0, SHOWN_PROBLEMS)) refuse(problemText(problem, words));
    return null;
  }
  const heading = say(words.cli.lossesReading, { file, count: result.losses.length });
  tellLosses(result.losses, { heading, terminal, words });
  return result.model;
}

/** Why a file could not be read, by the code of the error. */
export function readProblem(code: string, words: Words): string {
  const { missing, folder, forbidden } = words.cli;
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: missing,
    ENOTDIR: missing,
    EISDIR: folder,
    EACCES: forbidden,
    EPERM: forbidden,
  };
  return reasons[code] ?? problemText({ code: 'unreadable' }, words);
}

interface Telling {
  readonly heading: string;
  readonly terminal: Terminal;
  readonly words: Words;
}

/** Lists losses on the error stream; says nothing when there are none. */
export function tellLosses(losses: readonly Loss[], { heading, terminal, words }: Telling): void {
  if (losses.length === 0) return;
  terminal.stderr(heading);
  for (const loss of losses.slice(0, SHOWN_LOSSES)) {
    terminal.stderr(say(words.cli.item, { text: lossText(loss, words) }));
  }
  if (losses.length > SHOWN_LOSSES) terminal.stderr(say(words.cli.moreLosses, { count: losses.length - SHOWN_LOSSES }));
}
