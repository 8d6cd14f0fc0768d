/** Opens a file as a model, and says on the error stream why not or what was lost. */

import {
  detectFormat,
  FILE_LIMIT,
  type Loss,
  lossText,
  type Problem,
  problemText,
  readNative,
  readPicture,
  type ReadResult,
} from '@strideboard/formats';
import { readTm7 } from '@strideboard/formats/tmt';
import type { Model } from '@strideboard/model';
import type { PackBase } from '@strideboard/packs';
import { say, type Words } from '@strideboard/words';
import { errorCode, type Terminal } from './terminal.ts';

const SHOWN_PROBLEMS = 5;
const SHOWN_LOSSES = 20;

/** A model and what came with it in its file. */
export interface OpenedModel {
  readonly model: Model;
  /** The pack that judges it as the tool it comes from would; `null` = none came with it. */
  readonly pack: PackBase | null;
  /** The decisions of the model, and those that were made on the threats which that pack finds. */
  readonly decisions: Model['decisions'];
}

/** The model in the file; `null` when there is none, after saying why. */
export function openModel(file: string, terminal: Terminal, words: Words): OpenedModel | null {
  const refuse = (...reasons: readonly string[]): null => {
    for (const reason of reasons) terminal.stderr(say(words.cli.cannotOpen, { file, reason }));
    return null;
  };
  let bytes: Uint8Array;
  try {
    bytes = terminal.readFile(file);
  } catch (error) {
    return refuse(readProblem(errorCode(error), words));
  }
  if (bytes.length > FILE_LIMIT) return refuse(problemText({ code: 'too-large' }, words));
  const read = readModel(bytes);
  if (!read.ok) {
    return refuse(...read.problems.slice(0, SHOWN_PROBLEMS).map((problem) => problemText(problem, words)));
  }
  const heading = say(words.cli.lossesReading, { file, count: read.losses.length });
  tellLosses(read.losses, { heading, terminal, words });
  return read;
}

type ReadModel =
  | ({ readonly ok: true; readonly losses: readonly Loss[] } & OpenedModel)
  | { readonly ok: false; readonly problems: readonly Problem[] };

function readModel(bytes: Uint8Array): ReadModel {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('utf-8').decode(bytes);
    // A foreign binary file is told by its beginning; anything else with broken characters would lose them silently.
    if (detectFormat(text) === 'json') return { ok: false, problems: [{ code: 'unreadable' }] };
  }
  if (detectFormat(text) === 'tm7') {
    const tm7 = readTm7(bytes);
    if (!tm7.ok) return tm7;
    const { model, template, losses, ruleDecisions } = tm7;
    const decisions = template === null ? model.decisions : { ...model.decisions, ...ruleDecisions };
    return { ok: true, losses, model, pack: template?.loaded ?? null, decisions };
  }
  const native = readFile(bytes, text);
  if (!native.ok) return native;
  const { model, losses } = native;
  return { ok: true, losses, model, pack: null, decisions: model.decisions };
}

/** A Strideboard file, or one inside a picture. */
function readFile(bytes: Uint8Array, text: string): ReadResult {
  const format = detectFormat(text);
  if (format !== 'svg' && format !== 'png') return readNative(text);
  const picture = readPicture(bytes);
  return picture.ok ? readNative(picture.text) : picture;
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
