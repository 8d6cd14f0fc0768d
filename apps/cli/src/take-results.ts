/** `strideboard results MODEL FILE`: the outcome of tests becomes the state of the controls they test. */

import { detectFormat, problemText, writeNative } from '@strideboard/formats';
import { type MatchedResults, matchResults, readResults } from '@strideboard/formats/proof';
import type { AppliedControl, Model } from '@strideboard/model';
import { labelOf } from '@strideboard/stride';
import { createPackIndex } from '@strideboard/packs';
import { say, type Words } from '@strideboard/words';
import { builtInPack } from './builtin-pack.ts';
import { openModel, readProblem } from './open-model.ts';
import { errorCode, type Outcome, printable, type Terminal } from './terminal.ts';

/** What to read, and where to write the model: `null` = back into its file. */
export interface ResultsOptions {
  readonly model: string;
  readonly file: string;
  readonly out: string | null;
}

/** At most this many of one kind are named. */
const SHOWN = 20;

/** Sets controls to verified or failed; results that are about none of them change nothing. */
export function takeResults({ model: path, file, out }: ResultsOptions, terminal: Terminal, words: Words): Outcome {
  const { results } = words.proof;
  const refuse = (line: string): Outcome => {
    terminal.stderr(printable(line));
    return 'bad-input';
  };
  const opened = openModel(path, terminal, words);
  if (opened === null) return 'bad-input';
  // Writing back may not turn a picture or another tool's file into something else.
  if (out === null && !isStrideboardFile(path, terminal)) return refuse(say(results.onlyOwn, { file: path }));
  let bytes: Uint8Array;
  try {
    bytes = terminal.readFile(file);
  } catch (error) {
    return refuse(say(results.cannot, { file, reason: readProblem(errorCode(error), words) }));
  }
  const read = readResults(bytes);
  if (!read.ok) return refuse(say(results.cannot, { file, reason: problemText(read.problem, words) }));
  if (read.cases.length === 0) return refuse(say(results.none, { file }));
  const { model } = opened;
  const matched = matchResults(read.cases, model.applied, file === '-' ? '' : (file.split(/[\\/]/u).at(-1) ?? ''));
  if (matched.isForeign) return refuse(say(results.foreign, { file, count: read.cases.length }));
  const target = out ?? path;
  try {
    terminal.writeFile(target, writeNative({ ...model, applied: withResults(model.applied, matched) }));
  } catch (error) {
    return refuse(say(words.cli.cannotWrite, { file: target, reason: errorCode(error) || String(error) }));
  }
  tell(matched, model, { terminal, words });
  terminal.stderr(say(words.cli.written, { file: target }));
  return 'done';
}

function isStrideboardFile(path: string, { readFile }: Terminal): boolean {
  return path !== '-' && detectFormat(new TextDecoder('utf-8').decode(readFile(path))) === 'json';
}

const isSamePlace = (a: AppliedControl, b: AppliedControl): boolean =>
  a.control === b.control && a.element === b.element;

const withResults = (applied: readonly AppliedControl[], { tested }: MatchedResults): readonly AppliedControl[] =>
  applied.map((place) => tested.find((one) => isSamePlace(one, place)) ?? place);

interface Telling {
  readonly terminal: Terminal;
  readonly words: Words;
}

function tell(matched: MatchedResults, model: Model, { terminal, words }: Telling): void {
  const { results, states } = words.proof;
  const index = createPackIndex(builtInPack.board);
  const elements = new Map<string, Model['elements'][number]>(model.elements.map((one) => [one.id, one]));
  const itemOf = ({ control, element, state }: AppliedControl): string => {
    const found = elements.get(element);
    const where = found === undefined ? element : labelOf(found, index);
    return say(results.item, { control, where, state: states[state] });
  };
  const list = (lines: readonly string[]): void => {
    for (const line of lines.slice(0, SHOWN)) terminal.stderr(printable(line));
    if (lines.length > SHOWN) terminal.stderr(say(results.more, { count: lines.length - SHOWN }));
  };
  const { tested, changed, skipped, unmatched, untested } = matched;
  const count = (state: AppliedControl['state']): number => tested.filter((one) => one.state === state).length;
  const same = tested.length - changed.length;
  terminal.stdout(`${say(results.done, { verified: count('verified'), failed: count('failed'), same })}\n`);
  list(changed.map(itemOf));
  if (skipped.length > 0) terminal.stderr(say(results.skipped, { count: skipped.length }));
  if (unmatched.length > 0) terminal.stderr(say(results.unmatched, { count: unmatched.length }));
  list(unmatched.map((name) => say(results.name, { name })));
  if (untested.length > 0) terminal.stderr(say(results.untested, { count: untested.length }));
  list(untested.map(itemOf));
}
