/** The dots behind the diagram: where they lie, for a view. */
import type { Viewport } from '../../session/session-store.ts';

/** Distance of two dots on the canvas, canvas px, and the least on screen, px. */
const GAP_PX = 20;
const LEAST_PX = 14;

/** Dots on screen, px. */
export interface DotGrid {
  readonly gap: number;
  readonly radius: number;
  /** Where the first whole tile begins; its dot is in its middle, on the grid of the canvas. */
  readonly x: number;
  readonly y: number;
}

/** Dots lie on the grid and never closer than they can be told apart. */
export function dotGrid({ x, y, zoom }: Viewport): DotGrid {
  let gap = GAP_PX;
  while (gap * zoom < LEAST_PX) gap *= 2;
  const onScreen = gap * zoom;
  return {
    gap: onScreen,
    radius: ((gap / GAP_PX + 0.4) * zoom) / 2,
    x: beginOf(x, onScreen),
    y: beginOf(y, onScreen),
  };
}

/** From one gap before the view up to its edge. */
const beginOf = (offset: number, gap: number): number => ((((offset - gap / 2) % gap) + gap) % gap) - gap;
