/** The report as a codec writes it. */

import type { EncodedText, ExportInput } from '../export-codec.ts';
import { reportOf } from './build-report.ts';
import { writeHtml } from './html/write-html.ts';

/** One HTML file that needs nothing else. */
export const writeHtmlReport = (input: ExportInput): EncodedText => ({
  text: writeHtml(reportOf(input), input.words),
  losses: [],
});
