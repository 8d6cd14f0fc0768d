/** Which lines of a long table with lines of one height are worth drawing. */

/** What is seen of the table, px. */
export interface Sight {
  readonly scrollTop: number;
  readonly height: number;
}

/** Lines `from` to before `to`. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** Lines that are drawn above and below what is seen, so that scrolling shows no gap. */
const SPARE = 6;

/** The lines in sight and some around them. */
export function windowRows({ scrollTop, height }: Sight, count: number, linePx: number): LineRange {
  const first = Math.floor(Math.max(0, scrollTop) / linePx);
  const to = Math.min(count, Math.ceil((Math.max(0, scrollTop) + height) / linePx) + SPARE);
  return { from: Math.max(0, Math.min(first, to) - SPARE), to };
}

/** How far to scroll so that a line is wholly in sight; where it is already, as far as now. */
export function scrollFor(at: number, { scrollTop, height }: Sight, linePx: number): number {
  const top = at * linePx;
  if (top < scrollTop) return top;
  return top + linePx > scrollTop + height ? top + linePx - height : scrollTop;
}
