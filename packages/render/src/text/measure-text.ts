/** How wide a text is, from the table of the shipped font: the same answer in every browser and in the command line. */

import { interWidths } from './inter-widths.ts';

/** Size in px and weight of a text. */
export interface TextStyle {
  readonly size: number;
  readonly weight: 400 | 600;
}

/** Thousandths of the font size for a character the table does not know: about an average capital. */
const UNKNOWN_WIDTH = 680;
/** The same for East Asian scripts, emoji and other square characters. */
const WIDE_WIDTH = 1_000;

/** Advance width of one line, px, rounded up to 1/100. Line breaks and other control characters take no room. */
export function measureText(text: string, { size, weight }: TextStyle): number {
  let thousandths = 0;
  for (const character of text) thousandths += widthOf(character.codePointAt(0) ?? 0, weight);
  return Math.max(0, Math.ceil((thousandths * size) / 10 - 1e-9)) / 100;
}

function widthOf(codePoint: number, weight: 400 | 600): number {
  if (codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0)) return 0;
  for (const [first, widths] of interWidths[weight]) {
    const width = codePoint >= first ? widths[codePoint - first] : undefined;
    if (width !== undefined) return width === 0 ? UNKNOWN_WIDTH : width;
  }
  if (isJoining(codePoint)) return 0;
  return isWide(codePoint) ? WIDE_WIDTH : UNKNOWN_WIDTH;
}

/** Combining marks, zero-width joiners and variation selectors. */
const isJoining = (codePoint: number): boolean =>
  (codePoint >= 0x300 && codePoint <= 0x36f) ||
  (codePoint >= 0x200b && codePoint <= 0x200f) ||
  (codePoint >= 0xfe00 && codePoint <= 0xfe0f);

/** Hangul, CJK, full-width forms, and everything above the basic plane, emoji first of all. */
const isWide = (codePoint: number): boolean =>
  (codePoint >= 0x1100 && codePoint <= 0x115f) ||
  (codePoint >= 0x2e80 && codePoint <= 0xa4cf) ||
  (codePoint >= 0xac00 && codePoint <= 0xd7a3) ||
  (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
  (codePoint >= 0xff00 && codePoint <= 0xff60) ||
  codePoint >= 0x10000;
