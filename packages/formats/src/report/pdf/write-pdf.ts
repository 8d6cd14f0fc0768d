/** From laid-out pages to the bytes of a PDF file: text as text in fonts of its own, drawings as vectors, links and bookmarks inside. */

import { jsPDF } from 'jspdf';
import { interRegular } from './inter-regular.ts';
import { interSemiBold } from './inter-semibold.ts';
import { createInk, type Ink } from './ink.ts';
import type { Letters } from './letters.ts';
import type { LaidOut, PagePart } from './page-parts.ts';

/** What a file says about itself. */
export interface PdfFacts {
  readonly title: string;
  readonly subject: string;
  readonly creator: string;
  /** Tag (BCP 47) of its language. */
  readonly language: string;
  /** ISO day; a file without one says 2000-01-01, because a PDF must say something and no clock is looked at. */
  readonly day: string;
}

const FAMILY = 'Inter';

/** Writes the file. Equal pages give equal bytes. */
export function writePdf({ pages, places, bookmarks }: LaidOut, facts: PdfFacts, letters: Letters): Uint8Array {
  const [first] = pages;
  const size = first === undefined ? 'a4' : [first.width, first.height];
  const file = new jsPDF({ unit: 'pt', format: size, compress: true, putOnlyUsedFonts: true, floatPrecision: 3 });
  file.setCreationDate(
    `D:${/^\d{4}-\d\d-\d\d/u.test(facts.day) ? facts.day.slice(0, 10).replaceAll('-', '') : '20000101'}000000+00'00'`,
  );
  file.setFileId('0'.repeat(32));
  file.setDocumentProperties({ title: facts.title, subject: facts.subject, creator: facts.creator });
  file.setLanguage(facts.language as Parameters<typeof file.setLanguage>[0]); // any tag will do; the type lists some
  for (const [name, style, data] of [
    ['inter-regular.ttf', 'normal', interRegular],
    ['inter-semibold.ttf', 'bold', interSemiBold],
  ] as const) {
    file.addFileToVFS(name, data);
    file.addFont(name, FAMILY, style);
  }
  const ink = createInk(file, FAMILY);
  pages.forEach((page, at) => {
    if (at > 0) file.addPage([page.width, page.height], page.width > page.height ? 'landscape' : 'portrait');
    for (const part of page.parts) putPart(part, page.height, { file, ink, places, pages, letters });
  });
  const parents: unknown[] = [null];
  for (const { title, level, page } of bookmarks) {
    const depth = Math.min(level, parents.length - 1);
    parents.length = depth + 1;
    parents.push(file.outline.add(parents[depth], title, { pageNumber: page + 1 }));
  }
  return new Uint8Array(file.output('arraybuffer'));
}

interface Desk extends Pick<LaidOut, 'places' | 'pages'> {
  readonly file: jsPDF;
  readonly ink: Ink;
  readonly letters: Letters;
}

function putPart(part: PagePart, height: number, { file, ink, places, pages, letters }: Desk): void {
  switch (part.kind) {
    case 'text':
      ink.text(part, height);
      return;
    case 'page-of': {
      const { y, size, colour } = part;
      const text = String((places.get(part.to)?.page ?? 0) + 1);
      ink.text({ text, x: part.x - letters.width(text, size, 400), y, size, weight: 400, colour }, height);
      return;
    }
    case 'link': {
      const place = places.get(part.to);
      if (place === undefined) return;
      const top = (pages[place.page]?.height ?? 0) - Math.max(0, place.y - 8);
      file.link(part.x, part.y, part.width, part.height, {
        pageNumber: place.page + 1,
        magFactor: 'XYZ',
        top,
        zoom: 0,
      });
      return;
    }
    case 'path':
      ink.path(part.segments, part.look, height);
  }
}
