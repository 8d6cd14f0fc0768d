/** Every format the board can be exported to, in the order of the dialog. */
import type { Exporter } from './exporter.ts';
import { makePng, makeSvg } from './pictures.ts';

/** The formats. */
export const EXPORTERS: readonly Exporter[] = [
  { id: 'svg', section: 'pictures', ending: 'svg', judged: false, make: makeSvg },
  { id: 'png', section: 'pictures', ending: 'png', judged: false, make: makePng },
];

/** Fetches the code of all formats, so that exporting needs no network later. */
export function preloadExporters(): void {
  void import('./svg-to-png.ts');
}
