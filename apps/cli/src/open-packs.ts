/** The packs a model is judged by: the built-in one, those that were named, and the one that came inside its file. */

import type { Model } from '@strideboard/model';
import { formatProblem, mergePacks, missingPacks, type PackBase, type PackProblem } from '@strideboard/packs';
import { provePack } from '@strideboard/stride';
import { say, type Words } from '@strideboard/words';
import { builtInPack } from './builtin-pack.ts';
import { readPackFiles } from './read-pack-files.ts';
import type { SpokenPacks } from './speak-as-asked.ts';
import { printable, type Terminal } from './terminal.ts';

/** Packs beside the built-in one. */
interface FurtherPacks {
  readonly paths: readonly string[];
  /** The pack that came with the model; one of the same id that was named stands in for it. */
  readonly inside: PackBase | null;
  readonly speech: SpokenPacks;
}

/** The merged packs; `null` when one of them is refused, after listing everything that is wrong. */
export function openPacks(
  { paths, inside, speech }: FurtherPacks,
  terminal: Terminal,
  words: Words,
): OpenedPacks | null {
  const additions: PackBase[] = [];
  for (const path of paths) {
    const files = readPackFiles(path, terminal, words);
    if (files === null) return null;
    const proven = provePack(files, builtInPack);
    if (!proven.ok) return refuse(proven.problems, terminal, words);
    additions.push(proven.pack);
  }
  if (inside !== null && !additions.some(({ board }) => board.id === inside.board.id)) additions.push(inside);
  const merged = mergePacks(speech.builtIn, additions.map(speech.spoken));
  if (!merged.ok) return refuse(merged.problems, terminal, words);
  return { parts: merged, heads: [builtInPack, ...additions].map(({ board }) => board) };
}

/** What a model is judged by, and which packs that is. */
export interface OpenedPacks {
  readonly parts: PackBase;
  readonly heads: readonly { readonly id: string; readonly version: string }[];
}

function refuse(problems: readonly PackProblem[], terminal: Terminal, words: Words): null {
  for (const problem of problems) terminal.stderr(printable(formatProblem(problem)));
  terminal.stderr(say(words.packs.problems, { count: problems.length }));
  return null;
}

/** Says on the error stream which packs the model names that are not at hand, or are so in another version; gives the ids of those that are not at hand. */
export function tellMissingPacks(
  model: Model,
  { heads }: OpenedPacks,
  terminal: Terminal,
  words: Words,
): readonly string[] {
  const missing = missingPacks(model.settings.packs, heads);
  for (const { id, version, found } of missing) {
    const text =
      found === null
        ? say(words.packs.missing, { id, version })
        : say(words.packs.otherVersion, { id, version, found });
    terminal.stderr(printable(text));
  }
  return missing.filter(({ found }) => found === null).map(({ id }) => id);
}
