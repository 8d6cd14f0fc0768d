/**
 * The piece of the diagram that is painted: the view and some room around it, at one zoom. Its corner lies on whole device px of the zoomed
 * diagram, so that a sheet at the same zoom takes over what another has painted, px by px.
 */
import type { Box } from '@strideboard/model';
import type { Viewport } from '../../session/session-store.ts';
import type { ScreenSize } from '../view/viewport.ts';

/** Device px; `left` and `top` from the origin of the diagram at this zoom. */
export interface Sheet {
  readonly zoom: number;
  /** Device px per px of the page. */
  readonly ratio: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A rectangle of whole device px on a sheet. */
export interface SheetRect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Room around the view on each side, px of the page. */
const ROOM_PX = 192;

/** A sheet with the view in its middle. */
export function sheetFor({ x, y, zoom }: Viewport, size: ScreenSize, ratio: number): Sheet {
  return {
    zoom,
    ratio,
    left: Math.floor((-x - ROOM_PX) * ratio),
    top: Math.floor((-y - ROOM_PX) * ratio),
    width: Math.ceil((size.width + 2 * ROOM_PX) * ratio) + 1,
    height: Math.ceil((size.height + 2 * ROOM_PX) * ratio) + 1,
  };
}

/** Whether all of a view at the same zoom lies on the sheet. */
export function isOnSheet(sheet: Sheet, { x, y, zoom }: Viewport, size: ScreenSize): boolean {
  const { ratio, left, top, width, height } = sheet;
  const [viewLeft, viewTop] = [-x * ratio, -y * ratio];
  return (
    zoom === sheet.zoom &&
    viewLeft >= left &&
    viewTop >= top &&
    viewLeft + size.width * ratio <= left + width &&
    viewTop + size.height * ratio <= top + height
  );
}

/** Where the sheet lies in a view, px of the page, and how much larger than it was painted. */
export function placeOf({ zoom, ratio, left, top }: Sheet, viewport: Viewport) {
  const scale = viewport.zoom / zoom;
  const snap = (at: number): number => (scale === 1 ? Math.round(at * ratio) / ratio : at);
  return { x: snap((left / ratio) * scale + viewport.x), y: snap((top / ratio) * scale + viewport.y), scale };
}

/** The part of the diagram on a rectangle of the sheet, canvas px. */
export function boxOf({ zoom, ratio, left, top }: Sheet, rect: SheetRect): Box {
  const unit = zoom * ratio;
  return {
    x: (left + rect.left) / unit,
    y: (top + rect.top) / unit,
    width: rect.width / unit,
    height: rect.height / unit,
  };
}

/** The rectangle of the sheet that holds a box, cut off at its edges; `null` when the box lies beside it. */
export function rectOf(sheet: Sheet, box: Box): SheetRect | null {
  const unit = sheet.zoom * sheet.ratio;
  const left = Math.max(0, Math.floor(box.x * unit) - sheet.left);
  const top = Math.max(0, Math.floor(box.y * unit) - sheet.top);
  const right = Math.min(sheet.width, Math.ceil((box.x + box.width) * unit) - sheet.left);
  const bottom = Math.min(sheet.height, Math.ceil((box.y + box.height) * unit) - sheet.top);
  return right <= left || bottom <= top ? null : { left, top, width: right - left, height: bottom - top };
}

/** All of a sheet. */
export const wholeOf = ({ width, height }: Sheet): SheetRect => ({ left: 0, top: 0, width, height });

/** What of the next sheet the present one does not have; everything when they have nothing in common. */
export function missingOn(next: Sheet, present: Sheet): readonly SheetRect[] {
  const [dx, dy] = [next.left - present.left, next.top - present.top];
  const isLike =
    next.zoom === present.zoom &&
    next.ratio === present.ratio &&
    next.width === present.width &&
    next.height === present.height &&
    Math.abs(dx) < next.width &&
    Math.abs(dy) < next.height;
  if (!isLike) return [wholeOf(next)];
  const { width, height } = next;
  const strips: SheetRect[] = [];
  if (dy > 0) strips.push({ left: 0, top: height - dy, width, height: dy });
  else if (dy < 0) strips.push({ left: 0, top: 0, width, height: -dy });
  const [top, rest] = [Math.max(0, -dy), height - Math.abs(dy)];
  if (dx > 0) strips.push({ left: width - dx, top, width: dx, height: rest });
  else if (dx < 0) strips.push({ left: 0, top, width: -dx, height: rest });
  return strips;
}
