/** Every format that can be written. */

import type { ExportCodec } from './export-codec.ts';
import { writeNative } from './native/write-native.ts';
import { writeHtmlReport } from './report/report-html.ts';
import { writeMarkdownReport } from './report/report-markdown.ts';
import { writeSarif } from './sarif/write-sarif.ts';
import { writeProofCsv } from './proof/proof-csv.ts';
import { writeTestSkeleton } from './proof/test-skeleton.ts';
import { writePng, writeSvg } from './picture/write-pictures.ts';
import { writeThreatCsv } from './threats/threat-csv.ts';
import { writeThreatMarkdown } from './threats/threat-markdown.ts';

/** The formats, in the order they are offered. */
export const exportCodecs: readonly ExportCodec[] = [
  { id: 'svg', extension: 'svg', mediaType: 'image/svg+xml', judged: true, encode: writeSvg },
  { id: 'png', extension: 'png', mediaType: 'image/png', judged: true, encode: writePng },
  { id: 'html', extension: 'html', mediaType: 'text/html', judged: true, encode: writeHtmlReport },
  { id: 'md', extension: 'md', mediaType: 'text/markdown', judged: true, encode: writeMarkdownReport },
  { id: 'md-list', extension: 'md', mediaType: 'text/markdown', judged: true, encode: writeThreatMarkdown },
  { id: 'csv', extension: 'csv', mediaType: 'text/csv', judged: true, encode: writeThreatCsv },
  { id: 'sarif', extension: 'sarif', mediaType: 'application/sarif+json', judged: true, encode: writeSarif },
  { id: 'proof-csv', extension: 'csv', mediaType: 'text/csv', judged: true, encode: writeProofCsv },
  {
    id: 'proof-tests',
    extension: 'test.mjs',
    mediaType: 'text/javascript',
    judged: true,
    encode: writeTestSkeleton,
  },
  {
    id: 'json',
    extension: 'json',
    mediaType: 'application/json',
    judged: false,
    encode: ({ model }) => ({ text: writeNative(model), losses: [] }),
  },
];

/** The codec with this id; `null` for an unknown one. */
export const findExportCodec = (id: string): ExportCodec | null =>
  exportCodecs.find((codec) => codec.id === id) ?? null;
