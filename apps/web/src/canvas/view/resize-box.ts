/** Resizing a box by one of its eight handles. */
import type { Box, CanvasPoint, ElementKind } from '@strideboard/model';
import { snap } from './grid-snap.ts';

/** Handles by compass direction. */
export const HANDLES = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const;
/** One of {@link HANDLES}. */
export type Handle = (typeof HANDLES)[number];

/** The smallest size of an element, px. */
export function smallestSize(kind: ElementKind): { readonly width: number; readonly height: number } {
  if (kind === 'boundary') return { width: 80, height: 60 };
  return kind === 'note' ? { width: 80, height: 40 } : { width: 80, height: 40 };
}

/** The box with one handle dragged by an offset, its far side fixed. `snapped` puts the moved sides on the grid. */
export function resizeBox(
  box: Box,
  { handle, by, kind, snapped }: { handle: Handle; by: CanvasPoint; kind: ElementKind; snapped: boolean },
): Box {
  const least = smallestSize(kind);
  const place = (value: number): number => (snapped ? snap(value) : Math.round(value));
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  const x = handle.includes('w') ? Math.min(place(box.x + by.x), right - least.width) : box.x;
  const y = handle.includes('n') ? Math.min(place(box.y + by.y), bottom - least.height) : box.y;
  const farX = handle.includes('e') ? Math.max(place(right + by.x), box.x + least.width) : right;
  const farY = handle.includes('s') ? Math.max(place(bottom + by.y), box.y + least.height) : bottom;
  return { x, y, width: farX - x, height: farY - y };
}

/** Where a handle sits on a box, as fractions of its width and height. */
export function handlePlace(handle: Handle): { readonly x: number; readonly y: number } {
  return {
    x: handle.includes('w') ? 0 : handle.includes('e') ? 1 : 0.5,
    y: handle.includes('n') ? 0 : handle.includes('s') ? 1 : 0.5,
  };
}

/** The box between two corners in any order. */
export const boxBetween = (a: CanvasPoint, b: CanvasPoint): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});
