/** Snapping to the grid of the canvas. */
import type { CanvasPoint } from '@strideboard/model';

/** Distance of grid lines, canvas px. */
export const GRID = 10;

/** The nearest grid line. */
export const snap = (value: number): number => Math.round(value / GRID) * GRID;

/** The nearest grid point. */
export const snapPoint = ({ x, y }: CanvasPoint): CanvasPoint => ({ x: snap(x), y: snap(y) });

/** The offset of a drag that puts the corner `from` on the grid. */
export const snapOffset = (from: CanvasPoint, { x, y }: CanvasPoint): CanvasPoint => ({
  x: snap(from.x + x) - from.x,
  y: snap(from.y + y) - from.y,
});
