/** How the whole diagram fits into the minimap: minimap px = canvas px × scale + offset. */
import type { Box } from '@strideboard/model';
import type { ScreenSize } from './view/viewport.ts';

/** Scale and offset of the minimap. */
export interface MinimapFrame {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

const MARGIN = 8;
/** Small diagrams are not blown up beyond this. */
const LARGEST_SCALE = 0.14;

/** The frame for a diagram; `null` for an empty one. */
export function minimapFrame(bounds: Box | null, { width, height }: ScreenSize): MinimapFrame | null {
  if (bounds === null) return null;
  const scale = Math.min(
    LARGEST_SCALE,
    (width - 2 * MARGIN) / Math.max(1, bounds.width),
    (height - 2 * MARGIN) / Math.max(1, bounds.height),
  );
  return {
    scale,
    x: (width - bounds.width * scale) / 2 - bounds.x * scale,
    y: (height - bounds.height * scale) / 2 - bounds.y * scale,
  };
}
