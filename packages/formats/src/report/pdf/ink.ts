/**
 * Writes texts and paths as operators of a page (ISO 32000-1, 8 and 9). The library would do it as well, but shapes, checks and measures each
 * text anew, although ours are measured already: for a long report that is most of the time it takes. It still owns fonts, pages and the file.
 */

import type { jsPDF } from 'jspdf';
import type { PagePart, PathLook, Segment } from './page-parts.ts';

/** Puts things on the page at hand, whose height (pt) is given: PDF counts from the lower edge. */
export interface Ink {
  readonly text: (text: Omit<Extract<PagePart, { kind: 'text' }>, 'kind'>, height: number) => void;
  readonly path: (segments: readonly Segment[], look: PathLook, height: number) => void;
}

interface Font {
  readonly id: string;
}

/** What the library has and its types do not say. */
interface Inside {
  readonly internal: {
    readonly write: (operators: string) => void;
    readonly getFont: (family: string, style: string) => Font;
  };
  /** Glyph numbers in hexadecimal; notes that the font is to have them. */
  readonly pdfEscape16: (text: string, font: Font) => string;
}

/** The ink for a file; both styles of the family must be in it. */
export function createInk(file: jsPDF, family: string): Ink {
  const inside = file as unknown as Inside; // see there
  const write = (operators: string): void => inside.internal.write(operators);
  const pens = { 400: createPen(file, family, 'normal'), 600: createPen(file, family, 'bold') } as const;
  return {
    text: ({ text, x, y, size, weight, colour }, height) => {
      const { id, glyphs } = pens[weight];
      write(
        `BT\n/${id} ${figure(size)} Tf\n${paint(colour)} rg\n${figure(x)} ${figure(height - y)} Td\n<${glyphs(text)}> Tj\nET`,
      );
    },
    path: (segments, look, height) => {
      const { fill, stroke, strokeWidth, dashes, round, opacity } = look;
      if (opacity !== 1) {
        file.saveGraphicsState();
        file.setGState(file.GState({ opacity, 'stroke-opacity': stroke === null ? opacity : 1 }));
      }
      const operators: string[] = [];
      if (fill !== null) operators.push(`${paint(fill)} rg`);
      if (stroke !== null) {
        const ends = round ? 1 : 0;
        operators.push(
          `${paint(stroke)} RG`,
          `${figure(strokeWidth)} w`,
          `[${dashes.map(figure).join(' ')}] 0 d`,
          `${ends} J`,
          `${ends} j`,
        );
      }
      for (const segment of segments) operators.push(step(segment, height));
      operators.push(fill === null ? 'S' : stroke === null ? 'f' : 'B');
      write(operators.join('\n'));
      if (opacity !== 1) file.restoreGraphicsState();
    },
  };
}

interface Pen extends Font {
  readonly glyphs: (text: string) => string;
}

/** Asks the library once for each letter, which is also how it learns what the font in the file must hold. */
function createPen(file: jsPDF, family: string, style: 'normal' | 'bold'): Pen {
  const inside = file as unknown as Inside; // see there
  const font = inside.internal.getFont(family, style);
  const known = new Map<string, string>();
  let isUsed = false;
  const glyph = (letter: string): string => {
    const found = known.get(letter) ?? inside.pdfEscape16(letter, font);
    known.set(letter, found);
    return found;
  };
  return {
    id: font.id,
    glyphs: (text) => {
      // The library leaves out fonts that it wrote nothing with itself.
      if (!isUsed) file.setFont(family, style).text(' ', 0, 0);
      isUsed = true;
      let hex = '';
      // Marks of the direction of writing have no glyph.
      const seen = text.replace(/[\u2066-\u2069]/gu, '');
      for (let at = 0; at < seen.length; at++) hex += glyph(seen.charAt(at));
      return hex;
    },
  };
}

const step = ([name, ...at]: Segment, height: number): string => {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = at;
  if (name === 'M' || name === 'L') return `${figure(a)} ${figure(height - b)} ${name === 'M' ? 'm' : 'l'}`;
  if (name === 'Z') return 'h';
  return `${figure(a)} ${figure(height - b)} ${figure(c)} ${figure(height - d)} ${figure(e)} ${figure(height - f)} c`;
};

/** Three places are a three-thousandth of a millimetre. */
const figure = (value: number): string => String(Math.round(value * 1_000) / 1_000);

/** `#rrggbb` as three parts from 0 to 1. */
const paint = (colour: string): string =>
  [1, 3, 5].map((at) => figure(Number.parseInt(colour.slice(at, at + 2), 16) / 255)).join(' ');
