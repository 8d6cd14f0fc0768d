/** The connectivity matrix as a file. */

import { say } from '@strideboard/words';
import type { EncodedText, ExportInput } from '../export-codec.ts';
import { csvText } from '../table/csv-cell.ts';
import { markdownTable } from '../table/markdown-table.ts';
import { escapeMarkdown } from '../threats/threat-markdown.ts';
import { connectionTable } from './connection-rows.ts';

/** As CSV, safe in spreadsheets. */
export function writeMatrixCsv(input: ExportInput): EncodedText {
  const { header, rows } = connectionTable(input);
  return { text: csvText([header, ...rows]), losses: [] };
}

/** As a Markdown table with what its columns mean. */
export function writeMatrixMarkdown(input: ExportInput): EncodedText {
  const { exported, outputs } = input.words;
  const table = connectionTable(input);
  const title = say(outputs.matrix.heading, { title: input.model.meta.title || exported.untitled });
  const body = table.rows.length === 0 ? [outputs.matrix.empty] : [markdownTable(table)];
  return { text: [`# ${escapeMarkdown(title)}`, '', outputs.matrix.about, '', ...body, ''].join('\n'), losses: [] };
}
