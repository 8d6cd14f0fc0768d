/** Bringing something into the part of the canvas that nothing lies over (WCAG 2.2, 2.4.11 Focus Not Obscured). */
import { type Box, grown } from '@strideboard/model';
import type { Viewport } from '../../session/session-store.ts';
import { panBy, reveal, type ScreenSize, toScreen } from './viewport.ts';

/** What lies over the canvas, px on screen from its upper left corner. */
export type Covers = readonly Box[];

/** A cover this much of an edge long takes the whole strip along that edge. */
const STRIP_SHARE = 0.6;
/** Room kept between what is shown and a floating control, px on screen. */
const GAP_PX = 8;

/** The part of the canvas beside panels that lie along its edges, px on screen. At least a quarter of it, whatever lies over it. */
export function clearFrame(size: ScreenSize, covers: Covers): Box {
  let [left, top, right, bottom] = [0, 0, size.width, size.height];
  for (const cover of covers) {
    if (cover.height >= size.height * STRIP_SHARE) {
      if (cover.x <= 0) left = Math.max(left, cover.x + cover.width);
      else if (cover.x + cover.width >= size.width) right = Math.min(right, cover.x);
    } else if (cover.width >= size.width * STRIP_SHARE) {
      if (cover.y <= 0) top = Math.max(top, cover.y + cover.height);
      else if (cover.y + cover.height >= size.height) bottom = Math.min(bottom, cover.y);
    }
  }
  const isUsable = right - left >= size.width / 4 && bottom - top >= size.height / 4;
  return isUsable
    ? { x: left, y: top, width: right - left, height: bottom - top }
    : { x: 0, y: 0, width: size.width, height: size.height };
}

/** The smallest pan that shows a box (canvas px) with nothing over it; the same view when it is clear already. */
export function revealClear(
  viewport: Viewport,
  box: Box,
  { size, covers }: { size: ScreenSize; covers: Covers },
): Viewport {
  const frame = clearFrame(size, covers);
  const moved = reveal({ ...viewport, x: viewport.x - frame.x, y: viewport.y - frame.y }, box, frame);
  const shown = panBy(moved, { left: frame.x, top: frame.y });
  const view = shown.x === viewport.x && shown.y === viewport.y ? viewport : shown;
  return besideFloats(view, box, { frame, covers });
}

/** Moves a box out from under controls that float inside the frame; where it finds no place it stays. */
function besideFloats(view: Viewport, box: Box, { frame, covers }: { frame: Box; covers: Covers }): Viewport {
  const onScreen = screenOf(view, box);
  const floats = covers.filter((cover) => meets(cover, frame)).map((cover) => grown(cover, GAP_PX));
  const over = floats.find((float) => meets(float, onScreen));
  if (over === undefined) return view;
  const ways = [
    { left: 0, top: over.y - (onScreen.y + onScreen.height) },
    { left: 0, top: over.y + over.height - onScreen.y },
    { left: over.x - (onScreen.x + onScreen.width), top: 0 },
    { left: over.x + over.width - onScreen.x, top: 0 },
  ];
  const free = ways
    .map((by) => ({ by, at: { ...onScreen, x: onScreen.x + by.left, y: onScreen.y + by.top } }))
    .filter(({ at }) => isWithin(frame, at) && !floats.some((float) => meets(float, at)))
    .sort((a, b) => distance(a.by) - distance(b.by));
  const [best] = free;
  return best === undefined ? view : panBy(view, best.by);
}

const distance = ({ left, top }: { left: number; top: number }): number => Math.abs(left) + Math.abs(top);

function screenOf(view: Viewport, box: Box): Box {
  const { left, top } = toScreen(view, box);
  return { x: left, y: top, width: box.width * view.zoom, height: box.height * view.zoom };
}

/** Whether two boxes share an area; touching edges do not count. */
const meets = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const isWithin = (frame: Box, { x, y, width, height }: Box): boolean =>
  x >= frame.x && y >= frame.y && x + width <= frame.x + frame.width && y + height <= frame.y + frame.height;
