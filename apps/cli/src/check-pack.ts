/** `strideboard pack check PATH`: everything that is wrong with a pack, or what it holds. */

import { formatProblem } from '@strideboard/packs';
import { provePack } from '@strideboard/stride';
import { say, type Words } from '@strideboard/words';
import { builtInPack } from './builtin-pack.ts';
import { readPackFiles } from './read-pack-files.ts';
import { type Outcome, printable, type Terminal } from './terminal.ts';

/** Which pack, and on top of what. */
export interface CheckPackOptions {
  readonly path: string;
  /** Whether it stands alone, not on the built-in pack. */
  readonly alone: boolean;
}

/** Prints the problems of a pack, one a line, or its counts, on standard output. */
export function checkPack({ path, alone }: CheckPackOptions, terminal: Terminal, words: Words): Outcome {
  const files = readPackFiles(path, terminal, words);
  if (files === null) return 'bad-input';
  const proven = provePack(files, alone ? null : builtInPack);
  if (!proven.ok) {
    const lines = proven.problems.map((problem) => printable(formatProblem(problem)));
    terminal.stdout(`${[...lines, '', say(words.packs.problems, { count: lines.length })].join('\n')}\n`);
    return 'bad-input';
  }
  const { board, judgement } = proven.pack;
  const { run, withoutFiring, withoutQuiet } = proven.examples;
  const lines = [
    say(words.packs.fine, {
      title: board.title,
      version: board.version,
      rules: judgement.rules.length,
      stencils: board.stencils.length,
      boundaries: board.boundaries.length,
      properties: board.properties.length,
      controls: judgement.controls.length,
      count: run,
    }),
  ];
  const tell = (message: Words['packs']['withoutFiring' | 'withoutQuiet'], rules: readonly string[]): void => {
    if (rules.length > 0) lines.push(say(message, { count: rules.length, rules: rules.join(', ') }));
  };
  tell(words.packs.withoutFiring, withoutFiring);
  tell(words.packs.withoutQuiet, withoutQuiet);
  terminal.stdout(`${lines.map(printable).join('\n')}\n`);
  return 'done';
}
