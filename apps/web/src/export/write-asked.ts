/** From the board as plain data to one file, or to the archive of all: what the worker does when it is asked. */
import { type ExportId, type ExportInput, lossText, type Rasterise } from '@strideboard/formats';
import { findExportCodec, writeArchive } from '@strideboard/formats/write';
import { createPackIndex, type TreePart } from '@strideboard/packs';
import { english, say } from '@strideboard/words';
import { holdTrees } from '../analysis/held-trees.ts';
import { speakIn } from '../session/worker-language.ts';
import { sayInput } from './say-input.ts';
import type { PlainInput, Wanted, WrittenFile } from './protocol.ts';

/** What writing needs of the place where it happens. */
interface Tools {
  readonly rasterise: Rasterise;
  readonly loadTrees: (language: string) => Promise<TreePart>;
  /** Called before each format of the archive: its place from 0, and how many there are. */
  readonly onStep: (id: ExportId, at: number, total: number) => void;
}

/** Writes it: the same bytes as on the command line. Rejects when the browser cannot. */
export async function writeAsked(wanted: Wanted, input: PlainInput, tools: Tools): Promise<WrittenFile> {
  await speakIn(input.language);
  const [said, trees] = await Promise.all([sayInput(input), tools.loadTrees(input.language)]);
  const whole = wholeInput(said, trees, tools.rasterise);
  return wanted === 'all' ? writeAll(whole, tools) : writeOne(wanted, whole);
}

function wholeInput(
  { board, additions, analysis, ruleNames, language, saidIn: _saidIn, written: _written, ...plain }: PlainInput,
  builtIn: TreePart,
  rasterise: Rasterise,
): ExportInput {
  const { model, threats } = plain;
  return {
    ...plain,
    pack: createPackIndex(board),
    questions: analysis?.questions ?? [],
    prompts: analysis?.prompts ?? [],
    elsewhere: analysis?.elsewhere ?? [],
    trees: holdTrees(builtIn, { model, additions, analysis, threats, ruleNames }),
    words: english,
    language,
    rasterise,
  };
}

async function writeOne(id: ExportId, input: ExportInput): Promise<WrittenFile> {
  const codec = findExportCodec(id);
  if (codec === null) throw new Error(`writeAsked: there is no codec ${id}`);
  const encoded = await codec.encode(input);
  const blob =
    'text' in encoded
      ? new Blob([encoded.text], { type: `${codec.mediaType};charset=utf-8` })
      : new Blob([encoded.bytes.slice()], { type: codec.mediaType });
  return { blob, fileName: codec.fileName, losses: encoded.losses.map((loss) => lossText(loss, input.words)) };
}

/** What a format leaves out is told by number: the page inside the archive names it. */
async function writeAll(input: ExportInput, { onStep }: Tools): Promise<WrittenFile> {
  const { bytes, lossesOf } = await writeArchive(input, { onFormat: onStep });
  const { formats, dialog } = input.words.outputs;
  const losses = [...lossesOf].flatMap(([id, { length: count }]) =>
    count === 0 ? [] : [say(dialog.lossesOf, { name: formats[id].name, count })],
  );
  return { blob: new Blob([bytes.slice()], { type: 'application/zip' }), fileName: 'export.zip', losses };
}
