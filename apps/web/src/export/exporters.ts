/** Every format the board can be exported to, in the order of the dialog. */
import type { ExportCodec } from '@strideboard/formats';
import type { Exporter } from './exporter.ts';

/** The formats. Pictures wait for the analysis as well, since it counts for their badges. */
export const EXPORTERS: readonly Exporter[] = [
  { id: 'svg', section: 'pictures', ending: 'svg', judged: true, make: written('svg') },
  { id: 'png', section: 'pictures', ending: 'png', judged: true, make: written('png') },
  { id: 'json', section: 'data', ending: 'json', judged: false, make: written('json') },
  { id: 'csv', section: 'lists', ending: 'csv', suffix: 'threats', judged: true, make: written('csv') },
  { id: 'markdown', section: 'lists', ending: 'md', suffix: 'threats', judged: true, make: written('md') },
  { id: 'sarif', section: 'lists', ending: 'sarif', suffix: 'threats', judged: true, make: written('sarif') },
];

/** Fetches the code of all formats, so that exporting needs no network later. A failure shows when a format is used. */
export function preloadExporters(): void {
  Promise.all([import('@strideboard/formats'), import('./svg-to-png.ts')]).catch(() => undefined);
}

/** A format that one of our codecs writes: the same bytes as on the command line. */
function written(id: ExportCodec['id']): Exporter['make'] {
  return async (input) => {
    const [{ findExportCodec, lossText }, { rasterise }] = await Promise.all([
      import('@strideboard/formats'),
      import('./svg-to-png.ts'),
    ]);
    const codec = findExportCodec(id);
    if (codec === null) throw new Error(`exporters: there is no codec ${id}`);
    const encoded = await codec.encode({ ...input, rasterise });
    const blob =
      'text' in encoded
        ? new Blob([encoded.text], { type: `${codec.mediaType};charset=utf-8` })
        : new Blob([encoded.bytes.slice()], { type: codec.mediaType });
    return {
      blob,
      losses: encoded.losses.map((loss) => lossText(loss, input.words)),
    };
  };
}
