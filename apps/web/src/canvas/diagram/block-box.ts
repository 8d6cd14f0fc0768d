/** From measured baselines to a box that HTML text can be put into. */
import type { TextBlock } from '@strideboard/render';

/** Above and below the baseline, in units of the font size: the ascender and descender that the interface font declares. */
const ASCENT = 0.96875;
const DESCENT = 0.2412;
const LOOSE = 1.4;

/** Where a block of lines goes, px relative to its element. */
export interface BlockBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly lineHeight: number;
  /** Whether the lines are centred on each other rather than flush left. */
  readonly isCentred: boolean;
}

/** The box whose lines of text have the measured baselines. */
export function blockBox({ size, lines }: TextBlock): BlockBox {
  const [first, second] = lines;
  const lineHeight = first !== undefined && second !== undefined ? second.y - first.y : Math.round(size * LOOSE);
  const left = Math.min(...lines.map(({ x }) => x));
  const right = Math.max(...lines.map(({ x, width }) => x + width));
  const aboveBaseline = (lineHeight - (ASCENT + DESCENT) * size) / 2 + ASCENT * size;
  return {
    left: lines.length === 0 ? 0 : left,
    top: first === undefined ? 0 : first.y - aboveBaseline,
    width: lines.length === 0 ? 0 : right - left,
    lineHeight,
    isCentred: lines.some(({ x }) => Math.abs(x - left) > 0.5),
  };
}
