/** Rounding: two decimals are finer than any screen, and the same bytes everywhere. */

import type { CanvasPoint } from '@strideboard/model';

/** To 1/100 px; never minus zero. */
export const round = (value: number): number => Math.round(value * 100) / 100 + 0;

/** Both coordinates to 1/100 px. */
export const roundPoint = ({ x, y }: CanvasPoint): CanvasPoint => ({ x: round(x), y: round(y) });

/** Direction from one point to another, degrees clockwise from the x axis, to 1/10; 0 for equal points. */
export const angleOf = (from: CanvasPoint, to: CanvasPoint): number =>
  Math.round((Math.atan2(to.y - from.y, to.x - from.x) * 1_800) / Math.PI) / 10 + 0;
