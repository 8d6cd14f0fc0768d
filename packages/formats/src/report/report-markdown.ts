/** The report as Markdown, as a codec writes it. */

import type { EncodedText, ExportInput } from '../export-codec.ts';
import { reportOf } from './build-report.ts';
import { writeMarkdown } from './markdown/write-markdown.ts';

/** The whole report in plain text. */
export const writeMarkdownReport = (input: ExportInput): EncodedText => ({
  text: writeMarkdown(reportOf(input), input.words),
  losses: [],
});
