/** The view after the window has another size, such as a phone that was turned. */
import type { Box } from '@strideboard/model';
import type { Viewport } from '../../session/session-store.ts';
import { centreOn, fitTo, type ScreenSize, toCanvas } from './viewport.ts';

/** What was fitted is fitted again; any other view keeps its middle and its zoom. */
export function resized(view: Viewport, bounds: Box | null, from: ScreenSize, to: ScreenSize): Viewport {
  if (bounds !== null) {
    const fitted = fitTo(bounds, from);
    if (fitted.x === view.x && fitted.y === view.y && fitted.zoom === view.zoom) return fitTo(bounds, to);
  }
  return centreOn(view, toCanvas(view, { left: from.width / 2, top: from.height / 2 }), to);
}
