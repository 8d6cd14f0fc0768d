/** Open threats as CSV for the import of Jira: one issue a row, texts as Jira's wiki markup shows them unchanged. */

import type { FindingSeverity } from '@strideboard/stride';
import type { EncodedText, ExportInput } from '../export-codec.ts';
import { csvText } from '../table/csv-cell.ts';
import { listIssues } from './issue-list.ts';

/** Columns as the import assigns them by name; `Labels` stands once a label. */
const HEADER = [
  'Summary',
  'Issue Key',
  'Issue Type',
  'Priority',
  'Labels',
  'Labels',
  'Due Date',
  'Description',
] as const;
const PRIORITIES: Readonly<Record<FindingSeverity, string>> = {
  critical: 'Highest',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

/** Writes the table. A threat whose ticket is the key of an issue updates that issue. */
export function writeJira(input: ExportInput): EncodedText {
  const issues = listIssues(input);
  const rows = issues
    .filter(({ isOpen }) => isOpen)
    .map(({ title, description, facts, row }) => [
      title,
      /[A-Z][A-Z0-9]+-\d+$/u.exec(row.ticket)?.[0] ?? '',
      'Task',
      PRIORITIES[row.register.severity ?? 'medium'],
      'threat-model',
      // Labels have no spaces.
      row.categories.map((category) => category.replace(/\s+/gu, '-').toLowerCase()).join('_'),
      row.due.slice(0, 10),
      [escapeWiki(description), '', ...facts.map(({ name, text }) => `* *${name}*: ${escapeWiki(text)}`)].join('\n'),
    ]);
  return {
    text: csvText([HEADER, ...rows]),
    losses: [
      ...input.vanished.map(({ id }) => ({ code: 'decision-vanished', where: id }) as const),
      ...issues.flatMap(({ id, isOpen }) => (isOpen ? [] : [{ code: 'threat-left-out', where: id } as const])),
    ],
  };
}

/** Signs of the wiki markup lose their meaning behind a backslash. */
const escapeWiki = (text: string): string => text.replace(/[\\{}[\]|*_^+~?!@#-]/gu, '\\$&');
