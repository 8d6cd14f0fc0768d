/** The report as a PDF file, as a codec writes it. What it needs is fetched when it is called. */

import type { EncodedBytes, ExportInput } from '../export-codec.ts';
import type { Loss } from '../loss.ts';
import { reportOf } from './build-report.ts';

/** Lays the report out and writes it; characters that the fonts of the file do not have are its losses. */
export async function writePdfReport(input: ExportInput): Promise<EncodedBytes> {
  const [{ createLetters }, { layOutReport }, { writePdf }] = await Promise.all([
    import('./pdf/letters.ts'),
    import('./pdf/lay-out-report.ts'),
    import('./pdf/write-pdf.ts'),
  ]);
  const document = reportOf(input);
  const letters = createLetters();
  const laidOut = layOutReport(document, input.words, letters);
  const facts = {
    title: document.title,
    subject: document.kind,
    creator: input.words.common.product,
    language: document.language,
    day: document.day,
  };
  const bytes = writePdf(laidOut, facts, letters);
  const losses = [...letters.missing()].map(
    ([place, characters]): Loss => ({
      code: 'glyph-missing',
      where: `${place}: ${characters.slice(0, NAMED).map(named).join(', ')}${characters.length > NAMED ? ', …' : ''}`,
    }),
  );
  return { bytes, losses };
}

/** Characters named in one sentence. */
const NAMED = 24;

const named = (character: string): string =>
  `${character} (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`;
