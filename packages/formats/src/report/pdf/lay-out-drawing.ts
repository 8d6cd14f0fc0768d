/** Drawings on pages: below what is there, or on a page of their own. */

import type { Drawing, TreeDrawing } from '../report-document.ts';
import { type DrawnParts, drawParts, drawTree, paper } from './drawing-parts.ts';
import { type Desk, layText } from './lay-out-text.ts';
import { MARGIN, SHEET } from './pager.ts';

/** Below its heading where that costs little size, else on a page of its own, on its side for a wide drawing. */
export function layDrawing(drawing: Drawing, desk: Desk): void {
  const { pager, letters } = desk;
  const drawn = drawParts(drawing, letters);
  const isWide = drawn.width > drawn.height;
  const own = isWide ? { width: SHEET.height, height: SHEET.width } : SHEET;
  const scaleIn = (width: number, height: number): number => Math.min(width / drawn.width, height / drawn.height, 0.9);
  const [sides, caption] = [MARGIN.left + MARGIN.right, 24];
  const alone = scaleIn(own.width - sides, own.height - MARGIN.top - MARGIN.bottom - caption);
  const here = scaleIn(pager.width(), pager.bottom() - pager.y() - caption);
  const isAlone = here < alone * 0.8;
  if (isAlone) pager.newPage(own);
  const scale = isAlone ? alone : here;
  pager.mark(drawing.id);
  const [x, y] = [MARGIN.left + (pager.width() - drawn.width * scale) / 2, pager.y()];
  for (const part of drawn.at(x, y, scale)) pager.put(part);
  for (const item of [...drawing.scene.elements, ...drawing.scene.flows]) {
    const link = drawing.links.get(item.id);
    if (link === undefined) continue;
    const box =
      item.item === 'flow'
        ? (item.label?.box ?? null)
        : item.boundary === null
          ? item.box
          : (item.boundary.tag?.box ?? null);
    const corner = drawn.point(box ?? (item.item === 'flow' ? item.bounds : item.box), x, y, scale);
    pager.mark(link.id, corner.y);
    if (box === null) continue;
    pager.put({ kind: 'link', ...corner, width: box.width * scale, height: box.height * scale, to: link.to });
  }
  pager.down(drawn.height * scale + 6);
  layText([drawing.description], { size: 8, colour: paper.ink3, place: drawing.title }, desk);
  if (isAlone) pager.newPage();
  else pager.down(8);
}

/** Larger than A4 where letters would be too small to read otherwise: A3, then A2. Printers fit it to what they have. */
const SHEETS = [1, Math.SQRT2, 2] as const;
/** Letters of 11 px are then 6 pt. */
const READABLE = 0.55;

/** Below what is there where it can be read that way, else on a page of its own, as large as it takes. */
export function layTree(drawing: TreeDrawing, { pager, letters }: Desk): void {
  const drawn = drawTree(drawing, letters);
  const here = scaleIn(drawn, pager.width(), pager.bottom() - pager.y());
  const isAlone = here < READABLE;
  const sheet = sheetFor(drawn);
  if (isAlone) pager.newPage(sheet);
  const scale = isAlone ? scaleIn(drawn, ...roomOn(sheet)) : here;
  pager.mark(drawing.id);
  for (const part of drawn.at(MARGIN.left, pager.y(), scale)) pager.put(part);
  if (isAlone) pager.newPage();
  else pager.down(drawn.height * scale + 8);
}

const scaleIn = ({ width, height }: Size, wide: number, high: number): number =>
  Math.min(wide / width, high / height, 0.75);

type Size = Pick<DrawnParts, 'width' | 'height'>;

const roomOn = ({ width, height }: Size): readonly [number, number] => [
  width - MARGIN.left - MARGIN.right,
  height - MARGIN.top - MARGIN.bottom,
];

function sheetFor(drawn: Size): Size {
  const sheets = SHEETS.map((factor) => {
    const [short, long] = [SHEET.width * factor, SHEET.height * factor];
    return drawn.width > drawn.height ? { width: long, height: short } : { width: short, height: long };
  });
  const [a4 = SHEET] = sheets;
  return sheets.find((sheet) => scaleIn(drawn, ...roomOn(sheet)) >= READABLE) ?? sheets.at(-1) ?? a4;
}
