/** The arithmetic of looking at the canvas: screen = canvas × zoom + offset. Screen points are px from the top-left corner of the canvas region. */
import type { Box, CanvasPoint } from '@strideboard/model';
import type { Viewport } from '../../session/session-store.ts';

/** A point on screen, px from the top-left corner of the canvas region. */
export interface ScreenPoint {
  readonly left: number;
  readonly top: number;
}

/** A size on screen, px. */
export interface ScreenSize {
  readonly width: number;
  readonly height: number;
}

/** Smallest zoom factor. */
export const MIN_ZOOM = 0.05;
/** Largest zoom factor. */
export const MAX_ZOOM = 8;
/** Room kept around what is fitted, px on screen; the toolbar floats at the top. */
const FIT_MARGIN = { top: 70, right: 32, bottom: 36, left: 32 } as const;

/** The canvas point under a screen point. */
export const toCanvas = ({ x, y, zoom }: Viewport, at: ScreenPoint): CanvasPoint => ({
  x: (at.left - x) / zoom,
  y: (at.top - y) / zoom,
});

/** Where a canvas point is on screen. */
export const toScreen = ({ x, y, zoom }: Viewport, at: CanvasPoint): ScreenPoint => ({
  left: at.x * zoom + x,
  top: at.y * zoom + y,
});

/** The part of the canvas that is on screen, canvas px. */
export function viewBox(viewport: Viewport, size: ScreenSize): Box {
  const { x, y } = toCanvas(viewport, { left: 0, top: 0 });
  return { x, y, width: size.width / viewport.zoom, height: size.height / viewport.zoom };
}

/** The zoom factor brought into its limits. */
const limitZoom = (zoom: number): number => Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom));

/** The view at another zoom, the canvas point under `at` staying where it is. */
export function zoomAt(viewport: Viewport, at: ScreenPoint, zoom: number): Viewport {
  const next = limitZoom(zoom);
  const { x, y } = toCanvas(viewport, at);
  return { x: at.left - x * next, y: at.top - y * next, zoom: next };
}

/** The view moved by screen px. */
export const panBy = ({ x, y, zoom }: Viewport, by: ScreenPoint): Viewport => ({
  x: x + by.left,
  y: y + by.top,
  zoom,
});

/** The view at the same zoom with a canvas point in the middle. */
export const centreOn = ({ zoom }: Viewport, point: CanvasPoint, size: ScreenSize): Viewport => ({
  x: size.width / 2 - point.x * zoom,
  y: size.height / 2 - point.y * zoom,
  zoom,
});

/** The view that shows a whole box, at most at 100 %. */
export function fitTo(box: Box, size: ScreenSize): Viewport {
  const { top, right, bottom, left } = FIT_MARGIN;
  const room = { width: Math.max(1, size.width - left - right), height: Math.max(1, size.height - top - bottom) };
  const zoom = limitZoom(Math.min(1, room.width / Math.max(1, box.width), room.height / Math.max(1, box.height)));
  return {
    x: left + (room.width - box.width * zoom) / 2 - box.x * zoom,
    y: top + (room.height - box.height * zoom) / 2 - box.y * zoom,
    zoom,
  };
}

/** The smallest pan that brings a box into view with a little room around it; the same view when it is there already. */
export function reveal(viewport: Viewport, box: Box, size: ScreenSize): Viewport {
  const { left, top } = toScreen(viewport, box);
  const right = left + box.width * viewport.zoom;
  const bottom = top + box.height * viewport.zoom;
  const { top: above, right: after, bottom: below, left: before } = FIT_MARGIN;
  const dx = push({ from: left, to: right }, { from: before, to: size.width - after });
  const dy = push({ from: top, to: bottom }, { from: above, to: size.height - below });
  return dx === 0 && dy === 0 ? viewport : panBy(viewport, { left: dx, top: dy });
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** How far a span must go to lie in the frame; its start wins when it is too long. */
function push(span: Span, frame: Span): number {
  if (span.from >= frame.from && span.to <= frame.to) return 0;
  if (span.from < frame.from || span.to - span.from > frame.to - frame.from) return frame.from - span.from;
  return frame.to - span.to;
}

/** How many times larger signs are drawn to stay readable at a zoom: 1 from 70 % upwards, in steps of a quarter, at most 4. */
export const farFactor = (zoom: number): number => Math.min(4, Math.max(1, Math.round((0.7 / zoom) * 4) / 4));
