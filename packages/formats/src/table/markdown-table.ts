/** Tables as GitHub-flavoured Markdown. */

import { escapeMarkdown } from '../threats/threat-markdown.ts';
import type { Table } from './table.ts';

/** The table; no cell can break out of its place. */
export function markdownTable({ header, rows }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(header.map(escapeMarkdown)),
    line(header.map(() => '---')),
    ...rows.map((cells) => line(cells.map(escapeMarkdown))),
  ].join('\n');
}
