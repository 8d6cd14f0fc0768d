/** The least a report could be: one table of titles and reasons, nothing linked, nothing drawn. */

import type { ExportInput } from '../src/export-codec.ts';
import { escapeHtml } from '../src/report/html/escape-html.ts';

/** The page. */
export function bareTable({ threats }: ExportInput): string {
  const rows = threats.map(
    ({ finding, severity, state }) =>
      `<tr><td>${severity}</td><td>${state}</td><td>${escapeHtml(finding.title)}</td><td>${escapeHtml(finding.why)}</td></tr>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Threats</title><table>${rows.join('\n')}</table>`;
}
