/** Everything at once: all formats of a model in one ZIP, with a page that says what each file is and what it leaves out. */

import { say } from '@strideboard/words';
import { exportCodecs } from '../codecs.ts';
import type { EncodedBytes, ExportCodec, ExportId, ExportInput } from '../export-codec.ts';
import type { Loss } from '../loss.ts';
import { lossText } from '../problem.ts';
import { buildReport } from '../report/build-report.ts';
import type { ReportDocument } from '../report/report-document.ts';
import { packFiles } from './pack-files.ts';

/** What whoever waits for it may be told. */
export interface ArchiveProgress {
  /** Called before each format: its place from 0, and how many there are. */
  readonly onFormat?: (id: ExportId, at: number, total: number) => void;
}

/** An archive and, by format, what is not in it. */
export interface Archive extends EncodedBytes {
  readonly lossesOf: ReadonlyMap<ExportId, readonly Loss[]>;
}

/** Most losses of one format that the page names. */
const SHOWN_LOSSES = 50;

/** Writes the archive. A format that cannot be written here is left out, and that is a loss. */
export async function writeArchive(input: ExportInput, progress: ArchiveProgress = {}): Promise<Archive> {
  let report: ReportDocument | null = null;
  const shared: ExportInput = {
    ...input,
    // The same archive whichever diagram somebody looks at: the first one here, the others beside it.
    picture: { ...input.picture, diagram: null },
    report: () => (report ??= buildReport(input)),
  };
  const files = new Map<string, Uint8Array>();
  const lossesOf = new Map<ExportId, readonly Loss[]>();
  for (const [at, codec] of exportCodecs.entries()) {
    progress.onFormat?.(codec.id, at, exportCodecs.length);
    const losses: Loss[] = [];
    for (const [name, whole] of filesOf(codec, shared)) {
      const written = await tryWrite(codec, whole);
      losses.push(...written.losses);
      if (written.bytes !== null) files.set(name, written.bytes);
    }
    lossesOf.set(codec.id, losses);
  }
  files.set(CONTENTS, new TextEncoder().encode(contentsPage(input, files, lossesOf)));
  return { bytes: packFiles(files), losses: [...lossesOf.values()].flat(), lossesOf };
}

const CONTENTS = 'contents.md';
const PICTURES: ReadonlySet<ExportId> = new Set(['svg', 'png']);

/** One file a format; of pictures one for each diagram of the model. */
function filesOf({ id, fileName }: ExportCodec, input: ExportInput): readonly (readonly [string, ExportInput])[] {
  const others = PICTURES.has(id) ? input.model.diagrams.slice(1) : [];
  const further = others.map(
    (diagram, at) =>
      [furtherName(fileName, at), { ...input, picture: { ...input.picture, diagram: diagram.id } }] as const,
  );
  return [[fileName, input], ...further];
}

/** `diagram-2.svg` for the first one after `diagram.svg`. */
const furtherName = (fileName: string, at: number): string => fileName.replace('.', `-${at + 2}.`);

async function tryWrite(
  codec: ExportCodec,
  input: ExportInput,
): Promise<{ readonly bytes: Uint8Array | null; readonly losses: readonly Loss[] }> {
  try {
    const encoded = await codec.encode(input);
    return {
      bytes: 'text' in encoded ? new TextEncoder().encode(encoded.text) : encoded.bytes,
      losses: encoded.losses,
    };
  } catch {
    return { bytes: null, losses: [{ code: 'format-left-out', where: codec.id }] };
  }
}

function contentsPage(
  { words, model }: ExportInput,
  files: ReadonlyMap<string, Uint8Array>,
  lossesOf: ReadonlyMap<ExportId, readonly Loss[]>,
): string {
  const { archive, formats } = words.outputs;
  const sections = exportCodecs.flatMap(({ id, fileName }) => {
    const { name, purpose, losses } = formats[id];
    const lost = lossesOf.get(id) ?? [];
    const more = lost.length - SHOWN_LOSSES;
    const furtherDiagrams = PICTURES.has(id)
      ? model.diagrams.slice(1).map(({ title }, at) => [title, at] as const)
      : [];
    // Images are drawn differently on every machine; the page says nothing that depends on it.
    const shown = id === 'png' ? [] : lost.slice(0, SHOWN_LOSSES);
    return [
      `## ${files.has(fileName) || id === 'png' ? fileName : say(archive.missing, { file: fileName })}`,
      '',
      `${name}. ${purpose} ${losses}`,
      '',
      ...furtherDiagrams.map(
        ([title, at]) => `- ${oneLine(say(archive.further, { file: furtherName(fileName, at), title }))}`,
      ),
      ...(furtherDiagrams.length > 0 ? [''] : []),
      ...shown.map((loss) => `- ${oneLine(lossText(loss, words))}`),
      ...(more > 0 ? [`- ${say(archive.more, { count: more })}`] : []),
      ...(shown.length > 0 ? [''] : []),
    ];
  });
  return [`# ${archive.heading}`, '', archive.about, '', ...sections].join('\n');
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}<>`]+/gu, ' ');
