/** From laid-out pages to the bytes of a PDF file: text as text in fonts of its own, drawings as vectors, links and bookmarks inside. */

import { jsPDF } from 'jspdf';
import { interRegular } from './inter-regular.ts';
import { interSemiBold } from './inter-semibold.ts';
import type { Letters, Weight } from './letters.ts';
import type { LaidOut, PagePart, PathLook, Segment } from './page-parts.ts';

/** What a file says about itself. */
export interface PdfFacts {
  readonly title: string;
  readonly subject: string;
  readonly creator: string;
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
  file.setLanguage('en');
  for (const [name, style, data] of [
    ['inter-regular.ttf', 'normal', interRegular],
    ['inter-semibold.ttf', 'bold', interSemiBold],
  ] as const) {
    file.addFileToVFS(name, data);
    file.addFont(name, FAMILY, style);
  }
  pages.forEach((page, at) => {
    if (at > 0) file.addPage([page.width, page.height], page.width > page.height ? 'landscape' : 'portrait');
    const pen = createPen(file);
    for (const part of page.parts) putPart(part, { file, pen, places, pages, letters });
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
  readonly pen: Pen;
  readonly letters: Letters;
}

function putPart(part: PagePart, { file, pen, places, pages, letters }: Desk): void {
  switch (part.kind) {
    case 'text':
      pen.write(part.size, part.weight, part.colour);
      file.text(part.text, part.x, part.y);
      return;
    case 'page-of': {
      const text = String((places.get(part.to)?.page ?? 0) + 1);
      pen.write(part.size, 400, part.colour);
      file.text(text, part.x - letters.width(text, part.size, 400), part.y);
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
      putPath(part.segments, part.look, file);
  }
}

interface Pen {
  readonly write: (size: number, weight: Weight, colour: string) => void;
}

/** Says a size, weight or colour only when it changes. */
function createPen(file: jsPDF): Pen {
  let [size, weight, colour]: [number, number, string] = [0, 0, ''];
  return {
    write: (nextSize, nextWeight, nextColour) => {
      if (nextWeight !== weight) file.setFont(FAMILY, nextWeight === 600 ? 'bold' : 'normal');
      if (nextSize !== size) file.setFontSize(nextSize);
      if (nextColour !== colour) file.setTextColor(nextColour);
      [size, weight, colour] = [nextSize, nextWeight, nextColour];
    },
  };
}

function putPath(segments: readonly Segment[], look: PathLook, file: jsPDF): void {
  const isPlain = look.opacity === 1;
  if (!isPlain) {
    file.saveGraphicsState();
    file.setGState(file.GState({ opacity: look.opacity, 'stroke-opacity': look.stroke === null ? look.opacity : 1 }));
  }
  if (look.fill !== null) file.setFillColor(look.fill);
  if (look.stroke !== null) {
    file.setDrawColor(look.stroke);
    file.setLineWidth(look.strokeWidth);
    file.setLineDashPattern([...look.dashes], 0);
    file.setLineCap(look.round ? 'round' : 'butt');
    file.setLineJoin(look.round ? 'round' : 'miter');
  }
  for (const [name, ...at] of segments) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = at;
    if (name === 'M') file.moveTo(a, b);
    else if (name === 'L') file.lineTo(a, b);
    else if (name === 'C') file.curveTo(a, b, c, d, e, f);
    else file.close();
  }
  if (look.fill !== null && look.stroke !== null) file.fillStroke();
  else if (look.fill !== null) file.fill();
  else file.stroke();
  if (!isPlain) file.restoreGraphicsState();
}
