/**
 * The threat list as CSV: the columns of the Microsoft Threat Modeling Tool in its order, then ours. RFC 4180 with CRLF, UTF-8 without byte
 * order mark. No cell can be taken for a formula by a spreadsheet.
 */

import type { EncodedText, ExportInput } from '../export-codec.ts';
import { type ThreatRow, threatRows } from './threat-rows.ts';

/** Writes one row a threat, decided ones included. */
export function writeThreatCsv(input: ExportInput): EncodedText {
  const { columns, generated, wholeModel } = input.words.exported;
  const fields: readonly (readonly [string, (row: ThreatRow) => string])[] = [
    [columns.id, (row) => row.id],
    [columns.title, (row) => row.title],
    [columns.category, (row) => row.categories.join('; ')],
    [columns.diagram, (row) => row.diagram],
    [columns.interaction, (row) => row.subject?.name ?? wholeModel],
    [columns.priority, (row) => row.severity],
    [columns.state, (row) => row.state],
    [columns.changedBy, (row) => row.changedBy],
    [columns.description, (row) => row.description],
    [columns.justification, (row) => row.justification],
    [columns.lastModified, (row) => row.changedAt || generated],
    [columns.source, (row) => row.subject?.source ?? ''],
    [columns.target, (row) => row.subject?.target ?? ''],
    [columns.element, (row) => (row.subject === null || row.subject.source !== '' ? '' : row.subject.name)],
    [columns.elementId, (row) => row.subject?.id ?? ''],
    [columns.boundary, (row) => row.subject?.crosses.join('; ') ?? ''],
    [columns.rule, (row) => row.rule],
    [columns.letters, (row) => row.threat.finding.letters.join('')],
    [columns.because, (row) => row.because.join('; ')],
    [columns.controls, (row) => row.mitigations.join('; ')],
    [columns.owner, (row) => row.owner],
    [columns.sources, (row) => row.sources.join('; ')],
  ];
  const rows = [fields.map(([name]) => name), ...threatRows(input).map((row) => fields.map(([, read]) => read(row)))];
  return {
    text: rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join(''),
    losses: input.vanished.map(({ id }) => ({ code: 'decision-vanished', where: id })),
  };
}

/**
 * One cell: guarded by an apostrophe where a spreadsheet would calculate (it begins, maybe after white space, with `=`, `+`, `-`, `@` or a
 * full-width form of these, or with a tab or carriage return), quoted where CSV needs it.
 */
export function csvCell(text: string): string {
  const plain = text.replaceAll('\0', '');
  const safe = /^(?:\s*[=+\-@＝＋－＠]|[\t\r])/u.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
