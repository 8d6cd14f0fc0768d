/** Tables on pages: the head stands again on every page, and a row that does not fit goes on over the edge. */

import type { Table } from '../report-document.ts';
import { paper } from './drawing-parts.ts';
import type { Letters } from './letters.ts';
import { area } from './page-parts.ts';
import { MARGIN, type Pager } from './pager.ts';
import { type Line, wrapSpans } from './wrap-spans.ts';

const USUAL_SIZE = 7.8;
const USUAL_LEAD = 10.6;
const PAD = 4;
/** Rows of up to so many lines stay together. */
const TOGETHER = 14;

interface Desk {
  readonly pager: Pager;
  readonly letters: Letters;
  /** How much smaller than usual. */
  readonly factor: number;
}

interface Slot {
  readonly x: number;
  readonly width: number;
  readonly isRight: boolean;
  readonly isCentred: boolean;
}

/** Lays a table out below what is there. */
export function layOutTable({ caption, columns, rows }: Table, place: string, { pager, letters, factor }: Desk): void {
  const [size, lead] = [USUAL_SIZE * factor, USUAL_LEAD * factor];
  const slots = slotsOf(columns, pager.width());
  const setting = { size, weight: 400, colour: paper.ink, place } as const;
  const head = columns.map(({ label }, at): readonly Line[] =>
    wrapSpans(
      [label],
      { ...setting, weight: 600, colour: paper.ink3, width: (slots[at]?.width ?? 40) - 2 * PAD },
      letters,
    ),
  );
  const putHead = (): void => {
    const lines = Math.max(1, ...head.map(({ length }) => length));
    pager.put(area(MARGIN.left, pager.y(), pager.width(), lines * lead + 5, paper.ground));
    head.forEach((cell, at) => putCell(cell, { slot: slots[at], above: 3, size, lead }, pager));
    pager.down(lines * lead + 5);
  };
  pager.need(80);
  pager.down(2);
  for (const line of wrapSpans([caption], { ...setting, colour: paper.ink3, width: pager.width() }, letters)) {
    pager.putLine(line, MARGIN.left, pager.y() + size, size);
    pager.down(lead);
  }
  pager.down(2);
  putHead();
  for (const { id, cells } of rows) {
    const written = cells.map((text, at) =>
      wrapSpans(text, { ...setting, width: (slots[at]?.width ?? 40) - 2 * PAD }, letters),
    );
    const total = Math.max(1, ...written.map(({ length }) => length));
    for (let from = 0; from < total; ) {
      const fit = Math.floor((pager.bottom() - pager.y() - 5) / lead);
      if (fit < Math.min(total - from, TOGETHER)) {
        pager.newPage();
        putHead();
      }
      const count = Math.max(1, Math.min(total - from, Math.floor((pager.bottom() - pager.y() - 5) / lead)));
      if (from === 0 && id !== undefined) pager.mark(id);
      written.forEach((cell, at) =>
        putCell(cell.slice(from, from + count), { slot: slots[at], above: 2.5 * factor, size, lead }, pager),
      );
      pager.down(count * lead + 4.5 * factor);
      pager.put(area(MARGIN.left, pager.y(), pager.width(), 0.5, paper.hairline));
      pager.down(0.5);
      from += count;
    }
  }
  pager.down(10);
}

function slotsOf(columns: Table['columns'], width: number): readonly Slot[] {
  const whole = columns.reduce((sum, { weight }) => sum + weight, 0);
  let x = 0;
  return columns.map(({ weight, kind }) => {
    const slot = { x, width: (width * weight) / whole, isRight: kind === 'number', isCentred: kind === 'sign' };
    x += slot.width;
    return slot;
  });
}

interface Cell {
  readonly slot: Slot | undefined;
  readonly above: number;
  readonly size: number;
  readonly lead: number;
}

function putCell(lines: readonly Line[], { slot, above, size, lead }: Cell, pager: Pager): void {
  if (slot === undefined) return;
  lines.forEach((line, row) => {
    const last = line.at(-1);
    const free = slot.width - 2 * PAD - (last === undefined ? 0 : last.x + last.width);
    const shift = slot.isRight ? free : slot.isCentred ? free / 2 : 0;
    pager.putLine(line, MARGIN.left + slot.x + PAD + shift, pager.y() + above + size + row * lead, size);
  });
}
