/** Text on pages: lines one below the other. */

import type { Text } from '../report-document.ts';
import { paper } from './drawing-parts.ts';
import type { Letters, Weight } from './letters.ts';
import { MARGIN, type Pager } from './pager.ts';
import { wrapSpans } from './wrap-spans.ts';

/** What laying out needs. */
export interface Desk {
  readonly pager: Pager;
  readonly letters: Letters;
  /** How much smaller letters and gaps are than usual. */
  readonly factor: number;
}

/** How text is set where nothing else is said. */
export const TEXT = { size: 9, weight: 400 as Weight, colour: paper.ink } as const;
/** Line height by size. */
export const LEADING = 1.42;

interface Setting {
  readonly size: number;
  readonly weight?: Weight;
  readonly colour: string;
  readonly place: string;
}

/** Lines one below the other, over as many pages as it takes. */
export function layText(
  text: Text,
  { size: usual, weight = 400, colour, place }: Setting,
  { pager, letters, factor }: Desk,
  indent = 0,
): void {
  const size = usual * factor;
  const width = pager.width() - indent;
  for (const line of wrapSpans(text, { size, width, weight, colour, place }, letters)) {
    pager.need(size * LEADING);
    pager.putLine(line, MARGIN.left + indent, pager.y() + size * 1.05, size);
    pager.down(size * LEADING);
  }
}
