/** `strideboard export FILE --to …`: the same bytes as the board's own export. */

import { type ExportCodec, findExportCodec } from '@strideboard/formats';
import { say, type Words } from '@strideboard/words';
import { judge } from './judge.ts';
import { type FileOptions, openFiles } from './open-files.ts';
import { tellLosses } from './open-model.ts';
import { openPacks, tellMissingPacks } from './open-packs.ts';
import { loadRasteriser } from './rasterise.ts';
import { errorCode, type Outcome, type Terminal } from './terminal.ts';

/** What to write, and where: `null` = standard output. */
export interface ExportOptions extends FileOptions {
  readonly to: ExportCodec['id'];
  readonly out: string | null;
  /** Counts of threats and questions in drawings. */
  readonly badges: boolean;
  /** Paths of packs to judge by, besides the built-in one. */
  readonly packs: readonly string[];
}

/** Writes the model of a file, or of Kubernetes YAML, in another format. */
export async function exportFile(options: ExportOptions, terminal: Terminal, words: Words): Promise<Outcome> {
  const { to, out, badges } = options;
  const opened = openFiles(options, terminal, words);
  if (opened === null) return 'bad-input';
  const packs = openPacks({ paths: options.packs, inside: opened.pack }, terminal, words);
  if (packs === null) return 'bad-input';
  const absent = tellMissingPacks(opened.model, packs, terminal, words);
  const judged = judge(opened, words, packs.parts, { today: terminal.today?.(), absent });
  const codec = findExportCodec(to);
  if (judged === null || codec === null) {
    terminal.stderr(words.cli.packBroken);
    return 'bad-input';
  }
  const rasterise = to === 'png' ? await loadRasteriser() : undefined;
  if (rasterise === null) {
    terminal.stderr(words.cli.export.noImages);
    return 'bad-input';
  }
  const encoded = await codec.encode({ ...judged, picture: { badges }, ...(rasterise && { rasterise }) });
  const { losses } = encoded;
  const content = 'text' in encoded ? encoded.text : encoded.bytes;
  tellLosses(losses, { heading: say(words.cli.lossesWriting, { count: losses.length }), terminal, words });
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
