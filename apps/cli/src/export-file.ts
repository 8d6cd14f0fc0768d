/** `strideboard export FILE --to …` and `--all …`: the same bytes as the board's own export. */

import type { ExportId, ExportInput } from '@strideboard/formats';
import { findExportCodec, writeArchive } from '@strideboard/formats/write';
import { languageInUse, say, type Words } from '@strideboard/words';
import { judge } from './judge.ts';
import { type FileOptions, openFiles } from './open-files.ts';
import { tellLosses } from './open-model.ts';
import { openPacks, tellMissingPacks } from './open-packs.ts';
import { loadRasteriser } from './rasterise.ts';
import type { SpokenPacks } from './speak-as-asked.ts';
import { errorCode, type Outcome, type Terminal } from './terminal.ts';

/** What to write, and where: `null` = standard output. */
export interface ExportOptions extends FileOptions {
  /** One format, or everything as one archive. */
  readonly to: ExportId | 'all';
  readonly out: string | null;
  /** Counts of threats and questions in drawings. */
  readonly badges: boolean;
  /** ISO day that the report is of and standing decisions are judged on; the present one when `null`. */
  readonly day: string | null;
  /** Paths of packs to judge by, besides the built-in one. */
  readonly packs: readonly string[];
  readonly speech: SpokenPacks;
}

/** Writes the model of a file, or of Kubernetes YAML, in another format, or in all of them. */
export async function exportFile(options: ExportOptions, terminal: Terminal, words: Words): Promise<Outcome> {
  const { to, out, badges } = options;
  const opened = openFiles(options, terminal, words);
  if (opened === null) return 'bad-input';
  const packs = openPacks({ paths: options.packs, inside: opened.pack, speech: options.speech }, terminal, words);
  if (packs === null) return 'bad-input';
  const absent = tellMissingPacks(opened.model, packs, terminal, words);
  const today = options.day ?? terminal.today?.() ?? '';
  const judged = judge(opened, words, packs.parts, { today, absent });
  if (judged === null) {
    terminal.stderr(words.cli.packBroken);
    return 'bad-input';
  }
  const rasterise = to === 'png' || to === 'all' ? await loadRasteriser() : undefined;
  if (rasterise === null) terminal.stderr(words.cli.export.noImages);
  if (rasterise === null && to === 'png') return 'bad-input';
  const input: ExportInput = {
    ...judged,
    language: languageInUse(),
    today,
    picture: { badges },
    ...(rasterise && { rasterise }),
  };
  const content = to === 'all' ? await everything(input, terminal) : await oneFormat(to, input, terminal);
  return put(content, out, terminal, words);
}

async function oneFormat(to: ExportId, input: ExportInput, terminal: Terminal): Promise<string | Uint8Array> {
  const { words } = input;
  const codec = findExportCodec(to);
  if (codec === null) throw new Error(`exportFile: there is no codec ${to}`);
  const encoded = await codec.encode(input);
  const { name, losses } = words.outputs.formats[to];
  terminal.stderr(say(words.cli.export.leavesOut, { name, losses }));
  const heading = say(words.cli.lossesWriting, { count: encoded.losses.length });
  tellLosses(encoded.losses, { heading, terminal, words });
  return 'text' in encoded ? encoded.text : encoded.bytes;
}

/** What each format leaves out is told by number: the page inside the archive names it. */
async function everything(input: ExportInput, terminal: Terminal): Promise<Uint8Array> {
  const { words } = input;
  const archive = await writeArchive(input);
  for (const [id, { length: count }] of archive.lossesOf) {
    const { name } = words.outputs.formats[id];
    if (count > 0) terminal.stderr(say(words.cli.export.lossesOf, { name, count }));
  }
  terminal.stderr(words.cli.export.contents);
  return archive.bytes;
}

function put(content: string | Uint8Array, out: string | null, terminal: Terminal, words: Words): Outcome {
  if (out === null) {
    terminal.stdout(content);
    return 'done';
  }
  try {
    terminal.writeFile(out, content);
  } catch (error) {
    terminal.stderr(say(words.cli.cannotWrite, { file: out, reason: errorCode(error) || String(error) }));
    return 'bad-input';
  }
  terminal.stderr(say(words.cli.written, { file: out }));
  return 'done';
}
