/** Every format the board can be exported to, in the order of the dialog, and everything at once. */
import { loadBuiltInTrees } from '../analysis/held-trees.ts';
import type { ExportId, ExportInput } from '@strideboard/formats';
import { say } from '@strideboard/words';
import type { Exporter, ExportSection } from './exporter.ts';

const list = (section: ExportSection, ids: readonly ExportId[]): readonly Exporter[] =>
  ids.map((id) => ({ id, section, judged: id !== 'json' && id !== 'mermaid' }));

/** The formats. Pictures wait for the analysis as well, since it counts for their badges. */
export const EXPORTERS: readonly Exporter[] = [
  ...list('pictures', ['svg', 'png', 'mermaid']),
  ...list('reports', ['html', 'pdf', 'md']),
  ...list('lists', ['csv', 'xlsx', 'md-list', 'matrix-csv', 'matrix-md', 'proof-csv']),
  ...list('tools', ['sarif', 'issues', 'jira', 'proof-tests']),
  ...list('data', ['json']),
];

/** A file and what could not be carried over, as sentences. */
export interface Exported {
  readonly blob: Blob;
  /** As among other files, e.g. `threats.csv`. */
  readonly fileName: string;
  readonly losses: readonly string[];
}

const load = () => Promise.all([import('@strideboard/formats'), import('./rasterise.ts')]);

/** Fetches the code of all formats, so that exporting needs no network later. A failure shows when a format is used. */
export function preloadExporters(): void {
  Promise.all([load(), loadBuiltInTrees()]).catch(() => undefined);
}

/** Makes one file: the same bytes as on the command line. Rejects when the browser cannot. */
export async function makeFile(id: ExportId, input: ExportInput): Promise<Exported> {
  const [{ findExportCodec, lossText }, { rasterise }] = await load();
  const codec = findExportCodec(id);
  if (codec === null) throw new Error(`makeFile: there is no codec ${id}`);
  const encoded = await codec.encode({ ...input, rasterise });
  const blob =
    'text' in encoded
      ? new Blob([encoded.text], { type: `${codec.mediaType};charset=utf-8` })
      : new Blob([encoded.bytes.slice()], { type: codec.mediaType });
  return { blob, fileName: codec.fileName, losses: encoded.losses.map((loss) => lossText(loss, input.words)) };
}

/** What whoever waits for the archive sees and may do. */
interface Waiting {
  /** Place of the format from 0, and how many there are. */
  readonly onFormat: (id: ExportId, at: number, total: number) => void;
  readonly isStopped: () => boolean;
}

/** Makes the archive of all formats, with a sentence a format that leaves something out; `null` when it was stopped. */
export async function makeArchive(input: ExportInput, waiting: Waiting): Promise<Exported | null> {
  const [{ writeArchive }, { rasterise }] = await load();
  const archive = await writeArchive({ ...input, rasterise }, waiting);
  if (archive === null) return null;
  const { formats, dialog } = input.words.outputs;
  const losses = [...archive.lossesOf].flatMap(([id, { length: count }]) =>
    count === 0 ? [] : [say(dialog.lossesOf, { name: formats[id].name, count })],
  );
  return { blob: new Blob([archive.bytes.slice()], { type: 'application/zip' }), fileName: 'export.zip', losses };
}
