/**
 * The register as CSV: the columns of the Microsoft Threat Modeling Tool in its order, then ours. RFC 4180 with CRLF, UTF-8 without byte
 * order mark. No cell can be taken for a formula by a spreadsheet.
 */

import type { EncodedText, ExportInput } from '../export-codec.ts';
import { csvText } from '../table/csv-cell.ts';
import { threatColumns } from './threat-columns.ts';
import { threatRows } from './threat-rows.ts';

/** Writes one row a threat, decided ones included. */
export function writeThreatCsv(input: ExportInput): EncodedText {
  const columns = threatColumns(input.words);
  const rows = threatRows(input).map((row) => columns.map(({ read }) => read(row)));
  return {
    text: csvText([columns.map(({ name }) => name), ...rows]),
    losses: input.vanished.map(({ id }) => ({ code: 'decision-vanished', where: id })),
  };
}
