/** Every format that can be written. */

import type { ExportCodec } from './export-codec.ts';
import { writeIssues } from './issues/write-issues.ts';
import { writeJira } from './issues/write-jira.ts';
import { writeMatrixCsv, writeMatrixMarkdown } from './matrix/write-matrix.ts';
import { writeMermaid } from './mermaid/write-mermaid.ts';
import { writeNative } from './native/write-native.ts';
import { writeHtmlReport } from './report/report-html.ts';
import { writePdfReport } from './report/report-pdf.ts';
import { writeMarkdownReport } from './report/report-markdown.ts';
import { writeSarif } from './sarif/write-sarif.ts';
import { writeProofCsv } from './proof/proof-csv.ts';
import { writeTestSkeleton } from './proof/test-skeleton.ts';
import { writePng, writeSvg } from './picture/write-pictures.ts';
import { writeXlsx } from './spreadsheet/write-xlsx.ts';
import { writeThreatCsv } from './threats/threat-csv.ts';
import { writeThreatMarkdown } from './threats/threat-markdown.ts';

/** The formats, in the order they are offered. */
export const exportCodecs: readonly ExportCodec[] = [
  { id: 'svg', ...file('diagram', 'svg', 'image/svg+xml'), judged: true, encode: writeSvg },
  { id: 'png', ...file('diagram', 'png', 'image/png'), judged: true, encode: writePng },
  { id: 'pdf', ...file('report', 'pdf', 'application/pdf'), judged: true, encode: writePdfReport },
  { id: 'html', ...file('report', 'html', 'text/html'), judged: true, encode: writeHtmlReport },
  { id: 'md', ...file('report', 'md', 'text/markdown'), judged: true, encode: writeMarkdownReport },
  { id: 'md-list', ...file('threats', 'md', 'text/markdown'), judged: true, encode: writeThreatMarkdown },
  { id: 'csv', ...file('threats', 'csv', 'text/csv'), judged: true, encode: writeThreatCsv },
  {
    id: 'xlsx',
    ...file('threats', 'xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
    judged: true,
    encode: writeXlsx,
  },
  { id: 'matrix-csv', ...file('connections', 'csv', 'text/csv'), judged: true, encode: writeMatrixCsv },
  { id: 'matrix-md', ...file('connections', 'md', 'text/markdown'), judged: true, encode: writeMatrixMarkdown },
  { id: 'proof-csv', ...file('controls', 'csv', 'text/csv'), judged: true, encode: writeProofCsv },
  {
    id: 'proof-tests',
    ...file('controls', 'test.mjs', 'text/javascript'),
    judged: true,
    encode: writeTestSkeleton,
  },
  { id: 'sarif', ...file('threats', 'sarif', 'application/sarif+json'), judged: true, encode: writeSarif },
  { id: 'issues', ...file('github-issues', 'mjs', 'text/javascript'), judged: true, encode: writeIssues },
  { id: 'jira', ...file('jira-import', 'csv', 'text/csv'), judged: true, encode: writeJira },
  { id: 'mermaid', ...file('diagram', 'mmd', 'text/vnd.mermaid'), judged: false, encode: writeMermaid },
  {
    id: 'json',
    ...file('model', 'json', 'application/json'),
    judged: false,
    encode: ({ model }) => ({ text: writeNative(model), losses: [] }),
  },
];

/** The codec with this id; `null` for an unknown one. */
export const findExportCodec = (id: string): ExportCodec | null =>
  exportCodecs.find((codec) => codec.id === id) ?? null;

function file(
  stem: string,
  extension: string,
  mediaType: string,
): Pick<ExportCodec, 'extension' | 'fileName' | 'mediaType'> {
  return { extension, mediaType, fileName: `${stem}.${extension}` };
}
