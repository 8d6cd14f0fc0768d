/** Reads back what matters of the PDF files we write: the text somebody can select, bookmarks, links, pictures. */

import { unzlibSync } from 'fflate';

/** What a file holds. */
export interface ReadPdf {
  readonly pages: number;
  /** The text of all pages in the order it is written; pieces apart by a space. */
  readonly text: string;
  /** Titles of the outline. */
  readonly bookmarks: readonly string[];
  readonly links: number;
  /** Pictures of pixels, and lines and curves. */
  readonly images: number;
  readonly curves: number;
}

/** Reads a file whose text stands in fonts with a table of letters, as ours does. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = latin(bytes);
  const streams = [...file.matchAll(/stream\r?\n/gu)].flatMap((match) => {
    const from = match.index + match[0].length;
    try {
      return [latin(unzlibSync(bytes.subarray(from, file.indexOf('endstream', from))))];
    } catch {
      return []; // not packed: no text
    }
  });
  const letters = new Map<string, string>();
  for (const stream of streams.filter((each) => each.includes('beginbfchar'))) {
    for (const [, glyph = '', letter = ''] of stream.matchAll(/<([0-9a-f]{4})><([0-9a-f]+)>/gu)) {
      letters.set(glyph, String.fromCharCode(Number.parseInt(letter, 16)));
    }
  }
  const pages = streams.filter((each) => each.includes(' Td\n'));
  const pieces = pages.flatMap((page) => [...page.matchAll(/<([0-9a-f]+)> Tj/gu)].map(([, hex = '']) => hex));
  return {
    pages: count(file, /\/Type \/Page\b(?!s)/gu),
    text: pieces.map((hex) => (hex.match(/.{4}/gu) ?? []).map((glyph) => letters.get(glyph) ?? '?').join('')).join(' '),
    bookmarks: [...file.matchAll(/\/Title \(((?:\\.|[^\\)])*)\)\n\/Parent/gu)].map(([, title = '']) => titleOf(title)),
    links: count(file, /\/Subtype \/Link/gu),
    images: count(file, /\/Subtype \/Image/gu),
    curves: pages.reduce((sum, page) => sum + count(page, / c\n/gu), 0),
  };
}

/** UTF-16 where its mark is in front, else as it stands. */
function titleOf(raw: string): string {
  const text = raw.replace(/\\(\d{3}|.)/gsu, (_, code: string) =>
    /^\d{3}$/u.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : code,
  );
  if (!text.startsWith('\u00fe\u00ff')) return text;
  const units = Array.from(
    { length: (text.length - 2) / 2 },
    (_, at) => text.charCodeAt(2 + 2 * at) * 256 + text.charCodeAt(3 + 2 * at),
  );
  return String.fromCharCode(...units);
}

const count = (text: string, what: RegExp): number => [...text.matchAll(what)].length;

const latin = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x2000) text += String.fromCharCode(...bytes.subarray(at, at + 0x2000));
  return text;
};
