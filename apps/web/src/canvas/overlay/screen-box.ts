/** A box of the canvas as a place on screen. */
import type { Box } from '@strideboard/model';
import type { Viewport } from '../../session/session-store.ts';
import { toScreen } from '../view/viewport.ts';

/** Position and size for a style, px on screen. */
export function screenBox(
  viewport: Viewport,
  box: Box,
): {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
} {
  return { ...toScreen(viewport, box), width: box.width * viewport.zoom, height: box.height * viewport.zoom };
}
