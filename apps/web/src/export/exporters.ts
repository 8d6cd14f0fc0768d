/** Every format the board can be exported to, in the order of the dialog. */
import type { ExportId } from '@strideboard/formats';
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
